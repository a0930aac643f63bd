"""READ: files and folders into RawArticles, one module per format; what cannot be read comes as the error that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.files import SourceFile, source_files
from etl.sources.jsonlines import read_jsonlines
from etl.sources.manifest import Row, Shelf
from etl.sources.text import read_text

Reader = Callable[[SourceFile, Row], Iterator[RawArticle | SourceError]]
FORMATS: Mapping[str, Reader] = {".txt": read_text, ".jsonl": read_jsonlines, ".ndjson": read_jsonlines}


def read_sources(sources: Iterable[Path]) -> Iterator[RawArticle | SourceError]:
    """The articles of files and folders, in the order of their paths below their source, whatever the order of the arguments.

    A mistake gives a SourceError in its place and stops nothing else. Of two articles with one id the second is an error;
    a text whose row in the manifest has a mistake is read without the row.
    """
    shelf = Shelf()
    owners: dict[str, str] = {}
    for file in source_files(sources, FORMATS):
        if isinstance(file, SourceError):
            yield file
            continue
        row = shelf.row(file)
        yield from shelf.new_errors()
        for article in FORMATS[file.path.suffix.lower()](file, row):
            if isinstance(article, RawArticle) and article.id in owners:
                yield SourceError(f"the id {article.id} is already that of {owners[article.id]}", article.source_file)
                continue
            if isinstance(article, RawArticle):
                owners[article.id] = article.source_file
            yield article
