"""Countries with a number beside each: «крупнейшие контингенты: США - 15 тыс. человек, Германия - 3 тыс.», «Индия (1,2 тыс.)»."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.offers import Offer
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
        number = starts.get(land.head + 2)
        if land.kind != "name" or is_place(land, frame) or number is None or frame.doc.tokens[land.head + 1].text not in JOINTS:
            continue
        span = hull([frame.doc.tokens[land.first].span, number.span(frame.doc)])
        told = status(frame.cues[0], frame) if frame.cues else "sent"
        yield Offer(land.code, "personnel", number.value, number.comparator, told, span, "listed")
