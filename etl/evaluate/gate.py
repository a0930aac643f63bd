"""Floors below which no score may fall silently, and the scores as rows of the table `accuracy`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import yaml

from etl.accuracy import Accuracy
from etl.errors import SourceError
from etl.evaluate.tally import Found, Score

TABLES = {  # which table a score speaks of, by how its name begins
    "quotes": "statements",
    "statements": "statements",
    "recall direct": "statements",
    "recall indirect": "statements",
    "figures": "figures",
    "events.participants": "event_participants",
    "events": "event_reports",
    "POINT_IN_TIME": "event_reports",
    "TAKES_PLACE_IN": "event_reports",
    "PARTICIPANT_IN": "event_participants",
    "actors.role": "roles",
    "actors": "actors",
    "recall actors": "actors",
    "names": "mentions",
    "WORKS_AS": "roles",
    "WORKPLACE": "roles",
    "Occupation": "roles",
    "contributions": "troop_contributions",
}

Floors = Mapping[str, Mapping[str, float]]  # corpus → score → floor


def read_floors(path: Path) -> Floors:
    """Raises SourceError if the file is missing or malformed."""
    try:
        floors = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise SourceError(f"not a file of floors ({error})", str(path)) from error
    if not isinstance(floors, dict) or not all(isinstance(f, dict) for f in floors.values()):
        raise SourceError("expected corpus → score → floor", str(path))
    return floors


def fallen(scores: Mapping[str, Score], floors: Mapping[str, float]) -> list[str]:
    """The scores below their floors, and floors for which nothing was measured. What is 'wrong' has a ceiling instead."""
    found = []
    for name, floor in floors.items():
        if name not in scores:
            found.append(f"{name} was not measured (floor {floor})")
        elif scores[name].value > floor if _is_ceiling(name) else scores[name].value < floor:
            found.append(f"{name} {scores[name].value:.3f} (floor {floor})")
    return found


def raised(scores: Mapping[str, Score], floors: Mapping[str, float]) -> dict[str, float]:
    """The same floors, raised to what was reached (in whole hundredths); none is lowered."""
    return {name: _raised(name, floor, scores[name].value) if name in scores else floor for name, floor in floors.items()}


def _raised(name: str, floor: float, value: float) -> float:
    if _is_ceiling(name):
        return min(floor, math.ceil(round(value * 100, 6)) / 100)
    return max(floor, math.floor(round(value * 100, 6)) / 100)


def _is_ceiling(name: str) -> bool:
    return "wrong" in name


def write_floors(floors: Floors, path: Path) -> None:
    """Replace the floors; the comment at the file's top stays."""
    comment = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    body = yaml.safe_dump({corpus: dict(values) for corpus, values in floors.items()}, sort_keys=False)
    path.write_text(comment + body, encoding="utf-8")


def accuracy(gold: str, unseen: bool, scores: Mapping[str, Score]) -> list[Accuracy]:
    """The scores as rows of the table `accuracy`; scores that rest on nothing are left out."""
    rows = []
    for name, score in scores.items():
        if score.n:
            table = next(table for start, table in TABLES.items() if name.startswith(start))
            what = f"{name} F1" if isinstance(score, Found) else name
            id = re.sub(r"[^a-z0-9]+", "-", f"{gold} {'unseen' if unseen else 'seen'} {what}".lower()).strip("-")
            rows.append(Accuracy(id, table, what, round(score.value, 4), score.n, gold, unseen, version("qantar")))
    return rows
