"""READ: files and folders into RawArticles, one module per format; what cannot be read comes as the error that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.files import SourceFile, source_files
from etl.sources.ids import Ids
from etl.sources.jsonfile import read_json
from etl.sources.jsonlines import read_jsonlines
from etl.sources.manifest import Row, Shelf
from etl.sources.markdown import read_markdown
from etl.sources.table import read_table
from etl.sources.text import read_text
from etl.sources.webpage import read_webpage

Reader = Callable[[SourceFile, Row], Iterator[RawArticle | SourceError]]
FORMATS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt",), read_text),
    **dict.fromkeys((".md", ".markdown"), read_markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_webpage),
    **dict.fromkeys((".json",), read_json),
    **dict.fromkeys((".jsonl", ".ndjson"), read_jsonlines),
    **dict.fromkeys((".csv", ".tsv"), read_table),
}


def read_sources(sources: Iterable[Path]) -> Iterator[RawArticle | SourceError]:
    """The articles of files and folders, in the order of their paths below their source, whatever the order of the arguments.

    A mistake gives a SourceError in its place and stops nothing else: what can be read beside it is read, a text without its
    row in the manifest, an article without a date that is none. Of two different articles with one id the second is an error.
    """
    shelf = Shelf()
    ids = Ids()
    for file in source_files(sources, FORMATS):
        if isinstance(file, SourceError):
            yield file
            continue
        row = shelf.row(file)
        yield from shelf.new_errors()
        for article in FORMATS[file.path.suffix.lower()](file, row):
            yield ids.claim(article) if isinstance(article, RawArticle) else article
