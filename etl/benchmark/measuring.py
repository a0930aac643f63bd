"""Time and memory of a program and all the processes it starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from etl import SETTINGS

EVERY = 1.0  # seconds between looks at the memory: five a second made the measured a twenty-fifth slower


@dataclass(frozen=True, slots=True)
class Measured:
    """What a program printed, and what it took."""

    printed: dict[str, Any]
    seconds: float  # wall clock
    cpu: float  # seconds of all processes
    peak: int  # bytes of all processes at once, what they share counted once


def measure(*arguments: str) -> Measured:
    """Run `python ARGUMENTS` without what this process set for itself. Raises CalledProcessError if it fails."""
    environment = {k: v for k, v in os.environ.items() if k not in SETTINGS}
    before = _cpu()
    started = time.monotonic()
    peak = 0
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, env=environment, text=True) as process:
        while True:
            peak = max(peak, _memory(process.pid))
            try:
                out, _ = process.communicate(timeout=EVERY)
                break
            except subprocess.TimeoutExpired:
                continue
    seconds = time.monotonic() - started
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Measured(json.loads(out), seconds, _cpu() - before, peak)


def mean(one: Measured, other: Measured) -> Measured:
    """Of two runs of one program: the mean of the seconds, those it printed too; the higher peak."""
    printed = {k: (v + other.printed[k]) / 2 if isinstance(v, float) else v for k, v in one.printed.items()}
    return Measured(printed, (one.seconds + other.seconds) / 2, (one.cpu + other.cpu) / 2, max(one.peak, other.peak))


def _cpu() -> float:
    """Of the children waited for so far, theirs included."""
    times = os.times()
    return times.children_user + times.children_system


def _memory(pid: int) -> int:
    total = 0
    try:
        process = psutil.Process(pid)
        for one in (process, *process.children(recursive=True)):
            try:
                found = one.memory_full_info()
                total += getattr(found, "pss", found.uss)
            except psutil.Error:
                continue
    except psutil.Error:
        pass
    return total


def size(path: Path) -> int:
    """Bytes of a file, 0 if there is none."""
    return path.stat().st_size if path.is_file() else 0
