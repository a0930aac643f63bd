"""Datasette's metadata: the schema (what tables and columns mean), presentation.yml (how to show them) and queries/*.sql.

`metadata.yml` is written by `python -m datasette_qantar.metadata` and never by hand; a test compares it with its sources.
Datasette 1.0 reads the same file twice: `-m metadata.yml -c metadata.yml`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml

from etl.schema import TABLES, VIEWS, Column, Table, View

HERE = Path(__file__).parent
BOTH = "{ru} · {en}"  # Datasette's own pages have one language: descriptions there carry both


def metadata(database: str = "qantar") -> dict[str, Any]:
    """What Datasette is to know about a database of this name."""
    shown = yaml.safe_load((HERE / "presentation.yml").read_text(encoding="utf-8"))
    looks = shown.pop("tables")
    tables = {source.name: _table(source) | looks.get(source.name, {}) for source in (*TABLES, *VIEWS)}
    queries = {path.stem: _query(path) for path in sorted((HERE / "queries").glob("*.sql"))}
    return shown | {"databases": {database: {"tables": tables, "queries": queries}}}


def as_yaml(content: dict[str, Any]) -> str:
    head = "# Made by `python -m datasette_qantar.metadata` from the schema, presentation.yml and queries/*.sql: change those.\n"
    return head + yaml.dump(content, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=150)


def _table(source: Table | View) -> dict[str, Any]:
    described: dict[str, Any] = {
        "title": BOTH.format(ru=source.title_ru, en=source.title),
        "description": BOTH.format(ru=source.ru, en=source.en),
        "columns": {column.name: _described(column) for column in source.columns},
    }
    if isinstance(source, Table):
        described["label_column"] = source.label
    elif source.search:
        described |= {"fts_table": f"{source.search}_fts", "fts_pk": source.row}
    return described


def _described(column: Column) -> str:
    return column.ru if column.ru == column.en else BOTH.format(ru=column.ru, en=column.en)


def _query(path: Path) -> dict[str, Any]:
    """A canned query: comment lines `-- title:`, `-- description:` and `-- chart: mark x y [colour]` above its SQL."""
    head, sql = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-- "):
            key, _, value = line.removeprefix("-- ").partition(": ")
            head[key] = value
        else:
            sql.append(line)
    return {
        "title": head["title"],
        "description": head["description"],
        "sql": "\n".join(sql).strip() + "\n",
        "hide_sql": True,
        "fragment": _chart(*head["chart"].split()),
    }


def _chart(mark: str, x: str, y: str, colour: str | None = None) -> str:
    """The URL fragment by which datasette-vega knows what to draw."""
    chart = {"mark": mark, "x_column": x, "x_type": "nominal", "y_column": y, "y_type": "quantitative"}
    return urlencode({f"g.{key}": value for key, value in (chart | ({"color_column": colour} if colour else {})).items()})


class _Readable(yaml.SafeDumper):
    """Long SQL as blocks of lines."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Readable.add_representer(str, _text)

if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "metadata.yml")
    target.write_text(as_yaml(metadata()), encoding="utf-8")
