"""Where something happened: the narrowest place the text gives nearby."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from etl.extract.dates.governing import clause_verb, heads_clause, reach
from etl.extract.reading import Location, Reading
from etl.records import PlaceKey, Span, Token

WIDTH = {"city": 0, "site": 1, "region": 2, "country": 3}


class Where(NamedTuple):
    """A place, how it was reached (named: in the same sentence; carried: from before), and the words that name it."""

    place: PlaceKey | None
    basis: str | None
    span: Span | None


NOWHERE = Where(None, None, None)
Step = Callable[[Reading, Token], Location | None]


def place_for(reading: Reading, token: Token) -> Where:
    """The place of what `token` (a verb, an event noun, a number) tells. NOWHERE if the text gives none."""
    for step in STEPS:
        found = step(reading, token)
        if found:
            same = reading.doc.sentence(token).span
            return Where(found.place, "named" if found.span in same else "carried", found.span)
    return NOWHERE


def on_the_word(reading: Reading, token: Token) -> Location | None:
    """«митинг в Алматы» for «митинг», «штурм Алматы» for «штурм»."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    near = list(_among(reading, reach(reading.doc, token)))
    return narrowest(reading, (x for x in near if x.how == "in" or _width(reading, x) < WIDTH["country"]), token)


def in_the_clause(reading: Reading, token: Token) -> Location | None:
    """«в Алматы протестующие захватили мэрию»."""
    verb = clause_verb(reading.doc, token)
    if verb is None:
        return None
    return narrowest(reading, (x for x in _among(reading, reach(reading.doc, verb, infinitives=True)) if x.how == "in"), token)


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


def in_the_sentence(reading: Reading, token: Token) -> Location | None:
    """Any place of the sentence that locates, nearest first."""
    near = (x for x in reading.atlas.locations if x.how == "in" and x.span in reading.doc.sentence(token).span)
    return min(near, key=lambda x: abs(x.head - token.i), default=None)


def town_of_the_clause(reading: Reading, token: Token) -> Location | None:
    """«жители Жанаозена вышли к акимату»: a town or region that people or things of the clause belong to."""
    verb = clause_verb(reading.doc, token)
    near = _among(reading, reach(reading.doc, verb)) if verb else iter(())
    return narrowest(reading, (x for x in near if _width(reading, x) < WIDTH["country"]), token)


def scene_before(reading: Reading, token: Token) -> Location | None:
    """The place the paragraph told of last."""
    here = reading.doc.sentence(token)
    for sentence in reversed(reading.doc.sentences[: here.position]):
        if sentence.paragraph != here.paragraph:
            return None
        located = [x for x in reading.atlas.locations if x.how == "in" and x.span in sentence.span]
        if located:
            return narrowest(reading, located, token)
    return None


def story(reading: Reading, token: Token) -> Location | None:
    """The first place that locates: the headline's, the lead's."""
    return next((x for x in reading.atlas.locations if x.how == "in"), None)


STEPS: tuple[Step, ...] = (
    on_the_word,
    in_the_clause,
    in_the_clauses_above,
    town_of_the_clause,
    in_the_sentence,
    scene_before,
    story,
)


def narrowest(reading: Reading, locations: Iterable[Location], token: Token) -> Location | None:
    """The narrowest of them, of equally narrow ones the nearest."""
    return min(locations, key=lambda x: (_width(reading, x), abs(x.head - token.i)), default=None)


def _width(reading: Reading, location: Location) -> int:
    """Lands without a country are wider than countries: Europe."""
    place = reading.atlas.by_key[location.place]
    return WIDTH[place.kind] if place.country or place.kind != "region" else WIDTH["country"] + 1


def _among(reading: Reading, tokens: Iterable[Token]) -> Iterator[Location]:
    inside = {t.i for t in tokens}
    return (x for x in reading.atlas.locations if x.head in inside)
