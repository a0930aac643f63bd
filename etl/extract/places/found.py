"""What the rules hand on: words that name a place, before it is decided which place they mean."""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import Record


@dataclass(frozen=True, slots=True)
class Found(Record):
    """Tokens first…last (half-open) name a place. With several candidates the name and kind are used when none is chosen."""

    first: int
    last: int
    rule: str
    name: str
    kind: str
    country_itself: str | None = None  # the words name this country
    candidates: tuple[str, ...] = ()  # ids in places.csv
    country: str | None = None  # of a place no gazetteer knows, where the text tells it

    def overlaps(self, other: Found) -> bool:
        return self.first < other.last and other.first < self.last
