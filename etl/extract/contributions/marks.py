"""Whose forces a number counts, where a dash or a colon tells it."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.senders import is_subject
from etl.extract.figures.measured import Measured
from etl.extract.lands import Land
from etl.extract.words import DASHES

NEAR = 6  # words


def behind_dash(figure: Measured, frame: Frame) -> Land | None:
    """«500 военных из Перу и 70 — из Чили»: what stands right behind the number goes before the noun that both share."""
    i = figure.counted.number.last
    if i + 2 >= frame.sentence.last or frame.doc.tokens[i].text not in DASHES or frame.doc.tokens[i + 1].text not in ("из", "от"):
        return None
    return next((x for x in frame.lands if x.first == i + 2 and x.kind == "name"), None)


def across_dash(figure: Measured, frame: Frame) -> Land | None:
    """«Нигер пообещал 600 человек, [Чад] — роту в 120 солдат»: the country before the dash, with its unit behind it."""
    opens = figure.counted.number.opens
    before = [x for x in frame.lands if opens - NEAR <= x.head < opens - 1]
    if not before or before[-1].kind != "name" or not is_subject(before[-1], frame):
        return None
    between = frame.doc.tokens[before[-1].head + 1 : opens]
    return before[-1] if between[0].text in DASHES and not any(t.pos == "VERB" or t.text == "," for t in between) else None


def behind_colon(figure: Measured, frame: Frame) -> Land | None:
    """«служат там одни [поляки]: 600 солдат и два вертолета»."""
    tokens, first = frame.doc.tokens, frame.sentence.first
    colon = next((i for i in range(figure.counted.number.opens - 1, first, -1) if tokens[i].text == ":"), first)
    named = [x for x in frame.lands if colon - 1 <= x.head < figure.counted.number.opens]
    return named[0] if len(named) == 1 and named[0].kind == "people" and named[0].head == colon - 1 else None
