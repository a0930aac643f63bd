"""Forces with a number: whose they are, and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.extract.contributions.forces import several
from etl.extract.contributions.frames import Frame
from etl.extract.contributions.means import means_of
from etl.extract.contributions.offers import Offer
from etl.extract.contributions.status import at_level, status
from etl.extract.contributions.unsent import is_sent
from etl.extract.contributions.whose import PARTAKER, countries_of
from etl.extract.figures.measured import Measured
from etl.extract.numbers import Number
from etl.records import Token


def counted_offers(frame: Frame, figures: list[Measured], earlier: Sequence[Offer]) -> Iterator[Offer]:
    """The offers of a sentence that tell a number, in text order; `earlier` are those of the sentence before."""
    last: Offer | None = None
    for figure in figures:
        means = means_of(figure, frame)
        cue = frame.cue_of(frame.doc.tokens[figure.counted.top])
        if means is None or cue is None or not is_sent(figure, cue, frame):
            continue
        number = figure.counted.number
        told = "withdrawn" if _is_replaced(figure, cue, frame) else told_of(number, cue, frame)
        value = number.least if number.comparator == "range" else number.value
        for country, rule in countries_of(figure, cue, frame, last, earlier):
            if country is None or goes_out(country, cue, frame):
                goes_on = next((o for o in earlier if o.country == country), None) if _is_verbless(cue, frame) else None
                told = goes_on.status if goes_on else told
                span = figure.counted.span(frame.doc)
                if _is_instalment(figure, value, [o for o in earlier if (o.country, o.means) == (country, means)], frame):
                    continue
                if rule == PARTAKER:
                    yield Offer(country, None, None, None, told, span, rule)
                    continue
                last = Offer(country, means, value, number.comparator, told, span, rule)
                yield last


def _is_instalment(figure: Measured, value: float | None, told: list[Offer], frame: Frame) -> bool:
    """«В миссии служат 1060 датчан. Первые 200 вернутся в июле»: a part of those told just before."""
    before = frame.doc.tokens[figure.counted.number.opens - 1]
    return before.lemma == "первый" and any((o.value or 0) > (value or 0) for o in told)


def _is_verbless(cue: Token, frame: Frame) -> bool:
    """«Численность подразделения – 400 человек»: what becomes of them was told before."""
    return cue.pos == "NOUN" and not any(t.pos == "VERB" for t in frame.words)


def told_of(number: Number, cue: Token, frame: Frame) -> str:
    """What has become of so many."""
    return at_level(status(cue, frame), cue, frame) if _is_level(number, frame) else status(cue, frame)


def _is_replaced(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«заменит своих [460 солдат]»: those who go."""
    top = frame.doc.tokens[figure.counted.top]
    return top.head == cue.i and top.rel == "obj" and frame.is_one_of(cue, "relieving")


def _is_level(number: Number, frame: Frame) -> bool:
    """«сократится до 8 тысяч»: so many stay."""
    return number.comparator == "exact" and frame.doc.tokens[number.opens].text.lower() == "до"


def goes_out(code: str, cue: Token, frame: Frame) -> bool:
    """Forces for a mission or abroad, not a country's own army at home: «в России служат 900 тысяч российских военных»."""
    if frame.has("homeward"):
        return True
    if frame.at_home(code):
        return False
    return bool(
        frame.joint
        or frame.abroad(code)
        or frame.far_off(code)
        or several(frame)
        or frame.has("relieving")
        or not frame.is_one_of(cue, "staying")
    )
