"""Single tokens as pieces of a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from etl.morphology import OPENING, lemmas, openings, parses
from etl.records import Record, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import NumberWord

PLAIN = re.compile(r"\d{1,12}(?:-(?:ти|ми|ю|мя|х|и|ух|ёх|ех))?")
DECIMAL = re.compile(r"(\d{1,9})[.,](\d{1,6})")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
RANGE = re.compile(r"(\d+(?:[.,]\d+)?)[-–—](\d+(?:[.,]\d+)?)")
COMPOUND = re.compile(r"(\d+)-?([а-яё]{4,})", re.I)
SIGNS = "-–−"
BELOW_ZERO = re.compile(rf"[{SIGNS}]\d{{1,3}}(?:[.,]\d{{1,2}})?")
SCALES = frozenset({"градус", "процент", "%"})  # what may be told below zero by a sign alone
YEARS = re.compile(r"(?:19|20)\d\d[.,](?:19|20)\d\d")
MULTIPLIED = {"тысячн": 1e3, "миллионн": 1e6, "миллиардн": 1e9}  # «5-тысячный митинг»
TIMES = "кратный"  # the adjective of the unit that «вдвое» counts in
LONG = 7  # letters: shorter adjectives hold no number and unit


@dataclass(frozen=True, slots=True)
class Atom(Record):
    """One token's share in a number. Kinds: digits, cardinal, multiplier, vague, fraction, range, compound."""

    kind: str
    value: float
    most: float | None = None  # of a range written as one token
    plural: bool = False
    loose: bool = False
    adjective: str | None = None


def atoms(words: Iterable[Token], vocabulary: Vocabulary) -> dict[int, Atom]:
    """Those tokens that are pieces of a number, by position. Nearly all words begin unlike any number word."""
    known, words = _openings(vocabulary), tuple(words)
    some = (t for t in words if t.text[:OPENING].lower() in known or t.text[0].isdigit())
    below = (t for k, t in enumerate(words) if t.text[0] in SIGNS and _is_below_zero(words, k))
    return {t.i: found for t in chain(some, below) if (found := atom(t, vocabulary))}


def _is_below_zero(words: tuple[Token, ...], k: int) -> bool:
    """«-5 градусов», but not «10 -15 градусов»."""
    if not BELOW_ZERO.fullmatch(words[k].text) or (k and words[k - 1].text[0].isdigit()):
        return False
    return any(not lemmas(unit.text).isdisjoint(SCALES) for unit in words[k + 1 : k + 2])


@lru_cache(maxsize=4)
def _openings(vocabulary: Vocabulary) -> frozenset[str]:
    """Of the number words, and of what stands for them in adjectives."""
    return openings(word for entry in vocabulary.numbers.values() for word in (*entry.words, *entry.stems))


def atom(token: Token, vocabulary: Vocabulary) -> Atom | None:
    """The token as a piece of a number, or None."""
    return _atom(token.text, token.pos, token.feats.get("Number") == "Plur", vocabulary)


@lru_cache(maxsize=20_000)
def _atom(text: str, pos: str, plural: bool, vocabulary: Vocabulary) -> Atom | None:
    if BELOW_ZERO.fullmatch(text):
        return Atom("digits", -float(text[1:].replace(",", ".")))
    return _digits(text) if text[0].isdigit() else _word(text, pos, plural, vocabulary)


def _digits(text: str) -> Atom | None:
    if PLAIN.fullmatch(text):
        return Atom("digits", float(text.split("-")[0]))
    if THOUSANDS.fullmatch(text):
        return Atom("digits", float(re.sub(r"[.,]", "", text)))
    if YEARS.fullmatch(text):
        return None  # «в 2004,2006 годах»
    if match := DECIMAL.fullmatch(text):
        return Atom("digits", float(f"{match[1]}.{match[2]}"))
    if match := RANGE.fullmatch(text):
        low, high = (float(part.replace(",", ".")) for part in match.groups())
        return Atom("range", low, most=high) if low < high else None
    if match := COMPOUND.fullmatch(text):
        return _compound(float(match[1]), match[2].lower())
    return None


def _compound(value: float, adjective: str) -> Atom:
    """«18-месячный» counts its unit, «5-тысячный» is a number as others are."""
    factor = next((MULTIPLIED[m] for m in MULTIPLIED if adjective.startswith(m)), None)
    return Atom("digits", value * factor) if factor else Atom("compound", value, adjective=adjective)


def _word(text: str, pos: str, plural: bool, vocabulary: Vocabulary) -> Atom | None:
    if "-" in text:
        return _pair(text, vocabulary)
    entry = number_word(text, pos, vocabulary)
    if entry is None:
        return _one_word(text.lower().replace("ё", "е"), vocabulary) if pos == "ADJ" and len(text) > LONG else None
    if entry.kind == "multiple":
        return _compound(entry.value, TIMES)
    return Atom(entry.kind, entry.value, plural=plural, loose=entry.loose)


def _one_word(text: str, vocabulary: Vocabulary) -> Atom | None:
    """«двухдневный», «десятилетних», «пятитысячного»: number and unit in one adjective."""
    for stem, value in _stems(vocabulary):
        if text.startswith(stem):
            found = _compound(value, text[len(stem) :])
            known = found.adjective is None or not _adjectives(vocabulary).isdisjoint(lemmas(found.adjective))
            return found if known else None
    return None


@lru_cache(maxsize=4)
def _stems(vocabulary: Vocabulary) -> tuple[tuple[str, float], ...]:
    """What such adjectives begin with, the longest first."""
    found = [(stem, entry.value) for entry in vocabulary.numbers.values() for stem in entry.stems]
    return tuple(sorted(found, key=lambda f: -len(f[0])))


@lru_cache(maxsize=4)
def _adjectives(vocabulary: Vocabulary) -> frozenset[str]:
    """The adjectives of units of time and length; «двукратный» and «трехпроцентный» are mostly titles and kinds."""
    return frozenset(a for u in vocabulary.units.values() if u.measure in ("duration", "distance") for a in u.adjectives)


def _pair(text: str, vocabulary: Vocabulary) -> Atom | None:
    """«два-три», «двое-трое»: a range in one word."""
    parts = [number_word(part, "NUM", vocabulary) for part in text.split("-")]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    low, high = parts[0], parts[1]
    return Atom("range", low.value, most=high.value) if low.kind == high.kind == "cardinal" and low.value < high.value else None


def number_word(text: str, pos: str, vocabulary: Vocabulary) -> NumberWord | None:
    """The number word of this form. «семью» counts only where it is tagged as a number or can be nothing else."""
    words = _words(vocabulary)
    known = sorted(words.keys() & lemmas(text))
    if not known:
        return None
    entry = words[known[0]]
    if entry.kind != "cardinal" or pos in ("NUM", "DET", "ADJ"):
        return entry
    return entry if parses(text.lower())[0].tag.POS in ("NUMR", "ADJF") else None


@lru_cache(maxsize=4)
def _words(vocabulary: Vocabulary) -> dict[str, NumberWord]:
    return {word: entry for entry in vocabulary.numbers.values() for word in entry.words}
