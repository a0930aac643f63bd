"""LOAD: records into SQLite, in one transaction, into a new file that replaces the old one only when it is whole.

A build that fails or is killed leaves the last good database as it was. The same input gives the same rows, `builds` aside.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from operator import itemgetter
from pathlib import Path

from sqlite_utils import Database

from etl.accuracy import measured
from etl.load.article import ArticleRows, Row, Rows
from etl.load.corpus import merged_rows, vocabulary_rows
from etl.records import Extraction
from etl.resolve.facts import Facts
from etl.schema import TABLES, Table
from etl.schema.ddl import create_tables, finish
from etl.vocabulary import Vocabulary

BATCH = 100  # articles whose rows are kept together before they are written

COUNTS = """
UPDATE actors SET
    articles = (SELECT count(DISTINCT article_id) FROM mentions m WHERE m.actor_id = actors.id),
    mentions = (SELECT count(*) FROM mentions m WHERE m.actor_id = actors.id),
    statements = (SELECT count(*) FROM statements s WHERE s.speaker_id = actors.id)
"""


def _inserts(table: Table) -> tuple[str, Callable[[Row], tuple[object, ...]]]:
    """The statement, and what takes the values for it out of a row."""
    names = [c.name for c in table.columns]
    columns = ", ".join(f'"{n}"' for n in names)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})', itemgetter(*names)


INSERTS = {table.name: _inserts(table) for table in TABLES}


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
    """Write the database to `path`. Extractions come in the order in which their rows shall stand.

    Raises LoadError if a row refers to one that is missing; then, as on any error, `path` stays as it was.
    """
    with replacing(path) as new:
        db = Database(sqlite3.connect(new))
        db.execute("PRAGMA synchronous = OFF")  # a file that is not whole is thrown away
        with db.atomic():
            create_tables(db)
            for rows in (*vocabulary_rows(vocabulary), *merged_rows(facts, vocabulary)):
                _insert(db, *rows)
            for batch in _batches(extractions, facts):
                for table, found in batch.items():
                    _insert(db, table, found)
            _insert(db, "builds", [asdict(build)])
            _insert(db, "accuracy", [asdict(row) | {"unseen": int(row.unseen)} for row in measured()])
            _index(db)
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


def _batches(extractions: Iterable[Extraction], facts: Facts) -> Iterator[Rows]:
    batch: Rows = {}
    for n, extraction in enumerate(extractions, 1):
        for table, rows in ArticleRows(extraction, facts).all().items():
            batch.setdefault(table, []).extend(rows)
        if n % BATCH == 0:
            yield batch
            batch = {}
    yield batch


def _insert(db: Database, table: str, rows: list[Row]) -> None:
    """Plainly: sqlite-utils looks at every value for lists to be stored as JSON, and takes five times as long."""
    if rows:
        statement, values = INSERTS[table]
        db.conn.executemany(statement, map(values, rows))


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
