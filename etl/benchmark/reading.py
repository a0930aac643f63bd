"""What the reading of articles is made of: seconds of processor time of each room."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from etl.annotate import annotate
from etl.annotate.loading import models
from etl.engine.reading import packed
from etl.extract import extract
from etl.parse import parse
from etl.records import RawArticle
from etl.sources import read_sources
from etl.vocabulary import load

ROOMS = ("parse", "annotate", "extract", "pack")


def by_room(articles: Iterable[RawArticle]) -> dict[str, float]:
    """Seconds by room. Articles that cannot be read are left out."""
    vocabulary = load()
    models()
    seconds = dict.fromkeys(ROOMS, 0.0)
    for raw in articles:
        marks = [time.process_time()]
        try:
            article = parse(raw, vocabulary)
            marks.append(time.process_time())
            doc = annotate(article)
            marks.append(time.process_time())
            found = extract(article, doc, vocabulary)
            marks.append(time.process_time())
            packed(found, vocabulary)
            marks.append(time.process_time())
        except Exception:  # the build names it
            continue
        for room, before, after in zip(ROOMS, marks, marks[1:], strict=False):
            seconds[room] += after - before
    return seconds


def main(step: str, *sources: str) -> None:
    """Prints the seconds as JSON, over every so many-th article."""
    found = (raw for raw in read_sources(map(Path, sources)) if isinstance(raw, RawArticle))
    print(json.dumps(by_room(islice(found, 0, None, int(step)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
