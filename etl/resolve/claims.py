"""How claims about one quantity stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from math import inf

from etl.records import Figure

ABOUT = 0.1  # 'about 100' holds together with 90 to 110, unless the figure knows its bounds
SILENCE = 31  # days without a claim after which a larger number is another matter


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure and whose word it is: the named source, else the article (a copy counts as its original)."""

    figure: Figure
    origin: str

    @property
    def day(self) -> str | None:
        """The as-of day, if known to the day."""
        return self.figure.as_of if self.figure.as_of and len(self.figure.as_of) == 10 else None

    @property
    def stated(self) -> tuple[float, ...]:
        """The numbers the text itself gives: «около 400» states 400, «от 10 до 15» both, «десятки» none."""
        f = self.figure
        bounds = (f.value_low, f.value_high) if f.value is None and f.bounds_basis == "text" else (f.value,)
        return tuple(x for x in bounds if x is not None)


def agreement(claims: Sequence[Claim]) -> str:
    """single, agree, growth, conflict or unclear.

    agree: one number can satisfy all. conflict: two of different origin, for the same day, cannot both hold.
    growth: all days known, no long silence, and what differs is later and larger.
    Anything else, above all a missing day, is unclear: nothing is asserted.
    """
    if len(claims) == 1:
        return "single"
    apart = [(a, b) for a, b in combinations(claims, 2) if not both_hold(a, b)]
    if not apart:
        return "agree"
    if any(a.day and a.day == b.day and a.origin != b.origin for a, b in apart):
        return "conflict"
    days = [c.day for c in claims if c.day]
    if len(days) == len(claims) and _close(days) and all(_grows(a, b) for a, b in apart):
        return "growth"
    return "unclear"


def both_hold(a: Claim, b: Claim) -> bool:
    """Whether one true number could satisfy both."""
    (low_a, high_a), (low_b, high_b) = _bounds(a.figure), _bounds(b.figure)
    return low_a <= high_b and low_b <= high_a


def _grows(a: Claim, b: Claim) -> bool:
    """Of two claims that cannot both hold, the later says more."""
    if a.day == b.day:
        return False
    earlier, later = sorted((a, b), key=lambda c: str(c.day))
    return _bounds(later.figure)[0] > _bounds(earlier.figure)[1]


def _close(days: Sequence[str]) -> bool:
    """No long silence between the days: a tally that grows is told again and again."""
    ordered = sorted(date.fromisoformat(day) for day in days)
    return all((b - a).days <= SILENCE for a, b in pairwise(ordered))


def _bounds(figure: Figure) -> tuple[float, float]:
    """What the words allow. Bounds of vague words ('dozens' as 20) are ours, not the source's: they contradict nobody."""
    if figure.comparator == "vague":
        return -inf, inf
    if figure.value is not None and figure.comparator == "exact":
        return figure.value, figure.value
    low, high = figure.value_low, figure.value_high
    if figure.value is not None and figure.comparator == "about":
        low = figure.value * (1 - ABOUT) if low is None else low
        high = figure.value * (1 + ABOUT) if high is None else high
    return -inf if low is None else low, inf if high is None else high
