"""Tables: CSV and TSV with a heading, whatever parts their cells (`,` `;` tab `|`), with the names of `columns.yml`."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.columns import columns, folded, known_names, named
from etl.sources.entries import article, digest_of
from etl.sources.files import LARGEST, SourceFile
from etl.sources.lines import numbered_lines
from etl.sources.manifest import Row

MOST_COLUMNS = 1_000
DELIMITERS = ",;\t|"
Cells = list[str]


def read_table(file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    """The articles of the table; a row with a mistake gives an error with its line, the others are read."""
    heading: Cells = []
    empty = True
    try:
        for found in _rows(file):
            empty = empty and not heading
            if isinstance(found, SourceError):
                yield found
            elif not heading:
                heading = _heading(found[1], file)
            else:
                yield from _articles(*found, heading, file, row)
        if empty:
            yield SourceError("no articles in this file", file.below)
    except SourceError as error:
        yield error


def _rows(file: SourceFile) -> Iterator[tuple[int, Cells] | SourceError]:
    """The rows that are not blank, with the line on which they begin. Raises SourceError if the file cannot be read."""
    errors: list[SourceError] = []
    number = 0

    def lines() -> Iterator[str]:
        nonlocal number
        for found in numbered_lines(file):
            if isinstance(found, SourceError):
                errors.append(found)
            else:
                number, line = found
                yield line

    text = lines()
    first = next((line for line in text if line.strip()), "")
    csv.field_size_limit(LARGEST)
    reader = csv.reader(_chained(first, text), delimiter=_delimiter(first), strict=True)
    begun = number
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield SourceError(f"bad CSV: {error}", file.below, begun)
            cells = []
        yield from errors
        errors.clear()
        if cells is None:
            return
        if any(cells) or len(cells) > MOST_COLUMNS:
            yield begun, cells
        begun = number + 1


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _delimiter(heading: str) -> str:
    """That which makes the most names we know of the first line."""

    def known(delimiter: str) -> int:
        cells = next(csv.reader([heading], delimiter=delimiter), [])
        return sum(folded(name) in known_names() for name in cells[:MOST_COLUMNS])

    return max(DELIMITERS, key=known)


def _heading(cells: Cells, file: SourceFile) -> Cells:
    """The names of the columns. Raises SourceError if none of them is that of the text."""
    texts = columns()["text"].names
    if len(cells) > MOST_COLUMNS:
        raise SourceError(f"{len(cells):,} columns are too many", file.below, 1)
    if not {folded(name) for name in cells} & set(texts):
        raise SourceError(f"no column with the text ({', '.join(texts)})", file.below, 1)
    return cells


def _articles(line: int, cells: Cells, heading: Cells, file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    if len(cells) > len(heading):
        yield SourceError(f"{len(cells)} cells, but {len(heading)} columns", file.below, line)
        return
    values = named(dict(zip(heading, cells, strict=False)))
    yield from article(values, file, row, digest_of(values), line)
