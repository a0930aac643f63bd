"""A number as the text gives it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import Doc, Record, Span


@dataclass(frozen=True, slots=True)
class Number(Record):
    """Token positions are half-open: `first`…`last` hold the number words, `opens`…`closes` its comparator too.

    `value` is None for vague words (then `least` is their lower bound by convention) and for ranges (`least`…`most`).
    """

    first: int
    last: int
    opens: int
    closes: int
    value: float | None
    least: float | None = None
    most: float | None = None
    comparator: str = "exact"
    fraction: bool = False  # половина, треть
    bare: bool = False  # no number word, the unit alone: «в течение часа»
    adjective: str | None = None  # the unit inside the number's own word: «месячного» of «18-месячного»

    def span(self, doc: Doc) -> Span:
        """The characters of number and comparator."""
        return Span(doc.tokens[self.opens].start, doc.tokens[self.closes - 1].stop)

    def words(self, doc: Doc) -> Span:
        """The characters of the number alone."""
        return Span(doc.tokens[self.first].start, doc.tokens[self.last - 1].stop)
