"""The store's entries: what was read once, found by digest, believed by checksum."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType

from etl.recipe import Recipe
from etl.records import Extraction, RawArticle
from etl.store.authority import Beginnings, Names, changed, touches
from etl.store.packing import unpack

KEPT = 30  # days after which an entry that no build asked for goes
PATIENCE = 60.0  # seconds to wait for another build that is writing

TABLES = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, authority TEXT NOT NULL, day INTEGER NOT NULL, checksum BLOB NOT NULL, record BLOB, error TEXT
);
CREATE INDEX IF NOT EXISTS failures ON entries (key, error) WHERE record IS NULL;
CREATE TABLE IF NOT EXISTS authorities (digest TEXT PRIMARY KEY, names TEXT NOT NULL);
"""


class BrokenStore(Exception):
    """The file is no store any more. Delete it and read again."""


class Store:
    """Extractions of one recipe. A context manager; every write is a transaction."""

    def __init__(self, path: Path, recipe: Recipe, names: Names) -> None:
        self.path, self.recipe = path, recipe
        self._today = date.today().toordinal()
        self._differs: dict[str, frozenset[Beginnings] | None] = {recipe.authority: frozenset()}
        self._names = names
        with self._whole():
            self._db = sqlite3.connect(path, timeout=PATIENCE)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.executescript(TABLES)
            with self._db:
                row = (recipe.authority, json.dumps(names, ensure_ascii=False))
                self._db.execute("INSERT OR IGNORE INTO authorities VALUES (?, ?)", row)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def key(self, raw: RawArticle) -> bytes:
        """Digest of the article, all that its source says of it, and of what its extraction depends on."""
        return hashlib.sha256(f"{self.recipe.extraction}\n{raw!r}".encode(errors="surrogatepass")).digest()

    def holds(self, key: bytes, raw: RawArticle) -> bool:
        """Whether there is a whole entry that the present authority would not change. A damaged one is thrown away."""
        with self._whole(), self._db:
            row = self._db.execute("SELECT authority, day, checksum, record, error FROM entries WHERE key = ?", (key,)).fetchone()
            if row is None:
                return False
            authority, day, checksum, record, error = row
            if checksum != _checksum(key, record, error) or self._changed(authority, raw):
                self._db.execute("DELETE FROM entries WHERE key = ?", (key,))
                return False
            if (authority, day) != (self.recipe.authority, self._today):
                found = (self.recipe.authority, self._today, key)
                self._db.execute("UPDATE entries SET authority = ?, day = ? WHERE key = ?", found)
            return True

    def put(self, found: Iterable[tuple[bytes, bytes | None, str | None]]) -> None:
        """Keep packed extractions, or the errors in their place: all of them or, if the process is killed, none."""
        rows = [(k, self.recipe.authority, self._today, _checksum(k, record, error), record, error) for k, record, error in found]
        with self._whole(), self._db:
            self._db.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?)", rows)

    def get(self, key: bytes) -> Extraction | str:
        """The extraction, or the error in its place. Raises BrokenStore if it is damaged or gone."""
        with self._whole():
            row = self._db.execute("SELECT checksum, record, error FROM entries WHERE key = ?", (key,)).fetchone()
        if row is None or row[0] != _checksum(key, *row[1:]):
            raise BrokenStore(f"{self.path}: an entry is damaged or gone")
        extraction: Extraction | str = unpack(row[1]) if row[1] is not None else row[2]
        return extraction

    def failed(self) -> dict[bytes, str]:
        """The errors that stand in the place of extractions, by key."""
        with self._whole():
            return dict(self._db.execute("SELECT key, error FROM entries WHERE record IS NULL"))

    def forget(self) -> None:
        """Throw away what no build has asked for in a month."""
        with self._whole(), self._db:
            self._db.execute("DELETE FROM entries WHERE day < ?", (self._today - KEPT,))

    def _changed(self, authority: str, raw: RawArticle) -> bool:
        """Whether the text has a name for which the authority then and the authority now stand differently."""
        if authority not in self._differs:
            row = self._db.execute("SELECT names FROM authorities WHERE digest = ?", (authority,)).fetchone()
            self._differs[authority] = changed(json.loads(row[0]), self._names) if row else None
        found = self._differs[authority]
        return found is None or touches(raw.text, found)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if type(error) is sqlite3.DatabaseError:  # its subclasses tell of locks, full disks and mistakes of ours
                raise BrokenStore(f"{self.path}: {error}") from error
            raise


def store_beside(database: Path) -> Path:
    """`qantar.extractions` beside `qantar.db`."""
    return database.with_suffix(".extractions")


def discard(path: Path) -> None:
    """Remove a store, and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _checksum(key: bytes, record: bytes | None, error: str | None) -> bytes:
    found = hashlib.blake2b(key, digest_size=16)
    found.update(record if record is not None else b"")
    found.update((error or "").encode())
    return found.digest()
