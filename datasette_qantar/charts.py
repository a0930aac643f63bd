"""CHARTS as Vega-Lite specifications. Each adds to a table on the same page and never carries a fact alone."""

from __future__ import annotations

from typing import Any

from datasette_qantar.corpus import Row
from datasette_qantar.languages import gettext, prefixed

Spec = dict[str, Any]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"  # a name, never fetched
_MOST_LABELS = 16  # more would cover each other
# Okabe and Ito's colours, told apart by colour-blind readers too; shapes say the same a second time.
_COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#882255", "#666666"]


def _day_axis(title: str, points: list[Row]) -> Spec:
    days = sorted(point["day"] for point in points)
    long = days[0][:4] != days[-1][:4]
    return {
        "field": "day",
        "type": "temporal",
        "title": title,
        "scale": {"padding": 40},
        "axis": {"format": "%m.%Y" if long else "%d.%m", "tickMinStep": 86_400_000, "tickCount": 8, "labelOverlap": True},
    }


def _points(claims: list[Row]) -> list[Row]:
    """What a chart needs of the claims that have a day and some bound."""
    return [
        {
            "day": claim["as_of"],
            "value": claim["value"] if claim["value"] is not None else claim["value_low"] or claim["value_high"],
            "low": claim["value_low"],
            "high": claim["value_high"],
            "open": claim["comparator"] in ("more_than", "at_least", "vague") and claim["value_high"] is None,
            "claimant": claim["claimant"] or gettext("the article itself"),
            "words": claim["quote"],
            "outlet": claim["outlet"],
            "kind": claim.get("measure_id"),
            "measure": claim.get("measure"),
            "label": " · ".join(filter(None, (claim["value_text"], claim.get("population")))),
            "url": prefixed(f"/articles/{claim['article_id']}") + f"#{claim['id']}",
        }
        for claim in claims
        if claim["as_of"]
        and len(claim["as_of"]) == 10
        and (claim["value"], claim["value_low"], claim["value_high"]) != (None, None, None)
    ]


def _claim_layers(points: list[Row]) -> list[Spec]:
    """A mark per claim, a bar where the text gives two bounds, an arrow upwards where it says 'more than'."""
    legend = {"orient": "bottom", "columns": 2, "labelLimit": 260}
    claimant = {"field": "claimant", "type": "nominal", "title": gettext("According to"), "legend": legend}
    colour = claimant | {"scale": {"range": _COLOURS}}
    values = [point["value"] for point in points if point["value"]]
    wide = bool(values) and max(values) > 30 * min(values)
    scale = {"type": "log", "nice": True} if wide else {"zero": True, "nice": True}
    y = {"field": "value", "type": "quantitative", "title": None, "scale": scale, "axis": {"tickCount": 5}}
    labels = {
        "mark": {"type": "text", "align": "left", "dx": 9, "fontSize": 11},
        "encoding": {"y": y, "text": {"field": "label"}},
    }
    tip = [{"field": name, "type": "nominal", "title": title} for name, title in _tips()]
    return [
        {
            "transform": [{"filter": "datum.high !== null && datum.low !== null && datum.high !== datum.low"}],
            "mark": {"type": "rule", "strokeWidth": 3},
            "encoding": {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}, "color": colour},
        },
        {
            "transform": [{"filter": "datum.open"}],
            "mark": {"type": "text", "text": "↑", "dy": -14, "fontSize": 15},
            "encoding": {"y": y, "color": colour},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 90, "opacity": 0.9, "cursor": "pointer"},
            "encoding": {
                "y": y,
                "color": colour,
                "shape": claimant,
                "href": {"field": "url", "type": "nominal"},
                "tooltip": tip,
            },
        },
        *([labels] if len(points) <= _MOST_LABELS else []),
    ]


def _tips() -> list[tuple[str, str]]:
    return [
        ("words", gettext("Words")),
        ("claimant", gettext("According to")),
        ("day", gettext("As of")),
        ("outlet", gettext("Outlet")),
    ]


def crisis(claims: list[Row], days: list[Row]) -> Spec | None:
    """Claims of killed, injured and detained over the days they speak of, above the number of events of each day."""
    points = _points(claims)
    if not points:
        return None
    near = [{"day": row["date"], "events": row["events"]} for row in days]
    measures = sorted({point["measure"] for point in points}, key=lambda measure: _weight(measure, points))
    x = _day_axis("", points)
    stacked = [
        {
            "title": {"text": measure, "anchor": "start", "fontSize": 13},
            "width": "container",
            "height": 130,
            "data": {"values": own},
            "encoding": {"x": x},
            "layer": _claim_layers(own),
        }
        for measure in measures
        if (own := [point for point in points if point["measure"] == measure])
    ]
    events = {
        "title": {"text": gettext("Events per day"), "anchor": "start", "fontSize": 13},
        "width": "container",
        "height": 60,
        "data": {"values": near},
        "mark": {"type": "bar", "color": "#7a7a7a", "width": 10},
        "encoding": {
            "x": x,
            "y": {"field": "events", "type": "quantitative", "title": None, "axis": {"tickCount": 3, "format": "d"}},
        },
    }
    return {
        "$schema": _SCHEMA,
        "vconcat": [*stacked, events],
        "resolve": {"scale": {"x": "shared", "color": "shared", "shape": "shared"}},
    }


def _weight(measure: str, points: list[Row]) -> int:
    """The dead before the hurt before the detained."""
    kind = next(point["kind"] for point in points if point["measure"] == measure)
    return ("killed", "injured", "detained").index(kind)


def claims_over_time(claims: list[Row]) -> Spec | None:
    """One series. No line joins the marks: nothing is known between them."""
    points = _points(claims)
    if not points:
        return None
    data = {"values": points}
    return {
        "$schema": _SCHEMA,
        "width": "container",
        "height": 260,
        "data": data,
        "encoding": {"x": _day_axis(gettext("As of"), points)},
    } | {"layer": _claim_layers(points)}


def bars(rows: list[Row], name: str, count: str) -> Spec | None:
    """Counts as horizontal bars, the largest on top."""
    if len(rows) < 2:
        return None
    return {
        "$schema": _SCHEMA,
        "width": "container",
        "height": {"step": 22},
        "data": {"values": [{"name": row[name], "count": row[count]} for row in rows[:20]]},
        "mark": {"type": "bar", "color": _COLOURS[0], "height": 14},
        "encoding": {
            "y": {"field": "name", "type": "nominal", "sort": "-x", "title": None, "axis": {"labelLimit": 180}},
            "x": {"field": "count", "type": "quantitative", "title": None, "axis": {"format": "d", "tickMinStep": 1}},
        },
    }
