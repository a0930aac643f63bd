"""Articles are read in this process: what a few of them are worth, and what a debugger can follow."""

from __future__ import annotations

from collections.abc import Iterator

from etl.engine.reading import Chunk, Outcome, Task, read_chunk


class Here:
    def prepare(self, task: Task) -> None:
        """Nothing: the models would only keep this process from its other work."""

    def outcomes(self, found: Iterator[Chunk], task: Task) -> Iterator[list[Outcome]]:
        for chunk in found:
            yield from (read_chunk([one], task) for one in chunk)
