"""Where an event happened: the narrowest place its clause names, else where the story stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from etl.extract.events.clause import clause_verb, lemma, reach, support
from etl.extract.events.when import in_passing
from etl.extract.reading import Reading
from etl.records import PlaceKey, PlaceMention, Span, Token

Where = tuple[PlaceKey | None, str | None, Span | None]
NOWHERE: Where = (None, None, None)
WIDTH = {"site": 0, "city": 1, "region": 2, "country": 3}
LOCATING = frozenset({"в", "во", "на", "под", "у", "около", "близ", "возле", "вблизи", "из"})
# Types that happen between people, wherever they are: a place only if their own clause names it.
PLACELESS = frozenset(
    {"call", "address", "meeting", "negotiations", "agreement", "request_for_aid", "troop_decision", "sanctions"}
)
# Types whose place is the country of the authority that acts.
OFFICIAL = frozenset(
    {"decree", "dismissal", "appointment", "resignation", "trial", "election", "state_of_emergency", "price_change"}
)


def place_of(reading: Reading, token: Token, kind: str) -> Where:
    """The place of what the token tells, `named` in its clause or `carried` from the story."""
    around = [t for root in roots(reading, token) for t in reach(reading.doc, root)]
    if best := narrowest(reading, located(reading, around), token):
        return lifted(reading, best), "named", best.span
    country = main_country(reading)
    if country and any(is_all_over(reading, t) for t in around):
        return country, "carried", None
    if kind in PLACELESS:
        return NOWHERE
    if kind in OFFICIAL and country:
        return country, "carried", None
    return of_sentence(reading, token) or of_story(reading, token, country)


def is_all_over(reading: Reading, token: Token) -> bool:
    """«в стране», «в разных городах»"""
    over = lemma(token) == "страна" or (lemma(token) in ("город", "регион") and token.feats.get("Number") == "Plur")
    return over and is_located(reading, token)


def roots(reading: Reading, token: Token) -> Iterable[Token]:
    yield token
    yield from reading.doc.children(token, "acl")
    if in_passing(reading, token):
        return
    verb = support(reading.doc, token) or clause_verb(reading.doc, token)
    if verb is not None:
        yield verb


def located(reading: Reading, tokens: Iterable[Token]) -> list[PlaceMention]:
    """Place names after «в», «на» and the like, and what stands in apposition to them: «в столице страны Риге»."""
    return [m for t in tokens if (m := reading.atlas.by_head.get(t.i)) and is_located(reading, t)]


def is_located(reading: Reading, token: Token) -> bool:
    preposition = reading.doc.child(token, "case")
    if preposition is not None:
        return lemma(preposition) in LOCATING
    above = reading.doc.head(token)
    return above is not None and token.rel in ("nmod", "appos", "flat", "conj", "flat:name") and is_located(reading, above)


def narrowest(reading: Reading, mentions: list[PlaceMention], token: Token) -> PlaceMention | None:
    return min(mentions, key=lambda m: (WIDTH[reading.atlas.by_key[m.place].kind], abs(m.head - token.i)), default=None)


def lifted(reading: Reading, mention: PlaceMention) -> PlaceKey:
    """A street or square stands for its town, if the article has named that before."""
    place = reading.atlas.by_key[mention.place]
    if place.kind != "site" or not STREETS & {w.lower() for w in place.name.split()}:
        return mention.place
    towns = [m for m in reading.atlas.mentions if reading.atlas.by_key[m.place].kind == "city"]
    before = [m for m in towns if m.head < mention.head]
    return (before or towns or [mention])[-1].place


STREETS = frozenset({"улица", "площадь", "проспект", "бульвар", "шоссе", "переулок", "набережная"})


def of_sentence(reading: Reading, token: Token) -> Where | None:
    doc = reading.doc
    best = narrowest(reading, located(reading, doc.words(doc.sentence(token))), token)
    return (lifted(reading, best), "carried", best.span) if best else None


def of_story(reading: Reading, token: Token, country: PlaceKey | None) -> Where:
    """The town or region the paragraph named last, else that of the article's beginning, else the country it is mainly about."""
    doc = reading.doc
    paragraph = doc.sentence(token).paragraph
    opening = [s for s in doc.sentences if s.kind in ("title", "lead")] + [s for s in doc.sentences if s.kind == "body"][:3]
    here = [t for t in doc.tokens[: token.i] if doc.sentence(t).paragraph == paragraph]
    there = [t for s in opening for t in doc.words(s)]
    for tokens in (here, there):
        narrow = [m for m in located(reading, tokens) if in_country(reading, m, country)]
        if narrow:
            return lifted(reading, narrow[-1]), "carried", narrow[-1].span
    return (country, "carried", None) if country else NOWHERE


def in_country(reading: Reading, mention: PlaceMention, country: PlaceKey | None) -> bool:
    """Whether it is narrower than a country and lies in this one."""
    place = reading.atlas.by_key[mention.place]
    return place.kind != "country" and (country is None or place.country == reading.atlas.by_key[country].country)


def main_country(reading: Reading) -> PlaceKey | None:
    """The country most of the article's places and actors belong to, if the article names it."""
    codes = Counter(reading.atlas.by_key[m.place].country for m in reading.atlas.mentions)
    codes.update(reading.cast.by_key[m.actor].country for m in reading.cast.mentions)
    codes.pop(None, None)
    named = {p.country: p.key for p in reading.atlas.places if p.kind == "country"}
    ranked = [c for c, _ in codes.most_common(1) if c in named]
    return named[ranked[0]] if ranked else None
