"""CITING a row: the words, where they were published, where they stand in the article, and which build says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from datasette.utils import tilde_decode

from datasette_qantar.languages import prefixed
from etl.schema import TABLES

if TYPE_CHECKING:
    from datasette_qantar.pages.page import Ask

_WITH_EVIDENCE = {table.name for table in TABLES if table.has_evidence}


@hookimpl(specname="extra_template_vars")
def citation_of_row(view_name: str, database: str, table: str, request: Any, datasette: Any) -> Any:
    """Gives the page of a row its citation."""
    if view_name != "row" or table not in _WITH_EVIDENCE:
        return {}

    async def found() -> dict[str, str]:
        db = datasette.get_database(database)
        sql = f"""select f.*, a.label as article, a.outlet, a.published
            from [{table}] f join articles a on a.id = f.article_id where f.id = ?"""
        row = (await db.execute(sql, [tilde_decode(request.url_vars["pks"])])).first()
        build = (await db.execute("select id as build, version from builds order by built_at desc limit 1")).first()
        return {"citation": _line(dict(row), dict(build) if build else None, datasette, request)} if row else {}

    return found


def citation(row: dict[str, Any], build: dict[str, Any] | None, ask: Ask) -> str:
    """One line for a footnote. What is not known is left out."""
    return _line(row, build, ask.datasette, ask.request)


def _line(row: dict[str, Any], build: dict[str, Any] | None, datasette: Any, request: Any) -> str:
    words = str(row["quote"]).strip('«»"“”„ ')
    source = [row.get("outlet"), f"«{str(row['article']).strip('«»')}»" if row.get("article") else None, row.get("published")]
    address = datasette.absolute_url(request, datasette.urls.path(prefixed(f"/articles/{row['article_id']}"))) + f"#{row['id']}"
    built = f"Qantar {build['version']}, build {build['build']}" if build and build.get("build") else "Qantar"
    where = f"characters {row['start']}–{row['stop']}"
    return f"«{words}». {', '.join(str(item) for item in source if item)} ({where}). {built}. {address}"
