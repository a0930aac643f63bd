"""JSON Lines: an article a line, with the fields id, text and, where known, title, url, published, outlet, author, period.

The article's text is the title, a blank line and the text, so that what a headline says can be traced too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from slugify import slugify

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.decoding import CONTROLS
from etl.sources.fields import iso_prefix, web_address
from etl.sources.files import LARGEST, SourceFile
from etl.sources.manifest import Row

ID = re.compile(r"[a-z0-9_-]+")


def read_jsonlines(file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    """The articles of the file; a line with a mistake gives an error with its number, the others are read."""
    try:
        with file.path.open("rb") as lines:
            number = 0
            while line := lines.readline(LARGEST + 1):
                number += 1
                if len(line) > LARGEST:
                    yield SourceError(f"more than {LARGEST:,} bytes are too many for one article", file.below, number)
                    while line and not line.endswith(b"\n"):
                        line = lines.readline(LARGEST)
                elif line.strip():
                    yield _article(line, file, number)
            if not number:
                yield SourceError("the file is empty", file.below)
    except OSError as error:
        yield SourceError(f"cannot be read: {error.strerror}", file.below)


def _article(line: bytes, file: SourceFile, number: int) -> RawArticle | SourceError:
    try:
        fields = _fields(line)
        published = iso_prefix(fields["published"]) if fields.get("published") else None
        title, text = fields.get("title"), fields["text"]
        return RawArticle(
            id=_id(fields["id"]),
            source_file=file.below,
            text=f"{title}\n\n{text}" if title else text,
            sha256=hashlib.sha256(line.strip()).hexdigest(),
            title=title,
            outlet=fields.get("outlet"),
            author=fields.get("author"),
            url=web_address(fields["url"]) if fields.get("url") else None,
            published=published,
            published_basis="declared" if published else None,
            period=iso_prefix(fields["period"]) if fields.get("period") else None,
        )
    except ValueError as error:
        return SourceError(str(error), file.below, number)


def _fields(line: bytes) -> dict[str, str]:
    """The fields that have a value, as texts. Raises ValueError."""
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("not UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"bad JSON: {error}") from error
    if not isinstance(record, dict):
        raise ValueError("expected an object {…}")
    fields = {k: re.sub(r"\r\n?", "\n", str(v)) for k, v in record.items() if isinstance(v, str | int) and str(v).strip()}
    for name in ("id", "text"):
        if name not in fields:
            raise ValueError(f"the field {name!r} is missing or empty")
    if len(CONTROLS.findall(fields["text"])) > len(fields["text"]) / 100:
        raise ValueError("the text is binary data")
    return fields


def _id(value: str) -> str:
    id = value if ID.fullmatch(value) else slugify(value)
    if not id:
        raise ValueError(f"the id {value!r} has no letter or digit")
    return id
