"""`/timeline`: what happened, in which order, where. `/events/<id>`: one event as each article tells it."""

from __future__ import annotations

import json
from itertools import groupby

from datasette.utils.asgi import Response

from datasette_qantar.citing import citation
from datasette_qantar.corpus import Row
from datasette_qantar.maps import Map, draw
from datasette_qantar.pages.page import Ask, Content, Paging, page

SIZE = 60


@page("/timeline", template="timeline.html")
async def timeline(ask: Ask) -> Content:
    filters = {"type": ask.text("type"), "actor": ask.text("actor"), "from": ask.day("from"), "to": ask.day("to")}
    place = ask.text("place")
    events = await ask.rows("timeline", place=place, size=SIZE, skip=(ask.number - 1) * SIZE, **filters)
    total = events[0]["total"] if events else 0
    places = await ask.rows("timeline_places", **filters)
    types = await ask.rows("event_types")
    told = await _with_reports(ask, events)
    days = [(day, list(group)) for day, group in groupby(told, key=lambda event: event["date"])]
    shown = {"filters": filters | {"place": place}, "types": types, "places": places, "days": days, "map": _map(places)}
    return Content(told, shown | {"paging": Paging(total, ask.number, SIZE)})


@page("/events/<id>", template="event.html")
async def event(ask: Ask) -> Content | Response:
    found = await ask.merged("event", "events")
    if isinstance(found, Response):
        return found
    told = (await _with_reports(ask, [found]))[0]
    build = await ask.row("build")
    rows = [report | {"citation": citation(report, build, ask)} for report in told["told"]]
    return Content(rows, {"event": told | {"told": rows}})


async def _with_reports(ask: Ask, events: list[Row]) -> list[Row]:
    """The events, each with what the articles tell of it."""
    reports = await ask.rows("reports_of_events", events=json.dumps([event["id"] for event in events]))
    of_event: dict[str, list[Row]] = {}
    for report in reports:
        of_event.setdefault(report.pop("event_id"), []).append(report)
    return [
        {key: value for key, value in event.items() if key != "total"} | {"told": of_event.get(event["id"], [])}
        for event in events
    ]


def _map(places: list[Row]) -> Map | None:
    located = [place for place in places if place["latitude"] is not None and place["kind"] != "country"]
    return draw(located) if located else None
