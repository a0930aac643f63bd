"""Scores as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from etl.evaluate.tally import Found, Score

Intervals = Mapping[str, tuple[float, float]]


def as_json(scores: Mapping[str, Score]) -> str:
    return json.dumps({name: _numbers(score) for name, score in scores.items()}, ensure_ascii=False)


def _numbers(score: Score) -> dict[str, float]:
    if isinstance(score, Found):
        found = {"p": score.precision, "r": score.recall, "f1": score.f1}
        return found | {"gold": score.gold, "sys": score.got}
    return {"share": score.value, "n": score.n}


def as_table(scores: Mapping[str, Score], intervals: Intervals | None = None) -> str:
    """One line a score; with its 95 % confidence interval where intervals are given."""
    return "\n".join(_line(name, score, (intervals or {}).get(name)) for name, score in scores.items())


def _line(name: str, score: Score, interval: tuple[float, float] | None) -> str:
    if isinstance(score, Found):
        words = f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  gold {score.gold} got {score.got}"
    else:
        words = f"{score.value:.3f} of {score.n}"
    return f"{name:32s} {words}" + (f"  [{interval[0]:.3f}, {interval[1]:.3f}]" if interval else "")
