"""The schema as SQL. sqlite-utils makes tables too, but without CHECK constraints."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from etl.schema import TABLES, TOKENIZE, VIEWS, Column, Table

IN_MEMORY = 64 * 1024 * 1024  # bytes of a full-text index before they are written


def create_tables(db: Database) -> None:
    """The empty tables, without indexes: filling them is faster so."""
    for table in TABLES:
        db.execute(create_table(table))


def create_indexes(db: Database, tables: Iterable[Table] = TABLES) -> None:
    """What comes once these tables are filled: indexes, full-text search."""
    for table in tables:
        for columns in indexes(table):
            db.table(table.name).create_index(columns)
        if table.search:
            _make_searchable(db, table)


def create_views(db: Database) -> None:
    for view in VIEWS:
        db.create_view(view.name, view.sql)


def _make_searchable(db: Database, table: Table) -> None:
    """Full-text search as sqlite-utils would make it, but for the memory: the index is written in a few large pieces instead of
    many small ones, which would then be merged and merged again."""
    index = f'"{table.name}_fts"'
    columns = ", ".join(f'"{column}"' for column in table.search)
    db.execute(f"CREATE VIRTUAL TABLE {index} USING FTS5 ({columns}, tokenize='{TOKENIZE}', content=\"{table.name}\")")
    db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', {IN_MEMORY})")
    db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def create_table(table: Table) -> str:
    lines = [_column(c, primary=c.name == "id") for c in table.columns]
    lines += [f"CHECK ({check})" for check in table.checks]
    body = ",\n    ".join(lines)
    return f'CREATE TABLE "{table.name}" (\n    {body}\n)'


def indexes(table: Table) -> list[tuple[str, ...]]:
    """Every foreign key and facet column, and the columns indexed together."""
    return [(c.name,) for c in table.columns if c.indexed] + list(table.indexes)


def _column(column: Column, primary: bool) -> str:
    words = [f'"{column.name}"', column.type]
    if primary:
        words.append("PRIMARY KEY")
    if column.required:
        words.append("NOT NULL")
    if column.references:
        words.append(f'REFERENCES "{column.references}"("id")')
    if column.choices:
        values = ", ".join(f"'{c}'" for c in column.choices)
        words.append(f'CHECK ("{column.name}" IN ({values}))')
    if column.check:
        words.append(f"CHECK ({column.check})")
    return " ".join(words)
