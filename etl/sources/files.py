"""Which files a list of sources holds, in an order that does not depend on the order of the list."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from etl.errors import SourceError
from etl.sources.manifest import is_manifest

LARGEST = 5_000_000  # bytes of one article: a novel has less


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file to read. `below` is its path below the source folder, with '/'."""

    below: str
    path: Path

    @property
    def id(self) -> str:
        """The article's id: the slug of the path without its ending."""
        return slugify(self.below.removesuffix(self.path.suffix)) or "article"

    def data(self) -> bytes:
        """The bytes as stored. Raises SourceError if they cannot be read or are too many for an article."""
        try:
            size = self.path.stat().st_size
            if size > LARGEST:
                raise SourceError(f"{size:,} bytes are too many for one article (at most {LARGEST:,})", self.below)
            return self.path.read_bytes()
        except OSError as error:
            raise SourceError(f"cannot be read: {error.strerror}", self.below) from error


def source_files(sources: Iterable[Path], endings: Container[str]) -> Iterator[SourceFile | SourceError]:
    """Files with a known ending below the folders given, and the files given themselves; each once, hidden ones not at all."""
    found: dict[Path, SourceFile] = {}
    for source in sorted({s.resolve(): s for s in sources}.items()):
        real, given = source
        if real.is_dir():
            inside = [SourceFile(p.relative_to(real).as_posix(), p) for p in _walk(real) if p.suffix.lower() in endings]
            if not inside:
                yield SourceError("no articles in this folder", str(given))
            for file in inside:
                found.setdefault(file.path, file)
        elif not real.exists():
            yield SourceError("no such file or folder", str(given))
        elif is_manifest(real):
            yield SourceError("holds no articles: it tells of those beside it, so name their folder", str(given))
        elif real.suffix.lower() not in endings:
            yield SourceError(f"no format known for {real.suffix or 'a file without ending'}", str(given))
        else:
            found.setdefault(real, SourceFile(real.name, real))
    yield from sorted(found.values())


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        below = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in below.parts) and not _is_beside(path, folder):
            yield path


def _is_beside(path: Path, folder: Path) -> bool:
    """What lies among articles and is none: a README, a manifest, and the pictures and frames that browsers save with a page."""
    if path.stem.lower() == "readme" or is_manifest(path):
        return True
    above = (p for p in path.parents if p.is_relative_to(folder) and p != folder)
    pages = (p.with_name(p.name.removesuffix(end)) for p in above for end in (".files", "_files") if p.name.endswith(end))
    return any(page.with_name(page.name + end).is_file() for page in pages for end in (".html", ".htm"))
