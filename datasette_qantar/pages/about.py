"""`/about`: can I trust it. `/downloads`: how do I use and cite it."""

from __future__ import annotations

from datasette_qantar import corpus
from datasette_qantar.pages.page import Ask, Content, page


@page("/about", template="about.html")
async def about(ask: Ask) -> Content:
    accuracy = await ask.rows("accuracy")
    return Content(accuracy, {"counts": await ask.row("counts")})


@page("/downloads", template="downloads.html")
async def downloads(ask: Ask) -> Content:
    db = corpus.database(ask.datasette)
    tables = await ask.rows("table_counts")
    return Content(tables, {"counts": await ask.row("counts"), "size": db.size, "downloadable": not db.is_mutable})
