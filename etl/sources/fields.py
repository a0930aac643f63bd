"""Fields that every format checks alike: dates and addresses."""

from __future__ import annotations

import re
from datetime import date

PREFIX = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")


def iso_prefix(value: str) -> str:
    """`2022`, `2022-01` or `2022-01-05`; a time of day is cut off. Raises ValueError if it is no date of the calendar."""
    value = WITH_TIME.sub(r"\1", value.strip())
    try:
        if PREFIX.fullmatch(value):
            date.fromisoformat(value + "0000-01-01"[len(value) :])
            return value
    except ValueError:
        pass
    raise ValueError(f"{value!r} is not a date (expected YYYY, YYYY-MM or YYYY-MM-DD)")


def web_address(value: str) -> str:
    """An http(s) address, since pages link to it. Raises ValueError for anything else."""
    if not re.fullmatch(r"https?://[^\s<>\"]+", value.strip()):
        raise ValueError(f"{value!r} is not a web address (expected https://…)")
    return value.strip()
