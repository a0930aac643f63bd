"""Courts that a text tells twice: with its adjectives in another order, shortened, with its town or without it."""

from __future__ import annotations

import re

from etl.extract.actors.seats import names_a_seat
from etl.extract.actors.stage import Part, Stage

COURT = "суд"
TOWNS = re.compile(r"[а-яё-]+(?:ск|цк)(?:ий|ой)")  # «осташковский»; «городской» is no town's name
REGIONS = {"область", "области", "край", "края", "республики", "округа"}

Words = list[str]


def told_already(stage: Stage, name: str) -> Part | None:
    """«районный Ингодинский суд» after «Ингодинский районный суд», «Осташковский суд» after «Осташковский городской суд»."""
    words = name.lower().split()
    fits = [p for p in stage.parts.values() if p.kind == "state_body" and _is_one(words, p.name.lower().split())]
    return fits[0] if len(fits) == 1 else None


def _is_one(one: Words, other: Words) -> bool:
    if sorted(one) == sorted(other):
        return len(one) > 2
    if COURT not in one or COURT not in other:
        return False
    (first, there), (second, elsewhere) = _apart(one), _apart(other)
    named = any(TOWNS.fullmatch(word) and not names_a_seat(word) for word in first & second)
    return named and (first <= second or second <= first) and _may_be_one_place(there, elsewhere)


def _apart(name: Words) -> tuple[frozenset[str], Words]:
    """The adjectives before the noun, and where the court sits, as the words behind tell."""
    at = name.index(COURT)
    return frozenset(name[:at]), name[at + 1 :]


def _may_be_one_place(there: Words, elsewhere: Words) -> bool:
    """«Ленинский суд Омска» is not the «Ленинский суд Томска»; a court of a region may be one of its towns."""
    return not there or not elsewhere or there == elsewhere or bool(REGIONS & {*there, *elsewhere})
