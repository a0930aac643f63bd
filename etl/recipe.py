"""What an extraction depends on besides its article: the code of the reading rooms, the vocabulary, the models' versions.

    code          parse, annotate, extract, what is made of an extraction for resolution and loading, and what these import
    vocabulary    every file but merging.yml, which only resolution reads, and but actors.yml, which counts entry by entry:
                  see `etl.store.authority`
    libraries     the taggers and dictionaries, and the numpy they run on

Two digests: of what extraction depends on, and of everything, which a whole build depends on.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from etl.vocabulary import HERE

ETL = Path(__file__).parent
ROOMS = (
    "__init__.py",
    "records.py",
    "errors.py",
    "morphology.py",
    "personal_names.py",
    "written_dates.py",
    "parse",
    "annotate",
    "extract",
    "vocabulary",
)
AUTHORITY = "actors.yml"
ACCURACY = "accuracy.yml"  # what builds tell of themselves
RESOLUTION_ONLY = ("merging.yml",)
LIBRARIES = (
    *("natasha", "slovnet", "navec", "razdel", "pymorphy2", "pymorphy2-dicts-ru", "numpy"),
    *("pymorphy3", "pymorphy3-dicts-ru", "babel", "python-slugify", "PyYAML"),
)
ENDINGS = (".py", ".yml", ".csv")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Digests in hexadecimal. Equal recipes make equal extractions, and equal databases, of equal articles."""

    extraction: str  # the authority aside
    authority: str
    whole: str


@lru_cache(maxsize=4)
def recipe(vocabulary: Path = HERE) -> Recipe:
    """The recipe of this installation with the vocabulary of this folder."""
    words = {p.name: p for p in sorted(vocabulary.iterdir()) if p.suffix in ENDINGS and p.suffix != ".py"}
    read = [p for name, p in words.items() if name not in (AUTHORITY, *RESOLUTION_ONLY)]
    libraries = "\n".join((f"python {sys.version_info[:2]}", *(f"{name} {_version(name)}" for name in LIBRARIES)))
    extraction = _digest(libraries, [*_code(ROOMS), *read])
    whole = _digest(extraction, [*_code(("",)), *words.values(), ETL / ACCURACY])
    return Recipe(extraction, _digest("", [words[AUTHORITY]]), whole)


def _code(rooms: Iterable[str]) -> Iterator[Path]:
    """Code below the rooms; the vocabulary's words come from the folder that is asked for."""
    for room in rooms:
        path = ETL / room
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _digest(start: str, files: Iterable[Path]) -> str:
    found = hashlib.sha256(start.encode())
    for file in files:
        name = file.relative_to(ETL) if file.is_relative_to(ETL) else file.name
        data = file.read_bytes()
        found.update(f"\n{Path(name).name if file.suffix != '.py' else name} {len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
