"""How far a long work has come: one line that renews itself on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

Progress = Callable[[str, int, int | None], None]  # stage, articles done, articles in all where known

EVERY = 10.0  # seconds between lines in a log
BLINK = 0.2  # seconds between renewals on a terminal


def silent(stage: str, done: int, total: int | None) -> None:
    """No progress is told."""


class Lines:
    """Tells of each stage its articles, its rate and the time left; a context manager, so that the last line ends."""

    def __init__(self, quiet: bool = False, stream: TextIO | None = None) -> None:
        self.quiet, self.stream = quiet, stream or sys.stderr
        self.terminal = self.stream.isatty()
        self.started = self.told = time.monotonic()
        self.stage = ""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        if stage != self.stage:
            self.stage, self.started, self.told = stage, now, now
        elif not self.quiet and (now - self.told >= (BLINK if self.terminal else EVERY) or done == total):
            self.told = now
            line = told(stage, done, total, now - self.started)
            self.stream.write(f"\r\x1b[K{line}" if self.terminal else f"{line}\n")
            self.stream.flush()

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.terminal and self.stage:
            self.stream.write("\r\x1b[K")


def told(stage: str, done: int, total: int | None, seconds: float) -> str:
    """'read: 250 of 2853 articles, 11.2 a second, 3:52 left'."""
    rate = done / seconds if seconds else 0.0
    of = f"{done} of {total}" if total else f"{done}"
    left = f", {_clock((total - done) / rate)} left" if total and rate and done < total else ""
    return f"{stage}: {of} articles, {rate:.1f} a second{left}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
