"""articles.csv: what the publisher of a corpus knows of the texts beside and below it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from etl.errors import SourceError
from etl.sources.columns import columns, folded
from etl.sources.decoding import decode, encoding_of
from etl.sources.fields import iso_prefix, web_address

if TYPE_CHECKING:
    from etl.sources.files import SourceFile  # which leaves the manifests out

NAME = "articles.csv"
BEGINNING = 4_000  # bytes, among which the heading is


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the manifest; what it leaves empty is None."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    period: str | None = None


COLUMNS = ("file", *(f.name for f in fields(Row)))
CHECKS: Mapping[str, Callable[[str], str]] = {"url": web_address, "published": iso_prefix, "period": iso_prefix}


@dataclass(frozen=True)
class Manifest:
    """Rows by file name; a row with a mistake is left out and stands among the errors."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    errors: tuple[SourceError, ...] = ()


def is_manifest(path: Path) -> bool:
    """Whether the file is a manifest. A table of that name with the texts in it holds the articles themselves."""
    return path.name == NAME and path.is_file() and not {folded(name) for name in _beginning(path)} & set(columns()["text"].names)


def _beginning(path: Path) -> list[str]:
    """The cells of the first line, as far as they can be told before the encoding of the whole is known."""
    try:
        with path.open("rb") as stream:
            data = stream.read(BEGINNING)
        lines = data.decode(encoding_of(data, NAME, cut=True), errors="replace").splitlines()
    except (OSError, SourceError):
        return []
    return re.split(r"[,;\t|]", lines[0]) if lines else []


class Shelf:
    """The manifests met so far, each read once; a file takes the row of the nearest manifest above it that names it."""

    def __init__(self) -> None:
        self._manifests: dict[Path, Manifest] = {}
        self._errors: list[SourceError] = []

    def row(self, file: SourceFile) -> Row:
        """What is known of a file; empty if nothing is."""
        parts = PurePosixPath(file.below).parts
        for up in range(len(parts)):
            folder = file.path.parents[up]
            if folder not in self._manifests:
                self._manifests[folder] = read_manifest(folder, "/".join(parts[: len(parts) - 1 - up]))
                self._errors += self._manifests[folder].errors
            row = self._manifests[folder].rows.get("/".join(parts[len(parts) - 1 - up :]))
            if row:
                return row
        return Row()

    def new_errors(self) -> list[SourceError]:
        """Mistakes in the manifests read since the last call."""
        errors, self._errors = self._errors, []
        return errors


def read_manifest(folder: Path, below: str = "") -> Manifest:
    """The manifest of a folder, empty if there is none. `below` is the folder's path below its source, for messages."""
    path = folder / NAME
    if not is_manifest(path):
        return Manifest()
    name = f"{below}/{NAME}" if below else NAME
    rows: dict[str, Row] = {}
    errors = []
    try:
        for line, cells in _records(path, name):
            try:
                file, row = _row(cells, folder, rows)
                rows[file] = row
            except ValueError as error:
                errors.append(SourceError(str(error), name, line))
    except SourceError as error:
        errors.append(error)
    return Manifest(rows, tuple(errors))


def _records(path: Path, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as column → value with the line they start on. Raises SourceError where the CSV itself breaks."""
    try:
        text = decode(path.read_bytes(), name)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", name) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise SourceError(f"bad CSV: {error}", name, line) from error
        if cells is None:
            return
        if header is None:
            header = _header(cells, name, line)
        elif cells:
            extra = [""] * (len(header) - len(cells))
            yield line, dict(zip(header, cells + extra, strict=False)) | ({"": "extra"} if len(cells) > len(header) else {})
        line = reader.line_num + 1


def _header(cells: list[str], name: str, line: int) -> list[str]:
    header = [c.strip() for c in cells]
    unknown = [c for c in header if c not in COLUMNS]
    if unknown or "file" not in header or len(set(header)) < len(header):
        problem = f"unknown column {unknown[0]!r}" if unknown else "a column twice" if "file" in header else "no column 'file'"
        raise SourceError(f"{problem} (columns: {','.join(COLUMNS)})", name, line)
    return header


def _row(cells: dict[str, str], folder: Path, rows: Mapping[str, Row]) -> tuple[str, Row]:
    """The file and what is known of it. Raises ValueError."""
    if "" in cells:
        raise ValueError("more values than columns")
    values = {column: value.strip() for column, value in cells.items() if value.strip()}
    file = values.pop("file", "")
    if not file:
        raise ValueError("no file named")
    if file in rows:
        raise ValueError(f"{file} for the second time")
    if not (folder / file).is_file():
        raise ValueError(f"no file {file} beside or below the manifest")
    for column, value in values.items():
        try:
            values[column] = CHECKS.get(column, str)(value)
        except ValueError as error:
            raise ValueError(f"{column} {error}") from error
    return file, Row(**values)
