"""Passages as journalists write them, with the rows they tell: contributions.txt beside this file.

A passage stands on a line; under it a line a row: `= country status`, with the numbers between (P personnel, A armoured vehicles,
V vehicles, F aircraft). `= -` is the mission's total; a passage without rows tells of no contribution.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.extract.contributions import find_contributions
from etl.extract.figures import measured
from etl.extract.statements import find_statements
from tests.conftest import read

Row = tuple[str | None, str, frozenset[tuple[str, float]]]
FILE = Path(__file__).with_name("contributions.txt")


def passages() -> Iterator[tuple[str, set[Row]]]:
    text: str | None = None
    told: set[Row] = set()
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            told.add(row(line))
        elif line.strip():
            if text is not None:
                yield text, told
            text, told = line, set()
    if text is not None:
        yield text, told


def row(line: str) -> Row:
    country, *numbers, status = line.removeprefix("= ").split()
    return None if country == "-" else country, status, frozenset((n[0], float(n[2:])) for n in numbers)


def found(text: str) -> set[Row]:
    reading, statements = find_statements(read(text))
    rows = find_contributions(reading, measured(reading), statements)
    counts = [{"P": c.personnel, "A": c.armoured_vehicles, "V": c.vehicles, "F": c.aircraft} for c in rows]
    return {
        (c.country, c.status, frozenset((k, v) for k, v in n.items() if v is not None)) for c, n in zip(rows, counts, strict=True)
    }


@pytest.mark.parametrize(("text", "expected"), list(passages()))
def test_who_sends_what_is_read_in_news(text: str, expected: set[Row]) -> None:
    assert found(text) == expected
