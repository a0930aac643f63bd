"""Whether a person described by a noun ('актриса', 'следователь') can be one who was spoken of before."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.statements.again import is_told_of_anew
from etl.extract.statements.script import Script
from etl.extract.words import role_words
from etl.morphology import phrase_lemmas
from etl.records import ActorKey, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.speech import Calling

SOURCES = ("источник", "собеседник")  # bare, they mean the source without a name who spoke before
OTHERS = ("один", "другой", "второй", "третий", "некий", "иной", "любой", "каждый", "всякий")


def is_somebody_new(script: Script, token: Token) -> bool:
    """'Очевидец', 'его брат', 'другой врач', 'четыре человека', 'человек, признавшийся в поджоге': nobody spoken of before."""
    kin = token.lemma in role_words(script.reading.vocabulary)["kin"]
    other = any(t.lemma in OTHERS for t in script.doc.children(token, "amod", "det"))
    counted = script.doc.child(token, "nummod") is not None
    after = next(iter(script.rest(token)), token)
    whence = after.lemma == "из" and token.feats.get("Animacy") == "Anim"  # 'агент из города Лима'
    return token.lemma in script.words("newcomers") or kin or other or counted or whence or is_told_of_anew(script, token)


def is_somebody_else(script: Script, actor: ActorKey, token: Token) -> bool:
    """'Источник' is nobody known by name, 'следователь' not the lawyer named before, 'американский чиновник' no Briton."""
    if token.lemma in SOURCES:
        return script.reading.cast.by_key[actor].name[:1].isupper()
    introduced = token.lemma in script.words("newcomers") and script.doc.child(token, "nmod")  # 'автор статьи'
    return bool(introduced) or _is_foreign(script, actor, token) or _has_another_part(script, actor, token)


def _is_foreign(script: Script, actor: ActorKey, token: Token) -> bool:
    known, atlas = script.reading.cast.by_key[actor].country, script.reading.atlas
    lands = (atlas.location_at.get(t.i) for t in script.doc.children(token, "amod"))
    codes = {atlas.by_key[x.place].country for x in lands if x and x.place in atlas.by_key}
    return known is not None and bool(codes) and known not in codes


def _has_another_part(script: Script, actor: ActorKey, token: Token) -> bool:
    """'Судья' is no retired colonel, 'диспетчер' no 'пилот', 'водитель министра' not the minister."""
    known = _known_of(script, actor)
    if token.lemma in known or token.lemma.split("-")[-1] in known:
        return False  # 'экс-советник' is the «бывший советник президента»
    if known and any(t.feats.get("Animacy") == "Anim" for t in script.doc.children(token, "nmod")):
        return True
    callings = _callings(script.reading.vocabulary)
    calling = callings.get(token.lemma)
    if calling is None or not known.isdisjoint((calling.name, *calling.aliases, *calling.signs)):
        return False
    return bool(known) if calling.signs else not known.isdisjoint(callings)


def _known_of(script: Script, actor: ActorKey) -> frozenset[str]:
    """The words, in all their dictionary forms, of the person's roles, and of what a person without a name is called."""
    cast = script.reading.cast
    name = cast.by_key[actor].name
    said = [r.role for r in cast.roles if r.actor == actor] + ([name] if name[:1].islower() else [])
    return frozenset(lemma for phrase in said for lemma in phrase_lemmas(phrase.replace("-", " ")))


@lru_cache(maxsize=4)
def _callings(vocabulary: Vocabulary) -> dict[str, Calling]:
    """By each of the nouns."""
    return {word: c for c in vocabulary.callings.values() for word in (c.name, *c.aliases)}
