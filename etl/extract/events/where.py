"""Where an event happened: what its clause names, else the authority's country or the story's scene, as its type asks."""

from __future__ import annotations

from collections import Counter

from etl.extract.events.clause import instruments, reach, subject, support
from etl.extract.places import place_for
from etl.extract.places.near import COUNTRY, Where
from etl.extract.reading import Location, Reading
from etl.records import PlaceKey, Token

WIDTH = {"site": 0, "city": 1, "region": 2, "country": 3}
# Types that happen between people, wherever they are: a place only if their own clause names it.
PLACELESS = frozenset({"call", "address", "meeting", "negotiations", "agreement", "request_for_aid", "troop_decision"})
# Types whose place is the country of the authority that acts.
OFFICIAL = frozenset(
    {"decree", "dismissal", "appointment", "resignation", "trial", "election", "state_of_emergency", "price_change", "sanctions"}
)

# Those of them that befall one person, most often where that person lives or serves.
LOCAL = frozenset({"dismissal", "appointment", "resignation", "trial"})
JUST_BEFORE = 2  # sentences


def place_of(reading: Reading, token: Token, kind: str) -> Where:
    """The place of what the token tells, `named` in its clause or `carried` from the story."""
    own = place_for(reading, token, carry=False)
    if own.place or kind in PLACELESS:
        return own
    if kind not in OFFICIAL:
        found = place_for(reading, token)
        return found if found.place else country_meant(reading) or found
    if seat := seat_of_the_authority(reading, token):
        return Where(seat.place, "named", seat.span)
    if kind in LOCAL and (town := town_spoken_of(reading, token)):
        return Where(town.place, "carried", town.span)
    return country_meant(reading) or place_for(reading, token)


def town_spoken_of(reading: Reading, token: Token) -> Location | None:
    """«Мэрия Твери молчит. Бухгалтера осудили»: the town or region in the country meant that was named just before"""
    country, sentence = main_country(reading), reading.doc.sentence(token).position
    if country is None:
        return None
    code = reading.atlas.by_key[country].country
    near = (
        x
        for x in reading.atlas.locations
        if x.how == "of" and x.width < COUNTRY and sentence - reading.doc.tokens[x.head].sentence in range(JUST_BEFORE + 1)
    )
    named = [x for x in near if reading.atlas.by_key[x.place].country == code]
    return min(named, key=lambda x: abs(x.head - token.i), default=None)


def country_meant(reading: Reading) -> Where | None:
    """The article's country, where nothing narrower is told."""
    country = main_country(reading)
    return Where(country, "carried", None) if country else None


def seat_of_the_authority(reading: Reading, token: Token) -> Location | None:
    """«Городской суд Твери вынес приговор», «мэр Твери подписал указ»: the town or region whose authority acts"""
    doc = reading.doc
    verb = token if token.pos == "VERB" else support(doc, token)
    if verb is None:
        return None
    agents = (a for a in (subject(doc, verb), *instruments(doc, verb)) if a is not None and a.i != token.i)
    named = (reading.atlas.location_at.get(t.i) for a in agents for t in reach(doc, a))
    return next((x for x in named if x is not None and x.how == "of" and x.width < COUNTRY), None)


def main_country(reading: Reading) -> PlaceKey | None:
    """The country most of the article's places and actors belong to, if the article names it."""
    codes = Counter(reading.atlas.by_key[m.place].country for m in reading.atlas.mentions)
    codes.update(reading.cast.by_key[m.actor].country for m in reading.cast.mentions)
    codes.pop(None, None)
    named = {p.country: p.key for p in reading.atlas.places if p.kind == "country"}
    ranked = [c for c, _ in codes.most_common(1) if c in named]
    return named[ranked[0]] if ranked else None
