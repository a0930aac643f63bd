"""The articles of the build under way: what is to be read, and which of them are one. On disk, and gone with the process."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from etl.records import RawArticle
from etl.store.packing import pack, unpack

UNDATED = "9999"  # undated articles come last

TABLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, key BLOB NOT NULL, source TEXT NOT NULL, url TEXT, wording BLOB NOT NULL, published TEXT NOT NULL,
    kept_as TEXT
);
CREATE TABLE waiting (id TEXT PRIMARY KEY, raw BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article that is kept. `also_in` names the other sources of it, `was` the ids it has there."""

    id: str
    key: bytes
    source: str
    also_in: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


class Listing:
    """Filled while sources are read; then `settle` once, then asked."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a temporary file that SQLite removes by itself
        self._db.executescript(TABLES)

    def add(self, raw: RawArticle, key: bytes, waiting: bool) -> None:
        """An article, and whether it has to be read."""
        wording = hashlib.sha256(raw.text.encode(errors="surrogatepass")).digest()
        row = (raw.id, key, raw.source_file, raw.url, wording, raw.published or UNDATED, None)
        self._db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        if waiting:
            self._db.execute("INSERT INTO waiting VALUES (?, ?)", (raw.id, pack(raw)))

    def settle(self) -> None:
        """Keep of articles with one text or one address only that which comes first by (published, id)."""
        owners: dict[bytes | str, str] = {}
        twice: list[tuple[str, str]] = []
        for id, wording, url in self._db.execute("SELECT id, wording, url FROM articles ORDER BY published, id"):
            signs = [wording, *([address] if (address := plain_address(url)) else [])]
            owner = next((owners[sign] for sign in signs if sign in owners), id)
            for sign in signs:
                owners.setdefault(sign, owner)
            if owner != id:
                twice.append((owner, id))
        self._db.executemany("UPDATE articles SET kept_as = ? WHERE id = ?", twice)
        self._db.executemany("DELETE FROM waiting WHERE id = ?", ((id,) for _, id in twice))
        self._db.execute("CREATE INDEX kept ON articles (kept_as)")

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM articles WHERE kept_as IS NULL").fetchone()[0])

    def kept(self) -> Iterator[Listed]:
        """The articles that are kept, in the order of their ids."""
        asked = "SELECT id, key, source, url FROM articles WHERE kept_as IS NULL ORDER BY id"
        for id, key, source, url in self._db.execute(asked):
            others = self._db.execute("SELECT id, source, url FROM articles WHERE kept_as = ? ORDER BY id", (id,)).fetchall()
            named = (file if not other or other == url else f"{file} {other}" for _, file, other in others)
            yield Listed(id, key, source, tuple(dict.fromkeys(named)), tuple(other for other, _, _ in others))

    def waiting(self) -> Iterator[tuple[bytes, RawArticle]]:
        """What has to be read, in the order of the sources."""
        asked = "SELECT a.key, w.raw FROM waiting w JOIN articles a USING (id) ORDER BY w.rowid"
        return ((key, unpack(raw)) for key, raw in self._db.execute(asked))

    def known(self) -> list[bytes]:
        """The keys of those that are kept and need not be read."""
        asked = "SELECT key FROM articles WHERE kept_as IS NULL AND id NOT IN (SELECT id FROM waiting)"
        return [key for (key,) in self._db.execute(asked)]

    def count_waiting(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def digest(self) -> str:
        """One digest over all the articles, in whatever order they came."""
        found = hashlib.sha256()
        for id, key, kept_as in self._db.execute("SELECT id, key, kept_as FROM articles ORDER BY id"):
            found.update(f"{id} {key.hex()} {kept_as}\n".encode())
        return found.hexdigest()

    def close(self) -> None:
        self._db.close()


def plain_address(url: str | None) -> str | None:
    """What two spellings of one address have in common; None for the address of a whole site, which is no article's."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.startswith("utm_")])
        path = parts.path.rstrip("/")
    except ValueError:
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{query}" if path or query else None
