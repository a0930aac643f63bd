"""Lengths of time without a number word: «в течение часа», «на протяжении многих лет», «к году тюрьмы»."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.numbers.atoms import Atom
from etl.extract.words import figure_words
from etl.morphology import all_forms, lemmas
from etl.records import Token
from etl.vocabulary import Vocabulary

LASTING, MANY = {"течение", "протяжении"}, {"многих", "долгих", "целых", "целого", "целой"}


def lasting(words: tuple[Token, ...], vocabulary: Vocabulary) -> dict[int, Atom]:
    """«в течение [часа]», «на протяжении многих [лет]», «к [году] тюрьмы»: the unit itself tells one of them, or several."""
    units, terms, found = figure_words(vocabulary, "spans"), figure_words(vocabulary, "terms"), dict[int, Atom]()
    for n, token in enumerate(words):
        if token.text.lower() not in _units(vocabulary) or units.isdisjoint(lemmas(token.text)):
            continue
        if n + 1 < len(words) and lemmas(words[n + 1].text) & terms and _is_one(token):
            found[token.i] = Atom("bare", 1)  # «к году тюрьмы»
        if _opening(words, n) in LASTING:
            found[token.i] = Atom("bare", 1, plural=token.feats.get("Number") == "Plur")
    return found


@lru_cache(maxsize=4)
def _units(vocabulary: Vocabulary) -> frozenset[str]:
    """All forms of the units: asked before their dictionary forms, since nearly no word is one."""
    return frozenset(form for unit in figure_words(vocabulary, "spans") for form in all_forms(unit))


def _opening(words: tuple[Token, ...], n: int) -> str:
    """The word before this one, «многих» left out."""
    before = [t.text.lower() for t in words[max(0, n - 2) : n]]
    return before[-2] if len(before) == 2 and before[-1] in MANY else before[-1] if before else ""


def _is_one(token: Token) -> bool:
    return token.feats.get("Number") == "Sing" and token.feats.get("Case") in ("Dat", "Ins", "Acc", "Nom")
