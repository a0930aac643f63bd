"""How the memory of a reading process grows with the articles it has read, its caches of fixed size aside."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable
from functools import _lru_cache_wrapper
from itertools import islice
from pathlib import Path

from etl.engine.reading import read_one
from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources import read_sources
from etl.vocabulary import load

SMALL = 100  # entries: what has fewer is no cache of words, but models and vocabulary made once


def grown(articles: Iterable[RawArticle], marks: Iterable[int]) -> dict[int, int]:
    """Blocks of memory in use after so many articles, everything dropped from the caches that a later article could do without.

    Blocks and not bytes: Python does not give the space of dropped entries back to the system.
    """
    found: dict[int, int] = {}
    reading, vocabulary, read = iter(articles), load(), 0
    for mark in sorted(marks):
        for raw in islice(reading, mark - read):
            try:
                read_one(raw, vocabulary)
            except SourceError:  # the build names it
                continue
        read = mark
        _empty_caches()
        found[mark] = sys.getallocatedblocks()
    return found


def _empty_caches() -> None:
    for cache in (o for o in gc.get_objects() if isinstance(o, _lru_cache_wrapper)):
        if (cache.cache_parameters()["maxsize"] or 0) > SMALL:
            cache.cache_clear()
    gc.collect()


def main(marks: str, *sources: str) -> None:
    """Prints the blocks as JSON; `marks` are numbers of articles with commas between."""
    found = (raw for raw in read_sources(map(Path, sources)) if isinstance(raw, RawArticle))
    print(json.dumps(grown(found, map(int, marks.split(",")))))


if __name__ == "__main__":
    main(*sys.argv[1:])
