"""Numbers that are the mission's total: no country's own part."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame
from etl.extract.figures.measured import Measured
from etl.extract.figures.populations import named_population
from etl.morphology import lemmas
from etl.records import Token

LONGEST = 8  # words of a phrase that names a mission
MEMBERS = {"страна", "государство"}


def is_total(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«всего будут отправлены 2,5 тыс. военных из стран – членов организации», «НАТО направит 600 солдат»."""
    police = named_population(list(figure.counted.phrase), frame.reading.vocabulary)[0] == "security_forces"
    if (police and not frame.joint) or _is_cargo(figure, frame):
        return False  # a police operation at home
    if _of_many(figure, frame) or _of_alliance(figure, cue, frame) or by_alliance(figure, cue, frame) or _allowed(cue, frame):
        return True
    near = frame.doc.tokens[max(frame.sentence.first, figure.counted.number.opens - 16) : figure.counted.top + 4]
    joint = frame.mission is not None or frame.has("alliances") is not None
    return joint and (frame.has("totals", near) is not None or _by_mission(figure, cue, frame))


def _is_cargo(figure: Measured, frame: Frame) -> bool:
    """«рейсы военной авиации, доставившей 10 бронемашин»: what somebody brings is not all that a mission has."""
    verb = next((t for t in frame.doc.ancestors(frame.doc.tokens[figure.counted.top]) if t.pos == "VERB"), None)
    return figure.measure != "personnel" and verb is not None and frame.is_one_of(verb, "carrying")


def _of_alliance(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«15 тысяч миротворцев ООН», «группа наблюдателей ООН в составе шести офицеров»."""
    opens = figure.counted.number.opens
    near = frame.doc.tokens[max(frame.sentence.first, opens - 4) : opens]
    sized = near[-2:] and [t.text.lower() for t in near[-2:]] == ["в", "составе"]
    return frame.has("alliances", (*figure.counted.phrase, *(near if sized else ()))) is not None


def by_alliance(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«альянс направит 600 военных», «страны альянса обещали выделить 600 военных»."""
    verbs = (cue, *((up,) if cue.rel == "xcomp" and (up := frame.doc.head(cue)) is not None else ()))
    subjects = [t for verb in verbs for t in frame.doc.children(verb, "nsubj") if t.i < figure.counted.number.first]
    members = [m for t in subjects if lemmas(t.text) & MEMBERS for m in frame.doc.children(t, "nmod")]
    return frame.has("alliances", (*subjects, *members)) is not None


def _allowed(cue: Token, frame: Frame) -> bool:
    """«Совет Безопасности ООН санкционировал отправку 300 наблюдателей»."""
    above = frame.doc.head(cue)
    if above is None or not frame.is_one_of(above, "agreeing"):
        return False
    subjects = [t for child in frame.doc.children(above, "nsubj") for t in frame.doc.subtree(child)[:LONGEST]]
    return frame.has("alliances", tuple(subjects)) is not None


def _by_mission(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«миссия насчитывает 12 тысяч», «численность сил KFOR составляет 5 тысяч», «в операции участвуют 5 тысяч военных»."""
    verb = frame.doc.head(cue) if cue.pos == "NOUN" else None  # «в учениях принимают [участие] 10 тысяч человек»
    below = (*frame.doc.children(cue, "nsubj", "obl"), *(frame.doc.children(verb, "obl") if verb and verb in frame.cues else ()))
    phrases = [frame.doc.subtree(t)[:LONGEST] for t in below]
    before = [t for phrase in phrases for t in phrase if t.i < figure.counted.number.opens or frame.is_one_of(t, "missions")]
    named = {x.head for x in frame.lands if x.kind == "adjective" and x.head < figure.counted.top}
    before = [t for t in before if t not in figure.counted.phrase]
    return not named and (frame.mission in before or frame.has("missions", tuple(before)) is not None)


def _of_many(figure: Measured, frame: Frame) -> bool:
    """«47 тысяч военных из 40 стран», «4 тысячи солдат и офицеров из 28 стран»."""
    after = [t for t in frame.doc.tokens[figure.counted.top + 1 : figure.counted.top + 8] if t.pos != "PUNCT"]
    joined = len(after) > 1 and after[0].text == "и" and frame.is_one_of(after[1], "forces")
    after = after[2 if joined else 0 :]
    return bool(after) and after[0].text.lower() == "из" and any(lemmas(t.text) & MEMBERS for t in after)
