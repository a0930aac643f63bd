"""Around a figure: the statement it stands in, who claims it, as of when, and where."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.figures.measures import Reading as Found
from etl.extract.reading import Reading
from etl.records import ActorKey, DateMention, EventReport, Span, Statement

AS_OF = ("по состоянию на", "на", "к", "ко", "данные на", "до")


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says it: the speaker of the statement that holds the figure; `basis` named, article, passive or ambiguous."""

    source: ActorKey | None
    basis: str
    statement: Statement | None


def claim(span: Span, statements: tuple[Statement, ...]) -> Claim:
    """The innermost statement whose content holds the figure."""
    around = [(part.span, s) for s in statements for part in s.parts if part.part == "content" and part.span.overlaps(span)]
    if not around:
        return Claim(None, "article", None)
    statement = min(around, key=lambda p: p[0].stop - p[0].start)[1]
    if statement.speaker is not None:
        return Claim(statement.speaker, "named", statement)
    return Claim(None, "ambiguous" if statement.resolution == "ambiguous" else "passive", statement)


def as_of(found: Found, said: Claim, reading: Reading) -> DateMention | None:
    """«по состоянию на утро 8 января», «по данным минздрава на 6 января»."""
    sentence = found.counted.sentence
    for mention in reading.calendar.within(sentence.span):
        before = reading.doc.text[sentence.span.start : mention.span.start].lower().split()
        if before[-1:] in (["на"], ["к"]) or before[-2:-1] == ["на"]:
            return mention
    return None


def place(found: Found, reading: Reading) -> str | None:
    """The place named nearest before or after the figure in its sentence, else the last one named before it."""
    span = found.counted.span(reading.doc)
    inside = reading.atlas.within(found.counted.sentence.span)
    if inside:
        return min(inside, key=lambda m: abs(m.span.start - span.start)).place
    before = [m for m in reading.atlas.mentions if m.span.start < span.start]
    return before[-1].place if before else None


def event(found: Found, events: tuple[EventReport, ...], reading: Reading) -> int | None:
    """The event report whose trigger is the figure's cue."""
    if found.cue is None:
        return None
    at = found.cue.token.start
    return next((e.anchor for e in events if e.anchor == at), None)
