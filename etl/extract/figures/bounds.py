"""From a number to the bounds of what it claims."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.numbers import Number

ABOUT = 0.1  # «около 400»: between 360 and 440, by convention


@dataclass(frozen=True, slots=True)
class Bounds:
    """`basis` is `text` where the words themselves give the bounds, `convention` where we had to agree on them."""

    value: float | None
    low: float | None
    high: float | None
    basis: str


def bounds(number: Number) -> Bounds:
    """«более 4 тыс.» → 4000, 4000…; «до 10» → 10, …10; «от 10 до 15» → none, 10…15; «десятки» → none, 20… by convention."""
    value = number.value
    if value is None:
        return Bounds(None, number.least, number.most, "convention" if number.comparator == "vague" else "text")
    if number.comparator in ("more_than", "at_least"):
        return Bounds(value, value, None, "text")
    if number.comparator in ("less_than", "up_to"):
        return Bounds(value, None, value, "text")
    if number.comparator == "about":
        low, high = sorted((value * (1 - ABOUT), value * (1 + ABOUT)))
        return Bounds(value, round(low, 6), round(high, 6), "convention")
    return Bounds(value, value, value, "text")
