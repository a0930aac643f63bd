"""What the entity tagger takes for a place though it is none."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.places.known import is_somebody
from etl.extract.places.naming import place_word
from etl.morphology import lemmas
from etl.records import Doc, Entity, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.names import fold

BEYOND = frozenset({"луна", "земля", "солнце", "марс"})


def is_no_name(entity: Entity, doc: Doc, vocabulary: Vocabulary) -> bool:
    """«Жуковскому», «Болгарское агентство», «Ан-2», «Средней части», «Исламской республики», «Луна», «Шоссе», «Австрийцы»,
    «Талибы», «Королевства»."""
    first, last = doc.tokens[entity.first], doc.tokens[entity.last - 1]
    if any(c.isdigit() for c in entity.normal):
        return True
    if first is last:
        adjective = first.pos == "ADJ" and first.rel == "amod"
        common = place_word(first, vocabulary) is not None or not _common(vocabulary).isdisjoint(lemmas(first.text))
        several = first.pos == "NOUN" and first.feats.get("Number") == "Plur" and first.feats.get("Animacy") == "Anim"
        people = several or any(w in vocabulary.country_people for w in lemmas(first.text))
        return adjective or common or people or is_somebody(doc, first)
    if _a_holders(first, last, doc) or first.lemma in _offices(vocabulary):
        return True  # «Аким области»
    return last.text.islower() and last.pos == "NOUN" and not _tells_a_kind(last, vocabulary)


def _a_holders(first: Token, last: Token, doc: Doc) -> bool:
    """«мэр Мюриэл Баузер»: two words of a name beside the word for a person."""
    noun = doc.head(first)
    beside = first.rel == "appos" and noun is not None and noun.i == first.i - 1 and noun.feats.get("Animacy") == "Anim"
    return beside and last.rel == "flat:name" and last.head == first.i


def _tells_a_kind(noun: Token, vocabulary: Vocabulary) -> bool:
    """«ущелье», «район»; but not «государство», «столица», which only point at a place."""
    pointing = (w for p in vocabulary.place_pronouns.values() if p.means == "country" or p.id == "stolitsa" for w in p.words)
    return place_word(noun, vocabulary) is not None and lemmas(noun.text).isdisjoint(pointing)


@lru_cache(maxsize=4)
def _common(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that point at a place told before, or beyond the earth."""
    return BEYOND.union(*(p.words for p in vocabulary.place_pronouns.values()))


@lru_cache(maxsize=4)
def _offices(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(name for p in vocabulary.positions.values() for name in (p.name, *p.aliases))


@lru_cache(maxsize=4)
def names_of_organisations(vocabulary: Vocabulary) -> frozenset[str]:
    """Names that the tagger takes for lands: «Евросоюз», «ЕС»."""
    listed = (a for a in vocabulary.authority.values() if a.kind in ("organization", "media", "person"))
    return frozenset(fold(n) for a in listed for n in (a.name, *a.aliases))
