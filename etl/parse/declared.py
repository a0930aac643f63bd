"""The date an article declares about itself in its first or last line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from etl.records import Span


@dataclass(frozen=True, slots=True)
class Declared:
    """`date` is an ISO prefix as precise as the text; `span` covers the label and the date."""

    date: str
    span: Span


@cache
def _months() -> dict[str, int]:
    return {name: number for number, name in Locale("ru").months["format"]["wide"].items()}


@cache
def _date() -> str:
    iso = r"(?P<iso>\d{4}-\d\d(?:-\d\d)?)(?:[T ]\d\d:\d\d\S*)?"
    dots = r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{4})"
    words = rf"(?P<day>\d\d?)\s+(?P<month>{'|'.join(_months())})\s+(?P<year>\d{{4}})(?:\s+(?:года|г\.))?"
    return rf"(?:{iso}|{dots}|{words})(?:,?\s+\d\d?:\d\d(?::\d\d)?)?"


def declared_date(text: str, labels: Sequence[str]) -> Declared | None:
    """`date 2022-01 США просят…` declares by its label, a first or last line `9 января 2022, 10:15` by standing alone."""
    names = "|".join(re.escape(label) for label in labels)
    labelled = re.match(rf"\s*(?:{names})\s*:?\s+{_date()}(?!\d)", text, re.IGNORECASE)
    return _read(labelled) or _alone(text)


def _alone(text: str) -> Declared | None:
    full = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    for line in full[:4] + full[-1:]:
        found = re.fullmatch(rf"\s*{_date()}\s*\.?\s*", line.group(), re.IGNORECASE)
        if found and len(full) > 1 and (read := _read(found)):
            return Declared(read.date, Span(line.start() + read.span.start, line.start() + read.span.stop))
    return None


def _read(found: re.Match[str] | None) -> Declared | None:
    if not found:
        return None
    year, month, day = (found["y"], found["m"], found["d"]) if found["y"] else (found["year"], found["month"], found["day"])
    if found["iso"]:
        year, month, day = [*found["iso"].split("-"), None][:3]
    number = _months()[month.lower()] if month.lower() in _months() else int(month)
    date = f"{int(year):04d}-{number:02d}" + (f"-{int(day):02d}" if day else "")
    possible = 1 <= number <= 12 and (not day or 1 <= int(day) <= 31)
    return Declared(date, Span(*found.span())) if possible else None
