"""Forces with a number: whose they are, and how many."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.offers import MEANS, Offer
from etl.extract.contributions.status import at_level, status
from etl.extract.contributions.unsent import is_sent
from etl.extract.contributions.whose import PARTAKER, countries_of
from etl.extract.figures.measured import Measured
from etl.extract.numbers import Number
from etl.morphology import lemmas
from etl.records import Token


def counted_offers(frame: Frame, figures: list[Measured]) -> Iterator[Offer]:
    """The offers of a sentence that tell a number, in text order."""
    last: Offer | None = None
    for figure in figures:
        means = _means(figure, frame)
        cue = frame.cue_of(frame.doc.tokens[figure.counted.top])
        if means is None or cue is None or not is_sent(figure, cue, frame):
            continue
        number = figure.counted.number
        told = at_level(status(cue, frame), cue, frame) if _is_level(number, frame) else status(cue, frame)
        value = number.least if number.comparator == "range" else number.value
        for country, rule in countries_of(figure, cue, frame, last):
            if country is None or goes_out(country, cue, frame):
                span = figure.counted.span(frame.doc)
                if rule == PARTAKER:
                    yield Offer(country, None, None, None, told, span, rule)
                    continue
                last = Offer(country, means, value, number.comparator, told, span, rule)
                yield last


def _means(figure: Measured, frame: Frame) -> str | None:
    """What kind of means the figure counts; «355 молдавских» beside «402 российских военнослужащих» counts soldiers too."""
    noun = figure.counted.noun
    if figure.measure in MEANS:
        return figure.measure
    if noun is None or figure.measure not in ("participants", "other") or not (frame.has("forces") or frame.has("soldiers")):
        return None
    named = any(land.head == noun.i and land.kind in ("adjective", "people") for land in frame.lands)
    people = figure.counted.unit == "people" and frame.is_one_of(noun, "forces")
    return "personnel" if named or people or lemmas(noun.text) & {"человек"} else None


def _is_level(number: Number, frame: Frame) -> bool:
    """«сократится до 8 тысяч»: so many stay."""
    return number.comparator == "exact" and frame.doc.tokens[number.opens].text.lower() == "до"


def goes_out(code: str, cue: Token, frame: Frame) -> bool:
    """Forces for a mission or abroad, not a country's own army at home: «в России служат 900 тысяч российских военных»."""
    if frame.at_home(code):
        return False
    return bool(frame.joint or frame.abroad(code) or frame.several or not frame.is_one_of(cue, "staying"))
