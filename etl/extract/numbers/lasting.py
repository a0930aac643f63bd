"""Lengths of time without a number word: «в течение часа», «на протяжении многих лет», «к году тюрьмы»."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.numbers.atoms import Atom
from etl.extract.words import figure_words
from etl.morphology import lemmas
from etl.records import Token
from etl.vocabulary import Vocabulary

LASTING, MANY = {"течение", "протяжении"}, {"многих", "долгих", "целых", "целого", "целой"}


def lasting(words: tuple[Token, ...], vocabulary: Vocabulary) -> dict[int, Atom]:
    """«в течение [часа]», «на протяжении многих [лет]», «к [году] тюрьмы»: the unit itself tells one of them, or several."""
    units, terms, found = figure_words(vocabulary, "spans"), figure_words(vocabulary, "terms"), dict[int, Atom]()
    for token, after in pairwise(words):
        if not units.isdisjoint(lemmas(token.text)) and lemmas(after.text) & terms and _is_one(token):
            found[token.i] = Atom("bare", 1)  # «к году тюрьмы»
    for n, opening in enumerate(words):
        if opening.text.lower() not in LASTING:
            continue
        lasts = next((t for t in words[n + 1 : n + 3] if t.text.lower() not in MANY), None)
        if lasts is not None and lemmas(lasts.text) & units:
            found[lasts.i] = Atom("bare", 1, plural=lasts.feats.get("Number") == "Plur")
    return found


def _is_one(token: Token) -> bool:
    return token.feats.get("Number") == "Sing" and token.feats.get("Case") in ("Dat", "Ins", "Acc", "Nom")
