"""What resolution hands on: who is who, which reports tell one event, which figures are claims about one quantity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.records import Place


@dataclass(frozen=True, slots=True)
class MergedActor:
    id: str
    name: str
    name_en: str | None
    kind: str
    country: str | None
    wikidata_id: str | None
    names: tuple[tuple[str, str], ...]  # name, basis (authority or text)


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """`date`, `date_end`, `place` are set where all reports agree."""

    id: str
    type: str
    date: str | None
    date_end: str | None
    place: str | None
    dates_conflict: bool
    reports: int  # copies not counted


@dataclass(frozen=True, slots=True)
class Series:
    id: str
    measure: str
    unit: str | None
    population: str | None
    owner: str | None  # actor id
    place: str | None
    event: str | None
    period: str | None
    claims: int  # copies not counted
    lowest: float | None
    highest: float | None
    agreement: str  # single, agree, growth, conflict, unclear


@dataclass(frozen=True, slots=True)
class Alias:
    id: str
    table: str
    now: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything resolved, and for each member of a merged row where it went."""

    actors: tuple[MergedActor, ...] = ()
    events: tuple[MergedEvent, ...] = ()
    series: tuple[Series, ...] = ()
    places: tuple[Place, ...] = ()
    aliases: tuple[Alias, ...] = ()
    actor_of: Mapping[tuple[str, str], str] = field(default_factory=dict)  # article id, actor key → actor id
    event_of: Mapping[str, str] = field(default_factory=dict)  # event report id → event id
    series_of: Mapping[str, str] = field(default_factory=dict)  # figure id → series id
    copy_of: Mapping[str, str] = field(default_factory=dict)  # article id → id of the earlier article
    also_in: Mapping[str, str] = field(default_factory=dict)  # article id → other sources of the same article, one a line
