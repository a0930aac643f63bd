"""Gold annotations against a build, or against other annotations.

`compare` says what a match is; `gold` and `database` read the two sides; `tally` counts; `corpora` measures on research corpora.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from etl.errors import SourceError
from etl.evaluate.compare import compare
from etl.evaluate.database import Database
from etl.evaluate.gold import Gold, gold_files, read_gold
from etl.evaluate.rows import Rows
from etl.evaluate.tally import Tally

Texts = Callable[[str], str]  # file name → text
Keep = Callable[[str], bool]  # article's name → whether it is evaluated


def against_database(folder: Path, db: Path, texts: Path | None = None, keep: Keep | None = None) -> list[Tally]:
    """Each annotated article against its rows in the build. Without a folder of texts the build's own texts are used.

    Raises SourceError for bad annotations, a missing article or a file that is no build.
    """
    database = Database(db)
    return _each(
        folder,
        folder_texts(texts) if texts else database.text,
        lambda path, gold, text: database.rows(gold.article.file, text),
        keep,
    )


def against_annotations(folder: Path, other: Path, texts: Path, keep: Keep | None = None) -> list[Tally]:
    """Agreement of two annotators who annotated the same articles under the same file names."""
    return _each(folder, folder_texts(texts), lambda path, gold, text: read_gold(other / path.name).rows(text), keep)


def _each(folder: Path, texts: Texts, other: Callable[[Path, Gold, str], Rows], keep: Keep | None) -> list[Tally]:
    tallies = []
    for path in gold_files(folder):
        if keep and not keep(path.stem):
            continue
        gold = read_gold(path)
        text = texts(gold.article.file)
        tally = compare(gold.rows(text), other(path, gold, text))
        tally.notes += [f"annotation is not verbatim: {quote[:100]}" for quote in gold.strays(text)]
        tally.notes = [f"{path.stem[:24]}  {note}" for note in tally.notes]
        tallies.append(tally)
    return tallies


def folder_texts(folder: Path) -> Texts:
    """Texts of article files in a folder, as UTF-8."""

    def text(file: str) -> str:
        try:
            return (folder / file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SourceError(f"cannot be read as UTF-8 text ({error})", str(folder / file)) from error

    return text
