"""Counts that can be added up, and the scores made of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Found:
    """Rows paired, rows of the gold, rows of the build."""

    pairs: int = 0
    gold: int = 0
    got: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(self.pairs + other.pairs, self.gold + other.gold, self.got + other.got)

    @property
    def precision(self) -> float:
        return self.pairs / max(self.got, 1)

    @property
    def recall(self) -> float:
        return self.pairs / max(self.gold, 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    value = f1

    @property
    def n(self) -> int:
        return self.gold


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the cases were right."""

    right: int = 0
    n: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.n + other.n)

    @property
    def value(self) -> float:
        return self.right / max(self.n, 1)


Score = Found | Share


@dataclass
class Tally:
    """The counts of one article or of many, and notes on every miss and extra."""

    found: dict[str, Found] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def count(self, name: str, pairs: int, gold: int, got: int) -> None:
        self.found[name] = self.found.get(name, Found()) + Found(pairs, gold, got)

    def share(self, name: str, right: int | bool, of: int = 1) -> None:
        self.shares[name] = self.shares.get(name, Share()) + Share(int(right), of)

    def scores(self) -> Mapping[str, Score]:
        """Tables by name, then shares in the order they were first counted."""
        return dict(sorted(self.found.items())) | self.shares


def total(tallies: Iterable[Tally]) -> Tally:
    """All counts together."""
    together = Tally()
    for tally in tallies:
        for name, found in tally.found.items():
            together.count(name, found.pairs, found.gold, found.got)
        for name, share in tally.shares.items():
            together.share(name, share.right, share.n)
        together.notes += tally.notes
    return together


def intervals(tallies: Sequence[Tally], draws: int = 1000, seed: int = 1) -> Mapping[str, tuple[float, float]]:
    """95 % confidence interval of every score: the articles are drawn anew, with repetition, `draws` times."""
    names = total(tallies).scores()
    values: dict[str, list[float]] = {name: [] for name in names}
    chance = random.Random(seed)
    for _ in range(draws if tallies else 0):
        drawn = total(chance.choices(tallies, k=len(tallies))).scores()
        for name, score in drawn.items():
            if score.n:  # a draw without a single case says nothing
                values[name].append(score.value)
    return {name: _middle(sorted(found)) for name, found in values.items() if found}


def _middle(ordered: list[float]) -> tuple[float, float]:
    """The values between which 95 % lie."""
    cut = len(ordered) * 25 // 1000
    return ordered[cut], ordered[-1 - cut]
