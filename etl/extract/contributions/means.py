"""What kind of means a number counts: soldiers, armour, vehicles or aircraft."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.offers import MEANS
from etl.extract.figures.measured import Measured
from etl.morphology import lemmas
from etl.records import Token


def means_of(figure: Measured, frame: Frame) -> str | None:
    """The figure's own measure, else soldiers where what it counts can be nothing but soldiers."""
    if figure.measure in MEANS:
        return figure.measure
    noun = figure.counted.noun
    if noun is None or figure.measure not in ("participants", "other") or not frame.tells_forces:
        return None
    return "personnel" if any(rule(noun, figure, frame) for rule in RULES) else None


def _is_people_of_a_country(noun: Token, figure: Measured, frame: Frame) -> bool:
    """«402 российских военнослужащих, 355 [молдавских]», «1300 [испанцев]»: also where the sentence before names the forces,
    but then not of an adjective alone.
    """
    here = frame.has("forces") is not None or frame.has("soldiers") is not None
    kinds = {"adjective", "people"} if here else {"people"} if frame.continued else set()
    return any(land.head == noun.i and land.kind in kinds for land in frame.lands)


def _is_force(noun: Token, figure: Measured, frame: Frame) -> bool:
    """«60 врачей», «трехтысячный контингент»."""
    people = figure.counted.unit == "people" or frame.doc.tokens[figure.counted.number.first].pos == "ADJ"
    return people and frame.is_one_of(noun, "forces")


def _is_size(noun: Token, figure: Measured, frame: Frame) -> bool:
    """«батальон (около 300 [чеченцев])»."""
    first = figure.counted.number.opens
    before = frame.doc.tokens[max(frame.sentence.first, first - 5) : first]
    bracketed = bool(before) and before[-1].text == "("
    return figure.counted.unit == "people" and bracketed and frame.has("forces", before) is not None


def _is_anybody(noun: Token, figure: Measured, frame: Frame) -> bool:
    return "человек" in lemmas(noun.text)


RULES = (_is_people_of_a_country, _is_force, _is_size, _is_anybody)
