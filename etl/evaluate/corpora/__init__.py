"""Measuring on research corpora. They are read where they lie; none of them is part of the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from etl.errors import SourceError
from etl.evaluate.corpora import contributions, factrueval, facts, nerel, quotes
from etl.evaluate.tally import Tally


@dataclass(frozen=True)
class Corpus:
    """How to measure on a corpus, where it lies below the folder of all corpora, and what it is."""

    measure: Callable[[Path, str], list[Tally]]
    path: str
    title: str  # in the table `accuracy`
    about: str


CORPORA: Mapping[str, Corpus] = {
    "facts": Corpus(facts.measure, "facts", "annotated articles", "articles annotated in full, in the format of tests/gold"),
    "quotes": Corpus(quotes.measure, "quotes", "RuCoCo quotes", "direct quotes with their true speaker"),
    "nerel": Corpus(nerel.measure, "nerel", "NEREL", "names, roles and events of Wikinews articles"),
    "factrueval": Corpus(factrueval.measure, "factrueval", "factRuEval-2016", "names and occupations"),
    "contributions": Corpus(
        contributions.measure, "contributions.jsonl", "contribution passages", "passages about troop contributions"
    ),
}


def measure(name: str, path: Path, half: str) -> list[Tally]:
    """One tally a document of the half (unseen, tuned, all). Raises SourceError if the corpus is not there or malformed."""
    if not path.exists():
        raise SourceError(f"no such file or folder; the corpus {name!r} is not part of the project", str(path))
    return CORPORA[name].measure(path, half)
