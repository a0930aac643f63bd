"""Web pages as they were saved: trafilatura finds the article among menus and advertisements, and what the page says of it."""

from __future__ import annotations

import codecs
import hashlib
import logging
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.decoding import (
    BOMS,
    OLD,
    by_look,
    cyrillic_words,
    encoding_of,
    is_binary,
    is_utf8,
    looks_russian,
    readable,
    strictly,
)
from etl.sources.entries import headed, one_line
from etl.sources.fields import web_address
from etl.sources.files import SourceFile
from etl.sources.manifest import Row
from etl.sources.webdate import published

DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
CYRILLIC = frozenset(codecs.lookup(name).name for name in (*OLD, "koi8_u", "kz1048", "mac_cyrillic"))  # that a page may declare
BEGINNING = 5_000  # bytes among which a page declares its encoding
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")  # written by browsers


def read_webpage(file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    """One article: its text as extracted, below its title."""
    try:
        data = file.data()
        page = readable(strictly(data, page_encoding(data, file.below), file.below), file.below)
        yield _article(page, data, file, row)
    except SourceError as error:
        yield error


def page_encoding(data: bytes, file: str) -> str:
    """UTF-8 if the bytes are UTF-8 (a browser may save so what declares another), else what is declared, else by look.

    A declaration counts unless its letters make no Russian and those of another encoding do. Raises SourceError.
    """
    if any(data.startswith(mark) for mark, _ in BOMS) or b"\0" in data or is_utf8(data):
        return encoding_of(data, file)
    words = cyrillic_words(data)
    declared = _declared(data)
    if declared and (looks_russian(words.decode(declared, "replace")) or not by_look(words)):
        return declared
    return encoding_of(data, file, marked=True)


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:BEGINNING])
    try:
        name = codecs.lookup(found[1].decode()).name if found else None
    except LookupError:
        return None
    return name if name in CYRILLIC else None


@cache
def _trafilatura() -> ModuleType:
    """Half a second, which only builds with web pages pay. What it grumbles about pages is told by us, with their names."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura


def _article(page: str, data: bytes, file: SourceFile, row: Row) -> RawArticle:
    library = _trafilatura()
    saved_from = SAVED_FROM.search(page[:BEGINNING])
    try:
        tree = library.load_html(page)
        if tree is None:
            raise SourceError("no web page", file.below)
        about = library.extract_metadata(tree, saved_from[1] if saved_from else None, extensive=False)
        found = library.bare_extraction(tree, include_comments=False, with_metadata=False)
        title, url = _title(tree, about.title), _address(about.url)
        day = row.published or published(tree, url)
    except SourceError:
        raise
    except Exception as error:  # of three libraries, which damaged pages bring to errors of any kind
        raise SourceError(f"cannot be read as a web page: {type(error).__name__}: {error}", file.below) from error
    text = found.text if found else ""
    if not text.strip() or is_binary(text):
        raise SourceError("no article found in this page", file.below)
    return RawArticle(
        id=file.id,
        source_file=file.below,
        text=headed(row.title or title, text),
        sha256=hashlib.sha256(data).hexdigest(),
        title=row.title or title,
        outlet=row.outlet or about.sitename,
        author=row.author or about.author,
        url=row.url or url,
        published=day,
        published_basis="manifest" if row.published else "declared" if day else None,
        period=row.period,
    )


def _title(tree: Any, told: str | None) -> str | None:
    """The headline; where the page's title adds the name of the site to it, without that."""
    title = one_line(told or "")
    headlines = [one_line(h.text_content()) for h in tree.findall(".//h1")]
    return next((h for h in headlines if h and h in title), title) or None


def _address(url: str | None) -> str | None:
    try:
        return web_address(url) if url else None
    except ValueError:
        return None
