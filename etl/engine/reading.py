"""What every engine does with an article, and how articles are handed out: a chunk at a time."""

from __future__ import annotations

import gc
import socket
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from etl.errors import EngineError, SourceError
from etl.load.article import article_sheets, divided
from etl.load.checking import checked
from etl.recipe import Recipe, recipe
from etl.records import Extraction, RawArticle
from etl.resolve.members import member
from etl.store.packing import pack
from etl.vocabulary import HERE, Vocabulary
from etl.vocabulary import load as load_vocabulary

CHARACTERS = 10_000  # of one chunk: a fifth of a second of work, so that at the end no process waits long for another
ARTICLES = 10
GARBAGE = 2_000_000  # objects between two looks for cycles among them; reading makes none, and a look at the caches takes time
LONGEST = 400_000  # characters of an article: a book has no place among them, and would be read for many minutes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article: what resolution and loading need of it, packed, or why there is nothing."""

    key: bytes
    member: bytes | None
    settled: bytes | None  # rows
    unsettled: bytes | None
    error: str | None = None
    lasting: bool = True  # False: another time it may be read


@dataclass(frozen=True, slots=True)
class Task:
    """What all the chunks of a build have in common."""

    recipe: Recipe
    vocabulary: Path = HERE


Chunk = list[tuple[bytes, RawArticle]]  # keys and articles


class Engine(Protocol):
    def prepare(self, task: Task) -> None:
        """There will be something to read: what takes time to start may start now, beside other work."""
        ...

    def outcomes(self, found: Iterator[Chunk], task: Task) -> Iterator[list[Outcome]]:
        """An outcome for every article; chunks are asked for as they can be worked at, so that few are in memory at once."""
        ...


def chunks(waiting: Iterable[tuple[bytes, RawArticle]]) -> Iterator[Chunk]:
    """The articles in chunks of about equal work."""
    chunk: Chunk = []
    size = 0
    for key, raw in waiting:
        if chunk and (len(chunk) == ARTICLES or size + len(raw.text) > CHARACTERS):
            yield chunk
            chunk, size = [], 0
        chunk.append((key, raw))
        size += len(raw.text)
    if chunk:
        yield chunk


def read_chunk(chunk: Chunk, task: Task) -> list[Outcome]:
    """Read the articles of a chunk, each by itself. Raises EngineError where they would be read otherwise than asked."""
    if recipe(task.vocabulary) != task.recipe:
        raise EngineError("other code, another vocabulary or other libraries than this build has", socket.gethostname())
    vocabulary = load_vocabulary(task.vocabulary)
    gc.set_threshold(GARBAGE)
    return [_outcome(key, raw, vocabulary) for key, raw in chunk]


def load_models(task: Task) -> None:
    """What a process needs before it reads its first article."""
    from etl.annotate.loading import models

    import_module("etl.extract")
    models()
    load_vocabulary(task.vocabulary)


def _outcome(key: bytes, raw: RawArticle, vocabulary: Vocabulary) -> Outcome:
    try:
        return Outcome(key, *packed(read_one(raw, vocabulary), vocabulary))
    except (sqlite3.IntegrityError, OverflowError) as error:
        return Outcome(key, None, None, None, f"gave a row that the database does not take: {error}")
    except SourceError as error:
        return Outcome(key, None, None, None, error.message, lasting=not isinstance(error.__cause__, MemoryError))


def packed(extraction: Extraction, vocabulary: Vocabulary) -> tuple[bytes, bytes, bytes]:
    """What resolution needs of an article, its settled and its unsettled rows. Raises sqlite3.IntegrityError for a wrong row."""
    settled, unsettled = divided(checked(article_sheets(extraction)))
    return pack(member(extraction, vocabulary)), pack(settled), pack(unsettled)


def read_one(raw: RawArticle, vocabulary: Vocabulary) -> Extraction:
    """Everything one article says. Raises SourceError for an article that breaks the reading of it."""
    from etl.annotate import annotate  # the models take seconds to import: only where there is something to read
    from etl.extract import extract
    from etl.parse import parse

    if len(raw.text) > LONGEST:
        raise SourceError(f"{len(raw.text):,} characters are too many for one article (at most {LONGEST:,})", raw.source_file)
    try:
        article = parse(raw, vocabulary)
        return extract(article, annotate(article), vocabulary)
    except Exception as error:  # one odd article must not cost the whole archive
        raise SourceError(f"cannot be read: {type(error).__name__}: {error}", raw.source_file) from error
