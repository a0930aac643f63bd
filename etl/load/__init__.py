"""LOAD: records into SQLite, in one transaction, into a new file that replaces the old one only when it is whole.

    settled rows ──▶ indexed and made searchable ──▶ all others, bound by what resolution found
                     meanwhile: resolution

A build that fails or is killed leaves the last good database as it was. The same input gives the same rows, `builds` aside.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlite_utils import Database

from etl.accuracy import measured
from etl.load.article import SETTLED, VALUES, Sheets, article_sheets, divided
from etl.load.binding import INSERTS, Values, bound
from etl.load.checking import checked
from etl.load.corpus import merged_rows, vocabulary_rows
from etl.load.replacing import replacing
from etl.records import Extraction
from etl.resolve.facts import Facts
from etl.schema import TABLES
from etl.schema.ddl import create_indexes, create_tables, create_views
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
    """Write the database of a few articles to `path`. Extractions come in the order in which their rows shall stand."""
    with drafted(path) as draft:
        sheets = [(x.article.id, *divided(checked(article_sheets(x)))) for x in extractions]
        draft.add_settled(settled for _, settled, _ in sheets)
        with draft.indexing():
            pass
        draft.add_resolved(facts, vocabulary, ((id, unsettled) for id, _, unsettled in sheets))
        draft.finish(build)


@contextmanager
def drafted(path: Path) -> Iterator[Draft]:
    """A database in the making, which takes the place of `path` at the end. After an error `path` stays as it was."""
    with replacing(path) as new, closing(sqlite3.connect(new, check_same_thread=False)) as connection:
        db = Database(connection)
        for name, value in UNSAFE.items():
            db.execute(f"PRAGMA {name} = {value}")
        db.execute(f"PRAGMA page_size = {PAGE}")
        with db.atomic():
            create_tables(db)
            yield Draft(db)
        db.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
        db.execute("ANALYZE")


class Draft:
    """To be filled step by step, in the order of its methods; the rows are checked already."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add_settled(self, articles: Iterable[Sheets]) -> None:
        """The rows that resolution leaves as they are."""
        self._insert_articles(sheets.items() for sheets in articles)

    @contextmanager
    def indexing(self) -> Iterator[None]:
        """These are indexed and made searchable beside other work: SQLite does it without Python."""
        with ThreadPoolExecutor(1) as beside:
            indexed = beside.submit(create_indexes, self._db, [t for t in TABLES if t.name in SETTLED])
            yield
            indexed.result()

    def add_resolved(self, facts: Facts, vocabulary: Vocabulary, articles: Iterable[tuple[str, Sheets]]) -> None:
        """What was merged over the articles, and their other rows, bound to it."""
        for table, rows in (*vocabulary_rows(vocabulary), *merged_rows(facts, vocabulary)):
            self._insert(table, map(VALUES[table], rows))
        self._insert_articles(bound(article, sheets, facts) for article, sheets in articles)
        for column, found in (("copy_of_id", facts.copy_of), ("also_in", facts.also_in)):
            known = ((value, article) for article, value in found.items())
            self._db.conn.executemany(f"UPDATE articles SET {column} = ? WHERE id = ?", known)

    def finish(self, build: Build) -> None:
        """The account of the build, what is counted, views. Raises LoadError if a row refers to one that is missing."""
        self._insert("builds", [VALUES["builds"](asdict(build))])
        self._insert("accuracy", [VALUES["accuracy"](asdict(row) | {"unseen": int(row.unseen)}) for row in measured()])
        create_indexes(self._db, [t for t in TABLES if t.name not in SETTLED])
        create_views(self._db)
        self._db.execute(COUNTS)
        if broken := self._db.execute("PRAGMA foreign_key_check").fetchmany(5):
            raise LoadError(f"rows refer to rows that are missing: {broken}")

    def _insert_articles(self, articles: Iterable[Iterable[tuple[str, list[Values]]]]) -> None:
        self._db.execute("PRAGMA ignore_check_constraints = ON")  # they were asked when the rows were made
        for batch in _batches(articles):
            for table, values in batch.items():
                self._insert(table, values)
        self._db.execute("PRAGMA ignore_check_constraints = OFF")

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Plainly: sqlite-utils looks at every value for lists to be stored as JSON, and takes five times as long."""
        self._db.conn.executemany(INSERTS[table], rows)


def _batches(articles: Iterable[Iterable[tuple[str, list[Values]]]]) -> Iterator[dict[str, list[Values]]]:
    batch: dict[str, list[Values]] = {}
    for n, sheets in enumerate(articles, 1):
        for table, rows in sheets:
            batch.setdefault(table, []).extend(rows)
        if n % BATCH == 0:
            yield batch
            batch = {}
    yield batch
