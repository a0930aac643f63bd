"""Which figures are claims about one quantity.

One quantity: the same measure, unit, population, owner and place, in the same event or, where they belong to none, the same year.
A claim that names neither owner nor place nor event, or has no year, could be about anything and stays single.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.resolve.claims import Claim, agreement
from etl.resolve.facts import Alias, Series
from etl.resolve.members import FigureMember
from etl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Quantity:
    measure: str
    unit: str | None
    population: str | None
    owner: str | None
    place: str | None
    event: str | None
    year: str | None
    alone: str | None  # id of the only figure, where it is not to be compared


@dataclass(frozen=True)
class Comparison:
    """Knows whose words figures are, and what they belong to."""

    vocabulary: Vocabulary
    actor_of: Mapping[tuple[str, str], str]
    event_of: Mapping[str, str]
    copy_of: Mapping[str, str]

    def quantity(self, m: FigureMember) -> Quantity:
        f = m.figure
        owner = self.actor_of[m.article, f.owner] if f.owner else None
        event = self.event_of[m.report] if m.report else None
        known = (event or ((owner or f.place) and m.year)) and f.measure in self.vocabulary.merging["counted"].ids
        year = None if event else m.year
        return Quantity(f.measure, f.unit, f.population, owner, f.place, event, year, None if known else m.id)

    def claim(self, m: FigureMember) -> Claim:
        article = self.copy_of.get(m.article, m.article)
        return Claim(m.figure, self.actor_of[m.article, m.figure.source] if m.figure.source else f"article {article}")


def find_series(members: Iterable[FigureMember], comparison: Comparison) -> tuple[list[Series], dict[str, str], list[Alias]]:
    """The series, the series of each figure, and the ids that lead to them."""
    quantities: dict[Quantity, list[FigureMember]] = defaultdict(list)
    for m in sorted(members, key=lambda m: m.order):
        quantities[comparison.quantity(m)].append(m)
    series: list[Series] = []
    series_of: dict[str, str] = {}
    aliases: list[Alias] = []
    for quantity, found in quantities.items():
        row = _series(quantity, found, comparison)
        series.append(row)
        series_of |= {m.id: row.id for m in found}
        aliases += [Alias(m.own, "figure_series", row.id) for m in found if m.own != row.id]
    return sorted(series, key=lambda s: s.id), series_of, aliases


def _series(quantity: Quantity, members: Sequence[FigureMember], comparison: Comparison) -> Series:
    original = [m for m in members if m.article not in comparison.copy_of] or [members[0]]
    claims = [comparison.claim(m) for m in original]
    years = {m.year for m in members}
    return Series(
        id=members[0].own,
        measure=quantity.measure,
        unit=quantity.unit,
        population=quantity.population,
        owner=quantity.owner,
        place=quantity.place,
        event=quantity.event,
        period=next(iter(years)) if len(years) == 1 else None,
        claims=len(original),
        lowest=min((x for c in claims for x in c.stated), default=None),
        highest=max((x for c in claims for x in c.stated), default=None),
        agreement=agreement(claims),
    )
