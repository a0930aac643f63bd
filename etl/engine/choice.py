"""Which engine a build uses."""

from __future__ import annotations

import os

from etl.engine.here import Here
from etl.engine.processes import Processes
from etl.engine.reading import Engine
from etl.errors import EngineError


def choose(name: str = "processes", processes: int | None = None, scheduler: str | None = None) -> Engine:
    """The engine of this name; `processes` and `scheduler` (an address, for Dask) have defaults.

    Raises EngineError if Dask is asked for and not installed.
    """
    count = processes or cores()
    if name == "dask":
        return _dask(scheduler, count)
    return Here() if name == "here" else Processes(count)


def _dask(scheduler: str | None, count: int) -> Engine:
    try:
        from etl.engine.cluster import Dask
    except ImportError as error:
        raise EngineError(f"{error.name} is not installed: pip install 'qantar[dask]'", "--engine dask") from error
    return Dask(scheduler, count)


def cores() -> int:
    """Those this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
