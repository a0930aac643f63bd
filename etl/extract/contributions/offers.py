"""What one sentence tells of one country's part in a mission."""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import Span

MEANS = ("personnel", "armoured_vehicles", "vehicles", "aircraft")


@dataclass(frozen=True, slots=True)
class Offer:
    """One country's (None: the mission's) means of one kind, or only its taking part (`means` None)."""

    country: str | None
    means: str | None
    value: float | None
    comparator: str | None
    status: str
    span: Span
    rule: str
