"""Extractions as bytes and back. What is read back may hold records of ours and plain values, and nothing else."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable
from typing import Any

from etl import records
from etl.records import Extraction, RawArticle

LIGHT = 1  # compression level: a third of the size for an eighth of a millisecond


def pack(record: Extraction | RawArticle) -> bytes:
    return zlib.compress(pickle.dumps(record, pickle.HIGHEST_PROTOCOL), LIGHT)


def unpack(data: bytes) -> Any:
    """The record. Raises pickle.UnpicklingError for anything that is not made of our records."""
    return _Reader(io.BytesIO(zlib.decompress(data))).load()


class _Reader(pickle.Unpickler):
    """A pickle can name any function; this one knows the classes of `etl.records` only."""

    def find_class(self, module: str, name: str) -> Callable[..., Any]:
        if module == records.__name__ and name in vars(records):
            return super().find_class(module, name)  # type: ignore[no-any-return]
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
