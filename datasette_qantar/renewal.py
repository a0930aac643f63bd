"""A build puts a new file in the place of the one that is served; the site goes on with the new one at the next query.

Datasette keeps a connection per thread for as long as it runs, and an open connection keeps the file it was opened on, even one
that has been replaced. So before each query the file is looked at (a few microseconds), and if it is another one by now, the
thread opens it anew. A query under way ends on the file it began with; nothing is locked and nobody waits.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.database import Database

Identity = tuple[int, int, int]  # device, inode, time of the last change


@hookimpl(specname="startup")
def served_files_are_renewed(datasette: Any) -> None:
    """Every database served from a file becomes one that notices when its file is replaced."""
    datasette.databases = {
        name: _renewing(db) if type(db) is Database and db.path else db for name, db in datasette.databases.items()
    }


def _renewing(plain: Database) -> Database:
    db = RenewingDatabase(plain.ds, plain.path, is_mutable=plain.is_mutable)
    db.name, db.route = plain.name, plain.route
    return db


class RenewingDatabase(Database):
    """Knows which file each connection was opened on, and forgets what was cached of a file that is gone."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self._file: Identity | None = identity(self.path)
        self._threads = threading.local()

    async def execute_fn(self, fn: Callable[[Any], Any]) -> Any:
        """As Datasette's own, but for the connection."""
        file = identity(self.path)
        if file and file != self._file:
            self._file = file
            self.cached_hash = self.cached_size = self._cached_table_counts = None
        if self.ds.executor is None:
            return fn(self._connection(file))
        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, lambda: fn(self._connection(file)))

    def _connection(self, file: Identity | None) -> Any:
        """This thread's; opened anew if the file is another. While there is no file, the last one serves."""
        conn, opened = getattr(self._threads, "conn", None), getattr(self._threads, "file", None)
        if conn is None and file is None and self._all_file_connections:
            return self._all_file_connections[-1]  # another thread's: to open the path now would make an empty file there
        if conn is None or (file and file != opened):
            if conn is not None:
                self._all_file_connections.remove(conn)
                conn.close()
            conn = self.connect()
            self.ds._prepare_connection(conn, self.name)
            self._threads.conn, self._threads.file = conn, file
        return conn


def identity(path: str) -> Identity | None:
    """What tells a file from another in its place; None while there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns
