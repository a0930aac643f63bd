"""`/`: what this is, how big, how reliable, and where to start; the crisis in one picture."""

from __future__ import annotations

from datasette_qantar.charts import crisis
from datasette_qantar.pages.page import Ask, Content, page


@page("/", template="home.html")
async def home(ask: Ask) -> Content:
    counts = await ask.row("counts")
    claims = await ask.rows("crisis_claims")
    days = await ask.rows("event_days")
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
