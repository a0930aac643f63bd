"""People who are somebody's forces, as only the contributions know: «Сенегал направит 150 человек»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.records import Contribution, Figure

ANYBODY = (None, "all")  # populations that do not say who is counted


def with_forces(figures: tuple[Figure, ...], contributions: Sequence[Contribution]) -> tuple[Figure, ...]:
    """The figures, those that a contribution tells as its personnel measured so too."""
    sent = {(part.span, c.personnel) for c in contributions for part in c.parts if c.personnel is not None}

    def is_sent(figure: Figure) -> bool:
        amount = figure.value if figure.value is not None else figure.value_low
        return figure.measure == "other" and any(figure.anchor in range(s.start, s.stop) and amount == n for s, n in sent)

    return tuple(_as_forces(f) if is_sent(f) else f for f in figures)


def _as_forces(figure: Figure) -> Figure:
    population = "military" if figure.population in ANYBODY else figure.population
    return replace(figure, measure="personnel", unit="people", population=population)
