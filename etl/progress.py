"""How far a long work has come: one line that renews itself on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TextIO

EVERY = 10.0  # seconds between lines in a log
BLINK = 0.2  # seconds between renewals on a terminal


class Lines:
    """Called with the stage and the articles done; a context manager, so that the last line ends."""

    def __init__(self, quiet: bool = False, stream: TextIO | None = None) -> None:
        self.quiet, self.stream = quiet, stream or sys.stderr
        self.terminal = self.stream.isatty()
        self.started = self.told = time.monotonic()
        self.stage = ""

    def __call__(self, stage: str, done: int) -> None:
        now = time.monotonic()
        if self.quiet or (stage == self.stage and now - self.told < (BLINK if self.terminal else EVERY)):
            return
        self.stage, self.told = stage, now
        rate = done / max(now - self.started, 0.001)
        line = f"{stage}: {done} articles, {rate:.1f} a second" if stage == "read" else f"{stage}: {done} articles"
        self.stream.write(f"\r\x1b[K{line}" if self.terminal else f"{line}\n")
        self.stream.flush()

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.terminal and self.stage:
            self.stream.write("\r\x1b[K")
