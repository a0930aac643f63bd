"""The store's entries: what was read once, found by digest, believed by checksum."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType

from etl.load.article import Sheets
from etl.recipe import Recipe
from etl.records import RawArticle
from etl.resolve.members import Member
from etl.store.authority import Beginnings, Names, changed, touches
from etl.store.packing import unpack

FORMAT = 3  # of the tables below and of what is packed in them
KEPT = 30  # days after which an entry that no build asked for goes
PATIENCE = 60.0  # seconds to wait for another build that is writing

KEPT_ROW = "SELECT checksum, member, settled, unsettled, error FROM entries WHERE key = ?"
Entry = tuple[bytes, bytes | None, bytes | None, bytes | None, str | None]  # key; member, settled and unsettled rows, or an error

TABLES = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, authority TEXT NOT NULL, day INTEGER NOT NULL, checksum BLOB NOT NULL,
    member BLOB, settled BLOB, unsettled BLOB, error TEXT
);
CREATE INDEX IF NOT EXISTS failures ON entries (key, error) WHERE error IS NOT NULL;
CREATE TABLE IF NOT EXISTS authorities (digest TEXT PRIMARY KEY, names TEXT NOT NULL);
"""


class BrokenStore(Exception):
    """The file is no store any more. Delete it and read again."""


class Store:
    """What was read by one recipe. A context manager; every write is a transaction."""

    def __init__(self, path: Path, recipe: Recipe, names: Names) -> None:
        self.path, self.recipe = path, recipe
        self._today = date.today().toordinal()
        self._differs: dict[str, frozenset[Beginnings] | None] = {recipe.authority: frozenset()}
        self._names = names
        with self._whole():
            self._db = sqlite3.connect(path, timeout=PATIENCE)
            if self._db.execute("PRAGMA user_version").fetchone()[0] not in (0, FORMAT):
                raise BrokenStore(f"{path}: made by another version")
            self._db.execute(f"PRAGMA user_version = {FORMAT}")
            _write_ahead(self._db)
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
            asked = "SELECT authority, day, checksum, member, settled, unsettled, error FROM entries WHERE key = ?"
            row = self._db.execute(asked, (key,)).fetchone()
            if row is None:
                return False
            authority, day, checksum = row[:3]
            if checksum != _checksum(key, *row[3:]) or self._changed(authority, raw):
                self._db.execute("DELETE FROM entries WHERE key = ?", (key,))
                return False
            if (authority, day) != (self.recipe.authority, self._today):
                found = (self.recipe.authority, self._today, key)
                self._db.execute("UPDATE entries SET authority = ?, day = ? WHERE key = ?", found)
            return True

    def put(self, found: Iterable[Entry]) -> None:
        """Keep what was read: all of it or, if the process is killed, nothing."""
        rows = [(entry[0], self.recipe.authority, self._today, _checksum(*entry), *entry[1:]) for entry in found]
        with self._whole(), self._db:
            self._db.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def member(self, key: bytes) -> Member:
        """What resolution needs of an article. Raises BrokenStore if it is damaged or gone."""
        member: Member = unpack(self._kept(key)[0])
        return member

    def members_beside(self, keys: Collection[bytes]) -> dict[bytes, Member]:
        """What resolution needs of these articles, as far as it is whole. For a thread of its own."""
        found: dict[bytes, Member] = {}
        with self._whole(), closing(sqlite3.connect(self.path, timeout=PATIENCE)) as db:
            for key in keys:
                row = db.execute(KEPT_ROW, (key,)).fetchone()
                if row and row[-1] is None and row[0] == _checksum(key, *row[1:]):
                    found[key] = unpack(row[1])
        return found

    def settled(self, key: bytes) -> Sheets:
        """The rows of an article that resolution leaves as they are. Raises BrokenStore if they are damaged or gone."""
        sheets: Sheets = unpack(self._kept(key)[1])
        return sheets

    def unsettled(self, key: bytes) -> Sheets:
        """Its other rows. Raises BrokenStore if they are damaged or gone."""
        sheets: Sheets = unpack(self._kept(key)[2])
        return sheets

    def _kept(self, key: bytes) -> tuple[bytes, bytes, bytes]:
        with self._whole():
            row = self._db.execute(KEPT_ROW, (key,)).fetchone()
        if row is None or row[-1] is not None or row[0] != _checksum(key, *row[1:]):
            raise BrokenStore(f"{self.path}: an entry is damaged or gone")
        return row[1], row[2], row[3]

    def failed(self) -> dict[bytes, str]:
        """Why articles could not be read, by key."""
        with self._whole():
            return dict(self._db.execute("SELECT key, error FROM entries WHERE error IS NOT NULL"))

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


def _write_ahead(db: sqlite3.Connection) -> None:
    """Set the journal's mode. Builds that begin at once all do so, and here SQLite fails at once where elsewhere it waits."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)


def store_beside(database: Path) -> Path:
    """`qantar.extractions` beside `qantar.db`."""
    return database.with_suffix(".extractions")


def discard(path: Path) -> None:
    """Remove a store, and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _checksum(key: bytes, member: bytes | None, settled: bytes | None, unsettled: bytes | None, error: str | None) -> bytes:
    found = hashlib.blake2b(key, digest_size=16)
    for part in (member, settled, unsettled, error.encode() if error is not None else None):
        found.update(b"-" if part is None else b"%d:" % len(part))
        found.update(part or b"")
    return found.digest()
