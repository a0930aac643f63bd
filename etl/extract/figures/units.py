"""The unit a number counts in, by sign («5 %»), adjective («18-месячный»), model («4 Су-24», «6 «Миражей»») or noun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from etl.extract.numbers import Number
from etl.extract.words import figure_words
from etl.morphology import lemmas, parses, tags
from etl.records import Doc, Token
from etl.vocabulary import Vocabulary

SHORT = 4  # letters: «F» needs its number, «Мираж» does not
MODEL = re.compile(r"([^\W\d_]+)-?\d")  # «Су-24», «F-16»
BARE = {"предыдущий", "последний", "следующий", "первый", "другой", "остальной", "последующий", "прежний", "новый", "подобный"}
COLLECTIVE = {"двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "восьмеро", "девятеро", "десятеро", "оба"}


def unit_of(number: Number, noun: Token | None, phrase: tuple[Token, ...], doc: Doc, vocabulary: Vocabulary) -> str | None:
    """The unit's id, `people` for any living beings but animals, or None."""
    if number.fraction:
        return "fraction"
    before = doc.tokens[number.first - 1].text.lower() if number.first else ""
    sign = doc.tokens[number.last].text.lower() if number.last < len(doc.tokens) else ""
    animals = figure_words(vocabulary, "animals")
    beside = (*phrase, *doc.tokens[noun.i + 1 : noun.i + 3]) if noun is not None else phrase  # «долларов | Намибии»
    beasts = noun is not None and any(lemmas(t.text) & animals for t in beside)
    if known := _units(vocabulary).of(before, sign, number.adjective, noun, beside):
        return None if beasts and known == "people" else known  # «трупы собак»
    if number.value is not None and lemmas(doc.tokens[number.first].text) & COLLECTIVE and noun is not None and noun.pos == "ADJ":
        return "people"  # «трое раненых», «двое последних»
    if noun is None:
        return "people" if lemmas(doc.tokens[number.first].text) & COLLECTIVE else None
    one = number.value is not None and number.value % 10 == 1 and _stands_for_a_person(noun)  # «о 31 погибшем»
    return "people" if (one or is_people(noun)) and not beasts else None


def _stands_for_a_person(noun: Token) -> bool:
    """«погибшем», «гражданского»: an attribute that stands for a man."""
    known = tags(noun.text.lower())
    masculine = noun.feats.get("Gender") in ("Masc", None) and noun.feats.get("Number") == "Sing"
    return masculine and noun.pos in ("ADJ", "VERB") and bool(known) and all(tag.POS in ("PRTF", "ADJF") for tag in known)


def is_people(noun: Token) -> bool:
    """Living beings, and participles that stand for them: «жителей», «погибших»."""
    if noun.pos == "ADJ" and lemmas(noun.text) & BARE:
        return False
    known = tags(noun.text.lower())
    if noun.pos in ("ADJ", "VERB") or all(tag.POS in ("PRTF", "ADJF") for tag in known):  # «убитых», «безоружных»
        return noun.feats.get("Number") == "Plur" or noun.feats.get("Animacy") == "Anim"
    if not any(p.is_known for p in parses(noun.text.lower())):
        return noun.feats.get("Animacy") == "Anim"
    living = {p.tag.animacy for p in parses(noun.text.lower()) if p.tag.POS == "NOUN"}
    return living == {"anim"} or ("anim" in living and noun.feats.get("Animacy") != "Inan")


@lru_cache(maxsize=4)
def _units(vocabulary: Vocabulary) -> Units:
    return Units(vocabulary)


class Units:
    """units.yml by sign, adjective, letters of a model and last word of a noun. Of several units the first in the file counts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._ids = list(vocabulary.units)
        self._signs: dict[str, int] = {}
        self._adjectives: dict[str, int] = {}
        self._models: dict[str, int] = {}
        self._nouns: dict[str, list[tuple[list[frozenset[str]], int]]] = defaultdict(list)
        for rank, unit in enumerate(vocabulary.units.values()):
            for index, words in ((self._signs, unit.signs), (self._adjectives, unit.adjectives), (self._models, unit.models)):
                for word in words:
                    index.setdefault(word, rank)
            for phrase in unit.words:
                *modifiers, noun = phrase.split()
                self._nouns[noun].append(([lemmas(m) for m in modifiers], rank))

    def of(self, before: str, sign: str, adjective: str | None, noun: Token | None, phrase: tuple[Token, ...]) -> str | None:
        """The unit of a number with these words beside it."""
        beside = [*self._beside(before, sign, adjective)]  # «£3 млн дня» are pounds
        ranks = beside or [*(self._counted(noun, phrase) if noun else ())]
        return self._ids[min(ranks)] if ranks else None

    def _beside(self, before: str, sign: str, adjective: str | None) -> Iterator[int]:
        signs = (sign,) if before.isalpha() else (before, sign)
        yield from (self._signs[s] for s in signs if s in self._signs)
        if adjective:
            yield from (self._adjectives[a] for a in lemmas(adjective) if a in self._adjectives)

    def _counted(self, noun: Token, phrase: tuple[Token, ...]) -> Iterator[int]:
        """«[квадратных] километров», «долларов [США]»: the modifiers stand in the phrase or behind the noun."""
        model = MODEL.match(noun.text.lower())
        names = [model[1]] if model else lemmas(noun.text) if noun.text[0].isupper() else ()
        yield from (self._models[name] for name in names if name in self._models and (model or len(name) > SHORT))
        choices = [c for w in lemmas(noun.text) | lemmas(noun.text.split("-")[0]) for c in self._nouns.get(w, ())]
        if choices:
            said = frozenset().union(*(lemmas(t.text) for t in phrase))
            yield from (rank for modifiers, rank in choices if all(said & m for m in modifiers))
