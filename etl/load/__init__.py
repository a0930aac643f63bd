"""LOAD: records into SQLite, in one transaction, into a new file that replaces the old one only when it is whole.

A build that fails or is killed leaves the last good database as it was. The same input gives the same rows, `builds` aside.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlite_utils import Database

from etl.accuracy import measured
from etl.load.article import VALUES, Sheets, article_sheets
from etl.load.binding import INSERTS, Values, bound
from etl.load.checking import checked
from etl.load.corpus import merged_rows, vocabulary_rows
from etl.records import Extraction
from etl.resolve.facts import Facts
from etl.schema.ddl import create_tables, finish
from etl.vocabulary import Vocabulary

BATCH = 50  # articles whose rows are written together
LOOKED_AT = 10_000  # rows of an index, for the planner's statistics
PAGE = 16_384  # bytes: texts and quotes are long, and in SQLite's usual 4,096 they take a tenth longer to load
UNSAFE = {"synchronous": "OFF", "journal_mode": "OFF", "cache_size": -64_000}  # a file that is not whole is thrown away

COUNTS = """
UPDATE actors SET
    articles = (SELECT count(DISTINCT article_id) FROM mentions m WHERE m.actor_id = actors.id),
    mentions = (SELECT count(*) FROM mentions m WHERE m.actor_id = actors.id),
    statements = (SELECT count(*) FROM statements s WHERE s.speaker_id = actors.id)
"""


class LoadError(Exception):
    """The records contradict each other: a mistake of ours, not of the input."""


@dataclass(frozen=True, slots=True)
class Build:
    """How this file came to be: a row of `builds`."""

    id: str
    built_at: str
    version: str
    articles: int
    seconds: float
    input_digest: str
    recipe: str = ""  # digest of code and vocabulary


def load(path: Path, extractions: Iterable[Extraction], facts: Facts, vocabulary: Vocabulary, build: Build) -> None:
    """Write the database to `path`. Extractions come in the order in which their rows shall stand."""
    write(path, map(checked, map(article_sheets, extractions)), facts, vocabulary, build)


def write(path: Path, articles: Iterable[Sheets], facts: Facts, vocabulary: Vocabulary, build: Build) -> None:
    """The same, of rows that are made and checked already.

    Raises LoadError if a row refers to one that is missing; then, as on any error, `path` stays as it was.
    """
    with replacing(path) as new:
        db = Database(sqlite3.connect(new))
        for name, value in UNSAFE.items():
            db.execute(f"PRAGMA {name} = {value}")
        db.execute(f"PRAGMA page_size = {PAGE}")
        with db.atomic():
            create_tables(db)
            for table, rows in (*vocabulary_rows(vocabulary), *merged_rows(facts, vocabulary)):
                _insert(db, table, map(VALUES[table], rows))
            db.execute("PRAGMA ignore_check_constraints = ON")  # of articles' rows they were asked when these were made
            for batch in _batches(bound(sheets, facts) for sheets in articles):
                for table, values in batch.items():
                    _insert(db, table, values)
            db.execute("PRAGMA ignore_check_constraints = OFF")
            _insert(db, "builds", [VALUES["builds"](asdict(build))])
            _insert(db, "accuracy", [VALUES["accuracy"](asdict(row) | {"unseen": int(row.unseen)}) for row in measured()])
            _index(db)
        db.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
        db.execute("ANALYZE")
        db.close()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place at the end, on the disk before it does; after an error it is removed."""
    _sweep(path)
    new = path.with_name(f".{path.name}.{os.getpid()}.building")
    new.unlink(missing_ok=True)
    try:
        yield new
        with new.open("rb") as file:
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        for left in path.parent.glob(f"{new.name}*"):
            left.unlink()


def _sweep(path: Path) -> None:
    """Remove what killed builds left behind; those of living processes stay."""
    for left in path.parent.glob(f".{path.name}.*.building*"):
        pid = left.name.removeprefix(f".{path.name}.").split(".")[0]
        if not (pid.isdigit() and _alive(int(pid))):
            left.unlink(missing_ok=True)


def _batches(articles: Iterable[Iterable[tuple[str, list[Values]]]]) -> Iterator[dict[str, list[Values]]]:
    batch: dict[str, list[Values]] = {}
    for n, sheets in enumerate(articles, 1):
        for table, rows in sheets:
            batch.setdefault(table, []).extend(rows)
        if n % BATCH == 0:
            yield batch
            batch = {}
    yield batch


def _insert(db: Database, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Plainly: sqlite-utils looks at every value for lists to be stored as JSON, and takes five times as long."""
    db.conn.executemany(INSERTS[table], rows)


def _index(db: Database) -> None:
    finish(db)
    db.execute(COUNTS)
    if broken := db.execute("PRAGMA foreign_key_check").fetchmany(5):
        raise LoadError(f"rows refer to rows that are missing: {broken}")


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
