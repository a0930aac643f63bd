"""`/`: what this is, how big, how reliable, and where to start; the crisis in one picture."""

from __future__ import annotations

from datasette_qantar.charts import crisis
from datasette_qantar.pages.page import Ask, Content, page

ANNOTATED = "annotated articles"  # measured against whole annotated articles, as the table `accuracy` calls them
HEADLINES = {  # one or two per table; all of them stand on /about
    "actors F1",
    "events F1",
    "events.date",
    "events.place",
    "figures F1",
    "figures of people and forces F1",
    "figures.source",
    "statements@0.3 F1",
    "statements@0.8 F1",
    "statements.speaker",
}


@page("/", template="home.html")
async def home(ask: Ask) -> Content:
    counts = await ask.row("counts")
    claims = await ask.rows("crisis_claims")
    spoken_of = [claim["as_of"][:7] for claim in claims if claim["as_of"]] or [""]
    days = await ask.rows("event_days", **{"from": min(spoken_of), "to": max(spoken_of)})
    unseen = [row for row in await ask.rows("accuracy") if row["unseen"]]
    accuracy = [row for row in unseen if row["gold"] == ANNOTATED and row["measure"] in HEADLINES] or unseen[:12]
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
