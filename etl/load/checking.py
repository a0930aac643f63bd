"""Whether an article's rows keep the rules of their tables: asked when they are made, of an empty database in memory.

So a row that breaks a rule costs its article and not the build, and loading need not ask again.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache

from etl.load.article import Sheets
from etl.load.binding import INSERTS
from etl.schema import TABLES
from etl.schema.ddl import create_table


def checked(sheets: Sheets) -> Sheets:
    """The rows as they are. Raises sqlite3.IntegrityError, which names the rule, if one breaks a CHECK, lacks a value or has the
    id of another."""
    db = _empty()
    try:
        for table, rows in sheets.items():
            db.executemany(INSERTS[table], rows)
    finally:
        db.rollback()
    return sheets


@lru_cache(maxsize=1)
def _empty() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    for table in TABLES:
        db.execute(create_table(table))
    db.commit()
    return db
