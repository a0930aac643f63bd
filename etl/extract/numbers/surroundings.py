"""A number with the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.numbers.number import Number
from etl.extract.reading import Calendar
from etl.extract.words import figure_words
from etl.morphology import parses
from etl.records import Doc, Record, Sentence, Token
from etl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Place(Record):
    """A number with its neighbourhood."""

    number: Number
    doc: Doc
    sentence: Sentence
    vocabulary: Vocabulary
    calendar: Calendar

    def before(self, n: int = 1) -> Token | None:
        i = self.number.first - n
        return self.doc.tokens[i] if i >= self.sentence.first else None

    def after(self, n: int = 1) -> Token | None:
        i = self.number.last + n - 1
        return self.doc.tokens[i] if i < self.sentence.last else None

    def words(self, kind: str) -> frozenset[str]:
        return figure_words(self.vocabulary, kind)

    @property
    def digits(self) -> str:
        first, last = self.doc.tokens[self.number.first], self.doc.tokens[self.number.last - 1]
        return self.doc.text[first.start : last.stop]


def said(token: Token | None) -> str:
    return token.text.lower() if token else ""


def is_animate(token: Token) -> bool:
    """Whether the word can mean a living being."""
    return any(p.tag.animacy == "anim" for p in parses(token.text.lower()))
