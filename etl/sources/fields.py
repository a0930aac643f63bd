"""Fields that every format checks alike: dates and addresses."""

from __future__ import annotations

import re
from datetime import date

from etl.written_dates import YEARS, iso, pattern

PREFIX = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
LONGEST_DATE = 100  # characters
LONGEST_SHOWN = 60  # characters of a wrong value in a message


def iso_prefix(value: str) -> str:
    """`2022`, `2022-01` or `2022-01-05`; a time of day is cut off. Raises ValueError if it is no date of news."""
    value = WITH_TIME.sub(r"\1", value.strip())
    try:
        if PREFIX.fullmatch(value) and int(value[:4]) in YEARS:
            date.fromisoformat(value + "0000-01-01"[len(value) :])
            return value
    except ValueError:
        pass
    raise ValueError(f"{shown(value)} is not a date (expected YYYY, YYYY-MM or YYYY-MM-DD)")


def any_date(value: str) -> str:
    """Also `09.01.2022 10:15`, `9 января 2022 г.`, `Sun, 09 Jan 2022 10:15:00 +0600`. Raises ValueError.

    What could be two days (`01/09/2022`) or needs today's date to be read (`вчера`) is not a date here.
    """
    words = " ".join(value[:LONGEST_DATE].split())
    found = re.fullmatch(rf"(?:[a-zа-я]{{2,11}},\s+)?{pattern()}(?:\s*\(\w+\))?", words, re.IGNORECASE)
    return (iso(found) if found else None) or iso_prefix(value)


def web_address(value: str) -> str:
    """An http(s) address, since pages link to it. Raises ValueError for anything else."""
    if not re.fullmatch(r"https?://[^\s<>\"]+", value.strip()):
        raise ValueError(f"{shown(value)} is not a web address (expected https://…)")
    return value.strip()


def shown(value: str) -> str:
    """A value as messages quote it."""
    return repr(value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…")
