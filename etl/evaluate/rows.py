"""What is compared: the rows of one article, from whichever side they come.

`chars` are offsets of letters and digits in the article file, so that white space and quotation marks cannot spoil a match.
Rows are compared by identity (eq=False): two rows with the same words are still two rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.records import Span

Chars = frozenset[int]
Bounds = tuple[float | None, float | None]


@dataclass(frozen=True, eq=False, slots=True)
class ActorRow:
    name: str
    kind: str | None
    roles: tuple[str | None, ...]


@dataclass(frozen=True, eq=False, slots=True)
class StatementRow:
    chars: Chars  # of the content
    shown: str
    speaker: str | None
    mode: str | None
    act: str | None
    said_on: str | None
    medium: str | None
    addressee: str | None
    via: str | None


@dataclass(frozen=True, eq=False, slots=True)
class FigureRow:
    chars: Chars
    shown: str
    bounds: Bounds  # (value, None), or both ends of a range
    measure: str
    comparator: str | None
    population: str | None
    as_of: str | None
    source: str | None
    place: str | None


@dataclass(frozen=True, eq=False, slots=True)
class EventRow:
    chars: Chars  # of the clause
    shown: str
    trigger: Chars
    every: Chars  # of trigger, clause and further mentions, where the annotation gives them
    type: str
    date: str | None
    place: str | None
    participants: tuple[str | None, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ContributionRow:
    shown: str
    country: str | None
    counts: tuple[float | None, ...]  # personnel, armoured vehicles, vehicles, aircraft
    status: str | None


@dataclass(frozen=True)
class Rows:
    """One article's rows of all five kinds."""

    actors: tuple[ActorRow, ...] = field(default=())
    statements: tuple[StatementRow, ...] = field(default=())
    figures: tuple[FigureRow, ...] = field(default=())
    events: tuple[EventRow, ...] = field(default=())
    contributions: tuple[ContributionRow, ...] = field(default=())


def chars(text: str, spans: Iterable[Span | None]) -> Chars:
    """The letters and digits inside these spans."""
    return frozenset(i for span in spans if span for i in range(span.start, span.stop) if text[i].isalnum())
