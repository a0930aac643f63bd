"""Where a person's name begins and ends: two taken for one, titles and places before it, words the tagger left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from etl.extract.actors.no_persons import common_noun
from etl.extract.actors.stage import Stage
from etl.morphology import parses
from etl.personal_names import name_candidates
from etl.records import Entity

SYLLABLE = 4  # letters of a word of a Chinese or Korean name
RUSSIAN = re.compile("[А-ЯЁ][а-яё]+")


def behind_a_body(stage: Stage, entity: Entity) -> int:
    """«лидер [Аль-Кайды] Усама …»: where the name begins that the tagger took for one with that of the organisation."""
    first = entity.first
    while first < entity.last - 1 and (part := stage.on(first)) is not None and part.kind == "organization":
        first += 1
    return first


def split(stage: Stage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Two neighbours taken for one («экс-президента Дональда Трампа Джон Смит»), and the Latin spelling in brackets cut off."""
    start = first
    tokens = stage.doc.tokens
    for i in range(first, last):
        t = tokens[i]
        if t.text in ("(", "[", ",", ";"):
            yield start, i
            if t.text == "(" and i + 2 < last and RUSSIAN.fullmatch(tokens[i + 1].text):
                yield i + 1, last  # «Олега Громова (Али Ларина)»
            return
        other = t.text[0].isupper() and not t.rel.startswith("flat") and i + 1 < last and tokens[i + 1].rel.startswith("flat")
        whole = i - start > 1 or (i > start and _surname(tokens[start].text))  # not «Мамаду | Саран Балде»
        if whole and other and tokens[i + 1].head == i and t.feats.get("Case") != tokens[start].feats.get("Case"):
            yield start, i
            start = i
    yield start, last


def trimmed(stage: Stage, first: int, last: int) -> tuple[int, int]:
    """Without marks, and without a title or place before the name («Папа Римский | Иоанн», «полиции Лхасы | Тензин»)."""
    doc = stage.doc
    title = stage.lexicon.positions.at(doc, first)
    if title is not None and title.last < last:
        first = title.last
    while last - first > 1 and _before_the_name(stage, first, last):
        first += 1
    while last - first > 1 and doc.tokens[first].text.lower() in stage.role_words("address"):
        first += 1  # «сэр | Алекс Громов»
    while last - first > 1 and common_noun(doc.tokens[first]):
        first += 1
    while first < last and not doc.tokens[first].text[0].isalpha():
        first += 1
    while first < last and not (doc.tokens[last - 1].text[-1].isalpha() or doc.tokens[last - 1].text == "."):
        last -= 1
    return first, last


def _before_the_name(stage: Stage, i: int, last: int) -> bool:
    """A place, country or body that is no part of the name behind it: «полиции Лхасы | Тензин»; but «Гао Чэн Юн»."""
    syllables = all(len(t.text) <= SYLLABLE for t in stage.doc.tokens[i:last])
    return (is_a_place(stage, i) and not syllables) or i in stage.country_tokens or _a_body(stage, i)


def widened(stage: Stage, first: int) -> int:
    """A name word the tagger left out before the name: «Аун Сан Су Чжи» tagged from «Сан» on."""
    doc = stage.doc
    start = doc.sentence(doc.tokens[first]).first
    while first > start:
        before, t = doc.tokens[first - 1], doc.tokens[first]
        linked = (t.rel.startswith("flat") and t.head == before.i) or (before.rel.startswith("flat") and before.pos == "PROPN")
        elsewhere = (
            before.i in stage.claimed
            or is_a_place(stage, before.i)
            or _a_body(stage, before.i)
            or stage.lexicon.positions.at(doc, before.i) is not None
            or before.text.lower() in stage.role_words("address")
        )
        apart = any(e.kind == "PER" and e.last == first and _complete(stage, e, first) for e in stage.doc.entities)
        linked = linked or (_first_name(before.text) and before.feats.get("Case") == t.feats.get("Case"))
        if not linked or elsewhere or apart or before.pos not in ("PROPN", "NOUN") or not before.text[0].isupper():
            break
        first -= 1
    return first


def _complete(stage: Stage, before: Entity, first: int) -> bool:
    """«летчицы Анны Кириенко | Олег Громов», «послании Громова | Ларин»: the tagger's name before is whole, and another's."""
    surnames = all(_surname(stage.doc.tokens[i].text) for i in (before.last - 1, first))
    return before.last - before.first > 1 or surnames


@lru_cache(maxsize=20_000)
def _first_name(word: str) -> bool:
    """Known as a first name and as nothing else: «Юнона | Царева»."""
    found = [p.tag.grammemes for p in parses(word.lower()) if p.is_known]
    return bool(found) and word[0].isupper() and all("Name" in t for t in found)


def _surname(word: str) -> bool:
    """Known as a surname and not as a first name."""
    tags = [p.tag.grammemes for p in parses(word.lower())]
    return any("Surn" in t for t in tags) and not any("Name" in t for t in tags)


def _a_body(stage: Stage, i: int) -> bool:
    """«зампред Центробанка | Громов»."""
    hit = stage.lexicon.bodies.at(stage.doc, i)
    return hit is not None and hit.last == i + 1


def is_a_place(stage: Stage, i: int) -> bool:
    """A place of this article, also where this once only the word can tell: «в провинции Гильменд … полиции Гильменда»."""
    forms = name_candidates(stage.doc.tokens[i].text)
    return stage.atlas.by_head.get(i) is not None or not forms.isdisjoint(stage.place_words)
