"""Points and stretches of time, and what is known of the time an article speaks of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from etl.records import Article, Record

PRECISION = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True, slots=True)
class When(Record):
    """What one phrase says of time. `date` None: nothing in the article fixes it."""

    date: str | None = None  # ISO prefix
    basis: str | None = None  # explicit, relative, carried
    date_end: str | None = None
    part_of_day: str | None = None

    @property
    def precision(self) -> str | None:
        return PRECISION[len(self.date)] if self.date else None


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """An ISO prefix; None for days that do not exist (31 February)."""
    if month is None:
        return f"{year:04}"
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def is_ahead(date: str | None, published: str | None) -> bool:
    """«завтра»: what is still to come has not happened, and is not what the text goes on from"""
    return bool(date and published and date > published and len(date) == len(published))


def shifted(date: str | None, days: int) -> str | None:
    """The day so many days later; None unless `date` is a day."""
    if date is None or len(date) != 10:
        return None
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days)).isoformat()


def month_shifted(date: str, months: int) -> str | None:
    """The month so many months later."""
    year, month = divmod(int(date[:4]) * 12 + int(date[5:7]) - 1 + months, 12)
    return iso(year, month + 1)


@dataclass(frozen=True, slots=True)
class Reference(Record):
    """What dates are counted from: the article's own day or month, and the date its text named last."""

    published: str | None  # day, month or year
    years: frozenset[int] = frozenset()  # of the days the text dates in full
    months: frozenset[tuple[int, int]] = frozenset()  # and years, of the days and months it dates in full
    previous: str | None = None  # the date the text named last
    ahead: bool = False  # the clause speaks of the future
    margin: int = 10  # how many days ahead a day without its year may lie
    year: int | None = None  # named right before: «в 2014 году, 5 мая»

    @classmethod
    def of(cls, article: Article, years: frozenset[int], months: frozenset[tuple[int, int]]) -> Reference:
        return cls(article.published or article.period, years, months)

    def after(self, when: When) -> Reference:
        """The reference for what follows, once this has been said."""
        return replace(self, previous=when.date) if when.date else self

    @property
    def today(self) -> datetime.date | None:
        return datetime.date.fromisoformat(self.published) if self.published and len(self.published) == 10 else None

    def year_of(self, month: int, day: int, weekday: int | None = None) -> int | None:
        """The year of a day or month named without one: the past one, unless the next lies within the margin.

        Without any date of the article's own, the one year of that month, else of the days, its text dates in full; None if
        there is none or several.
        Of several years that in which the day is the weekday told with it.
        """
        if self.year is not None:
            return self.year
        if self.published is None:
            near = [y + shift for y in sorted(self.years) for shift in (0, 1, -1)] if weekday is not None else []
            told = next((y for y in near if _falls_on(y, month, day, weekday)), None)
            years = {y for m, y in self.months if m == month} or self.years
            return told or (next(iter(years)) if len(years) == 1 else None)
        year = int(self.published[:4])
        if len(self.published) == 4:
            return year
        here = self.today or datetime.date(year, int(self.published[5:7]), 28)
        candidates = [y for y in (year + 1, year) if _days(here, y, month, day) <= self.margin] + [year - 1]
        return next((y for y in candidates if _falls_on(y, month, day, weekday)), candidates[0])


def _falls_on(year: int, month: int, day: int, weekday: int | None) -> bool:
    date = iso(year, month, day)
    return date is not None and len(date) == 10 and datetime.date.fromisoformat(date).weekday() == weekday


def _days(here: datetime.date, year: int, month: int, day: int) -> int:
    """Days from here to that day, which may be the 31st of any month."""
    return (datetime.date(year, month, 1) - here).days + day - 1
