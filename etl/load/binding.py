"""What resolution found out, put into the rows of the articles: which actor, event and series a key or a fact belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from etl.load.article import Sheets
from etl.resolve.facts import Facts
from etl.schema import TABLES

Values = tuple[Any, ...]
COLUMNS = {table.name: [c.name for c in table.columns] for table in TABLES}
ACTORS = {table.name: [i for i, c in enumerate(table.columns) if c.references == "actors"] for table in TABLES}
INSERTS = {table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})" for table, columns in COLUMNS.items()}


def bound(article: str, sheets: Sheets, facts: Facts) -> Iterator[tuple[str, list[Values]]]:
    """The unsettled rows of one article with nothing left open, by table."""
    known: dict[str, dict[str, Any]] = {
        "event_reports": {"event_id": facts.event_of},
        "figures": {"series_id": facts.series_of},
    }
    for table, rows in sheets.items():
        if actors := ACTORS[table]:
            rows = [_with_actors(row, actors, article, facts) for row in rows]
        for column, found in known.get(table, {}).items():
            at = COLUMNS[table].index(column)
            rows = [(*row[:at], found.get(row[0]), *row[at + 1 :]) for row in rows]
        yield table, _once(rows) if table == "event_participants" else rows


def _with_actors(row: Values, columns: Iterable[int], article: str, facts: Facts) -> Values:
    values = list(row)
    for i in columns:
        if values[i] is not None:
            values[i] = facts.actor_of[article, values[i]]
    return tuple(values)


def _once(participants: list[Values]) -> list[Values]:
    """Who stands in one report under two keys took part once."""
    seen: dict[tuple[str, str], Values] = {}
    for row in participants:
        seen.setdefault((row[1], row[2]), row)
    return list(seen.values())
