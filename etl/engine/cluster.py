"""The workers of a Dask scheduler read the articles. One that is lost costs its chunks: Dask gives them to another.

    qantar build articles --engine dask                                     a cluster on this machine, for this build
    dask scheduler; dask worker tcp://HOST:8786 --nthreads 1 …              a standing one
    qantar build articles --engine dask --scheduler tcp://HOST:8786

Every worker needs this version of Qantar; one with other code refuses to read. A worker should have one thread: the models are
loaded once per process, and Python runs one thread of it at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice

from distributed import Client, Future, KilledWorker, LocalCluster, as_completed

from etl.engine.reading import Chunk, Outcome, Task, read_chunk
from etl.errors import EngineError

PATIENCE = 20  # seconds for a scheduler to answer
AHEAD = 2  # chunks that wait for each worker
DIED = "cannot be read: the workers that read it died"


class Dask:
    """Connects when there is something to read. Without a scheduler, a cluster of `count` processes is started."""

    def __init__(self, scheduler: str | None, count: int) -> None:
        self.scheduler, self.count = scheduler, count

    def prepare(self, task: Task) -> None:
        """Nothing: the workers of a cluster stand, and its address may be wrong; that is told when it is asked."""

    def outcomes(self, found: Iterator[Chunk], task: Task) -> Iterator[list[Outcome]]:
        with ExitStack() as stack:
            client = self._client(stack)
            workers = max(len(client.scheduler_info()["workers"]), self.count if self.scheduler is None else 1)
            under_way = {f: c for c in islice(found, workers * (1 + AHEAD)) for f in [_submit(client, c, task)]}
            pending = as_completed(under_way)
            for future in pending:
                chunk = under_way.pop(future)
                try:
                    yield future.result()
                    more = list(islice(found, 1))
                except KilledWorker:  # several workers died of it: whose fault is it?
                    more = [[one] for one in chunk] if len(chunk) > 1 else []
                    yield [Outcome(key, None, None, None, DIED, lasting=False) for key, _ in chunk if not more]
                for further in more:
                    under_way[another := _submit(client, further, task)] = further
                    pending.add(another)

    def _client(self, stack: ExitStack) -> Client:
        if self.scheduler is None:
            cluster = LocalCluster(n_workers=self.count, threads_per_worker=1, dashboard_address=":0")
            return stack.enter_context(Client(stack.enter_context(cluster)))
        try:
            return stack.enter_context(Client(self.scheduler, timeout=PATIENCE))
        except (OSError, ValueError) as error:
            raise EngineError(f"no scheduler answers: {error}", self.scheduler) from error


def _submit(client: Client, chunk: Chunk, task: Task) -> Future[list[Outcome]]:
    return client.submit(read_chunk, chunk, task, pure=False)
