"""Figures: numbers that measure something in the world, with who is counted, where, as of when and who claims it."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.figures.bounds import bounds
from etl.extract.figures.carried import with_carried_sources
from etl.extract.figures.claims import as_of, claim
from etl.extract.figures.counted import count, with_shared_units
from etl.extract.figures.cues import cue_words
from etl.extract.figures.measured import Context, Measured
from etl.extract.figures.measures import measure
from etl.extract.figures.owners import owner
from etl.extract.figures.populations import population
from etl.extract.figures.repeats import without_repeats
from etl.extract.figures.where import where
from etl.extract.lands import Lands, lands_of
from etl.extract.numbers import Number, find_numbers
from etl.extract.reading import Reading
from etl.records import EventReport, Figure, Part, Span, Statement, Token, hull

__all__ = ["find_figures", "measured"]

QUOTED = 5  # words between a number without noun and the predicate quoted with it


def find_figures(
    reading: Reading, numbers: Sequence[Measured], statements: tuple[Statement, ...], events: tuple[EventReport, ...]
) -> tuple[Figure, ...]:
    """The figures of one article in text order, each told once."""
    lands = lands_of(reading.vocabulary)
    figures = [_figure(found, reading, lands, statements, events) for found in numbers]
    return without_repeats(with_carried_sources(tuple(figures), statements, reading), reading.doc)


def measured(reading: Reading) -> list[Measured]:
    """Every number of the article that measures something."""
    doc, vocabulary = reading.doc, reading.vocabulary
    words = cue_words(vocabulary)
    numbers = find_numbers(doc, vocabulary, reading.calendar, doc.sentences)
    counted = with_shared_units([count(n, doc, vocabulary) for n in numbers], doc)
    cues = {c.sentence: words.within(doc, c.sentence) for c in counted}
    found: list[Measured] = []
    for one in counted:
        others = tuple(o for o in counted if o.sentence == one.sentence and o is not one)
        answer = measure(Context(one, doc, vocabulary, cues[one.sentence], others, found[-1] if found else None))
        if answer:
            found.append(answer)
    return found


def _figure(
    found: Measured,
    reading: Reading,
    lands: Lands,
    statements: tuple[Statement, ...],
    events: tuple[EventReport, ...],
) -> Figure:
    doc, number = reading.doc, found.counted.number
    limits, group = bounds(number), population(found, doc, reading.vocabulary)
    said = claim(number.words(doc), statements)
    day = as_of(found, said, reading)
    at = where(found, reading)
    spans = {"population": group[1], "cue": found.cue.token.span if found.cue else None, "date": day.span, "place": at.span}
    return Figure(
        anchor=number.words(doc).start,
        span=_quote(found, reading),
        rule=found.rule,
        value_text=number.span(doc).of(doc.text),
        value=limits.value,
        value_low=limits.low,
        value_high=limits.high,
        bounds_basis=limits.basis,
        comparator=number.comparator,
        measure=found.measure,
        unit=found.unit,
        population=group[0],
        population_text=group[1].of(doc.text) if group[1] else None,
        owner=owner(found, reading, lands),
        place=at.place,
        as_of=day.date,
        as_of_text=day.text,
        as_of_basis=day.basis,
        source=said.source,
        source_basis=said.basis,
        via=said.statement.via if said.statement else None,
        statement=said.statement.anchor if said.statement else None,
        event=_event(found, events),
        parts=(Part("number", number.words(doc)), *(Part(name, span) for name, span in spans.items() if span)),
    )


def _parted(cue: Token, number: Number, reading: Reading) -> bool:
    """«ранены 12 человек, 17 из них …»: the cue stands with another number."""
    first, last = min(cue.i, number.opens), max(cue.i, number.last)
    return any(t.text in (",", ";") for t in reading.doc.tokens[first:last])


def _quote(found: Measured, reading: Reading) -> Span:
    """Number and noun; where there is no noun, the predicate too: «пострадали 748»."""
    span, text = found.counted.span(reading.doc), reading.doc.text
    number, cue = found.counted.number, found.cue.token if found.cue else None
    apart = max(number.opens - cue.i, cue.i - number.last + 1) if cue else QUOTED + 1
    near = cue is not None and apart <= QUOTED and cue.sentence == found.counted.sentence.position
    if found.counted.noun is None and cue and near and not _parted(cue, number, reading):
        span = hull([span, cue.span])
    opened = span.of(text).count("«") > span.of(text).count("»")
    return Span(span.start, span.stop + 1) if opened and text[span.stop : span.stop + 1] == "»" else span


def _event(found: Measured, events: tuple[EventReport, ...]) -> int | None:
    """The event report whose trigger is the figure's cue: «были убиты 12 человек»."""
    return next((e.anchor for e in events if found.cue and e.anchor == found.cue.token.start), None)
