"""Bounds on what one SQL query may use. Datasette bounds its time; these bound its memory.

`select hex(randomblob(450000000))` runs inside any time limit and takes gigabytes; so does an answer of a thousand long rows.
"""

from __future__ import annotations

import sqlite3
from typing import Any
from weakref import WeakKeyDictionary

from datasette import hookimpl

LONGEST_VALUE = 8_000_000  # bytes of one value or row; the longest article has to fit
LARGEST_ANSWER = 48_000_000  # bytes of all rows of one answer
LARGEST_HEAP = 768_000_000  # bytes SQLite may hold in the whole process

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 200_000,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


@hookimpl(specname="prepare_connection")
def limited_memory(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    for limit, value in _LIMITS.items():
        conn.setlimit(limit, value)
    conn.execute(f"pragma hard_heap_limit = {LARGEST_HEAP}")
    conn.row_factory = _weighed()


def _weighed() -> Any:
    """Makes rows as Datasette does, and stops an answer that grows too large for this process."""
    weights: WeakKeyDictionary[sqlite3.Cursor, int] = WeakKeyDictionary()

    def row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        weight = weights.get(cursor, 0) + sum(len(value) for value in values if isinstance(value, str | bytes))
        if weight > LARGEST_ANSWER:
            raise sqlite3.OperationalError("the answer is too large: ask for fewer rows or columns")
        weights[cursor] = weight
        return sqlite3.Row(cursor, values)

    return row
