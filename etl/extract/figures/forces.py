"""People who are somebody's forces, as only the contributions know: «Сенегал направит 150 человек»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.records import Contribution, Figure, Part, Span

ANYBODY = (None, "all")  # populations that do not say who is counted


def with_forces(figures: tuple[Figure, ...], contributions: Sequence[Contribution], text: str) -> tuple[Figure, ...]:
    """The figures, those that a contribution tells as its personnel measured so too; and those that it alone knows to be any."""
    sent = {(part.span, c.personnel) for c in contributions for part in c.parts if c.personnel is not None}

    def is_sent(figure: Figure) -> bool:
        amount = figure.value if figure.value is not None else figure.value_low
        return figure.measure == "other" and any(figure.anchor in range(s.start, s.stop) and amount == n for s, n in sent)

    told = [_as_forces(f) if is_sent(f) else f for f in figures]
    return tuple(sorted((*told, *_only_sent(figures, contributions, text)), key=lambda f: f.anchor))


def _only_sent(figures: tuple[Figure, ...], contributions: Sequence[Contribution], text: str) -> Iterator[Figure]:
    """«контингенты предоставили Чили (800) и Перу (150)»: numbers with no noun of their own."""
    for c in contributions:
        means = [_from_its_digits(part.span, text) for part in c.parts if part.part == "means"]
        if c.personnel is None or len(means) != 1 or any(means[0].overlaps(f.span) for f in figures):
            continue
        yield Figure(
            anchor=means[0].start,
            span=means[0],
            rule="sent",
            value_text=means[0].of(text),
            value=c.personnel,
            value_low=None,
            value_high=None,
            bounds_basis=None,
            comparator=c.comparator or "exact",
            measure="personnel",
            unit="people",
            population="military",
            population_text=None,
            owner=None,
            place=None,
            as_of=None,
            as_of_text=None,
            as_of_basis=None,
            source=c.source,
            source_basis="named" if c.source else "article",
            via=None,
            parts=(Part("number", means[0]),),
        )


def _from_its_digits(span: Span, text: str) -> Span:
    """«Чили ([800]» without the country."""
    digit = re.search(r"\d", span.of(text))
    return Span(span.start + digit.start(), span.stop) if digit else span


def _as_forces(figure: Figure) -> Figure:
    population = "military" if figure.population in ANYBODY else figure.population
    return replace(figure, measure="personnel", unit="people", population=population)
