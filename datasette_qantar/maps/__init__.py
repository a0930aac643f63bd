"""MAPS drawn on the server: the outline of a country as SVG paths, places as circles. No tiles, no scripts, no requests."""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.core import get_global

Point = tuple[float, float]  # longitude, latitude
Ring = tuple[Point, ...]

OUTLINES = Path(__file__).parent / "countries-50m.json"
WIDTH = 760
MOST_DOTS = 120
MARGIN = 0.08  # of the shown country's extent, around it


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    radius: float
    place: dict[str, Any]
    label_left: bool
    labelled: bool


@dataclass(frozen=True, slots=True)
class Map:
    """A country with its neighbours, in SVG units."""

    width: int
    height: int
    country: str  # path data of the country spoken of
    neighbours: str  # path data of the others in view
    dots: tuple[Dot, ...]


def draw(places: list[dict[str, Any]]) -> Map:
    """The country that most of the events happened in, with the places that lie in view. Expects located places."""
    weights: Counter[str] = Counter()
    for place in places:
        weights[place["country_id"]] += place["events"]
    country = weights.most_common(1)[0][0]
    here = [place for place in places if place["country_id"] == country] or places
    view, outline, others = _outlined(country) or _around_places(here)
    return Map(WIDTH, view.height, outline, others, _dots(places, view))


@lru_cache(maxsize=64)
def _outlined(country: str) -> tuple[_View, str, str] | None:
    """A country's view, its own path and those of its neighbours; None if there is no outline of it."""
    outline = _countries().get(country)
    if not outline:
        return None
    view = _View.around(max(outline, key=len))  # far islands would make the rest tiny
    return view, view.path(outline), view.path(_others_in(view, country))


def _around_places(places: list[dict[str, Any]]) -> tuple[_View, str, str]:
    view = _View.around(tuple((place["longitude"], place["latitude"]) for place in places))
    return view, "", view.path(_others_in(view, ""))


def _others_in(view: _View, country: str) -> list[Ring]:
    return [ring for code, rings in _countries().items() if code != country for ring in rings if view.sees(ring)]


def _dots(places: list[dict[str, Any]], view: _View) -> tuple[Dot, ...]:
    most = max(place["events"] for place in places)
    dots: list[Dot] = []
    for rank, place in enumerate(sorted(places, key=lambda place: -place["events"])[:MOST_DOTS]):
        x, y = view.at((place["longitude"], place["latitude"]))
        if 0 <= x <= WIDTH and 0 <= y <= view.height:
            crowded = any(abs(dot.x - x) < 90 and abs(dot.y - y) < 14 for dot in dots if dot.labelled)
            radius = round(3 + 12 * math.sqrt(place["events"] / most), 1)
            dots.append(Dot(round(x, 1), round(y, 1), radius, place, x > WIDTH * 0.8, rank < 14 and not crowded))
    return tuple(dots)


@dataclass(frozen=True, slots=True)
class _View:
    """An equirectangular projection, true at its middle latitude. West of its far side the world begins again in the east."""

    west: float
    north: float
    scale: float  # SVG units per degree of latitude
    squeeze: float  # a degree of longitude in degrees of latitude
    height: int

    @classmethod
    def around(cls, ring: Ring) -> _View:
        points = _unrolled(ring, -180)
        longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
        wide, high = max(max(longitudes) - min(longitudes), 2.0), max(max(latitudes) - min(latitudes), 1.0)
        west, north = min(longitudes) - wide * MARGIN, max(latitudes) + high * MARGIN
        squeeze = math.cos(math.radians((max(latitudes) + min(latitudes)) / 2))
        scale = WIDTH / (wide * (1 + 2 * MARGIN) * squeeze)
        return cls(west, north, scale, squeeze, min(round(high * (1 + 2 * MARGIN) * scale), 2 * WIDTH))

    @property
    def far_side(self) -> float:
        """The longitude opposite the middle of the view."""
        return self.west + WIDTH / self.scale / self.squeeze / 2 - 180

    def at(self, point: Point) -> Point:
        longitude = point[0] + 360 if point[0] < self.far_side else point[0]
        return self._flat((longitude, point[1]))

    def _flat(self, point: Point) -> Point:
        return (point[0] - self.west) * self.squeeze * self.scale, (self.north - point[1]) * self.scale

    def sees(self, ring: Ring) -> bool:
        xs, ys = zip(*(self._flat(point) for point in _unrolled(ring, self.far_side)), strict=True)
        return max(xs) >= 0 and min(xs) <= WIDTH and max(ys) >= 0 and min(ys) <= self.height

    def path(self, rings: Any) -> str:
        return "".join(self._ring(ring) for ring in rings)

    def _ring(self, ring: Ring) -> str:
        """Rounded to the unit, without repeats, and drawn no farther than just outside the frame."""
        flat = (self._flat(point) for point in _unrolled(ring, self.far_side))
        clamped = [(_clamp(x, WIDTH), _clamp(y, self.height)) for x, y in flat]
        steps = [point for i, point in enumerate(clamped) if i == 0 or point != clamped[i - 1]]
        return "M" + "L".join(f"{x} {y}" for x, y in steps) + "Z" if len(steps) > 2 else ""


def _unrolled(ring: Ring, far_side: float) -> Ring:
    """A ring in one piece: one that crosses the 180th meridian goes on beyond it, one on the far side comes round."""
    longitudes = [point[0] for point in ring]
    if max(longitudes) - min(longitudes) > 300:
        return tuple((x + 360 if x < 0 else x, y) for x, y in ring)
    around = 360 if (max(longitudes) + min(longitudes)) / 2 < far_side else 0
    return tuple((x + around, y) for x, y in ring)


def _clamp(value: float, most: int) -> int:
    return round(min(max(value, -60), most + 60))


@lru_cache(maxsize=1)
def _countries() -> dict[str, tuple[Ring, ...]]:
    """Rings of every country by ISO 3166 alpha-2, decoded from TopoJSON."""
    topology = json.loads(OUTLINES.read_text(encoding="utf-8"))
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    found: dict[str, tuple[Ring, ...]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = (get_global("territory_aliases").get(shape.get("id", "")) or [None])[0]
        if code and shape["type"] in ("Polygon", "MultiPolygon"):
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            found[code] = tuple(_ring_of(ring, arcs) for polygon in polygons for ring in polygon)
    return found


def _ring_of(indexes: list[int], arcs: list[list[Point]]) -> Ring:
    """A ring is a chain of arcs; a negative index means the arc backwards, and joints are not repeated."""
    ring: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return tuple(ring)
