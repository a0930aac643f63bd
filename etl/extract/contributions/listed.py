"""Countries with a number beside each: «крупнейшие контингенты: США - 15 тыс. человек, Германия - 3 тыс.», «Индия (1,2 тыс.)»."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.offers import Offer
from etl.extract.contributions.rows import row_of
from etl.extract.contributions.status import status
from etl.extract.numbers import Number
from etl.records import hull

JOINTS = {"(", "-", "–", "—", ":"}


def listed_offers(frame: Frame, numbers: tuple[Number, ...]) -> Iterator[Offer]:
    """An offer of soldiers for every country of a list of forces of a joint mission that a number follows."""
    if frame.has("forces") is None or not (frame.joint or frame.has("sending", frame.cues)):
        return
    starts = {n.opens: n for n in numbers}
    for land in frame.lands:
        if land.kind != "name" or is_place(land, frame) or frame.doc.tokens[land.head + 1].text not in JOINTS:
            continue
        each = frame.doc.tokens[land.head + 2 : land.head + 3]
        shared = bool(each) and each[0].text.lower() == "по"
        number = starts.get(land.head + (3 if shared else 2))
        if number is None:
            continue
        told = status(frame.cues[0], frame) if frame.cues else "sent"
        for one in row_of(land, frame) if shared else [land]:  # «Оман и Катар – по 500»
            span = hull([frame.doc.tokens[one.first].span, number.span(frame.doc)])
            yield Offer(one.code, "personnel", number.value, number.comparator, told, span, "listed")
