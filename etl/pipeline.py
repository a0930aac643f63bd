"""From sources to a database: read → parse → annotate → extract, one article at a time; then resolve and load, all together."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from etl.errors import SourceError
from etl.load import Build, input_digest, load
from etl.records import Extraction, RawArticle
from etl.resolve import resolve
from etl.sources import read_sources
from etl.vocabulary import Vocabulary
from etl.vocabulary import load as load_vocabulary

Progress = Callable[[str, int], None]  # what is being done, articles so far


@dataclass
class Report:
    """What a build came to."""

    articles: int = 0
    refused: list[SourceError] = field(default_factory=list)


def build(sources: Iterable[Path], output: Path, progress: Progress = lambda stage, done: None) -> Report:
    """Build the database from files and folders. Inputs that cannot be read are reported; the others are built.

    If there is nothing to build, `output` stays as it was. Raises VocabularyError before anything is read.
    """
    started = time.monotonic()
    vocabulary = load_vocabulary()
    report = Report()
    extractions = sorted(_extractions(sources, vocabulary, report, progress), key=lambda x: x.article.id)
    report.articles = len(extractions)
    if not extractions:
        return report
    progress("resolve", report.articles)
    facts = resolve(extractions, vocabulary)
    progress("load", report.articles)
    load(output, extractions, facts, vocabulary, _account(extractions, started))
    return report


def _extractions(sources: Iterable[Path], vocabulary: Vocabulary, report: Report, progress: Progress) -> Iterator[Extraction]:
    done = 0
    for found in read_sources(sources):
        try:
            if isinstance(found, SourceError):
                raise found
            yield read_one(found, vocabulary)
            done += 1
        except SourceError as error:
            report.refused.append(error)
        progress("read", done)


def read_one(raw: RawArticle, vocabulary: Vocabulary) -> Extraction:
    """Everything one article says. Raises SourceError for an article that breaks the reading of it."""
    from etl.annotate import annotate  # the models take seconds to import: only where there is something to read
    from etl.extract import extract
    from etl.parse import parse

    try:
        article = parse(raw, vocabulary)
        return extract(article, annotate(article), vocabulary)
    except Exception as error:  # one odd article must not cost the whole archive
        raise SourceError(f"cannot be read: {type(error).__name__}: {error}", raw.source_file) from error


def _account(extractions: list[Extraction], started: float) -> Build:
    digest = input_digest((x.article.id, x.article.sha256) for x in extractions)
    now = datetime.now(UTC)
    return Build(
        id=f"{now:%Y-%m-%d-%H%M%S}-{digest[:10]}",
        built_at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        version=version("qantar"),
        articles=len(extractions),
        seconds=round(time.monotonic() - started, 2),
        input_digest=digest,
    )
