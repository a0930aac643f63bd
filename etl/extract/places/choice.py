"""Which of several places with one name: the one in the country the story tells of."""

from __future__ import annotations

from collections import Counter

from etl.extract.places.found import Found
from etl.extract.places.pointing import country_of_adjective
from etl.records import Doc
from etl.vocabulary import Vocabulary


def countries_told(doc: Doc, found: list[Found], vocabulary: Vocabulary) -> dict[str, int]:
    """How often the article names each country: itself, by an adjective, or by a place that lies in no other."""
    told: Counter[str] = Counter()
    for one in found:
        named = {vocabulary.places[c].country for c in one.candidates} | {one.country_itself, one.country}
        countries = {c for c in named if c}
        if len(countries) == 1:
            told.update(countries)
    for token in doc.tagged("ADJ"):
        if country := country_of_adjective(token, vocabulary):
            told[country] += 1
    return dict(told)


def choose(candidates: tuple[str, ...], told: dict[str, int], vocabulary: Vocabulary) -> str | None:
    """The only candidate, else the only one whose country is told of most; None if two fit equally."""
    if len(candidates) < 2:
        return next(iter(candidates), None)
    weight = {c: told.get(vocabulary.places[c].country or "", 0) for c in candidates}
    best = [c for c in candidates if weight[c] == max(weight.values())]
    return best[0] if len(best) == 1 and weight[best[0]] else None
