"""When two names mean one actor or place, in the eyes of an evaluation."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

STEM = 5  # letters that survive inflection: «правительство Болгарии» and «болгарское правительство» agree


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "names.yml").read_text(encoding="utf-8"))
    return tables


@cache
def words(name: str | None) -> tuple[str, ...]:
    """The name's words, plain; a country's second name becomes its first."""
    plain = re.sub(r"[^\w]+", " ", (name or "").lower().replace("ё", "е")).strip()
    plain = _tables()["twice_named"].get(plain, plain)
    return tuple(_tables()["abbreviated"].get(word, word) for word in plain.split())


@cache
def stems(name: str | None) -> frozenset[str]:
    """The name's words without their endings."""
    return frozenset(word[:STEM] for word in words(name))


@cache
def country_stems() -> frozenset[str]:
    return stems(_tables()["country_words"])


def same_actor(one: str | None, other: str | None, kind: str | None = None) -> bool:
    """Persons: the same family name and no contradicting first name. Others: the same words, a country's name aside where
    only one side gives it. Two unknown actors are the same."""
    if not one or not other:
        return not one and not other
    if stems(one) == stems(other):
        return True
    return _same_person(one, other) if kind == "person" else _same_body(stems(one), stems(other))


def _same_person(one: str, other: str) -> bool:
    a, b = words(one), words(other)
    if not a or not b or a[-1][:STEM] != b[-1][:STEM]:
        return False
    return len(a) == 1 or len(b) == 1 or a[0][:4] == b[0][:4]


def _same_body(one: frozenset[str], other: frozenset[str]) -> bool:
    countries = country_stems()
    if one & countries and other & countries:
        return False
    return bool(one - countries) and one - countries == other - countries


def same_words(one: str | None, other: str | None) -> bool:
    """A shared word is enough (where it was said: «обращение к нации», «обращение»); two unknowns agree."""
    if one and other:
        return bool(stems(one) & stems(other))
    return not one and not other
