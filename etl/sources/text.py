"""Plain text: the file is the article, its layout is left to `parse`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.decoding import decode
from etl.sources.files import SourceFile
from etl.sources.manifest import Row


def read_text(file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    """One article."""
    try:
        data = file.data()
        text = decode(data, file.below)
    except SourceError as error:
        yield error
        return
    yield RawArticle(
        id=file.id,
        source_file=file.below,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=row.title,
        outlet=row.outlet,
        author=row.author,
        url=row.url,
        published=row.published,
        published_basis="manifest" if row.published else None,
        period=row.period,
    )
