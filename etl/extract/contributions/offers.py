"""What one sentence tells of one country's part in a mission."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.records import Span, hull

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

    def plus(self, other: Offer) -> Offer:
        """Both numbers together: «60 инструкторов и 40 советников» are 100."""
        total = (self.value or 0) + (other.value or 0)
        return replace(self, value=total, span=hull([self.span, other.span]), rule="added_up")
