"""A file that takes another's place only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place at the end, on the disk before it does; after an error it is removed."""
    _sweep(path)
    new = path.with_name(f".{path.name}.{os.getpid()}.building")
    new.unlink(missing_ok=True)
    try:
        yield new
        with new.open("rb") as file:
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        for left in path.parent.glob(f"{new.name}*"):
            left.unlink()


def _sweep(path: Path) -> None:
    """Remove what killed builds left behind; those of living processes stay."""
    for left in path.parent.glob(f".{path.name}.*.building*"):
        pid = left.name.removeprefix(f".{path.name}.").split(".")[0]
        if not (pid.isdigit() and _alive(int(pid))):
            left.unlink(missing_ok=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
