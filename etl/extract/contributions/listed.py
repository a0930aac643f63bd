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
from etl.extract.words import DASHES
from etl.records import hull

REACH = 7  # words from the end of a number to the country behind a dash
JOINTS = {"(", ":", *DASHES}


def listed_offers(frame: Frame, numbers: tuple[Number, ...], figures: list[Measured]) -> Iterator[Offer]:
    """An offer for every country of a list of forces of a joint mission that a number follows, or that follows a number."""
    if not frame.tells_forces or not (frame.joint or frame.has("sending", frame.cues)):
        return
    told_by = {f.counted.number.opens: f for f in figures}
    for land in frame.lands:
        if not (land.kind == "name" or _is_elliptic(land, frame)) or (is_place(land, frame) and not _has(land, frame)):
            continue
        number = _after(land, frame, numbers) or _before(land, frame, numbers)
        if number is None or (means := _means_of(number, told_by, figures, frame)) is None:
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


def _is_elliptic(land: Land, frame: Frame) -> bool:
    """«британский контингент насчитывает 7 тысяч человек, [итальянский] - 3 тысячи»."""
    before, after = frame.doc.tokens[land.first - 1], frame.doc.tokens[land.head + 1]
    return land.kind == "adjective" and before.text in (",", "и", "а") and after.text in DASHES


def _has(land: Land, frame: Frame) -> bool:
    """«самый большой контингент — у [США]»."""
    return frame.doc.tokens[land.first - 1].text.lower() == "у"


def _before(land: Land, frame: Frame, numbers: tuple[Number, ...]) -> Number | None:
    """«еще 600 – Германия», «100 солдат – Литва», «роту (120 человек) и фрегат — Канада», «90 тысяч – у США»."""
    tokens = frame.doc.tokens
    first = land.first - _has(land, frame)
    if tokens[first - 1].text not in DASHES or tokens[land.head].feats.get("Case") not in ("Nom", "Gen", None):
        return None
    near = (n for n in reversed(numbers) if first - REACH <= n.last < first)
    last = next(near, None)
    between = tokens[last.last : first - 1] if last else ()
    return last if len(between) < 2 or not any(t.pos == "VERB" or t.text == "," for t in between) else None


def _means_of(number: Number, told_by: dict[int, Measured], figures: list[Measured], frame: Frame) -> str | None:
    """What is counted: what the number says, else what the number before it says: «сто самолетов США, [30] – ОАЭ».

    Not «Россия зафиксировала семь нарушений, Турция - [шесть]».
    """
    figure = told_by.get(number.opens)
    if figure is not None and figure.counted.noun is not None:
        return _means(figure, frame)
    before = [f for f in figures if f.counted.number.opens < number.opens and f.counted.noun is not None]
    if not before or before[-1].counted.unit == "countries":
        return "personnel"
    return _means(before[-1], frame)


def _means(figure: Measured, frame: Frame) -> str | None:
    """The figure's own means; people of any kind are soldiers here."""
    if figure.counted.noun is not None and frame.is_one_of(figure.counted.noun, "others"):
        return None  # «2 гражданина Германии»
    if figure.measure in MEANS:
        return figure.measure
    return "personnel" if figure.counted.unit == "people" and figure.measure in ("other", "participants") else None
