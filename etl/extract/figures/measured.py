"""A number on its way to a figure: what surrounds it, and the measure found for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from etl.extract.figures.counted import Counted
from etl.extract.figures.cues import Cue
from etl.extract.words import figure_words
from etl.records import Doc, Record, Token
from etl.vocabulary import Vocabulary

# What happens to people: the measures that a predicate decides, whoever is counted.
HUMAN = ("killed", "injured", "hospitalised", "detained", "missing", "evacuated")
PEOPLE = {"people", "families", "couples"}  # units


@dataclass(frozen=True, slots=True)
class Measured(Record):
    """A measure found for a number: by which rule, from which cue."""

    measure: str
    unit: str | None
    rule: str
    counted: Counted
    cue: Cue | None = None
    whole: Measured | None = None  # the figure that this one is a part of, or goes on from
    before: Measured | None = None  # the figure before it in its sentence


@dataclass(frozen=True)
class Context:
    """One number of a sentence with the sentence's cues, its other numbers and the figure before it."""

    counted: Counted
    doc: Doc
    vocabulary: Vocabulary
    cues: tuple[Cue, ...]
    others: tuple[Counted, ...]
    previous: Measured | None

    @property
    def human(self) -> bool:
        """Whether the number can count people: «18 человек», «748» in «пострадали 748»."""
        return self.counted.unit in PEOPLE or (self.counted.unit is None and self.counted.noun is None)

    @property
    def top(self) -> Token:
        return self.doc.tokens[self.counted.top]

    @property
    def before(self) -> tuple[Token, ...]:
        """The sentence's words before the number and its comparator."""
        return self.doc.tokens[self.counted.sentence.first : self.counted.number.opens]

    def between(self, a: int, b: int) -> tuple[Token, ...]:
        low, high = sorted((a, b))
        return self.doc.tokens[low + 1 : high]

    def listed(self, kind: str) -> frozenset[str]:
        return figure_words(self.vocabulary, kind)


Answer = tuple[str, Cue | None] | None
Rule = Callable[[Context], Answer]
