"""Dates as people and machines write them: `2022-01-09T10:15+06:00`, `09.01.2022`, `9 января 2022 года`, `Sun, 09 Jan 2022`;
and the hour that opens an entry of a chronicle: `22.40`, `[9:05] —`, `18:00 (мск)`.

The day is the one that is written: where an hour and a time zone follow it, they are the writer's own.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale

YEARS = range(1800, 2200)  # of an article; what programs write for no date (0001, 9999) is none
TIME = r"[T,\s]+(?:в\s+)?\d\d?:\d\d(?::\d\d)?(?:[.,]\d+)?"
HOUR = r"[\[(]?(?:[01]?\d|2[0-4])(?P<mark>[.:])(?P<minutes>[0-5]\d)[\])]?(?:\s*\(?(?:мск|МСК)\)?)?\s*[.:,—–-]?"
ZONE = r"\s*(?:Z|UTC|GMT|MSK|МСК|[+-]\d\d(?::?\d\d)?)"


@cache
def months() -> dict[str, int]:
    """Names of months in Russian (as after a day) and English, in full and shortened, in lower case."""
    names: dict[str, int] = {}
    for language in ("ru", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(language).months["format"][width].items():
                names |= {name.lower().rstrip("."): number, name.lower()[:3]: number}
    return names


@cache
def month_names() -> str:
    """A regular expression for any of them, the longest first."""
    return "|".join(sorted(map(re.escape, months()), key=len, reverse=True))


@cache
def pattern() -> str:
    """A regular expression for a date with or without the hour, to be read by `iso`. It does not look at what stands around."""
    numbers = r"(?P<y0>\d{4})[-/.](?P<m0>\d\d)(?:[-/.](?P<d0>\d\d))?"
    dots = r"(?P<d1>\d\d?)\.(?P<m1>\d\d?)\.(?P<y1>\d{4})"
    words = rf"(?P<d2>\d\d?)\s+(?P<m2>{month_names()})\.?\s+(?P<y2>\d{{4}})(?:\s+(?:года|г\.|г\b))?"
    return rf"(?:{numbers}|{dots}|{words})(?:{TIME}(?:{ZONE})?)?"


def iso(found: re.Match[str]) -> str | None:
    """The date of a match of `pattern` as an ISO prefix; None if the calendar has no such day, or news no such year."""
    year, month, day = next(parts for n in "012" if (parts := (found[f"y{n}"], found[f"m{n}"], found[f"d{n}"]))[0])
    number = int(month) if month.isdigit() else months()[month.lower()]
    prefix = f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else "")
    try:
        date.fromisoformat(prefix if day else f"{prefix}-01")
    except ValueError:
        return None
    return prefix if int(year) in YEARS else None
