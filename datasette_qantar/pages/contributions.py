"""`/contributions`: who sent what to a joint mission; the unknown stays unknown, the known sum stands beside the total."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from datasette_qantar.citing import citation
from datasette_qantar.corpus import Row
from datasette_qantar.pages.page import Ask, Content, page

MEANS = ("personnel", "armoured_vehicles", "vehicles", "aircraft")


@page("/contributions", template="contributions.html")
async def contributions(ask: Ask) -> Content:
    build = await ask.row("build")
    rows = [row | {"citation": citation(row, build, ask)} for row in await ask.rows("contributions")]
    missions = [_mission(name, list(group)) for name, group in groupby(rows, key=lambda row: row["mission"])]
    return Content(rows, {"missions": missions, "means": MEANS})


def _mission(name: str | None, rows: list[Row]) -> dict[str, Any]:
    """One mission: a line per country with all its claims, the sum of what is known, the totals that are claimed."""
    own = [row for row in rows if row["country_id"]]
    countries = [{"country": country, "claims": list(claims)} for country, claims in groupby(own, key=lambda row: row["country"])]
    known = {means: sum(_highest(line["claims"], means) or 0 for line in countries) or None for means in MEANS}
    silent = sum(1 for line in countries if all(_highest(line["claims"], means) is None for means in MEANS))
    totals = [row for row in rows if not row["country_id"]]
    return {"name": name, "countries": countries, "known": known, "silent": silent, "totals": totals}


def _highest(claims: list[Row], means: str) -> float | None:
    return max((claim[means] for claim in claims if claim[means] is not None), default=None)
