"""Places that no gazetteer knows: their nominative, their kind, and the words that belong to the name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from etl.morphology import lemmas, nominative, parses
from etl.records import Doc, Entity, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import PlaceWord


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in the nominative, what kind of place it is, and the tokens (half-open) that bear it."""

    name: str
    kind: str
    first: int
    last: int


def naming(doc: Doc, entity: Entity, vocabulary: Vocabulary) -> Naming:
    """Read a tagged name together with the common noun before or inside it.

    «в городе Заречье» is the city Заречье, «на полигоне Ашулук» the site полигон Ашулук, «Красная площадь» a site;
    «в районе Заречья» only means near it.
    """
    tokens = doc.tokens[entity.first : entity.last]
    word = place_word(tokens[0], vocabulary)
    if word and len(tokens) > 1:
        first = entity.first if word.kept else entity.first + 1
        return Naming(_name(doc, first, entity), word.kind, first, entity.last)
    before = doc.tokens[entity.first - 1] if entity.first > doc.sentence(tokens[0]).first else None
    word = place_word(before, vocabulary) if before else None
    near = word is not None and not word.kept and tokens[0].rel == "nmod" and tokens[0].feats.get("Case") == "Gen"
    if word and before and not before.text[0].isupper() and not near:
        first = entity.first - 1 if word.kept else entity.first
        return Naming(_name(doc, first, entity), word.kind, first, entity.last)
    inside = next((w for t in tokens if (w := place_word(t, vocabulary))), None)
    return Naming(_name(doc, entity.first, entity), inside.kind if inside else "city", entity.first, entity.last)


def place_word(token: Token, vocabulary: Vocabulary) -> PlaceWord | None:
    """The vocabulary's entry for a common noun like «город», «область», «аэропорт»."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    return _entry(token.text, vocabulary)


@lru_cache(maxsize=20_000)
def _entry(form: str, vocabulary: Vocabulary) -> PlaceWord | None:
    forms = lemmas(form)
    return next((w for w in vocabulary.place_words.values() if forms & set(w.words)), None)


def _name(doc: Doc, first: int, entity: Entity) -> str:
    """The nominative; what the entity tagger could not bring there keeps its form."""
    if first == entity.first:
        return _corrected(doc.tokens[entity.first : entity.last], entity.normal)
    if first < entity.first:
        word = doc.tokens[first]
        return f"{nominative(word.text, word.feats)} {_bare(doc, entity.first, entity.last)}"
    return _bare(doc, first, entity.last)


def _corrected(tokens: tuple[Token, ...], normal: str) -> str:
    """Words that natasha left in another case («в Веденском район») put into the nominative where only one is possible."""
    words = normal.split()
    if len(tokens) == 1 and normal == tokens[0].text and _only_genitive(normal):
        return nominative(normal, {**tokens[0].feats, "Case": "Gen"})  # «у города Каменска», whatever the tagger thinks
    if len(tokens) == 1 and normal == tokens[0].text and normal.endswith("ы") and tokens[0].feats.get("Case") == "Gen":
        return f"{normal[:-1]}а"  # «к северу от Хамы»
    if len(words) != len(tokens) or tokens[-1].rel == "appos":
        return normal
    left = (w == t.text and (t.pos == "ADJ" or t.feats.get("Case") == "Ins") for w, t in zip(words, tokens, strict=True))
    return " ".join(nominative(t.text, t.feats) if fix else w for w, t, fix in zip(words, tokens, left, strict=True))


@lru_cache(maxsize=20_000)
def _only_genitive(word: str) -> bool:
    """A place's name that the dictionary reads as a genitive and as nothing else."""
    found = [p.tag for p in parses(word)]
    return bool(found) and all("Geox" in tag and tag.case == "gent" for tag in found)


def _bare(doc: Doc, first: int, last: int) -> str:
    """Words after a common noun: a name in apposition stands in the nominative already, a genitive stays one."""
    return doc.text[doc.tokens[first].start : doc.tokens[last - 1].stop]
