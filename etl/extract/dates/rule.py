"""What a rule of dates is: a pattern over a sentence, and what its words then say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.extract.dates.patterns import DateWords
from etl.extract.dates.when import Reference, When, iso

Match = re.Match[str]
Reader = Callable[[Match, DateWords, Reference], When | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` says when it was, None if the words are no date after all."""

    name: str
    clues: frozenset[str]  # kinds of date words, or words, one of which a sentence must have to be looked at
    pattern: str  # see DateWords.compile
    read: Reader


class Rules(list[Rule]):
    """Rules in order: where two match the same words, the earlier one wins."""

    def rule(self, clues: str, pattern: str) -> Callable[[Reader], None]:
        """Add a rule named like its function; `clues` parted by blanks."""
        return lambda read: self.append(Rule(read.__name__.replace("_", "-"), frozenset(clues.split()), pattern, read))


def group(m: Match, name: str) -> str | None:
    return m.groupdict().get(name)


def part(m: Match, words: DateWords) -> str | None:
    return words.part_of_day(group(m, "part") or group(m, "part_after"))


def year_meant(m: Match, words: DateWords, ref: Reference, month: int, day: int) -> tuple[int | None, str]:
    """The year written, shifted («прошлого года») or meant, and the basis on which the date then stands."""
    if written := group(m, "year") or group(m, "plain_year"):
        return int(written), "explicit"
    if group(m, "that_year"):
        return (int(ref.previous[:4]) if ref.previous else None), "relative"
    shift = words.value("unit_shift", group(m, "unit_shift"))
    if shift is not None:
        return (int(ref.published[:4]) + shift if ref.published else None), "relative"
    weekday = words.value("weekday", group(m, "weekday"))
    return ref.year_of(month, day, weekday), "explicit"


def day_of(m: Match, words: DateWords, ref: Reference, day: str, month: str) -> When:
    """That day of that month; its year as far as the match or the reference knows it."""
    number = words.number("month", month)
    year, basis = year_meant(m, words, ref, number, int(day))
    date = iso(year, number, int(day)) if year else None
    return When(date, basis if date else None, part_of_day=part(m, words))


def month_of(m: Match, words: DateWords, ref: Reference, number: int) -> When:
    year, basis = year_meant(m, words, ref, number, 15)
    return When(iso(year, number), basis) if year else When()


def stretch(first: When, last: When) -> When:
    return When(first.date, first.basis, last.date, first.part_of_day)


def relative(date: str | None, part_of_day: str | None = None) -> When:
    return When(date, "relative" if date else None, part_of_day=part_of_day)
