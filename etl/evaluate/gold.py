"""Annotations of one article, as YAML (format: tests/gold/README.md)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.errors import SourceError, VocabularyError
from etl.evaluate.rows import ActorRow, ContributionRow, EventRow, FigureRow, Rows, StatementRow, chars
from etl.records import Span
from etl.vocabulary.loading import build, compose


@dataclass(frozen=True, slots=True)
class GoldArticle:
    file: str
    title: str | None = None
    published: str | None = None
    latest_day: str | None = None


@dataclass(frozen=True, slots=True)
class GoldActor:
    name: str
    kind: str
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    content: str
    mode: str
    act: str
    speaker: str | None = None
    speaker_text: str | None = None
    cue: str | None = None
    content2: str | None = None
    said_on: str | None = None
    medium: str | None = None
    addressee: str | None = None
    via: str | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class GoldFigure:
    quote: str
    measure: str
    value: float | None = None
    value_max: float | None = None
    comparator: str | None = None
    unit: str | None = None
    population: str | None = None
    population_text: str | None = None
    place: str | None = None
    as_of: str | None = None
    source: str | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class GoldEvent:
    trigger: str
    quote: str
    type: str
    date: str | None = None
    date_end: str | None = None
    part_of_day: str | None = None
    place: str | None = None
    participants: tuple[str, ...] | None = None
    also: tuple[str, ...] | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class GoldContribution:
    country: str | None = None
    mission: str | None = None
    personnel: float | None = None
    armoured_vehicles: float | None = None
    vehicles: float | None = None
    aircraft: float | None = None
    status: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotation file."""

    article: GoldArticle
    actors: tuple[GoldActor, ...] | None = None
    statements: tuple[GoldStatement, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None
    figures: tuple[GoldFigure, ...] | None = None
    contributions: tuple[GoldContribution, ...] | None = None

    def rows(self, text: str) -> Rows:
        """The annotations as rows of the text. A quote that does not stand in the text covers nothing (see `strays`)."""
        return Rows(
            actors=tuple(ActorRow(a.name, a.kind, (a.role,)) for a in self.actors or ()),
            statements=tuple(_statement(s, text) for s in self.statements or ()),
            figures=tuple(_figure(f, text) for f in self.figures or ()),
            events=tuple(_event(e, text) for e in self.events or ()),
            contributions=tuple(_contribution(c) for c in self.contributions or ()),
        )

    def strays(self, text: str) -> list[str]:
        """Quotes that are not verbatim in the text: the annotation is wrong, or it is another text."""
        quotes = [q for s in self.statements or () for q in (s.content, s.content2)]
        quotes += [f.quote for f in self.figures or ()]
        quotes += [q for e in self.events or () for q in (e.trigger, e.quote, *(e.also or ()))]
        return [q for q in quotes if q and not places(text, q)]


def read_gold(path: Path) -> Gold:
    """Read one annotation file. Raises SourceError with file and line."""
    try:
        return build(Gold, compose(path), path, path.stem)
    except VocabularyError as error:
        raise SourceError(error.message, error.file, error.line) from error
    except OSError as error:
        raise SourceError(error.strerror or "cannot be read", str(path)) from error


def gold_files(folder: Path) -> Sequence[Path]:
    """The annotation files of a folder, by name. Raises SourceError if there are none."""
    if found := sorted(folder.glob("*.yml")):
        return found
    raise SourceError("no annotations (*.yml) here", str(folder))


def places(text: str, quote: str) -> list[Span]:
    """Where a verbatim quote stands; white space may differ."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return [Span(*m.span()) for m in re.finditer(pattern, text)] if pattern else []


def _nth(text: str, quote: str | None, nth: int = 1) -> Span | None:
    found = places(text, quote or "")
    return found[min(nth, len(found)) - 1] if found else None


def _nearest(text: str, quote: str, near: Span | None) -> Span | None:
    """The occurrence of a trigger that stands nearest to its clause."""
    found = places(text, quote)
    if found and near:
        return min(found, key=lambda place: abs(place.start - near.start))
    return found[0] if found else None


def _statement(s: GoldStatement, text: str) -> StatementRow:
    content = chars(text, [_nth(text, s.content, s.nth), _nth(text, s.content2)])
    return StatementRow(content, s.content, s.speaker, s.mode, s.act, s.said_on, s.medium, s.addressee, s.via)


def _figure(f: GoldFigure, text: str) -> FigureRow:
    here = chars(text, [_nth(text, f.quote, f.nth)])
    bounds = (f.value, f.value_max)
    return FigureRow(here, f.quote, bounds, f.measure, f.comparator, f.population, f.as_of, f.source, f.place)


def _event(e: GoldEvent, text: str) -> EventRow:
    clause = _nth(text, e.quote, e.nth)
    trigger = _nearest(text, e.trigger, clause)
    every = chars(text, [clause, trigger, *(_nth(text, also) for also in e.also or ())])
    here = (chars(text, [clause]), e.quote, chars(text, [trigger]), every)
    return EventRow(*here, e.type, e.date, e.place, e.participants or ())


def _contribution(c: GoldContribution) -> ContributionRow:
    counts = (c.personnel, c.armoured_vehicles, c.vehicles, c.aircraft)
    return ContributionRow(c.country or "None", c.country, counts, c.status)
