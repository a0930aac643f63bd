"""Readable titles of merged rows, in Russian and English, composed of labels, places and dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from etl.resolve.facts import MergedActor, MergedEvent, Series
from etl.vocabulary import Vocabulary

MONTH = {"ru": "LLLL y", "en": "MMMM y"}
DAY = {"ru": "d MMMM y", "en": "d MMMM y"}
Titles = tuple[str, str]  # Russian, English


def event_title(event: MergedEvent, vocabulary: Vocabulary, places: Mapping[str, Titles]) -> Titles:
    """'Захват: Алматы, 5 января 2022' and 'Seizure: Almaty, 5 January 2022'."""
    kind = vocabulary.event_types[event.type]
    place = places[event.place] if event.place else ("", "")
    return (
        _title(kind.label_ru, place[0], spoken(event.date, "ru")),
        _title(kind.label, place[1], spoken(event.date, "en")),
    )


def series_title(
    series: Series, vocabulary: Vocabulary, places: Mapping[str, Titles], actors: Mapping[str, MergedActor]
) -> Titles:
    """'Погибшие: силовики, Казахстан, 2022'."""
    measure = vocabulary.measures[series.measure]
    population = vocabulary.populations[series.population] if series.population else None
    owner = actors[series.owner] if series.owner else None
    place = places[series.place] if series.place else ("", "")
    owners = (owner.name, owner.name_en or owner.name) if owner else ("", "")
    return (
        _title(measure.label_ru, population.label_ru if population else "", owners[0], place[0], series.period or ""),
        _title(measure.label, population.label if population else "", owners[1], place[1], series.period or ""),
    )


@lru_cache(maxsize=20_000)
def spoken(day: str | None, language: str) -> str:
    """An ISO prefix as people say it: '5 января 2022', 'январь 2022', '2022'; '' for none."""
    if not day or len(day) == 4:
        return day or ""
    if len(day) == 7:
        return str(format_date(date.fromisoformat(f"{day}-01"), MONTH[language], locale=language))
    return str(format_date(date.fromisoformat(day), DAY[language], locale=language))


def _title(what: str, *where: str) -> str:
    rest = ", ".join(dict.fromkeys(w for w in where if w))
    what = what[:1].upper() + what[1:]
    return f"{what}: {rest}" if rest else what
