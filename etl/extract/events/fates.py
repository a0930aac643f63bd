"""Whom an article's trials, arrests and releases are about, where the clause does not say: «Слушания перенесли на май»."""

from __future__ import annotations

from collections import Counter

from etl.extract.events.clause import objects
from etl.extract.events.telling import Telling
from etl.extract.reading import Reading
from etl.records import ActorKey, Token

FATES = frozenset({"trial", "detention", "release"})  # what befalls one person, step after step
OFTEN = 2  # events that name the one the article is about


def name_the_one(reading: Reading, events: list[Telling]) -> None:
    """Add the person that most of them are about to those that name nobody."""
    steps = [e for e in events if e.type in FATES]
    told = Counter(p for e in steps for p in persons(reading, e))
    ranked = told.most_common(2)
    if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and 2 * ranked[1][1] > ranked[0][1]):
        return
    for event in steps:
        if not persons(reading, event) and not done_to_others(reading, event):
            event.participants = (*event.participants, ranked[0][0])


def persons(reading: Reading, event: Telling) -> list[ActorKey]:
    return [p for p in event.participants if reading.cast.by_key[p].kind == "person"]


def done_to_others(reading: Reading, event: Telling) -> bool:
    """«задержали троих студентов», «осуждены соучастники»"""
    return any(counts_as_others(t) for telling in event.all for t in objects(reading.doc, telling.head))


def counts_as_others(token: Token) -> bool:
    return token.pos == "NUM" or (token.pos in ("NOUN", "PROPN") and token.feats.get("Animacy") == "Anim")
