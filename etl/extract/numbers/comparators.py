"""How a number is meant: «более 4 тыс.», «не менее пяти», «человек двадцать», «число жертв превысило 50»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.extract.numbers.number import Number
from etl.extract.words import figure_words
from etl.morphology import lemmas
from etl.records import Doc, Sentence, Token
from etl.vocabulary import Vocabulary

MODAL = {"может", "могут", "должен", "должна", "должно", "должны", "будет", "будут"}
REACH = 6  # words between a predicate such as «превысило» and its number


def compared(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Number:
    """The number with the comparator that the first fitting rule finds."""
    if number.comparator == "range":
        return number
    for rule in RULES:
        found = rule(number, doc, sentence, vocabulary)
        if found:
            comparator, opens, closes = found
            keep = number.comparator == "vague"
            return replace(number, comparator="vague" if keep else comparator, opens=opens, closes=closes)
    return number


Found = tuple[str, int, int] | None


def words_before(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Found:
    """«более 4 тыс.», «по меньшей мере, 12», «более чем в два раза», «не менее чем 5»."""
    tokens = [t for t in doc.tokens[max(sentence.first, number.first - 8) : number.first] if t.text != ","]
    filler = figure_words(vocabulary, "filler")
    for skipped in range(3):
        before = tokens[: len(tokens) - skipped]
        if skipped and not {t.text.lower() for t in tokens[len(tokens) - skipped :]} <= filler | {"€", "$", "£"}:
            return None
        match = _longest(before, vocabulary)
        if match:
            comparator, opens = match
            if comparator == "up_to" and doc.tokens[opens].text.lower() == "до" and _is_level(opens, doc, sentence, vocabulary):
                return "exact", opens, number.last
            return DENIED.get(comparator, comparator) if _is_denied(opens, doc, sentence) else comparator, opens, number.last
    return None


DENIED = {"more_than": "up_to", "less_than": "at_least"}


def _is_denied(opens: int, doc: Doc, sentence: Sentence) -> bool:
    """«залог не может быть выше 20 тысяч»."""
    before = [t.text.lower() for t in doc.tokens[max(sentence.first, opens - 3) : opens]]
    return before[-1:] == ["быть"] and "не" in before


def _longest(before: list[Token], vocabulary: Vocabulary) -> tuple[str, int] | None:
    """The longest comparator that ends this row of tokens, and where it begins."""
    said = tuple(t.text.lower().replace("ё", "е") for t in before)
    phrases = _phrases(vocabulary)
    for length in range(min(len(said), max(map(len, phrases))), 0, -1):
        comparator = phrases.get(said[len(said) - length :])
        if comparator:
            return comparator, before[len(before) - length].i
    return None


@lru_cache(maxsize=4)
def _phrases(vocabulary: Vocabulary) -> dict[tuple[str, ...], str]:
    """The words before a number that say how it is meant, commas left out."""
    return {tuple(w.replace(",", "").split()): c.id for c in vocabulary.comparators.values() for w in c.before}


def _is_level(opens: int, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> bool:
    """«число погибших выросло до 50», «с 225 до 328 танков», «с 8 тыс. до 10 тыс.»: «до» names the level reached."""
    before = [t for t in doc.tokens[max(sentence.first, opens - 5) : opens] if t.text != "."][-4:]
    if before and before[-1].pos in ("NUM", "NOUN") and any(t.text.lower() in ("с", "со") for t in before[:-1]):
        return any(t.text[0].isdigit() or t.pos == "NUM" for t in before)
    growth = figure_words(vocabulary, "growth")
    return any(lemmas(t.text) & growth for t in doc.tokens[max(sentence.first, opens - REACH) : opens])


def least_from(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Found:
    """«от 50 тысяч рублей» without an upper bound: at least."""
    i = number.first - 1
    if i < sentence.first or doc.tokens[i].text.lower() != "от":
        return None
    noun = doc.tokens[number.last] if number.last < sentence.last else None
    return ("at_least", i, number.last) if noun and noun.feats.get("Case") == "Gen" and doc.head(doc.tokens[i]) == noun else None


def words_after(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Found:
    """«50 и более», «тысяча с лишним человек», «50 человек и более»."""
    for i in (number.last, number.last + 1):
        said = [t.text.lower() for t in doc.tokens[i : min(sentence.last, i + 3)]]
        for comparator in vocabulary.comparators.values():
            for phrase in comparator.after:
                length = len(phrase.split())
                following = said[length : length + 1]
                if said[:length] == phrase.split() and not (following and following[0][0].isdigit()):
                    return comparator.id, number.first, i + length
    return None


@lru_cache(maxsize=4)
def unit_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The nouns of every unit, dictionary form."""
    return frozenset(w for u in vocabulary.units.values() for w in u.words)


def turned_round(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Found:
    """«человек двадцать», «минут через десять»: the unit before the number makes it a guess."""
    i = number.first - 1
    if i < sentence.first or not doc.tokens[i].text[0].isalpha():
        return None
    if i > sentence.first and (doc.tokens[i - 1].pos == "NUM" or doc.tokens[i - 1].text[0].isdigit()):
        return None  # «арестовал на 15 суток одного из гостей»
    before, after = doc.tokens[i], doc.tokens[number.last] if number.last < sentence.last else None
    plural = before.feats.get("Case") == "Gen" and before.feats.get("Number") == "Plur"
    if not (plural or before.text.lower() in ("человек", "раз")) or not lemmas(before.text) & unit_words(vocabulary):
        return None
    if after is not None and after.pos in ("NOUN", "PROPN", "ADJ"):
        return None
    return "about", i, number.last


def predicate(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Found:
    """«число жертв превысило 50», «ущерб не превышает 2 млн рублей»."""
    for token in _backwards(doc, sentence, number.first):
        known = lemmas(token.text)
        before = [t.text.lower() for t in doc.tokens[max(sentence.first, token.i - 2) : token.i]]
        negated = before[-1:] == ["не"] or (before[:1] == ["не"] and before[1] in MODAL)
        for comparator in vocabulary.comparators.values():
            if known & set(comparator.not_verbs if negated else comparator.verbs):
                return comparator.id, number.first, number.last
        if token.pos == "VERB" or token.text in (",", ";", "—", "–"):
            return None
    return None


def _backwards(doc: Doc, sentence: Sentence, i: int) -> Iterator[Token]:
    yield from reversed(doc.tokens[max(sentence.first, i - REACH) : i])


RULES = (words_before, least_from, words_after, turned_round, predicate)
