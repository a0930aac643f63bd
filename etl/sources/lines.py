"""Files of many articles, a line at a time, so that memory does not depend on their length."""

from __future__ import annotations

from collections.abc import Iterator

from etl.errors import SourceError
from etl.sources.decoding import encoding_of_file
from etl.sources.files import LARGEST, SourceFile

Numbered = tuple[int, str]


def numbered_lines(file: SourceFile) -> Iterator[Numbered | SourceError]:
    """The lines from 1 on, with their ends; one too long for an article is an error in its place.

    Bytes that are wrong in the file's encoding are `\\udcff`. Raises SourceError if the file cannot be read.
    """
    try:
        encoding = encoding_of_file(file.path, file.below)
        with file.path.open(encoding=encoding, errors="marked", newline="") as stream:
            number = 0
            while line := stream.readline(LARGEST):
                number += 1
                if len(line) < LARGEST or line.endswith("\n"):
                    yield number, line
                    continue
                yield SourceError(f"more than {LARGEST:,} characters are too many for one line", file.below, number)
                while line and not line.endswith("\n"):
                    line = stream.readline(LARGEST)
            if not number:
                raise SourceError("the file is empty", file.below)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", file.below) from error
