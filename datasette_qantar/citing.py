"""CITING a row: the words, where they were published, where they stand in the article, and which build says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette_qantar.languages import prefixed

if TYPE_CHECKING:
    from datasette_qantar.pages.page import Ask


def citation(row: dict[str, Any], build: dict[str, Any] | None, ask: Ask) -> str:
    """One line for a footnote. What is not known is left out."""
    words = str(row["quote"]).strip('«»"“”„ ')
    source = [row.get("outlet"), f"«{str(row['article']).strip('«»')}»" if row.get("article") else None, row.get("published")]
    address = (
        ask.datasette.absolute_url(ask.request, ask.datasette.urls.path(prefixed(f"/articles/{row['article_id']}")))
        + f"#{row['id']}"
    )
    built = f"Qantar {build['version']}, build {build['build']}" if build and build.get("build") else "Qantar"
    where = f"characters {row['start']}–{row['stop']}"
    return f"«{words}». {', '.join(str(item) for item in source if item)} ({where}). {built}. {address}"
