"""PLACES: every place an article names, and which of them a fact happened at.

The gazetteer is asked first, then the entity tagger's LOC names that no gazetteer knows.
Adjectives («казахстанский») are no mentions: `country_of_adjective` reads them for whoever needs them.
"""

from __future__ import annotations

from dataclasses import replace

from etl.extract.keys import key_of
from etl.extract.places.choice import choose, countries_told
from etl.extract.places.found import Found
from etl.extract.places.known import known
from etl.extract.places.locations import homes, locations, story
from etl.extract.places.near import place_for
from etl.extract.places.pointing import country_of_adjective
from etl.extract.places.tagged import tagged
from etl.extract.reading import Atlas
from etl.records import Article, Doc, Place, PlaceMention, Span
from etl.vocabulary import Vocabulary

__all__ = ["country_of_adjective", "find_places", "place_for"]


def find_places(article: Article, doc: Doc, vocabulary: Vocabulary) -> Atlas:
    """The places of the article; mentions in text order, none overlapping another."""
    sure = known(doc, vocabulary)
    new = tagged(doc, vocabulary, sure)
    found = [f for f in sure if not any(f.overlaps(n) for n in new)] + new
    told = countries_told(doc, found, vocabulary)
    places: dict[str, Place] = {}
    mentions = []
    for one in sorted(found, key=lambda f: f.first):
        place = _place(one, told, vocabulary)
        places[place.key] = _both(places.get(place.key, place), place)
        span = Span(doc.tokens[one.first].start, doc.tokens[one.last - 1].stop)
        mentions.append(PlaceMention(place.key, span, _head(doc, one), one.rule))
    located = locations(doc, tuple(mentions), places, vocabulary)
    for home in homes(doc, vocabulary):
        places.setdefault(home.key, home)
    return Atlas(tuple(places.values()), tuple(mentions), located, story(doc, located))


def _place(found: Found, told: dict[str, int], vocabulary: Vocabulary) -> Place:
    """The record of what was found; of several places with one name the one in the story's country, else none of them."""
    if found.country_itself:
        name = vocabulary.countries[found.country_itself].name
        return Place(key_of(name), name, "country", found.country_itself)
    key = choose(found.candidates, told, vocabulary)
    if key:
        place = vocabulary.places[key]
        return Place(key, place.name, place.kind, place.country)
    return Place(key_of(found.name), found.name, found.kind, found.country)


def _both(first: Place, second: Place) -> Place:
    """What two mentions tell of one place: the country either gives, the narrower kind."""
    kind = min(first.kind, second.kind, key=("city", "site", "region", "country").index)
    return replace(first, kind=kind, country=first.country or second.country)


def _head(doc: Doc, found: Found) -> int:
    """The token of the name whose governor stands outside it."""
    inside = range(found.first, found.last)
    return next((i for i in inside if doc.tokens[i].head not in inside), found.first)
