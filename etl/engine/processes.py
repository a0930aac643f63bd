"""A process per core, each with the models loaded once.

A process that dies (out of memory, killed) breaks its pool. A new pool goes on with the rest; what was under way is then read
again one by one, and an article that breaks two more is refused. When the build itself is killed, its processes see it and end.
"""

from __future__ import annotations

import atexit
import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process

from etl.engine.reading import Chunk, Outcome, Task, load_models, read_chunk

SELDOM = (100_000, 50, 50)  # of Python's (700, 10, 10)
AHEAD = 2  # chunks that wait for each process
DIED = "cannot be read: twice the process died that read it"

Read = Callable[[Chunk, Task], list[Outcome]]
Pending = dict[Future[list[Outcome]], Chunk]


class Processes:
    """At most `count` processes; with fewer chunks, fewer."""

    def __init__(self, count: int, read: Read = read_chunk) -> None:
        self.count, self.read = count, read
        self._pool: ProcessPoolExecutor | None = None  # prepared, not yet used

    def prepare(self, task: Task) -> None:
        if self._pool is None:
            self._pool = _pool(self.count)
            for _ in range(self.count):
                self._pool.submit(load_models, task)

    def outcomes(self, found: Iterator[Chunk], task: Task) -> Iterator[list[Outcome]]:
        broken: list[Chunk] = []
        while first := list(islice(found, self.count)):
            found = chain(first, found)
            yield from self._together(len(first), found, task, broken)
        yield from self._one_by_one(list(chain.from_iterable(broken)), task)

    def _together(self, count: int, found: Iterator[Chunk], task: Task, broken: list[Chunk]) -> Iterator[list[Outcome]]:
        """Outcomes as they come, until all is read or the pool breaks; then what was under way goes to `broken`."""
        pool, self._pool = self._pool or _pool(count), None
        pending: Pending = {}
        try:
            for chunk in found:
                broken.append(chunk)  # until it is handed over
                pending[pool.submit(self.read, chunk, task)] = broken.pop()
                while len(pending) > self.count * (1 + AHEAD):
                    yield from _done(pending)
            while pending:
                yield from _done(pending)
        except BrokenProcessPool:
            broken += pending.values()
        finally:
            pool.shutdown(cancel_futures=True)

    def _one_by_one(self, articles: Chunk, task: Task) -> Iterator[list[Outcome]]:
        waiting = deque(articles)
        tried: set[bytes] = set()
        while waiting:
            pool = _pool(1)
            try:
                while waiting:
                    key = waiting[0][0]
                    yield pool.submit(self.read, [waiting[0]], task).result()
                    waiting.popleft()
            except BrokenProcessPool:
                if key in tried:
                    waiting.popleft()
                    yield [Outcome(key, None, None, None, DIED, lasting=False)]
                tried.add(key)
            finally:
                pool.shutdown(cancel_futures=True)


def _done(pending: Pending) -> Iterator[list[Outcome]]:
    """The outcomes of those that are ready; a chunk stays pending until it has some."""
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        outcomes = future.result()
        del pending[future]
        yield outcomes


def _pool(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_start)


def _start() -> None:
    """Ctrl-C is for the build to answer; who reads for nobody ends, and ends at once: Python would take seconds to free word by
    word what the system frees in one go. And a tenth of the time goes into collecting garbage that reading does not make."""
    gc.set_threshold(*SELDOM)
    atexit.register(os._exit, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
