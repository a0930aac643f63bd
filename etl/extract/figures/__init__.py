"""Figures: numbers that measure something in the world, with who is counted, where, as of when and who claims it."""

from __future__ import annotations

from etl.extract.figures.bounds import bounds
from etl.extract.figures.context import as_of, claim, event, place
from etl.extract.figures.counted import Counted, count
from etl.extract.figures.cues import find_cues
from etl.extract.figures.measures import Context, measure
from etl.extract.figures.measures import Reading as Found
from etl.extract.figures.populations import population
from etl.extract.figures.repeats import without_repeats
from etl.extract.numbers import find_numbers
from etl.extract.reading import Reading
from etl.records import EventReport, Figure, Part, Span, Statement, hull

__all__ = ["find_figures", "measured"]


def find_figures(reading: Reading, statements: tuple[Statement, ...], events: tuple[EventReport, ...]) -> tuple[Figure, ...]:
    """The figures of one article in text order, each told once."""
    figures = [_figure(found, reading, statements, events) for found in measured(reading)]
    return without_repeats(tuple(figures), reading.doc)


def measured(reading: Reading) -> list[Found]:
    """Every number of the article that measures something."""
    doc, vocabulary = reading.doc, reading.vocabulary
    counted = [count(n, doc, vocabulary) for n in find_numbers(doc, vocabulary, reading.calendar)]
    found: list[Found] = []
    for one in counted:
        others = tuple(o for o in counted if o.sentence == one.sentence and o is not one)
        cues = find_cues(doc, one.sentence, vocabulary)
        answer = measure(Context(one, doc, vocabulary, cues, others, found[-1] if found else None))
        if answer:
            found.append(answer)
    return found


def _figure(found: Found, reading: Reading, statements: tuple[Statement, ...], events: tuple[EventReport, ...]) -> Figure:
    doc, number = reading.doc, found.counted.number
    span = _quote(found, reading)
    said = claim(number.words(doc), statements)
    date = as_of(found, said, reading)
    group, group_words = population(found, doc, reading.vocabulary)
    limits = bounds(number)
    return Figure(
        anchor=number.words(doc).start,
        span=span,
        rule=found.rule,
        value_text=number.span(doc).of(doc.text),
        value=limits.value,
        value_low=limits.low,
        value_high=limits.high,
        bounds_basis=limits.basis,
        comparator=number.comparator,
        measure=found.measure,
        unit=found.unit,
        population=group,
        population_text=group_words.of(doc.text) if group_words else None,
        owner=None,
        place=place(found, reading),
        as_of=date.date if date else None,
        as_of_text=date.text if date else None,
        as_of_basis=date.basis if date else None,
        source=said.source,
        source_basis=said.basis,
        via=said.statement.via if said.statement else None,
        statement=said.statement.anchor if said.statement else None,
        event=event(found, events, reading),
        parts=_parts(found, group_words, reading),
    )


def _quote(found: Found, reading: Reading) -> Span:
    """Number and noun; where there is no noun, the predicate too: «пострадали 748»."""
    span = found.counted.span(reading.doc)
    if found.counted.noun is None and found.cue and found.cue.token.sentence == found.counted.sentence.position:
        return hull([span, found.cue.token.span])
    return span


def _parts(found: Found, group_words: Span | None, reading: Reading) -> tuple[Part, ...]:
    parts = [Part("number", found.counted.number.words(reading.doc))]
    if group_words:
        parts.append(Part("population", group_words))
    if found.cue:
        parts.append(Part("cue", found.cue.token.span))
    return tuple(parts)
