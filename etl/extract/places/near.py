"""Where something happened: the narrowest place the text gives nearby."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from etl.extract.dates.governing import aside, clause_verb, heads_clause, reach
from etl.extract.places.locations import STREET, in_brackets
from etl.extract.reading import Location, Reading
from etl.extract.words import DASHES
from etl.records import PlaceKey, Span, Token

COUNTRY = 3  # width
ADDRESS = "address"  # in event_types.yml
TOWN_OR_REGION = (0, 2)  # widths
BESIDE = 4  # tokens between a town and the region or country told with it
# What makes a noun the cause or background of its clause; «связи» as in «в связи с».
BEHIND = frozenset({"после", "до", "перед", "накануне", "из-за", "о", "об", "против", "вследствие", "благодаря", "связи"})


class Where(NamedTuple):
    """A place, how it was reached (named: with the word or in its clause; else carried), and the words that name it."""

    place: PlaceKey | None
    basis: str | None
    span: Span | None


NOWHERE = Where(None, None, None)
Step = Callable[[Reading, Token], Location | None]


def place_for(reading: Reading, token: Token, *, carry: bool = True, story: bool = True) -> Where:
    """The place of what `token` (a verb, an event noun, a number) tells. NOWHERE if the text gives none.

    Without `carry` only what stands with the word or in its clause counts: for calls, decisions; without `story` only what
    its paragraph tells: for sums of money.
    """
    for step in (STEPS if story else PARAGRAPH) if carry else OWN:
        if found := step(reading, token):
            return Where(found.place, "named" if step in NAMED else "carried", found.span)
    return NOWHERE


def with_the_word(reading: Reading, token: Token) -> Location | None:
    """«митинг в Алматы» for «митинг», «штурм Алматы» for «штурм»; a subject shares the places of its verb."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    near = [x for x in _among(reading, token, reach(reading.doc, token)) if x.how == "in" or x.width < COUNTRY]
    return _with_verb(reading, token, near) if near else None


def _with_verb(reading: Reading, token: Token, near: list[Location]) -> Location | None:
    """«митинги в Казахстане начались в Мангистауской области»: the narrower one."""
    verb = reading.doc.head(token) if token.rel.startswith("nsubj") else None
    beside = _among(reading, token, reach(reading.doc, verb)) if verb else iter(())
    return narrowest([*near, *(x for x in beside if x.how == "in")], token)


def in_the_clause(reading: Reading, token: Token) -> Location | None:
    """«в Алматы протестующие захватили мэрию»."""
    verb = clause_verb(reading.doc, token)
    if verb is None:
        return None
    near = [x for x in _among(reading, token, reach(reading.doc, verb, infinitives=True)) if x.how == "in"]
    beside = [x for x in near if not behind_the_clause(reading, verb, x)] or near
    found = min(beside, key=lambda x: x.width, default=None)  # of equally narrow ones the nearest in the tree
    return found and (_town_before(reading, found) or found)


def _town_before(reading: Reading, region: Location) -> Location | None:
    """«перед жителями города Орска в Омской области»: the town on which the region hangs."""
    below = reading.doc.tokens[region.head]
    around = (t for up in reading.doc.ancestors(below) for t in (up, *reading.doc.children(up, "appos")))
    near = (reading.atlas.location_at.get(t.i) for t in around if region.head - BESIDE * 2 < t.i < region.head)
    return next(
        (x for x in near if x is not None and x.width < region.width >= COUNTRY - 1 and not _of_a_route(reading, x)), None
    )


def _of_a_route(reading: Reading, town: Location) -> bool:
    """«с трассы Омск — Тара в Омской области»"""
    return any(t.text in DASHES for t in reading.doc.tokens[max(0, town.head - 2) : town.head + 2])


def in_its_relative_clause(reading: Reading, token: Token) -> Location | None:
    """«переговоры повстанцев, которые проходят в Тунисе», whatever noun the parser hung the clause on."""
    doc, happens = reading.doc, reading.vocabulary.event_words["taking-place"].words
    following = (t for t in doc.lemmatised("который") if t.sentence == token.sentence and t.i > token.i)
    which = next(following, None) if token.pos == "NOUN" else None
    verb = doc.head(which) if which is not None else None
    if which is None or verb is None or which.rel != "nsubj" or verb.lemma not in happens:
        return None
    one = token.feats.get("Number") == "Sing"
    agree = all(token.feats.get(f) == which.feats.get(f) for f in ("Number", *(("Gender",) if one else ())))
    return in_the_clause(reading, verb) if agree else None


def behind_the_clause(reading: Reading, verb: Token, location: Location) -> bool:
    """«из-за аварии под Тулой поезда в области отменены»: where the cause or what went before happened"""
    doc = reading.doc
    for link in (doc.tokens[location.head], *doc.ancestors(doc.tokens[location.head])):
        if link.i == verb.i:
            return False
        preposition = doc.child(link, "case")
        if preposition is not None and link.i != location.head:
            words = (preposition, *doc.children(preposition, "fixed"))
            if any(w.text.lower() in BEHIND for w in words):
                return True
    return False


def where_it_was(reading: Reading, token: Token) -> Location | None:
    """«вернулись из Чада, где воевали»: the place that «где» stands for"""
    verb = clause_verb(reading.doc, token)
    if verb is None or not verb.rel.startswith("acl") or not any(t.text.lower() == "где" for t in reading.doc.children(verb)):
        return None
    antecedent = reading.doc.head(verb)
    while (
        antecedent is not None and antecedent.i not in reading.atlas.location_at and antecedent.rel in ("appos", "conj", "nmod")
    ):
        antecedent = reading.doc.head(antecedent)
    return reading.atlas.location_at.get(antecedent.i) if antecedent is not None else None


def in_the_clauses_above(reading: Reading, token: Token) -> Location | None:
    """«в Алматы ворвались в мэрию, после чего там начался пожар»; where somebody only speaks is not where it happened."""
    doc, own = reading.doc, clause_verb(reading.doc, token)
    if own is None or own.rel == "ccomp":
        return None
    for above in doc.ancestors(own):
        if heads_clause(above):
            if found := in_the_clause(reading, above):
                return found
            if above.rel == "ccomp":
                return None
    return None


def town_of_the_clause(reading: Reading, token: Token) -> Location | None:
    """«жители Жанаозена вышли к акимату»: a town or region that people or things of the clause belong to."""
    verb = clause_verb(reading.doc, token)
    near = _among(reading, token, reach(reading.doc, verb)) if verb else iter(())
    return narrowest((x for x in near if x.how == "of" and x.width in TOWN_OR_REGION), token)


def in_the_sentence(reading: Reading, token: Token) -> Location | None:
    """Any place of the sentence that locates, nearest first; of «в Перми, в Пермском крае» the town."""
    here = [x for x in _among(reading, token, reading.doc.words(reading.doc.sentence(token))) if x.how == "in"]
    near = [x for x in here if not aside(reading.doc, reading.doc.tokens[x.head], token) and not _where_one_speaks(reading, x)]
    nearest = min(near, key=lambda x: abs(x.head - token.i), default=None)
    if nearest is None:
        return None
    beside = (
        x
        for x in near
        if abs(x.head - nearest.head) <= BESIDE and (_lies_in(reading, x, nearest) or _in_region(reading, x, nearest))
    )
    return min(beside, key=lambda x: x.width, default=nearest)


def _in_region(reading: Reading, town: Location, region: Location) -> bool:
    """A town told right before its region: «в Перми, Пермский край»."""
    one, other = reading.atlas.by_key[town.place], reading.atlas.by_key[region.place]
    return one.kind == "city" and other.kind == "region" and one.country in (other.country, None)


def object_of_the_clause(reading: Reading, token: Token) -> Location | None:
    """«войска покидали страну», «обстреляли Алеппо»."""
    verb = clause_verb(reading.doc, token)
    near = _among(reading, token, reach(reading.doc, verb)) if verb else iter(())
    return narrowest((x for x in near if x.how == "of" and reading.doc.tokens[x.head].rel == "obj"), token)


def scene_before(reading: Reading, token: Token) -> Location | None:
    """The place the paragraph told of last; of a country only, the place in it where the story plays."""
    here = reading.doc.sentence(token)
    for sentence in reversed(reading.doc.sentences[: here.position]):
        if sentence.paragraph != here.paragraph:
            return None
        if scene := _scene(reading, sentence.position):
            main = story(reading, token)
            return main if main and _lies_in(reading, main, scene) else scene
    return None


def story(reading: Reading, token: Token) -> Location | None:
    """Where the article as a whole plays."""
    return reading.atlas.story


def a_site(reading: Reading, token: Token) -> Location | None:
    """A street, a square, a hospital: only where nothing tells the town."""
    near = _among(reading, token, reading.doc.words(reading.doc.sentence(token)), streets=True)
    return min(near, key=lambda x: abs(x.head - token.i), default=None)


def town_most_told_of(reading: Reading, token: Token) -> Location | None:
    """«суд Твери», «мэрия Твери», «полиция Твери»: a town or region named again and again, though never as where something is"""
    named = [x for x in reading.atlas.locations if x.how == "of" and x.width in TOWN_OR_REGION]
    often = Counter(x.place for x in named)
    return next((x for x in named if often[x.place] > 1 and often[x.place] == max(often.values())), None)


OWN: tuple[Step, ...] = (with_the_word, in_its_relative_clause, in_the_clause, where_it_was)
NAMED = frozenset({*OWN, town_of_the_clause, object_of_the_clause})
PARAGRAPH: tuple[Step, ...] = (
    *OWN,
    in_the_clauses_above,
    town_of_the_clause,
    in_the_sentence,
    object_of_the_clause,
    scene_before,
)
STEPS: tuple[Step, ...] = (*PARAGRAPH, story, a_site, town_most_told_of)


def narrowest(locations: Iterable[Location], token: Token) -> Location | None:
    """The narrowest of them, of equally narrow ones the nearest."""
    return min(locations, key=lambda x: (x.width, abs(x.head - token.i)), default=None)


def _scene(reading: Reading, sentence: int) -> Location | None:
    """The narrowest place that locates in a sentence."""
    words = reading.doc.words(reading.doc.sentences[sentence])
    here = (x for x in _among(reading, words[0], words) if x.how == "in" and not _where_one_speaks(reading, x))
    return narrowest(here, words[0])


def _where_one_speaks(reading: Reading, location: Location) -> bool:
    """«сообщила на брифинге в Омске»: where the words were said, not where what they tell happened."""
    up = reading.doc.head(reading.doc.tokens[location.head])
    return up is not None and up.lemma in reading.vocabulary.event_types[ADDRESS].nouns


def _lies_in(reading: Reading, inner: Location, outer: Location) -> bool:
    """Whether the one is a place in the other, a country, as far as the text tells."""
    place, land = reading.atlas.by_key[inner.place], reading.atlas.by_key[outer.place]
    return land.kind == "country" != place.kind and place.country in (land.country, None)


def _among(reading: Reading, token: Token, words: Iterable[Token], *, streets: bool = False) -> Iterator[Location]:
    """Locations among the words, without streets and buildings, and without what stands in brackets beside the token."""
    for word in words:
        location = reading.atlas.location_at.get(word.i)
        if location and (location.width == STREET) is streets and not in_brackets(reading.doc, token.stop, location):
            yield location
