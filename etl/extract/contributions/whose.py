"""To which countries a number of soldiers or means belongs."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.offers import Offer
from etl.extract.contributions.owners import in_phrase, owner, told_before
from etl.extract.contributions.rows import row_of
from etl.extract.contributions.senders import senders
from etl.extract.contributions.totals import by_alliance, is_total
from etl.extract.figures.measured import Measured
from etl.extract.lands import Land
from etl.extract.words import DASHES
from etl.records import Token

CARRIERS = ("vehicles", "aircraft")  # they may only bring what was told before
PARTAKER = "partaker"  # the rule of a country of which only the sum with others is told


def countries_of(
    figure: Measured, cue: Token, frame: Frame, last: Offer | None, earlier: Sequence[Offer]
) -> list[tuple[str | None, str]]:
    """The countries whose forces the figure counts, with the rule; several in «три страны направят по 100 военных»."""
    if _is_elliptic(figure, frame):
        land = in_phrase(figure, frame)
        return [(land.code, "counted_forces")] if land else []
    if _is_shared(figure, frame):
        return [(land.code, "each") for land in _each(figure, frame)]
    if in_phrase(figure, frame) is None and by_alliance(figure, cue, frame):
        return [(None, "mission_total")]
    land = owner(figure, frame)
    if land is not None:
        return _of_one_or_all(land, frame)
    if is_total(figure, cue, frame):
        return [(None, "mission_total")]
    before = told_before(figure, frame) if last is None and figure.measure not in CARRIERS else None
    if before is not None:
        return [(before.code, "told_before")]
    if last is None and figure.measure not in CARRIERS and len({o.country for o in earlier}) == 1:
        return [_goes_on(figure, frame, earlier[0])]
    return [(last.country, "same_sender")] if last is not None else []


def _goes_on(figure: Measured, frame: Frame, offer: Offer) -> tuple[str | None, str]:
    """«Бундесвер задействует … Численность – 1200 человек»; «Польша отправит 500 солдат. Всего там 10 тысяч военных»."""
    before = frame.doc.tokens[frame.sentence.first : figure.counted.number.opens]
    if frame.has("totals", before) and offer.means == "personnel":
        return None, "mission_total"
    return offer.country, "told_before"


def _of_one_or_all(land: Land, frame: Frame) -> list[tuple[str | None, str]]:
    """«1,5 тыс. военных из Казахстана, Киргизии и Таджикистана»: a sum, of which nobody's part is told."""
    row = row_of(land, frame)
    if len(row) == 1:
        return [(land.code, "counted_forces")]
    return [(None, "sum"), *((x.code, PARTAKER) for x in row)]


def _is_shared(figure: Measured, frame: Frame) -> bool:
    """«по 100 военных», «по батальону в 500 бойцов»."""
    opens = figure.counted.number.opens
    before = [t.text.lower() for t in frame.doc.tokens[max(frame.sentence.first, opens - 3) : opens]]
    unit = len(before) == 3 and before[0] == "по" and before[2] == "в"
    return before[-1:] == ["по"] or unit


def _each(figure: Measured, frame: Frame) -> tuple[Land, ...]:
    """«Польша и Чехия направят по 100 военных», «по 500 миротворцев от России и Грузии»; «Оман – по 500» is told by the list."""
    number, tokens = figure.counted.number, frame.doc.tokens
    if tokens[number.opens - 2].text in DASHES:
        return ()
    first = in_phrase(figure, frame)
    return row_of(first, frame) if first is not None and first.kind == "name" else senders(frame)


def _is_elliptic(figure: Measured, frame: Frame) -> bool:
    """«402 российских военнослужащих, 355 молдавских»: only an adjective tells whose they are."""
    noun = figure.counted.noun
    return noun is not None and noun.pos == "ADJ" and not frame.is_one_of(noun, "forces")
