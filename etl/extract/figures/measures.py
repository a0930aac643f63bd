"""What a number measures: an ordered list of small rules, the first that answers decides."""

from __future__ import annotations

from etl.extract.figures.happened import act_noun, added, among, counted_word, modifier, part_of, predicate, tally
from etl.extract.figures.kinds import actor, crowd, force, gathering, other, same_currency, unit_measure
from etl.extract.figures.measured import HUMAN, Context, Measured, Rule

RULES: tuple[Rule, ...] = (
    unit_measure,
    same_currency,
    counted_word,
    modifier,
    act_noun,
    tally,
    among,
    predicate,
    part_of,
    force,
    crowd,
    added,
    gathering,
    actor,
    other,
)
# «один» counts only where something happened to that one, or where a comparator stands with it: «минимум одна ракета».
ONE_COUNTS = (*HUMAN, "personnel", "armoured_vehicles", "vehicles", "aircraft")


def measure(context: Context) -> Measured | None:
    """The measure of a number, or None if it measures nothing of the story."""
    for rule in RULES:
        answer = rule(context)
        if answer:
            found, cue = answer
            whole = context.previous if rule in (part_of, added, same_currency) else None
            unit = context.counted.unit or ("people" if found in HUMAN else None)
            if rule is same_currency and whole:
                unit = whole.unit
            result = Measured(found, unit, rule.__name__, context.counted, cue, whole)
            return None if _is_idle_one(result, context) else result
    return None


def _is_idle_one(found: Measured, c: Context) -> bool:
    number = found.counted.number
    word = c.doc.tokens[number.first].text
    return number.value == 1 and word[0].isalpha() and number.comparator == "exact" and found.measure not in ONE_COUNTS
