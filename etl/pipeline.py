"""From sources to a database, as a stream: articles are listed, those not yet known are read by an engine, and what was read is
kept on disk; resolution and loading then go over it an article at a time.

    sources ──list──▶ Listing ──engine──▶ Store ──resolve──▶ Facts ──load──▶ SQLite
"""

from __future__ import annotations

import gc
import sqlite3
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from etl.engine import Engine, Task, chunks
from etl.engine.here import Here
from etl.errors import SourceError
from etl.load import Build, drafted
from etl.progress import Progress, silent
from etl.recipe import recipe
from etl.resolve import merge
from etl.resolve.facts import Alias, Facts
from etl.resolve.members import Member
from etl.sources import read_sources
from etl.store import BrokenStore, Listed, Listing, Store, discard, store_beside
from etl.store.authority import names
from etl.vocabulary import HERE
from etl.vocabulary import load as load_vocabulary

ATTEMPTS = 3  # with a store that turns out to be broken; from the second on with a new one


@dataclass
class Report:
    """What a build came to."""

    articles: int = 0
    read: int = 0  # of them, by this build and not by one before
    unchanged: bool = False  # the database was that of these articles already, and was left as it is
    refused: list[SourceError] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)  # by stage


def build(
    sources: Iterable[Path],
    output: Path,
    progress: Progress = silent,
    engine: Engine | None = None,
    vocabulary: Path = HERE,
    fresh: bool = False,
) -> Report:
    """Build the database from files and folders. Inputs that cannot be read are reported; the others are built.

    What a build before has read is not read again, unless all is wanted `fresh`. If there is nothing to build, `output` stays
    as it was. Raises VocabularyError before anything is read.
    """
    task = Task(recipe(vocabulary), vocabulary)
    sources = list(sources)
    for attempt in range(ATTEMPTS):
        if fresh or attempt:
            discard(store_beside(output))
        try:
            return _Build(output, progress, engine or Here(), task).run(sources, fresh)
        except BrokenStore:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


class _Build:
    """One build, stage by stage."""

    def __init__(self, output: Path, progress: Progress, engine: Engine, task: Task) -> None:
        self.output, self.progress, self.engine, self.task = output, progress, engine, task
        self.started = self.lap = time.monotonic()
        self.vocabulary = load_vocabulary(task.vocabulary)
        self.report = Report()
        self.known: dict[bytes, Member] = {}
        self.failed: dict[bytes, str] = {}  # key → why it could not be read

    def run(self, sources: list[Path], fresh: bool) -> Report:
        store = Store(store_beside(self.output), self.task.recipe, names(self.vocabulary.authority.values()))
        with store, closing(Listing()) as listing:
            self._list(sources, listing, store)
            digest = listing.digest()
            self.report.unchanged = not fresh and self._stands(digest)
            if not self.report.unchanged:
                self._read(listing, store)
            self.report.articles = self._take_stock(listing, store)
            if self.report.articles and not self.report.unchanged:
                with _without_collector():
                    self._write(digest, listing, store)
                store.forget()
        return self.report

    def _list(self, sources: list[Path], listing: Listing, store: Store) -> None:
        """Every article once, and which of them have to be read."""
        for done, found in enumerate(read_sources(sources), 1):
            if isinstance(found, SourceError):
                self.report.refused.append(found)
            else:
                key = store.key(found)
                waiting = not store.holds(key, found)
                listing.add(found, key, waiting)
                if waiting:
                    self.engine.prepare(self.task)
            self.progress("list", done, None)
        listing.settle()
        self._measure("list")

    def _read(self, listing: Listing, store: Store) -> None:
        """What is waiting; meanwhile, since others do the work, what resolution needs of the known articles is unpacked."""
        waiting = listing.count_waiting()
        if not waiting:
            return
        with ThreadPoolExecutor(1) as beside:
            known = beside.submit(store.members_beside, listing.known())
            self._read_waiting(waiting, listing, store)
            self.known = known.result()
        self._measure("read")

    def _read_waiting(self, waiting: int, listing: Listing, store: Store) -> None:
        for outcomes in self.engine.outcomes(chunks(listing.waiting()), self.task):
            store.put((o.key, o.member, o.settled, o.unsettled, o.error) for o in outcomes if o.lasting)
            self.failed |= {o.key: o.error for o in outcomes if o.error and not o.lasting}
            self.report.read += len(outcomes)
            self.progress("read", self.report.read, waiting)

    def _take_stock(self, listing: Listing, store: Store) -> int:
        """How many articles there are, those aside that could not be read: they are among the refused now."""
        self.failed |= store.failed()
        unread = (a for a in listing.kept() if a.key in self.failed) if self.failed else ()
        refused = [SourceError(f"{a.id}: {self.failed[a.key]}", a.source) for a in unread]
        self.report.refused += refused
        return len(listing) - len(refused)

    def _write(self, digest: str, listing: Listing, store: Store) -> None:
        """Resolution and loading, which do not wait for each other where they need not."""
        with drafted(self.output) as draft:
            draft.add_settled(store.settled(a.key) for a in self._articles("load", listing))
            self._measure("load")
            with draft.indexing():
                facts = self._resolve(listing, store)
                self._measure("resolve")
            unsettled = ((a.id, store.unsettled(a.key)) for a in self._articles("load", listing))
            draft.add_resolved(facts, self.vocabulary, unsettled)
            draft.finish(self._account(digest))
        self._measure("load")

    def _resolve(self, listing: Listing, store: Store) -> Facts:
        facts = merge(self._members(listing, store), self.vocabulary)
        twice = {a.id: a for a in listing.kept() if a.also_in}
        taken = {alias.id for alias in facts.aliases}
        was = (Alias(id, "articles", a.id) for a in twice.values() for id in a.was if id not in taken)
        return replace(facts, also_in={id: "\n".join(a.also_in) for id, a in twice.items()}, aliases=(*facts.aliases, *was))

    def _account(self, digest: str) -> Build:
        now = datetime.now(UTC)
        return Build(
            id=f"{now:%Y-%m-%d-%H%M%S}-{digest[:10]}",
            built_at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
            version=version("qantar"),
            articles=self.report.articles,
            seconds=round(time.monotonic() - self.started, 2),
            input_digest=digest,
            recipe=self.task.recipe.whole,
        )

    def _members(self, listing: Listing, store: Store) -> Iterator[Member]:
        for article in self._articles("resolve", listing):
            yield self.known.pop(article.key) if article.key in self.known else store.member(article.key)

    def _articles(self, stage: str, listing: Listing) -> Iterator[Listed]:
        """Those of the articles that could be read, in the order of their ids."""
        done = 0
        for article in listing.kept():
            if article.key not in self.failed:
                yield article
                done += 1
                self.progress(stage, done, self.report.articles)

    def _stands(self, digest: str) -> bool:
        """Whether the database is already what these articles and this recipe make."""
        if not self.output.is_file():
            return False
        try:
            with closing(sqlite3.connect(f"{self.output.resolve().as_uri()}?mode=ro", uri=True)) as db:
                return (digest, self.task.recipe.whole) in db.execute("SELECT input_digest, recipe FROM builds").fetchall()
        except sqlite3.Error:
            return False

    def _measure(self, stage: str) -> None:
        now = time.monotonic()
        self.report.seconds[stage] = self.report.seconds.get(stage, 0.0) + now - self.lap
        self.lap = now


@contextmanager
def _without_collector() -> Iterator[None]:
    """Resolution makes a million records and no cycles; Python's collector would look at them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
