"""JSON Lines: an object a line, with the names of `columns.yml`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.columns import named
from etl.sources.entries import article
from etl.sources.files import SourceFile
from etl.sources.lines import numbered_lines
from etl.sources.manifest import Row


def read_jsonlines(file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    """The articles of the file; a line with a mistake gives an error with its number, the others are read."""
    empty = True
    try:
        for found in numbered_lines(file):
            if isinstance(found, SourceError):
                empty = False
                yield found
            elif found[1].strip():
                empty = False
                yield from _articles(*found, file, row)
    except SourceError as error:
        yield error
        return
    if empty:
        yield SourceError("the file is empty", file.below)


def _articles(number: int, line: str, file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield SourceError(f"bad JSON: {error}", file.below, number)
        return
    if not isinstance(record, dict):
        yield SourceError("expected an object {…}", file.below, number)
        return
    digest = hashlib.sha256(line.strip().encode(errors="surrogatepass")).hexdigest()
    yield from article(named(record), file, row, digest, number)
