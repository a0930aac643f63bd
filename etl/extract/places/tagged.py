"""Places that only the entity tagger knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from etl.extract.places.found import Found
from etl.extract.places.gazetteer import nominatives
from etl.extract.places.naming import naming, place_word
from etl.extract.places.refused import is_no_name, names_of_organisations
from etl.personal_names import name_candidates
from etl.records import Doc, Entity
from etl.vocabulary import Vocabulary
from etl.vocabulary.names import fold

NEAR = 6  # tokens between a place and the words that tell where it lies
Rule = Callable[[Entity, Doc, tuple[Found, ...]], bool]


def tagged(doc: Doc, vocabulary: Vocabulary, sure: list[Found]) -> list[Found]:
    """LOC names that hold no known place, or a known place as part of a longer name; organisations are left out."""
    organisations = names_of_organisations(vocabulary)
    found = []
    for entity in doc.entities:
        if not (entity.kind == "LOC" or _after_place_word(entity, doc, vocabulary)) or fold(entity.normal) in organisations:
            continue
        if is_no_name(entity, doc, vocabulary):
            continue
        inside = tuple(f for f in sure if f.first < entity.last and entity.first < f.last)
        rule = next((r for r in RULES if r(entity, doc, inside)), None)
        if rule:
            name = naming(doc, entity, vocabulary)
            country = inside[0].country_itself if inside else None
            kind = "region" if rule is part_of_a_land else name.kind
            found.append(Found(name.first, name.last, rule.__name__, name.name, kind, country=country))
    found = _joined(found, doc)
    found += _named_again(found, sure, doc)
    return [replace(f, country=f.country or _told_beside(f, sure, doc, vocabulary)) for f in found]


def unknown_name(entity: Entity, doc: Doc, inside: tuple[Found, ...]) -> bool:
    """«в деревне Ольховка»: no gazetteer knows it."""
    return not inside


def part_of_a_land(entity: Entity, doc: Doc, inside: tuple[Found, ...]) -> bool:
    """«Северная Европа», «Восточный Казахстан»: an adjective makes another place of a known one."""
    first = doc.tokens[entity.first]
    return first.pos == "ADJ" and len(inside) == 1 and inside[0].first > entity.first and inside[0].last == entity.last


RULES: tuple[Rule, ...] = (unknown_name, part_of_a_land)


def _after_place_word(entity: Entity, doc: Doc, vocabulary: Vocabulary) -> bool:
    """«на станции Лесной завод»: a common noun says that it is a place, whatever the tagger thinks."""
    before = doc.tokens[entity.first - 1] if entity.first else None
    word = place_word(before, vocabulary) if before is not None and before.text.islower() else None
    return entity.kind == "ORG" and word is not None and not word.houses


def _named_again(found: list[Found], sure: list[Found], doc: Doc) -> list[Found]:
    """Further mentions of a new place that the tagger missed: «в Ольховке», once «село Ольховка» was named."""
    names = {fold(f.name): f for f in found if f.last == f.first + 1}
    taken = {i for f in (*found, *sure) for i in range(f.first, f.last)}
    taken |= {i for e in doc.entities if e.kind == "PER" for i in range(e.first, e.last)}
    again = []
    for token in doc.tokens:
        if token.i not in taken and token.text.istitle() and (same := names.keys() & _bases(token.text)):
            again.append(replace(names[min(same)], first=token.i, last=token.i + 1, rule="named_again"))
    return again


def _joined(found: list[Found], doc: Doc) -> list[Found]:
    """One place, one name: a form whose nominative another mention shows takes that («под Ольховкой», «в селе Ольховка»)."""
    bare = [f for f in found if _is_bare(f, doc)]
    shown = {fold(f.name): f.name for f in bare}
    fits = {f: sorted(shown.keys() & _bases(doc.tokens[f.first].text)) for f in found if f not in bare}
    return [replace(f, name=shown[fits[f][0]]) if len(fits.get(f, ())) == 1 and f.last == f.first + 1 else f for f in found]


def _bases(word: str) -> frozenset[str]:
    """All nominatives that a form of an unknown name may have, foreign ones too: «в Линденфилде»."""
    return nominatives(word) | name_candidates(word)


def _is_bare(found: Found, doc: Doc) -> bool:
    """A nominative: the tagger says so, or it stands in apposition: «в селе Ольховка»."""
    first = doc.tokens[found.first]
    return found.last == found.first + 1 and (first.feats.get("Case") == "Nom" or first.rel == "appos")


def _told_beside(found: Found, sure: list[Found], doc: Doc, vocabulary: Vocabulary) -> str | None:
    """The country of the place named just after: «в Линкольне, штат Небраска», «в селе Ольховка на востоке Украины»."""
    if any((word := place_word(t, vocabulary)) and word.shared for t in doc.tokens[found.first : found.last]):
        return None
    sentence = doc.tokens[found.first].sentence
    for other in sure:
        if 0 <= other.first - found.last <= NEAR and doc.tokens[other.first].sentence == sentence:
            between = doc.tokens[found.last : other.first]
            if not any(t.pos in ("VERB", "CCONJ") for t in between):
                return other.country_itself or _only(other, vocabulary)
    return None


def _only(found: Found, vocabulary: Vocabulary) -> str | None:
    countries = {vocabulary.places[c].country for c in found.candidates}
    return countries.pop() if len(countries) == 1 else None
