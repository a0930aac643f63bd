"""Numbers in running text: digits, words and abbreviations, with ranges and comparators.

What only looks like an amount (dates, ages, times of day, ordinals, names with numbers) is left out by `exclusions`.
"""

from __future__ import annotations

from collections.abc import Iterable

from etl.extract.numbers.comparators import compared
from etl.extract.numbers.exclusions import is_amount
from etl.extract.numbers.grammar import quantities
from etl.extract.numbers.number import Number
from etl.extract.reading import Calendar
from etl.records import Doc, Sentence
from etl.vocabulary import Vocabulary

__all__ = ["Number", "find_numbers"]


def find_numbers(doc: Doc, vocabulary: Vocabulary, calendar: Calendar, sentences: Iterable[Sentence]) -> tuple[Number, ...]:
    """All amounts of these sentences in text order; they do not overlap."""
    found = []
    for sentence in sentences:
        for number in doc.once(_numbers, sentence, vocabulary):
            if is_amount(number, doc, sentence, vocabulary, calendar):
                found.append(number)
    return tuple(found)


def _numbers(doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> tuple[Number, ...]:
    """What looks like amounts."""
    return tuple(compared(quantity, doc, sentence, vocabulary) for quantity in quantities(doc, sentence, vocabulary))
