"""What the fact extractors read from: the annotated article with its places, dates and actors already found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from etl.records import (
    Actor,
    ActorKey,
    Article,
    DateMention,
    Doc,
    Mention,
    Place,
    PlaceKey,
    PlaceMention,
    Record,
    Role,
    Span,
    Token,
)
from etl.vocabulary import Vocabulary

BODIES = ("organization", "state_body", "media")  # kinds of actors


class Placed(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=Placed)


def inside(mentions: Sequence[M], starts: Sequence[int], span: Span) -> tuple[M, ...]:
    """The mentions wholly inside the span; `starts` are their starts, ascending."""
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.stop)
    return tuple(m for m in mentions[first:last] if m.span.stop <= span.stop)


@dataclass(frozen=True, slots=True)
class Location(Record):
    """Words that locate something: «в Алматы», «в этой стране» (how: in), or do not: «акимат Алматы» (of), «из Алматы» (from)."""

    head: int  # token position
    place: PlaceKey
    how: str
    width: int  # 0 town, 1 site of the gazetteer, 2 region, 3 country, 4 lands of several countries, 5 street or building
    span: Span


@dataclass(frozen=True)
class Atlas:
    """The places of one article, mentions in text order; `locations` also holds «в городе», «казахстанский»."""

    places: tuple[Place, ...]
    mentions: tuple[PlaceMention, ...]
    locations: tuple[Location, ...] = ()
    story: Location | None = None  # where the article as a whole plays

    @cached_property
    def location_at(self) -> Mapping[int, Location]:
        return {x.head: x for x in self.locations}

    @cached_property
    def by_head(self) -> Mapping[int, PlaceMention]:
        return {m.head: m for m in self.mentions}

    @cached_property
    def by_key(self) -> Mapping[str, Place]:
        return {p.key: p for p in self.places}

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self.mentions]

    def within(self, span: Span) -> tuple[PlaceMention, ...]:
        return inside(self.mentions, self._starts, span)


@dataclass(frozen=True)
class Calendar:
    """The dates of one article, mentions in text order."""

    mentions: tuple[DateMention, ...]

    @cached_property
    def by_head(self) -> Mapping[int, DateMention]:
        return {m.head: m for m in self.mentions}

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self.mentions]

    def within(self, span: Span) -> tuple[DateMention, ...]:
        return inside(self.mentions, self._starts, span)


@dataclass(frozen=True)
class Cast:
    """The actors of one article, mentions in text order; `open` holds pronouns and roles for which two actors fit equally."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    open: frozenset[int] = frozenset()  # token positions of unresolved pronouns and descriptions

    @cached_property
    def by_head(self) -> Mapping[int, Mention]:
        """The widest mention with this syntactic head: 'глава МИД Казахстана' for the token 'глава'."""
        return {m.head: m for m in sorted(self.mentions, key=lambda m: m.span.stop - m.span.start)}

    @cached_property
    def by_key(self) -> Mapping[ActorKey, Actor]:
        return {a.key: a for a in self.actors}

    def at(self, token: Token) -> Mention | None:
        """The mention this token heads, else the narrowest mention that holds it."""
        if token.i in self.by_head:
            return self.by_head[token.i]
        return min(self.around(token.span), key=lambda m: m.span.stop - m.span.start, default=None)

    def around(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that hold the span."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.start)
        return tuple(m for m in self.mentions[first:last] if span in m.span)

    @cached_property
    def _longest(self) -> int:
        return max((m.span.stop - m.span.start for m in self.mentions), default=0)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self.mentions]

    def within(self, span: Span) -> tuple[Mention, ...]:
        return inside(self.mentions, self._starts, span)


@dataclass(frozen=True)
class Reading:
    """One article as the extractors see it."""

    article: Article
    doc: Doc
    vocabulary: Vocabulary
    atlas: Atlas
    calendar: Calendar
    cast: Cast
