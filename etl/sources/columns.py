"""What exports call the things we ask of an article: `columns.yml`, read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from etl.vocabulary.loading import entries


@dataclass(frozen=True, slots=True)
class Column:
    """What we call a value, and what exports call it."""

    id: str
    names: tuple[str, ...]


@cache
def columns() -> Mapping[str, Column]:
    return entries(Path(__file__).with_name("columns.yml"), Column)


def known_names() -> frozenset[str]:
    return frozenset(name for column in columns().values() for name in column.names)


def folded(name: str) -> str:
    """A name as `columns.yml` spells it."""
    return re.sub(r"\W+", "_", name.strip().lower()).strip("_")


def named(values: Mapping[str, Any]) -> dict[str, str]:
    """The values we ask for, under our names; those that are empty or no text are left out."""
    given = {folded(name): _text(value) for name, value in values.items()}
    found = ((id, next((given[n] for n in column.names if given.get(n)), "")) for id, column in columns().items())
    return {id: value for id, value in found if value}


def _text(value: Any) -> str:
    """`"Газета"`, `17`, `["А. Сомов", "Б. Ким"]`, `{"name": "Газета"}`, `{"rendered": "<p>…"}` as text; anything else is none."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("rendered")
    if isinstance(value, list):
        value = ", ".join(v for v in value if isinstance(v, str))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = re.sub(r"\r\n?", "\n", str(value))
    return text if text.strip() else ""
