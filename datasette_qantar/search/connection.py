"""Hooks that put the search into every SQLite connection, and the dictionary into memory before the first reader comes."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette import hookimpl

from datasette_qantar.search.forms import forms
from datasette_qantar.search.query import InIndex, expand


@hookimpl(specname="startup")
def load_dictionary(datasette: Any) -> None:
    """Loading it inside the first query would count against that query's time limit."""
    forms("слово")


@hookimpl(specname="prepare_connection", trylast=True)
def russian_escape_fts(conn: sqlite3.Connection) -> None:
    """Overrides Datasette's own function of this name (hence `trylast`), which its search box calls."""
    in_index = _index_of(conn)
    conn.create_function("escape_fts", 1, lambda query: expand(str(query or ""), in_index), deterministic=True)


def _index_of(conn: sqlite3.Connection) -> InIndex:
    """A test whether a word form occurs in any full-text index of the connection's database."""
    indexes = [
        name
        for (name,) in conn.execute(
            "select name from sqlite_master where type = 'table' and sql like 'create virtual table%using fts5%' order by name"
        )
    ]
    if not indexes:
        return lambda form: True
    for name in indexes:
        conn.execute(f"create virtual table temp.[words_in_{name}] using fts5vocab(main, [{name}], row)")
    look_up = " union all ".join(f"select 1 from temp.[words_in_{name}] where term = :form" for name in indexes) + " limit 1"
    return lambda form: conn.execute(look_up, {"form": form}).fetchone() is not None
