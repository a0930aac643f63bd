"""Nouns that mean a place named before: «в городе», «власти страны»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from etl.extract.reading import Location
from etl.morphology import lemmas
from etl.records import Doc, Place, PlaceKey, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import PlacePronoun
from etl.vocabulary.names import fold

POINTING = {"этот", "тот", "весь", "сам", "свой"}  # what may stand before a noun that points back
FAR = 3  # times as often


def pointed_at(
    doc: Doc, token: Token, before: list[Location], places: Mapping[PlaceKey, Place], vocabulary: Vocabulary
) -> PlaceKey | None:
    """The place meant by «в городе», «власти страны», «в разных городах» (the country they lie in)."""
    if token.text[0].isupper() or not before:
        return None
    pronoun = _pronoun(token.text, vocabulary)
    if pronoun is None or _has_own_name(doc, token):
        return None
    if token.feats.get("Number") == "Plur":
        return country_around(before, places) if pronoun.means != "country" else None
    if any(fold(t.lemma) not in POINTING for t in doc.children(token, "amod", "det", "nummod")):
        return None
    if pronoun.means == "country":
        return country_around(before, places)
    return next((x.place for x in reversed(before) if places[x.place].kind == pronoun.means), None)


@lru_cache(maxsize=20_000)
def _pronoun(form: str, vocabulary: Vocabulary) -> PlacePronoun | None:
    forms = lemmas(form)
    return next((p for p in vocabulary.place_pronouns.values() if forms & set(p.words)), None)


def _has_own_name(doc: Doc, token: Token) -> bool:
    """«город Уральск», «столица Казахстана», «город на юге»: not one named before."""
    after = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else None
    return bool(doc.children(token, "appos", "nmod", "flat")) or (after is not None and after.pos == "PROPN")


def country_of_adjective(token: Token, vocabulary: Vocabulary) -> str | None:
    """alpha-2 code of «казахстанский», «российских» …"""
    return vocabulary.country_adjectives.get(fold(token.lemma)) if token.pos == "ADJ" else None


def country_around(before: list[Location], places: Mapping[PlaceKey, Place]) -> PlaceKey | None:
    """The country located last, if the article names it; of the one told of far more often «страна» speaks all the same:
    «президент, находящийся в Китае …, поездок в страну»."""
    named = {p.country: p.key for p in places.values() if p.kind == "country"}
    told = [(x.how, c) for x in before if (c := places[x.place].country)]
    if not told:
        return None
    often = Counter(country for _, country in told)
    last = next((country for how, country in reversed(told) if how == "in"), told[-1][1])
    most = max(often, key=lambda c: often[c])
    return named.get(most if often[most] >= FAR * often[last] else last)
