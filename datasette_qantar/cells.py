"""CELLS of Datasette's own tables: names instead of ids, quotes that lead to the article, long texts folded."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any
from urllib.parse import quote as quoted

from datasette import hookimpl
from markupsafe import Markup, escape

from datasette_qantar.languages import DEFAULT, gettext, language, prefixed
from etl.schema import TABLES

LONG = 160  # characters shown of a long text
TOO_LONG = 4_000  # beyond this the text is not put into the page at all
OWN_PAGES = {"actors": "/actors/", "articles": "/articles/", "figure_series": "/figures/"}
# Columns of views that hold the id of a fact beside the id of its article.
FACTS_IN_VIEWS = ("statement_id", "figure_id", "contribution_id")
PAGES_IN_VIEWS = {"speaker_id": "/actors/", "series_id": "/figures/", "article_id": "/articles/", "event_id": "/events/"}
WORDS = ("quote", "content")
_REFERENCES = {(table.name, column.name): column.references for table in TABLES for column in table.columns if column.references}
_LABELS = {table.name: table.label for table in TABLES}


@hookimpl(specname="render_cell")
def readable_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    if value is None or value == "" or isinstance(value, bytes):
        return None
    if isinstance(value, dict):
        return _labelled(datasette, database, table, column, value["value"], value["label"])
    if isinstance(value, str) and value.startswith("/articles/") and column == "source":
        return _link(prefixed(value), gettext("read in the article"))
    keys = row.keys()
    if table and "start" in keys and "article_id" in keys and column in WORDS:
        return _reader_link(_plain(row["article_id"]), row["id"], value)
    if table and column == "quote" and "article_id" in keys:
        return _reader_link(_plain(row["article_id"]), _fact_of_view(row), value)
    if table and column in FACTS_IN_VIEWS and "article_id" in keys and "start" not in keys:
        return _link(_reader(row["article_id"], value), gettext("read in the article"))
    if table and "start" not in keys and column in PAGES_IN_VIEWS and "id" not in keys:
        return _link(prefixed(PAGES_IN_VIEWS[column] + quoted(str(value))), gettext("page"))
    if (table and column.endswith("_id")) or column in ("act", "type", "measure", "population"):
        return _reference(datasette, database, table, column, value)
    if isinstance(value, str) and len(value) > LONG:
        return _folded(value, datasette, database, table, row)
    return None


def _plain(value: Any) -> Any:
    """The id inside a cell that Datasette has already joined with its label."""
    return value["value"] if isinstance(value, Mapping) else value


def _fact_of_view(row: Any) -> str | None:
    keys = row.keys()  # `in` asks a sqlite3.Row for its values
    return next((row[column] for column in FACTS_IN_VIEWS if column in keys), None)


def _reader(article: str, fact: str | None) -> str:
    return prefixed(f"/articles/{quoted(article)}") + (f"#{quoted(fact)}" if fact else "")


def _reader_link(article: str, fact: str | None, words: str) -> Markup:
    return _link(
        _reader(article, fact), words if len(words) <= LONG else f"{words[:LONG]}…", title=gettext("read in the article")
    )


def _link(address: str, words: str, title: str | None = None) -> Markup:
    described = Markup(' title="{}"').format(title) if title else ""
    return Markup('<a href="{}"{}>{}</a>').format(address, described, words)


def _labelled(datasette: Any, database: str, table: str | None, column: str, id: str, label: Any) -> Markup | None:
    """A foreign key that Datasette has joined with its label: our own page of it if there is one, else its row."""
    other = _REFERENCES.get((table, column))
    return _named(datasette, database, other, id, label) if other else None


def _reference(datasette: Any, database: str, table: str | None, column: str, id: str) -> Awaitable[Markup | None] | None:
    """A foreign key on a row's own page, where Datasette shows the bare id: looks its label up."""
    other = _REFERENCES.get((table, column))
    if other is None:
        return None

    async def found() -> Markup | None:
        sql = f"select [{_LABELS[other]}] from [{other}] where id = ?"
        row = (await datasette.get_database(database).execute(sql, [id])).first()
        return _named(datasette, database, other, id, row[0]) if row else None

    return found()


def _named(datasette: Any, database: str, other: str, id: str, label: Any) -> Markup:
    words = str(label or id)
    words = words if len(words) <= LONG // 2 else f"{words[: LONG // 2]}…"
    if other in OWN_PAGES:
        return _link(prefixed(OWN_PAGES[other] + quoted(id)), words, title=id)
    spoken = "" if language() == DEFAULT else f"?_lang={language()}"
    return _link(datasette.urls.row(database, other, quoted(id)) + spoken, words, title=id)


def _folded(text: str, datasette: Any, database: str, table: str | None, row: Any) -> Markup:
    """A long text cut, with all of it one click away; a whole article is a page of its own."""
    keys = row.keys()
    if len(text) > TOO_LONG and table and "id" in keys:
        address = (
            prefixed(f"/articles/{quoted(row['id'])}")
            if table == "articles"
            else datasette.urls.row(database, table, quoted(row["id"]))
        )
        return Markup('{}… <a href="{}">{}</a>').format(text[:LONG], address, gettext("whole text"))
    return Markup('<details class="folded"><summary>{}… <span class="more">{}</span></summary>{}</details>').format(
        text[:LONG], gettext("whole text"), escape(text)
    )
