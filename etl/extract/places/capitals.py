"""The town that «столица» means: «в столице Ирака», «в иракской столице», «в столице страны», «в столице»."""

from __future__ import annotations

from collections.abc import Mapping

from etl.extract.keys import key_of
from etl.extract.places.pointing import POINTING, country_around, country_of_adjective
from etl.extract.reading import Location
from etl.records import Doc, Place, PlaceKey, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.names import fold

CAPITAL = "столица"
STATE = {"страна", "государство", "республика", "королевство"}


def capital_meant(
    doc: Doc, token: Token, before: list[Location], places: Mapping[PlaceKey, Place], vocabulary: Vocabulary
) -> Place | None:
    """The capital of the country that is told with the word, else of the one told of; no «северная столица», no region's."""
    if token.feats.get("Number") == "Plur" or doc.children(token, "appos", "flat"):
        return None
    code = _told(doc, token, before, places, vocabulary)
    known = vocabulary.capitals.get(code or "")
    return _place(known.name, str(code), vocabulary) if known is not None and known.capital else None


def _told(doc: Doc, token: Token, before: list[Location], places: Mapping[PlaceKey, Place], vocabulary: Vocabulary) -> str | None:
    """alpha-2 code of the country whose capital it is."""
    adjectives = [t for t in doc.children(token, "amod", "det") if fold(t.lemma) not in POINTING]
    whose = doc.children(token, "nmod")
    if adjectives:
        return country_of_adjective(adjectives[0], vocabulary) if len(adjectives) == 1 and not whose else None
    if whose and whose[0].lemma not in STATE:
        named = vocabulary.country_names.get(fold(whose[0].lemma))
        return named if len(whose) == 1 else None
    if not whose and (last := _named_last(before, places, vocabulary)):
        return last
    around = country_around(before, places)
    return places[around].country if around is not None else None


def _named_last(before: list[Location], places: Mapping[PlaceKey, Place], vocabulary: Vocabulary) -> str | None:
    """The country whose capital the article named last."""
    seats = vocabulary.capital_names
    cities = (places[x.place] for x in reversed(before))
    return next((code for p in cities if p.kind == "city" and (code := seats.get(fold(p.name))) == p.country and code), None)


def _place(name: str, code: str, vocabulary: Vocabulary) -> Place:
    ids = vocabulary.place_names.get(fold(name), ())
    key = next((i for i in ids if vocabulary.places[i].country == code and vocabulary.places[i].kind == "city"), key_of(name))
    return Place(key, name, "city", code)
