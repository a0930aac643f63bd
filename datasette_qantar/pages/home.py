"""`/`: what this is, how big, how reliable, and where to start; the crisis in one picture."""

from __future__ import annotations

from datasette_qantar.charts import crisis
from datasette_qantar.pages.page import Ask, Content, page


@page("/", template="home.html")
async def home(ask: Ask) -> Content:
    counts = await ask.row("counts")
    claims = await ask.rows("crisis_claims")
    spoken_of = [claim["as_of"][:7] for claim in claims if claim["as_of"]] or [""]
    days = await ask.rows("event_days", **{"from": min(spoken_of), "to": max(spoken_of)})
    accuracy = [row for row in await ask.rows("accuracy") if row["unseen"]]
    return Content(
        claims,
        {
            "counts": counts,
            "days": days,
            "accuracy": accuracy,
            "chart": crisis(claims, days),
            "undated": sum(1 for claim in claims if not claim["as_of"]),
        },
    )
