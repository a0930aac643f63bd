"""Maps show the country that is spoken of, whole, wherever on the globe it lies."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from datasette_qantar.maps import WIDTH, draw


def place(country: str | None, latitude: float, longitude: float, events: int = 1) -> dict[str, object]:
    return {"id": "x", "name": "X", "country_id": country, "latitude": latitude, "longitude": longitude, "events": events}


def corners(path: str) -> list[list[tuple[int, int]]]:
    return [[tuple(map(int, point.split())) for point in ring.rstrip("Z").split("L")] for ring in path.split("M") if ring]


def test_the_country_with_most_events_fills_the_map():
    drawn = draw([place("KZ", 43.2, 76.9, 5), place("RU", 55.7, 37.6, 1)])
    xs = [x for ring in corners(drawn.country) for x, _ in ring]
    assert min(xs) < WIDTH * 0.15 and max(xs) > WIDTH * 0.85
    assert [dot.place["country_id"] for dot in drawn.dots] == ["KZ"]  # Moscow lies out of view


def test_a_country_across_the_180th_meridian_is_in_one_piece():
    drawn = draw([place("RU", 55.7, 37.6), place("RU", 64.7, 177.5)])
    longest = max(abs(a[0] - b[0]) for ring in corners(drawn.country) for a, b in pairwise(ring))
    assert longest < WIDTH * 0.1
    assert drawn.dots[0].x < WIDTH * 0.3 < WIDTH * 0.8 < drawn.dots[1].x


@pytest.mark.parametrize("country", [None, "XX", "VA", "FJ", "US", "AQ", "NZ"])
def test_any_country_can_be_drawn_even_one_without_an_outline(country):
    drawn = draw([place(country, 10.0, 20.0), place(country, 11.0, 21.5)])
    assert drawn.height > 0 and re.fullmatch(r"[MLZ0-9 -]*", drawn.country)
