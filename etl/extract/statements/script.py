"""What the rules of this package read from, and the draft of a statement that they make."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from etl.extract.quotes import Quote, find_quotes
from etl.extract.reading import Reading
from etl.extract.statements.cues import Cue, NounCue, find_cues, find_noun_cues
from etl.records import ActorKey, Doc, Record, Sentence, Span, Token

DASHES = ("-", "–", "—")
MARKS = ("«", "»", '"', "“", "”", "„")


@dataclass(frozen=True, slots=True)
class Voice(Record):
    """The words that name the speaker: `token` is their head.

    Manners: own (the cue's subject or owner), shared (a governing verb's subject), elided (the speaker before goes on), none.
    """

    token: Token | None
    manner: str = "own"


ELIDED = Voice(None, "elided")
NOBODY = Voice(None, "none")


@dataclass(frozen=True, slots=True)
class Draft(Record):
    """A statement before it is known who speaks: where it was found, by which rule, and what is its content."""

    rule: str
    cue: Span
    token: Token  # carries the cue, or opens the content where there is none
    act: str
    mode: str
    contents: tuple[Span, ...]
    voice: Voice
    told_in: Draft | None = None  # the statement that passes this one on
    via: Token | None = None  # who passes it on in the cue's own clause ('Интерфакс со ссылкой на мэра')

    @property
    def start(self) -> int:
        return min(self.cue.start, self.contents[0].start)


@dataclass(frozen=True, slots=True)
class Aside:
    """`span` with the commas around it; `cue` are its words of speech."""

    rule: str
    span: Span
    cue: Span
    token: Token
    act: str
    voice: Voice
    place: str  # front, middle, end
    via: Token | None = None  # who passes the words on


@dataclass(frozen=True, slots=True)
class Speaker(Record):
    """Who speaks, the words that say so, and how that was understood."""

    actor: ActorKey | None
    words: Span | None
    resolution: str


@dataclass(frozen=True)
class Script:
    """One article with its quotes and cues."""

    reading: Reading
    quotes: tuple[Quote, ...] = field(default=())
    cues: tuple[Cue, ...] = field(default=())
    nouns: tuple[NounCue, ...] = field(default=())

    @cached_property
    def doc(self) -> Doc:
        return self.reading.doc

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.doc.tokens]

    @cached_property
    def cue_at(self) -> dict[int, Cue]:
        return {c.token.i: c for c in self.cues}

    @cached_property
    def noun_at(self) -> dict[int, NounCue]:
        return {c.token.i: c for c in self.nouns}

    @cached_property
    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each paragraph, title and caption, in text order."""
        return tuple(tuple(same) for _, same in groupby(self.doc.sentences, lambda s: (s.paragraph, s.kind)))

    def is_dashed(self, paragraph: tuple[Sentence, ...]) -> bool:
        """Whether a line of dialogue begins: '— Дорога закрыта'."""
        words = self.doc.words(paragraph[0])
        return len(words) > 1 and words[0].text in DASHES

    def words(self, id: str) -> tuple[str, ...]:
        return self.reading.vocabulary.speech_words[id].words

    def index(self, offset: int) -> int:
        """Position of the first token that begins at or after the offset."""
        return bisect_left(self._starts, offset)

    def tokens(self, span: Span) -> tuple[Token, ...]:
        found = self.doc.tokens[self.index(span.start) : self.index(span.stop)]
        return tuple(t for t in found if t.stop <= span.stop)

    def sentence(self, token: Token) -> Sentence:
        return self.doc.sentences[token.sentence]

    def rest(self, token: Token) -> tuple[Token, ...]:
        """The tokens after this one in its sentence."""
        return self.doc.tokens[token.i + 1 : self.sentence(token).last]

    def before(self, token: Token) -> tuple[Token, ...]:
        """The tokens before this one in its sentence."""
        return self.doc.tokens[self.sentence(token).first : token.i]

    def quote_around(self, span: Span) -> Quote | None:
        """The innermost quote that holds the span."""
        return next((q for q in reversed(self.quotes) if span in q.inner), None)


def read_script(reading: Reading) -> Script:
    doc, vocabulary = reading.doc, reading.vocabulary
    return Script(reading, doc.once(find_quotes), doc.once(find_cues, vocabulary), doc.once(find_noun_cues, vocabulary))


def is_dash(text: str, token: Token) -> bool:
    """A dash between words, not the one in '2010–2015'."""
    return token.text in DASHES and text[token.start - 1 : token.start].isspace()


def is_finite(token: Token) -> bool:
    """A predicate: a finite verb or a short participle or adjective ('закрыта')."""
    if token.pos in ("VERB", "AUX") and token.feats.get("VerbForm") in ("Fin", None) and token.feats.get("Mood") != "Imp":
        return True
    short = token.pos in ("VERB", "ADJ") and "Case" not in token.feats and token.feats.get("VerbForm") in ("Part", None)
    return short and token.text[0].isalpha()  # not the '10' of '10 мая'


def trimmed(text: str, span: Span) -> Span:
    """Without white space, commas, dashes and a full stop at the ends, and without a lone bracket or quotation mark."""
    start, stop = span.start, span.stop
    while start < stop and (text[start].isspace() or text[start] in ",.;:-–—)»”"):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ",;:.-–—(" or _closes_nothing(text[start:stop])):
        stop -= 1
    return Span(start, stop)


def _closes_nothing(words: str) -> bool:
    if words[-1] == '"':
        return words.count('"') % 2 == 1
    return any(words[-1] == closing and words.count(opening) < words.count(closing) for opening, closing in ("()", "«»"))
