"""READ: files and folders into RawArticles. A first version: text files and their manifest."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from slugify import slugify

from etl.errors import SourceError
from etl.records import RawArticle

KNOWN = ("title", "outlet", "author", "url", "published", "period")


def read_sources(sources: Iterable[Path]) -> Iterator[RawArticle | SourceError]:
    """Articles in the order of their paths; what cannot be read comes as the error that says why."""
    for source in sources:
        folder = source if source.is_dir() else source.parent
        manifest = folder / "articles.csv"
        rows = {r["file"]: r for r in csv.DictReader(manifest.open(encoding="utf-8"))} if manifest.exists() else {}
        for path in sorted(source.rglob("*.txt")) if source.is_dir() else [source]:
            file = path.relative_to(folder).as_posix()
            data = path.read_bytes()
            known = {k: v for k, v in rows.get(file, {}).items() if k in KNOWN and v}
            basis = "manifest" if known.get("published") else None
            id = slugify(file.removesuffix(".txt"))
            yield RawArticle(
                id, file, data.decode().replace("\r\n", "\n"), hashlib.sha256(data).hexdigest(), **known, published_basis=basis
            )
