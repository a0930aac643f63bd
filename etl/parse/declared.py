"""The date an article declares about itself in its first or last line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.records import Span
from etl.written_dates import iso, pattern


@dataclass(frozen=True, slots=True)
class Declared:
    """`date` is an ISO prefix as precise as the text; `span` covers the label and the date."""

    date: str
    span: Span


def declared_date(text: str, labels: Sequence[str], start: int = 0) -> Declared | None:
    """`date 2022-01 США просят…` declares by its label, a first or last line `9 января 2022, 10:15` by standing alone.

    What stands before `start` is not looked at.
    """
    names = "|".join(re.escape(label) for label in labels)
    labelled = re.compile(rf"\s*(?:{names})\s*:?\s+{pattern()}(?!\d)", re.IGNORECASE).match(text, start)
    return _read(labelled) or _alone(text, start)


def _alone(text: str, start: int) -> Declared | None:
    full = list(re.compile(r"[^\n]*\S[^\n]*").finditer(text, start))
    for line in full[:4] + full[-1:]:
        found = re.fullmatch(rf"\s*{pattern()}\s*\.?\s*", line.group(), re.IGNORECASE)
        if found and len(full) > 1 and (read := _read(found)):
            return Declared(read.date, Span(line.start() + read.span.start, line.start() + read.span.stop))
    return None


def _read(found: re.Match[str] | None) -> Declared | None:
    date = iso(found) if found else None
    return Declared(date, Span(*found.span())) if found and date else None
