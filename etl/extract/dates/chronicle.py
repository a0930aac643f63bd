"""The hours that open the entries of a chronicle: «22.40 Аэропорт закрыт». `parse.inline` cuts them off as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.extract.dates.counted import hours
from etl.extract.dates.when import Reference, When
from etl.records import DateMention
from etl.written_dates import HOUR

ENTRY = "entry"  # the rule's name
HEADING = re.compile(HOUR)


def entry(heading: str, mentions: Sequence[DateMention], ref: Reference) -> When | None:
    """Of the day of the entry before; the first is of the article's own day, unless the text has named none but another.

    «12.05» may as well be a day in May: it opens no chronicle, but goes on with one. None if the heading is no hour.
    """
    hour = HEADING.fullmatch(heading)
    if hour is None:
        return None
    before = next((m for m in reversed(mentions) if m.rule == ENTRY), None)
    if before is not None:
        return When(before.date, before.basis)
    if hour["mark"] == "." and 1 <= int(hour["minutes"]) <= 12:
        return None
    its_own = any(m.date == ref.published for m in mentions)
    when = hours(replace(ref, previous=None) if its_own else ref, None)
    return when if when.date else None
