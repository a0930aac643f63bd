"""Polls: who asked, and the people of which country; both hold for every share that the poll came to.

«Это показал опрос Левада-центра среди россиян. 44 % респондентов за переезд. Против выступают 28 %.»
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from etl.extract.lands import lands_of
from etl.extract.reading import BODIES, Reading
from etl.extract.words import figure_words
from etl.morphology import lemmas
from etl.records import ActorKey, Doc, Mention, PlaceKey, Token
from etl.vocabulary import Vocabulary

LEAST = 2  # sentences that speak of the poll
HEADINGS = ("title", "heading")
PATH = 5  # words in the tree between the pollster and the poll


@dataclass(frozen=True, slots=True)
class Poll:
    """The article's poll: sentences `first`…`last` (half-open) tell its results."""

    first: int
    last: int
    pollster: ActorKey | None
    place: PlaceKey | None

    def told_in(self, sentence: int) -> bool:
        return self.first <= sentence < self.last


NO_POLL = Poll(0, 0, None, None)


def poll_of(reading: Reading) -> Poll:
    """The poll that the article tells of in at least two sentences."""
    asked = reading.doc.once(_asked, reading.vocabulary)
    told = sorted({t.sentence for t in asked})
    if len(told) < LEAST:
        return NO_POLL
    return Poll(told[0], _end(reading.doc, told[-1]), _pollster(reading, asked), _country(reading))


def _asked(doc: Doc, vocabulary: Vocabulary) -> list[Token]:
    words = figure_words(vocabulary, "polling")
    return [t for t in doc.tokens if lemmas(t.text) & words]


def _end(doc: Doc, last: int) -> int:
    """The results go on in the paragraph after the last one that speaks of the poll, up to the next heading."""
    paragraph = doc.sentences[last].paragraph
    after = doc.sentences[last + 1 :]
    following = next((s.paragraph for s in after if s.paragraph > paragraph), None)
    for sentence in after:
        if sentence.kind in HEADINGS or sentence.paragraph not in (paragraph, following):
            return sentence.position
    return len(doc.sentences)


def _pollster(reading: Reading, asked: list[Token]) -> ActorKey | None:
    """«опрос ВЦИОМ», «опрос, проведенный агентством», «социологи Левада-центра», «ВЦИОМ огласил итоги опроса»."""
    who = {m.head: m.actor for m in reading.cast.mentions if m.resolution == "named" and _may_ask(reading, m)}
    for word in asked:
        if word.i in who:
            return who[word.i]
        below = [t for t in reading.doc.subtree(word) if t.i in who and _distance(reading.doc, t, word) <= PATH]
        beside = [t for above in reading.doc.ancestors(word) for t in reading.doc.children(above, "nsubj") if t.i in who]
        if found := (below or beside)[:1]:
            return who[found[0].i]
    return None


def _may_ask(reading: Reading, mention: Mention) -> bool:
    """A body, or the people of one («социологи центра»); not the people asked."""
    if reading.cast.by_key[mention.actor].kind == "group":
        head = reading.doc.tokens[mention.head]
        return bool(lemmas(head.text) & figure_words(reading.vocabulary, "pollsters")) and mention.span != head.span
    return reading.cast.by_key[mention.actor].kind in BODIES


def _distance(doc: Doc, below: Token, above: Token) -> int:
    return next((n for n, t in enumerate(doc.ancestors(below), 1) if t.i == above.i), PATH + 1)


def _country(reading: Reading) -> PlaceKey | None:
    """The country whose people the article speaks of most: «россияне», «граждане США»."""
    doc, lands = reading.doc, lands_of(reading.vocabulary)
    people = figure_words(reading.vocabulary, "inhabitants")
    codes: Counter[str] = Counter()
    for sentence in doc.sentences:
        for land in lands.within(doc, sentence):
            head = doc.head(doc.tokens[land.head])
            if land.kind == "people" or (head is not None and lemmas(head.text) & people):
                codes[land.code] += 1
    best = codes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return next((p.key for p in reading.atlas.places if p.kind == "country" and p.country == best[0][0]), None)
