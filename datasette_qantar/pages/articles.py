"""`/articles/<id>#<row>`: the article with its facts marked in place."""

from __future__ import annotations

from datasette.utils.asgi import NotFound

from datasette_qantar.citing import citation
from datasette_qantar.marks import KINDS, numbered, paragraphs
from datasette_qantar.pages.page import Ask, Content, page


@page("/articles/<id>", template="article.html")
async def article(ask: Ask) -> Content:
    found = await ask.row("article", id=ask.id)
    if found is None:
        raise NotFound("no article with this id")
    facts = numbered(await ask.rows("article_facts", id=ask.id))
    parts = await ask.rows("article_parts", id=ask.id)
    blocks = await ask.rows("article_blocks", id=ask.id)
    build = await ask.row("build")
    parts_of: dict[str, list[dict[str, object]]] = {}
    for part in parts:
        parts_of.setdefault(part["fact"], []).append(part)
    rows = [
        fact | {"parts": parts_of.get(fact["id"], []), "citation": citation(fact | _source(found), build, ask)}
        for fact in facts
        if fact["kind"] != "actor"
    ]
    text = paragraphs(found["text"], facts, parts, blocks)
    counts = {kind: sum(1 for fact in facts if fact["kind"] == kind) for kind in KINDS}
    return Content(rows, {"article": found, "paragraphs": text, "counts": counts, "facts": rows})


def _source(article: dict[str, object]) -> dict[str, object]:
    return {
        "article_id": article["id"],
        "article": article["label"],
        "outlet": article["outlet"],
        "published": article["published"],
    }
