"""`/actors/<id>`: who is this, what did they say, to whom, and what did they take part in."""

from __future__ import annotations

from itertools import groupby

from datasette.utils.asgi import Response

from datasette_qantar.charts import bars
from datasette_qantar.citing import citation
from datasette_qantar.pages.page import Ask, Content, Paging, page

SIZE = 50


@page("/actors/<id>", template="actor.html")
async def actor(ask: Ask) -> Content | Response:
    found = await ask.merged("actor", "actors")
    if isinstance(found, Response):
        return found
    statements = await ask.rows("actor_statements", id=ask.id, size=SIZE, skip=(ask.number - 1) * SIZE)
    total = statements[0]["total"] if statements else 0
    build = await ask.row("build")
    rows = [{k: v for k, v in row.items() if k != "total"} | {"citation": citation(row, build, ask)} for row in statements]
    acts = await ask.rows("actor_acts", id=ask.id)
    shown = {
        "who": found,
        "names": await ask.rows("actor_names", id=ask.id),
        "roles": await ask.rows("actor_roles", id=ask.id),
        "addressees": await ask.rows("actor_addressees", id=ask.id),
        "events": await ask.rows("actor_events", id=ask.id),
        "articles": await ask.rows("actor_articles", id=ask.id),
        "days": [(day, list(group)) for day, group in groupby(rows, key=lambda row: row["said_on"])],
        "acts": acts,
        "chart": bars(acts, "act", "statements"),
        "paging": Paging(total, ask.number, SIZE),
    }
    return Content(rows, shown)
