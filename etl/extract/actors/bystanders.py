"""Persons without a name who neither say nor do anything: «президент страны» as whose guest somebody came is no actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from etl.extract.reading import Cast
from etl.records import ActorKey, Contribution, EventReport, Figure, Statement


def without_bystanders(
    cast: Cast,
    statements: Iterable[Statement],
    events: Iterable[EventReport],
    figures: Iterable[Figure],
    contributions: Iterable[Contribution],
) -> Cast:
    """The cast without the nameless whom no fact of the article concerns, their mentions and roles."""
    concerned: set[ActorKey | None] = {key for s in statements for key in (s.speaker, s.addressee, s.via)}
    concerned |= {key for event in events for key in event.participants}
    concerned |= {figure.source for figure in figures} | {contribution.source for contribution in contributions}
    named = {m.actor for m in cast.mentions if m.resolution == "named"}
    gone = {a.key for a in cast.actors if a.kind == "person" and a.key not in named and a.key not in concerned}
    if not gone:
        return cast
    return replace(
        cast,
        actors=tuple(a for a in cast.actors if a.key not in gone),
        mentions=tuple(m for m in cast.mentions if m.actor not in gone),
        roles=tuple(r for r in cast.roles if r.actor not in gone),
    )
