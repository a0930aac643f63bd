"""Countries that stand in a row: «Россия, Армения и Киргизия», «румынские и словацкие»."""

from __future__ import annotations

from collections.abc import Iterable

from etl.extract.contributions.frames import Frame, is_place
from etl.extract.lands import Land
from etl.extract.words import DASHES

JOINING = {",", "и", "или", "а", "также"}


def row_of(land: Land, frame: Frame) -> tuple[Land, ...]:
    """The country with those beside it, in text order; a number between them ends the row."""
    back = _joined(land, (x for x in reversed(frame.lands) if x.head < land.first), frame)
    on = _joined(land, (x for x in frame.lands if x.first > land.head), frame)
    return (*reversed(back), land, *on)


def _has_number(other: Land, land: Land, frame: Frame) -> bool:
    """«направила Великобритания, [Австралия] – 2 тысячи»: a country further on with a number of its own."""
    after = frame.doc.tokens[other.head + 1 : other.head + 3]
    return other.first > land.head and len(after) == 2 and after[0].text in DASHES and after[1].pos == "NUM"


def _joined(land: Land, others: Iterable[Land], frame: Frame) -> list[Land]:
    """Those of them, nearest first, that only commas and conjunctions part."""
    row = [land]
    for other in others:
        first, second = sorted((row[-1], other), key=lambda x: x.first)
        between = frame.doc.tokens[first.head + 1 : second.first]
        if (
            other.kind != land.kind
            or _has_number(other, land, frame)
            or is_place(other, frame) != is_place(land, frame)
            or not between
            or any(t.text.lower() not in JOINING for t in between)
        ):
            break
        row.append(other)
    return row[1:]
