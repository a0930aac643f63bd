"""Countries with a number beside each: «крупнейшие контингенты: США - 15 тыс. человек, Германия - 3 тыс.», «Индия (1,2 тыс.)»."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.offers import MEANS, Offer
from etl.extract.contributions.rows import row_of
from etl.extract.contributions.status import status
from etl.extract.figures.measured import Measured
from etl.extract.lands import Land
from etl.extract.numbers import Number
from etl.records import hull

DASHES = {"-", "–", "—"}
JOINTS = {"(", ":", *DASHES}


def listed_offers(frame: Frame, numbers: tuple[Number, ...], figures: list[Measured]) -> Iterator[Offer]:
    """An offer for every country of a list of forces of a joint mission that a number follows, or that follows a number."""
    if not frame.tells_forces or not (frame.joint or frame.has("sending", frame.cues)):
        return
    told_by = {f.counted.number.opens: f for f in figures}
    for land in frame.lands:
        if land.kind != "name" or is_place(land, frame):
            continue
        number = _after(land, frame, numbers) or _before(land, frame, numbers)
        if number is None or (means := _means(told_by.get(number.opens))) is None or _counts_things(number, figures):
            continue
        cue = min(frame.cues, key=lambda c: (c.i > land.head, abs(c.i - land.head)), default=None)
        told = status(cue, frame) if cue else "sent"
        shared = frame.doc.tokens[number.opens - 1].text.lower() == "по"
        for one in row_of(land, frame) if shared else [land]:  # «Оман и Катар – по 500»
            span = hull([frame.doc.tokens[one.first].span, number.span(frame.doc)])
            yield Offer(one.code, means, number.value, number.comparator, told, span, "listed")


def _after(land: Land, frame: Frame, numbers: tuple[Number, ...]) -> Number | None:
    """«Польша – 600», «Гана (120)», «Оман – по 500»."""
    tokens = frame.doc.tokens
    if land.head + 2 >= frame.sentence.last or tokens[land.head + 1].text not in JOINTS:
        return None
    opens = land.head + (3 if tokens[land.head + 2].text.lower() == "по" else 2)
    return next((n for n in numbers if n.opens == opens), None)


def _before(land: Land, frame: Frame, numbers: tuple[Number, ...]) -> Number | None:
    """«еще 600 – Германия», «100 солдат – Литва»."""
    tokens = frame.doc.tokens
    if tokens[land.first - 1].text not in DASHES or tokens[land.head].feats.get("Case") not in ("Nom", None):
        return None
    return next((n for n in numbers if n.last in (land.first - 1, land.first - 2)), None)


def _counts_things(number: Number, figures: list[Measured]) -> bool:
    """«Россия зафиксировала семь нарушений, Турция - [шесть]»."""
    before = [f for f in figures if f.counted.number.opens <= number.opens and f.counted.noun is not None]
    return bool(before) and before[-1].measure not in MEANS and before[-1].counted.unit not in ("people", "countries")


def _means(figure: Measured | None) -> str | None:
    """What is counted: soldiers, unless the figure tells other means or things: «Турция - шесть нарушений»."""
    if figure is None or figure.measure in MEANS:
        return figure.measure if figure else "personnel"
    people = figure.counted.noun is None or figure.counted.unit == "people"
    return "personnel" if people and figure.measure in ("other", "participants") else None
