"""Which countries send: the subjects of a sentence's cues, their actors and capitals too."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.rows import row_of
from etl.extract.lands import Land
from etl.morphology import lemmas
from etl.records import Token

BELOW = {"xcomp", "nmod", "obj", "obl", "acl", "advcl", "csubj"}  # how a cue may hang below the verb with its subject


def senders(frame: Frame) -> tuple[Land, ...]:
    """The countries that are subjects of a sentence's cues, their actors and capitals too."""
    return tuple(_senders(frame))


def _senders(frame: Frame) -> Iterator[Land]:
    for cue in frame.cues:
        for child in _subjects(cue, frame):
            inside = {t.i for t in frame.doc.subtree(child)}
            named = [x for x in frame.lands if x.head in inside and x.kind == "name" and is_subject(x, frame)]
            if "который" in lemmas(child.text):  # «Франция и Италия, которые пришлют по десять офицеров»
                named = list(_antecedent(child, frame))
            if named:
                yield from named
            else:
                one_by_one = ((t, country_of(t, frame)) for t in (child, *frame.doc.children(child, "conj")))
                yield from (Land(code, "sender", t.i, t.i) for t, code in one_by_one if code)


def _antecedent(pronoun: Token, frame: Frame) -> tuple[Land, ...]:
    """The countries in a row right before «, которые»."""
    last = next((x for x in reversed(frame.lands) if x.kind == "name" and pronoun.i - 3 < x.head < pronoun.i), None)
    if last is None or pronoun.feats.get("Number") != "Plur":
        return (last,) if last else ()
    return row_of(last, frame)


def _subjects(cue: Token, frame: Frame) -> tuple[Token, ...]:
    """The subjects of the cue, or of what governs it: «[Непал и Чад] выразили готовность направить»."""
    while not (found := frame.doc.children(cue, "nsubj")) and cue.rel in BELOW and (above := frame.doc.head(cue)) is not None:
        cue = above
    return found


def is_subject(land: Land, frame: Frame) -> bool:
    token = frame.doc.tokens[land.head]
    if is_place(land, frame):
        return False
    if token.feats.get("Case") is None and frame.doc.tokens[land.head + 1] in frame.cues:  # «ФРГ увеличит»
        return True
    joined = any(t.feats.get("Case") == "Nom" for t in frame.doc.children(token, "conj"))  # «Гондурас и Республика Конго»
    first = frame.doc.head(token) if token.rel == "conj" and token.feats.get("Case") in ("Acc", None) else None
    joined = joined or (first is not None and first.rel.startswith("nsubj"))  # «Гана и Бангладеш»
    return token.rel.startswith("nsubj") or token.feats.get("Case") == "Nom" or joined


def country_of(token: Token, frame: Frame) -> str | None:
    """The country of the actor that the word means, or of a city that stands for its government: «Киев», «Пентагон»."""
    mention = frame.reading.cast.by_head.get(token.i)
    actor = frame.reading.cast.by_key.get(mention.actor) if mention else None
    known = frame.reading.vocabulary.authority.get(actor.key) if actor else None
    country = actor.country or (known.country if known else None) if actor else None
    if actor is not None and country:
        return country if actor.kind != "media" else None
    place = frame.reading.atlas.by_head.get(token.i)
    found = frame.reading.atlas.by_key.get(place.place) if place else None
    capital = found is not None and found.kind in ("city", "region")
    return found.country if found and capital and (token.feats.get("Case") == "Nom" or token.rel.startswith("nsubj")) else None
