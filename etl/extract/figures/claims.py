"""Who claims a figure, and as of when."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.dates import date_for
from etl.extract.figures.measured import HUMAN, Measured
from etl.extract.reading import Reading
from etl.records import ActorKey, DateMention, Span, Statement, Token

NO_CLAIMS = {"order", "ask", "slogan"}  # acts


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says it: the speaker of the statement that holds the figure; `basis` named, article, passive or ambiguous."""

    source: ActorKey | None
    basis: str
    statement: Statement | None


def claim(span: Span, statements: tuple[Statement, ...]) -> Claim:
    """The innermost statement whose content holds the figure; who orders or asks claims nothing."""
    telling = (s for s in statements if s.act not in NO_CLAIMS)
    around = [(part.span, s) for s in telling for part in s.parts if part.part == "content" and part.span.overlaps(span)]
    if not around:
        return Claim(None, "article", None)
    statement = min(around, key=lambda p: p[0].stop - p[0].start)[1]
    if statement.speaker is not None:
        return Claim(statement.speaker, "named", statement)
    return Claim(None, "ambiguous" if statement.resolution == "ambiguous" else "passive", statement)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day a figure speaks of; `span` holds the words of the date."""

    date: str | None = None
    text: str | None = None
    basis: str | None = None
    span: Span | None = None


def as_of(found: Measured, said: Claim, reading: Reading) -> AsOf:
    """The first rule that answers decides."""
    for rule in (stated, day_of_the_claim, day_of_the_gathering, day_of_the_deed):
        day = rule(found, said, reading)
        if day is not None:
            return day
    return AsOf()


def stated(found: Measured, said: Claim, reading: Reading) -> AsOf | None:
    """«по состоянию на утро 8 января», «по данным минздрава на 6 января»."""
    sentence, number = found.counted.sentence, found.counted.number.words(reading.doc)
    for mention in reading.calendar.within(sentence.span):
        before = reading.doc.text[sentence.span.start : mention.span.start].split()[-1:]
        opening = [w.lower() for w in (*before, *mention.text.split()[:1])]
        if mention.precision == "day" and mention.span.start < number.start and set(opening) & {"на", "к"}:
            return _day(mention)
    return None


def day_of_the_claim(found: Measured, said: Claim, reading: Reading) -> AsOf | None:
    """«тогда МВД сообщало, что погибли 18 человек»: casualties as known on the day of the statement, where it is told with it."""
    statement, sentence = said.statement, found.counted.sentence
    if found.measure not in HUMAN or statement is None or not statement.said_on or not statement.said_on_text:
        return None
    at = sentence.span.of(reading.doc.text).find(statement.said_on_text)
    if at < 0:
        return None
    span = Span(sentence.span.start + at, sentence.span.start + at + len(statement.said_on_text))
    return AsOf(statement.said_on, statement.said_on_text, statement.said_on_basis, span)


def day_of_the_gathering(found: Measured, said: Claim, reading: Reading) -> AsOf | None:
    """«митинги начались 2 января, когда сотни жителей вышли на площадь»."""
    if found.measure != "participants":
        return None
    top = reading.doc.tokens[found.counted.top]
    verb = found.cue.token if found.cue else next((t for t in reading.doc.ancestors(top) if t.pos == "VERB"), None)
    return _day_told_with(verb, found, reading) if verb else None


def day_of_the_deed(found: Measured, said: Claim, reading: Reading) -> AsOf | None:
    """«25 марта 1999 года 30 человек погибли»: as of the day on which it befell them, where that is told with it."""
    if found.measure not in HUMAN or found.cue is None:
        return None
    return _day_told_with(found.cue.token, found, reading)


def _day_told_with(verb: Token, found: Measured, reading: Reading) -> AsOf | None:
    """The date of the verb, where it is a whole date and stands in the sentence of the figure."""
    mention = date_for(reading.doc, reading.calendar, verb)
    here = mention is not None and mention.span in found.counted.sentence.span
    return _day(mention) if mention and here and mention.date and len(mention.date) == 10 else None


def _day(mention: DateMention) -> AsOf:
    return AsOf(mention.date, mention.text, mention.basis, mention.span)
