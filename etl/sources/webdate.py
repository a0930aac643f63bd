"""The day a web page was published: what it says for machines, what its address says, else the one day that it shows as a date.

A day in the running text is never taken for it, nor that of a picture, of a change or of a neighbouring article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from etl.sources.columns import columns, folded
from etl.sources.fields import any_date

IN_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')  # in JSON-LD, which is broken too often to be read as JSON
IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?!\d)")
CLASS = "translate(concat(@class, ' ', @itemprop, ' ', @id), 'DATEIMPUBL', 'dateimpubl')"
SHOWN = (
    f".//*[self::time or contains({CLASS}, 'date') or contains({CLASS}, 'time') or contains({CLASS}, 'publi')]"
    "[not(ancestor-or-self::a or ancestor::aside or ancestor::nav or ancestor::footer)]"
)
LONGEST = 100  # characters of a date with its label


def published(tree: Any, address: str | None) -> str | None:
    """The day as an ISO prefix."""
    told = (_day(words) for words in (*_in_head(tree), *_in_data(tree), *_in_address(address)))
    return next(filter(None, told), None) or _shown(tree)


def _in_head(tree: Any) -> list[str]:
    """`<meta property="article:published_time" content="2022-01-05T10:20:00+06:00">`"""
    given: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        given.setdefault(folded(re.split("[:.]", name)[-1]), meta.get("content") or "")
    return [given[name] for name in columns()["published"].names if name in given]


def _in_data(tree: Any) -> Iterator[str]:
    for script in tree.xpath(".//script[@type='application/ld+json']"):
        yield from IN_DATA.findall(script.text or "")


def _in_address(address: str | None) -> list[str]:
    """`https://example.org/2022/01/05/port`"""
    return ["-".join(parts) for parts in IN_ADDRESS.findall(address or "")]


def _shown(tree: Any) -> str | None:
    """The day in the elements that are there for a date, of the article if it is marked: if all of them show the same."""
    for area in (".//article", ".//main", "."):
        elements = (element for part in tree.iterfind(area) for element in part.xpath(SHOWN))
        days = {day for element in elements if (day := _day(element.get("datetime") or _words(element)))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _words(element: Any) -> str:
    """Of an element that may be the whole page, no more than a date has."""
    words = ""
    for piece in element.itertext():
        words += piece
        if len(words) > LONGEST:
            return ""
    return words


def _day(words: str) -> str | None:
    try:
        return any_date(words) if words.strip() else None
    except ValueError:
        return None
