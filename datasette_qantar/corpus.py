"""Which of Datasette's databases is ours, and how our pages read from it: SQL from pages/sql, rows as dictionaries."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from typing import Any

from datasette.utils.asgi import NotFound

from datasette_qantar.languages import language

Row = dict[str, Any]
SQL = Path(__file__).parent / "pages" / "sql"


def database(datasette: Any) -> Any:
    """The first database served that is not Datasette's own. Raises NotFound if there is none."""
    for name, db in datasette.databases.items():
        if not name.startswith("_"):
            return db
    raise NotFound("no database is served")


@cache
def statement(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


async def rows(datasette: Any, name: str, **params: Any) -> list[Row]:
    """The answer of pages/sql/<name>.sql; the page's language is its parameter `lang`."""
    found = await database(datasette).execute(statement(name), {"lang": language()} | params)
    return [dict(row) for row in found.rows]


async def row(datasette: Any, name: str, **params: Any) -> Row | None:
    return next(iter(await rows(datasette, name, **params)), None)


def as_csv(data: list[Row]) -> str:
    """Rows as CSV; nested values are written as their words joined by ` ¶ `."""
    out = io.StringIO()
    if data:
        writer = csv.DictWriter(out, fieldnames=list(data[0]), extrasaction="ignore")
        writer.writeheader()
        writer.writerows({key: _flat(value) for key, value in item.items()} for item in data)
    return out.getvalue()


def _flat(value: Any) -> Any:
    if isinstance(value, list):
        return " ¶ ".join(str(_flat(item)) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_flat(item)}" for key, item in value.items() if item is not None)
    return value
