"""The dateline with which an agency opens its report: place, day and agency, none of them a word of the text.

КОЛОМБО, 23 декабря. /ТАСС/.    МОСКВА, 19 мар — РИА Новости.    Хартум. 4 марта. ИНТЕРФАКС -    Бишкек, 17 сентября — 24.kg.
"""

from __future__ import annotations

import re
from functools import cache

from etl.written_dates import month_names

PLACE = r"[А-ЯЁ][А-ЯЁа-яё]+(?:[ -][А-ЯЁ][А-ЯЁа-яё]+){0,2}"
AGENCY = r"[A-ZА-ЯЁ0-9][\w.-]*\w(?:\s[A-ZА-ЯЁ][\w-]*)*"
DASH = r"\s*[-–—]\s+"


def dateline(text: str) -> int:
    """How many characters of the paragraph are its dateline."""
    found = _pattern().match(text)
    return found.end() if found else 0


@cache
def _pattern() -> re.Pattern[str]:
    day = rf"\d{{1,2}}\s(?:{month_names()})\.?(?:\s\d{{4}}(?:\sг(?:ода|\.))?)?"
    in_slashes = rf"\.?\s*/[^/\n]{{3,40}}/\.?(?:{DASH}|\s+)"
    behind_a_dash = rf"{DASH}{AGENCY}(?:,\s{AGENCY})?\.\s+"  # the author’s name may follow
    before_a_dash = rf"\.\s+{AGENCY}{DASH}"
    return re.compile(rf"{PLACE}[.,]\s+(?i:{day})(?:{in_slashes}|{before_a_dash}|{behind_a_dash})(?=\S)")
