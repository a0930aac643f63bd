"""`/figures` and `/figures/<id>`: how many, according to whom, as of when, and who contradicts whom."""

from __future__ import annotations

from datasette.utils.asgi import Response

from datasette_qantar.charts import claims_over_time
from datasette_qantar.citing import citation
from datasette_qantar.pages.page import Ask, Content, Paging, page

SIZE = 60
AGREEMENTS = ("conflict", "unclear", "growth", "agree", "single")


@page("/figures", template="figures.html")
async def figures(ask: Ask) -> Content:
    filters = {"measure": ask.text("measure"), "agreement": ask.choice("agreement", AGREEMENTS)}
    series = await ask.rows("figure_series", size=SIZE, skip=(ask.number - 1) * SIZE, **filters)
    total = series[0]["total"] if series else 0
    measures = await ask.rows("measures_counted")
    rows = [{key: value for key, value in row.items() if key != "total"} for row in series]
    shown = {"filters": filters, "measures": measures, "agreements": AGREEMENTS, "paging": Paging(total, ask.number, SIZE)}
    return Content(rows, shown)


@page("/figures/<id>", template="series.html")
async def series(ask: Ask) -> Content | Response:
    found = await ask.merged("series", "figure_series")
    if isinstance(found, Response):
        return found
    claims = await ask.rows("claims", id=ask.id)
    build = await ask.row("build")
    rows = [claim | {"citation": citation(claim, build, ask)} for claim in claims]
    return Content(
        rows, {"series": found, "chart": claims_over_time(claims), "undated": [claim for claim in claims if not claim["as_of"]]}
    )
