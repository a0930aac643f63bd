"""Where an event happened: what its clause names, else the authority's country or the story's scene, as its type asks."""

from __future__ import annotations

from collections import Counter

from etl.extract.places import place_for
from etl.extract.places.near import Where
from etl.extract.reading import Reading
from etl.records import PlaceKey, Token

WIDTH = {"site": 0, "city": 1, "region": 2, "country": 3}
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
    own = place_for(reading, token, carry=False)
    if own.place or kind in PLACELESS:
        return own
    country = main_country(reading) if kind in OFFICIAL else None
    return Where(country, "carried", None) if country else place_for(reading, token)


def main_country(reading: Reading) -> PlaceKey | None:
    """The country most of the article's places and actors belong to, if the article names it."""
    codes = Counter(reading.atlas.by_key[m.place].country for m in reading.atlas.mentions)
    codes.update(reading.cast.by_key[m.actor].country for m in reading.cast.mentions)
    codes.pop(None, None)
    named = {p.country: p.key for p in reading.atlas.places if p.kind == "country"}
    ranked = [c for c, _ in codes.most_common(1) if c in named]
    return named[ranked[0]] if ranked else None
