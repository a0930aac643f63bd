"""JSON: an object that is an article, or several one after another, a list of them, an object with such a list.

    {"title": …, "text": …}      [{…}, {…}]      {"articles": [{…}, {…}]}

A list is read as a stream: memory does not depend on how many articles it has.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from typing import IO, Any

import ijson

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.columns import columns, folded, named
from etl.sources.decoding import encoding_of_file
from etl.sources.entries import article, digest_of
from etl.sources.files import SourceFile
from etl.sources.manifest import Row

DEEPEST = 100
CHUNK = 1_000_000  # bytes: a text that does not end in one is gone over again with the next
Event = tuple[str, str, Any]  # path, event, value
LISTS = ("articles", "items", "posts", "news", "documents", "results", "data")  # the names such a list goes by


def read_json(file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    """The articles of the file up to where it breaks; one with a mistake is told by its number, the others are read."""
    number = 0
    try:
        encoding = encoding_of_file(file.path, file.below)
        with file.path.open("rb") as stream:
            path = _path(_events(stream, encoding))
            stream.seek(0)
            for record in ijson.items(_events(stream, encoding), path):
                number += 1
                if not path and not isinstance(record, dict):
                    raise SourceError("expected an object {…} or a list of objects", file.below)
                yield from _articles(record, file, row, f"article {number}: ")
    except SourceError as error:
        yield error
        return
    except OSError as error:
        yield SourceError(f"cannot be read: {error.strerror}", file.below)
        return
    except (ijson.JSONError, ValueError, RecursionError) as error:
        told = error.args[0] if error.args else ""
        reason = (told.decode(errors="replace") if isinstance(told, bytes) else str(told)).strip().split("\n")[0]
        yield SourceError(f"bad JSON{f' after article {number}' if number else ''}: {reason}", file.below)
        return
    if not number:
        yield SourceError("no articles in this file", file.below)


def _events(stream: IO[bytes], encoding: str) -> Iterator[Event]:
    """What ijson meets on its way, with the path to it."""
    utf8 = stream if encoding == "utf-8" else _Recoded(stream, encoding)
    found: Iterator[Event] = ijson.parse(_shallow(ijson.basic_parse(utf8, multiple_values=True, buf_size=CHUNK)))
    return found


class _Recoded:
    """A stream in the encoding that JSON is made for. (Of `codecs.EncodedFile` ijson finds the methods that recode nothing.)"""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._reader = codecs.getreader(encoding)(stream, "replace")

    def read(self, size: int = -1) -> bytes:
        return self._reader.read(size).encode()


def _shallow(events: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The same events. Raises ValueError where they go so deep that the paths alone would fill the memory."""
    depth = 0
    for event, value in events:
        depth += event.startswith("start_") - event.startswith("end_")
        if depth > DEEPEST:
            raise ValueError("nested too deeply")
        yield event, value


def _path(events: Iterable[Event]) -> str:
    """Where in the file the articles are, as `ijson.items` takes it."""
    for prefix, event, value in events:
        if event == "start_array" and prefix in ("", *LISTS):
            return f"{prefix}.item".lstrip(".")
        is_article = event == "map_key" and not prefix and folded(value) in columns()["text"].names
        if is_article or (not prefix and event not in ("start_map", "map_key")):
            break
    return ""


def _articles(record: Any, file: SourceFile, row: Row, where: str) -> Iterator[RawArticle | SourceError]:
    if not isinstance(record, dict):
        yield SourceError(f"{where}expected an object {{…}}", file.below)
        return
    values = named(record)
    yield from article(values, file, row, digest_of(values), where=where)
