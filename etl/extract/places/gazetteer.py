"""Names of the gazetteer in a text: which known country or place a run of words may mean, in any case form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from etl.morphology import NOMINATIVE, dictionary_forms, openings
from etl.records import Record, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.names import fold

VILLAGE = re.compile(r"(.+(?:ов|ев|ин|ын))(?:а|у|е|ом|ым)")
OPENING = 4  # letters
LONGEST = 4  # words in the longest name worth a look-up


@dataclass(frozen=True, slots=True)
class Match(Record):
    """Tokens first…last (half-open) may mean one country, or one of several places that share a name."""

    first: int
    last: int
    country: str | None  # alpha-2 code when the words name a country
    places: tuple[str, ...]  # ids in places.csv


@lru_cache(maxsize=20_000)
def nominatives(word: str) -> frozenset[str]:
    """Every folded nominative the word form may come from: «Южной» → {южная, южный, …}, «Иванове» → {иванов, иваново, …}."""
    plain = fold(word)
    found = {plain}
    if village := VILLAGE.fullmatch(plain):
        found.add(village[1] + "о")
    found.update(map(fold, dictionary_forms(plain, NOMINATIVE)))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _forms(word: str) -> list[str]:
    """The nominatives, the form itself first."""
    return sorted(nominatives(word), key=lambda form: (form != fold(word), form))


@lru_cache(maxsize=4)
def longest_names(vocabulary: Vocabulary) -> dict[str, int]:
    """First word → words in the longest known name that begins with it: most words begin none."""
    longest: dict[str, int] = {}
    for name in (*vocabulary.country_names, *vocabulary.place_names):
        words = name.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def matches(words: tuple[Token, ...], vocabulary: Vocabulary) -> Iterator[Match]:
    """The longest known names among the words of one sentence, from left to right, not overlapping."""
    start = 0
    while start < len(words):
        found = _longest(words[start : start + LONGEST], vocabulary) if _may_begin(words[start].text, vocabulary) else None
        if found:
            yield found
        start += found.last - found.first if found else 1


def _may_begin(word: str, vocabulary: Vocabulary) -> bool:
    return word[:1].isupper() and word[:OPENING].lower() in _openings(vocabulary)


@lru_cache(maxsize=4)
def _openings(vocabulary: Vocabulary) -> frozenset[str]:
    """Of the names: most capitals begin none of them, and to ask for the nominatives of all would take long."""
    return openings(longest_names(vocabulary), OPENING)


def _longest(words: tuple[Token, ...], vocabulary: Vocabulary) -> Match | None:
    lengths = longest_names(vocabulary)
    most = max(lengths.get(form, 0) for form in _forms(words[0].text))
    for length in range(min(most, len(words)), 0, -1):
        for key in map(" ".join, product(*(_forms(w.text) for w in words[:length]))):
            country, places = vocabulary.country_names.get(key), vocabulary.place_names.get(key, ())
            if country or places:
                return Match(words[0].i, words[0].i + length, country, places)
    return None
