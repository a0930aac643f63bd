"""Names of things that the tagger takes for organisations: stations, ships, works, goods; and platforms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from etl.extract.actors.lexicon import top
from etl.extract.actors.phrases import QUOTES
from etl.extract.actors.stage import Stage
from etl.morphology import lemmas
from etl.records import Doc, Entity, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import NotActor

PLATFORM = "platform"  # in not_actors.yml, as are:
OWNED = {"ware", "gathering", "district"}  # a name without quotation marks behind one may be whose it is: «альбом Rammstein»
ACTING = {PLATFORM, "house", "work"}  # «Омский театр» itself may act
LASTING = {"vehicle"}  # their names mean nothing else in the article; a stadium may have its club's


def is_a_venue(stage: Stage, entity: Entity, known: frozenset[str] = frozenset()) -> bool:
    """«станции "Технологический институт"», «в Twitter»: a place, a vehicle or a platform, no actor."""
    first = stage.doc.tokens[entity.first]
    own = stage.lexicon.venues.at(stage.doc, entity.first)
    if own is not None and own.entry.id == PLATFORM and _acts(stage.doc, first):
        return False
    place = stage.atlas.by_head.get(entity.first)
    if own is not None or (place is not None and not stage.doc.tokens[place.head].rel.startswith("nsubj")):
        return True
    itself = stage.lexicon.venues.at(stage.doc, top(stage.doc, entity.first, entity.last).i)
    if itself is not None and itself.entry.id not in ACTING:
        return True
    return _is_a_thing(stage, entity, known)


def _acts(doc: Doc, token: Token) -> bool:
    """«Facebook представил сервис», «основатель Facebook»: the company, not where something was posted."""
    up = doc.head(token)
    if up is None or doc.child(token, "case") is not None:
        return False
    doer = token.rel == "nsubj" and up.pos == "VERB"
    return doer or (token.rel in ("nmod", "appos") and up.feats.get("Animacy") == "Anim")


def a_make(stage: Stage, first: int) -> bool:
    """«самолет Airbus»: who made it does nothing here."""
    before = stage.lexicon.venues.at(stage.doc, first - 1) if first else None
    return before is not None and before.entry.id in LASTING


def is_a_quoted_thing(stage: Stage, entity: Entity, known: frozenset[str]) -> bool:
    """«сторожевик "Ярослав Мудрый"», later «"Ярослав Мудрый" вышел в море»: called after a person, and none."""
    around = (*stage.doc.tokens[entity.first - 1 : entity.first], *stage.doc.tokens[entity.last : entity.last + 1])
    quoted = len(around) == 2 and all(t.text in QUOTES for t in around)
    return quoted and _is_a_thing(stage, entity, known)


def _is_a_thing(stage: Stage, entity: Entity, known: frozenset[str]) -> bool:
    """Called a thing here, or one of the `known` names of vehicles."""
    return _called(stage, entity) is not None or not known.isdisjoint(_forms(_spelled(entity)))


def things(stage: Stage) -> frozenset[str]:
    """Names that the article once gives to a vehicle: «телескоп "Орион"», later «Орион»."""
    named = ((e, _called(stage, e)) for e in stage.doc.entities)
    found = {_spelled(e) for e, thing in named if thing is not None and thing.id in LASTING}
    return frozenset(found.union(*(_forms(t.text) for t in _named_vehicles(stage))))


def _named_vehicles(stage: Stage) -> Iterator[Token]:
    """The name of one word behind the word for a vehicle, which the tagger need not have seen: «шаттл "Орион"»."""
    doc = stage.doc
    for token in doc.lemmatised(*_vehicle_words(stage.vocabulary)):
        hit = stage.lexicon.venues.at(doc, token.i)
        small = token.text.islower() or token.i == doc.sentence(token).first
        if hit is None or hit.entry.id not in LASTING or not small:
            continue
        words = [t for t in doc.tokens[hit.last : doc.sentence(token).last][:3] if t.text not in QUOTES]
        if words and words[0].text[0].isupper() and not any(t.text[0].isupper() for t in words[1:2]):
            yield words[0]


@lru_cache(maxsize=4)
def _vehicle_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The words with which the names of kinds of vehicles begin."""
    kinds = (e for e in vocabulary.not_actors.values() if e.id in LASTING)
    return frozenset(name.split()[0].lower() for e in kinds for name in (e.name, *e.aliases))


def _forms(name: str) -> frozenset[str]:
    """The name as it stands and in the nominative: «Атлантиса», «Атлантис»."""
    return frozenset((name.lower(), *lemmas(name)))


def _called(stage: Stage, entity: Entity) -> NotActor | None:
    """The word for a thing before the name, or that has it in apposition: «гостинице в Лиме - Palace»."""
    doc = stage.doc
    i = entity.first - 1
    if i >= 0 and doc.tokens[i].text in QUOTES:
        i -= 1
    before = [i] if i >= 0 else []
    found = (stage.lexicon.venues.at(doc, k) for k in (*before, *(t.i for t in _told_of(doc, entity))))
    quoted = doc.tokens[entity.first - 1 if entity.first else 0].text in QUOTES or doc.tokens[entity.first].text in QUOTES
    return next((hit.entry for hit in found if hit is not None and (quoted or hit.entry.id not in OWNED)), None)


def _told_of(doc: Doc, entity: Entity) -> Iterator[Token]:
    """The noun before that the name is in apposition to, alone or in a list."""
    head = top(doc, entity.first, entity.last)
    while head.rel == "conj" and (up := doc.head(head)) is not None and up.i < head.i:
        head = up
    up = doc.head(head)
    if head.rel == "appos" and up is not None and up.i < head.i:
        yield up


def _spelled(entity: Entity) -> str:
    return entity.normal.strip(QUOTES + " ").lower()
