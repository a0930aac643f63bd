"""What happened: one row per event of an article, with date, place and participants."""

from __future__ import annotations

from etl.extract.dates.when import PRECISION
from etl.extract.events.clause import clause_span
from etl.extract.events.fates import name_the_one
from etl.extract.events.incident import collisions, join_incidents, without_accidental_deaths
from etl.extract.events.merging import merged
from etl.extract.events.orders import carried_out
from etl.extract.events.reality import happened
from etl.extract.events.telling import Telling
from etl.extract.events.triggers import Candidate, find_candidates
from etl.extract.events.when import of_the_saying, time_of
from etl.extract.events.where import place_of
from etl.extract.events.who import implied, participants_of
from etl.extract.reading import Reading
from etl.records import EventReport, Part, Statement

OCCASIONS = ("address", "meeting", "call", "negotiations", "visit")  # types at which something is said


def find_events(reading: Reading, statements: tuple[Statement, ...]) -> tuple[EventReport, ...]:
    """Find triggers, drop what did not happen, gather circumstances, merge what is told twice."""
    candidates = real(reading, without_accidental_deaths(collisions(find_candidates(reading))))
    events = merged(reading, [telling(reading, c, statements) for c in candidates])
    join_incidents(reading, events)
    name_the_one(reading, events)
    return tuple(report(reading, e) for e in sorted(events, key=lambda e: e.candidate.span(reading)))


def real(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """What happened; of an order and what it does to somebody, the latter."""
    orders = carried_out(reading, candidates)
    behind = {d.head.i for d in orders.values()}
    told = (c for c in candidates if c.type != "decree" or c.head.i not in behind)
    return [c for c in told if happened(reading, c, orders.get(c.head.i))]


def telling(reading: Reading, candidate: Candidate, statements: tuple[Statement, ...]) -> Telling:
    time = time_of(reading, candidate.head)
    place, place_basis, place_span = place_of(reading, candidate.head, candidate.type, time.date if time.own else None)
    participants, spans = participants_of(reading, candidate.head, candidate.type, statements)
    if candidate.type in OCCASIONS:
        time = of_the_saying(statements, time, candidate.head.span)
    return Telling(
        candidate,
        clause_span(reading.doc, candidate.head),
        time,
        place,
        place_basis,
        place_span,
        participants,
        spans,
    )


def report(reading: Reading, event: Telling) -> EventReport:
    trigger = event.candidate.span(reading)
    time = event.time
    return EventReport(
        anchor=trigger.start,
        span=event.span,
        rule=event.candidate.rule,
        type=event.candidate.type,
        trigger=trigger.of(reading.doc.text),
        date=month_at_least(time.date),
        date_end=month_at_least(time.date_end),
        date_text=time.span.of(reading.doc.text) if time.span else None,
        date_precision=PRECISION[len(time.date)] if time.date else None,
        date_basis=time.basis if month_at_least(time.date) else None,
        part_of_day=time.part_of_day,
        place=event.place,
        place_basis=event.place_basis,
        participants=implied(reading, event.candidate.type, event.participants),
        parts=tuple(parts(reading, event)),
    )


def month_at_least(date: str | None) -> str | None:
    """An event is dated to the month or the day; where the text names only a year, its words stand in `date_text`."""
    return date if date and len(date) > 4 else None


def parts(reading: Reading, event: Telling) -> list[Part]:
    found = [Part("trigger", event.candidate.span(reading))]
    if event.time.span:
        found.append(Part("date", event.time.span))
    if event.place_span:
        found.append(Part("place", event.place_span))
    found += [Part("participant", s) for s in event.participant_spans]
    found += [Part("also", t.candidate.span(reading)) for t in event.also]
    return found
