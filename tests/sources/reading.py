"""Files in a folder, read."""

from pathlib import Path

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources import read_sources


def read(folder: Path, name: str, content: str | bytes) -> tuple[list[RawArticle], list[str]]:
    """The articles and the errors of a folder to which this file is added."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode(errors="surrogatepass"))
    found = list(read_sources([folder]))
    return [a for a in found if isinstance(a, RawArticle)], [str(e) for e in found if isinstance(e, SourceError)]


def article(folder: Path, name: str, content: str | bytes) -> RawArticle:
    """The one article of this file, in which nothing is wrong."""
    articles, errors = read(folder, name, content)
    assert errors == []
    (only,) = articles
    return only
