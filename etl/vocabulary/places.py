"""The gazetteer: places.csv into records, every mistake named by file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from etl.errors import VocabularyError
from etl.vocabulary.entries import Country
from etl.vocabulary.loading import ID
from etl.vocabulary.names import fold

FIELDS = ["id", "name", "name_en", "kind", "country", "latitude", "longitude", "geonames_id", "aliases"]
KINDS = ("city", "region", "site")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """places.csv: a place that the news names. Coordinates are WGS 84 degrees; a region has those of its main city."""

    id: str
    name: str
    name_en: str
    kind: str  # city, region, site
    country: str | None  # alpha-2; None where states dispute it, and for what is larger than a country
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    aliases: tuple[str, ...]


def read_places(path: Path, countries: Mapping[str, Country], taken: Mapping[str, str]) -> dict[str, KnownPlace]:
    """id → place, in the file's order. `taken` are folded names of countries and bodies (→ id), which no city or region may bear.

    Raises VocabularyError: a malformed row, an id or (within one country) a name that two places claim, a name that is taken.
    """
    found: dict[str, KnownPlace] = {}
    owners: dict[tuple[str | None, str], str] = {}
    for line, row in _rows(path):
        place = _place(row, path, line)
        if place.country is not None and place.country not in countries:
            raise VocabularyError(f"{place.id}: no country {place.country!r} in countries.yml", path.name, line)
        if place.id in found:
            raise VocabularyError(f"duplicate entry {place.id!r}", path.name, line)
        for name in (place.name, *place.aliases):
            if fold(name) in taken and place.kind != "site":  # the Kremlin is a place and a body
                message = f"{place.id}: the name {name!r} already means {taken[fold(name)]}"
                raise VocabularyError(message, path.name, line)
            first = owners.setdefault((place.country, fold(name)), place.id)
            if first != place.id:
                raise VocabularyError(f"{place.id}: the name {name!r} already means {first}", path.name, line)
        found[place.id] = place
    return found


def by_name(places: Iterable[KnownPlace]) -> dict[str, tuple[str, ...]]:
    """Folded name → ids of all the places of the world that bear it."""
    found: dict[str, tuple[str, ...]] = {}
    for place in places:
        for name in dict.fromkeys(map(fold, (place.name, *place.aliases))):
            found[name] = (*found.get(name, ()), place.id)
    return found


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows with their line numbers, comments and header left out."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise VocabularyError("not UTF-8", path.name) from error
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    parsed = list(csv.reader(line for _, line in numbered))
    if not parsed or parsed[0] != FIELDS:
        raise VocabularyError(f"expected the header {','.join(FIELDS)}", path.name, numbered[0][0] if numbered else 1)
    yield from zip((n for n, _ in numbered[1:]), parsed[1:], strict=True)


def _place(row: list[str], path: Path, line: int) -> KnownPlace:
    if len(row) != len(FIELDS):
        raise VocabularyError(f"expected {len(FIELDS)} fields, found {len(row)}", path.name, line)
    id, name, name_en, kind, country, latitude, longitude, geonames_id, aliases = row
    if not ID.fullmatch(id):
        raise VocabularyError(f"id {id!r} does not match {ID.pattern}", path.name, line)
    if not name or kind not in KINDS:
        raise VocabularyError(f"{id}: needs a name and a kind ({', '.join(KINDS)})", path.name, line)
    try:
        where = (float(latitude) if latitude else None, float(longitude) if longitude else None)
        number = int(geonames_id) if geonames_id else None
    except ValueError as error:
        raise VocabularyError(f"{id}: {error}", path.name, line) from error
    return KnownPlace(id, name, name_en, kind, country or None, *where, number, tuple(filter(None, aliases.split(";"))))
