"""Numbers that lean on the one before: parts of it, and what is joined to it."""

from __future__ import annotations

from etl.extract.figures.happened import has_another_verb, opens_a_clause
from etl.extract.figures.measured import HUMAN, Answer, Context
from etl.extract.figures.nearness import own_verb
from etl.extract.words import DASHES


def antecedent(c: Context) -> Answer:
    """«политических заключённых, которых в стране более 2 тысяч»."""
    if c.counted.noun is not None:
        return None
    relative = next((t for t in reversed(c.before) if t.text.lower() == "которых"), None)
    named = next(
        (q for q in c.cues if relative and q.token.i == relative.i - 2 and q.measure in HUMAN and q.kind != "acts"), None
    )
    return (named.measure, named) if named else None


def part_of(c: Context) -> Answer:
    """«погибли 20 человек, в том числе трое детей», «из них пятеро», «среди них 2 ребенка»."""
    if not c.human or c.previous is None or c.previous.measure not in HUMAN:
        return None
    opening = " ".join(["", *(t.text.lower() for t in c.before[-6:])])
    near = c.counted.sentence.position - c.previous.counted.sentence.position <= 1
    if c.previous.counted.noun is None and [
        t.text in DASHES for t in c.doc.tokens[c.previous.counted.number.last : c.counted.number.opens]
    ] == [True]:
        return c.previous.measure, c.previous.cue  # «гибель пятерых — четырёх силовиков и прохожего»
    after = " ".join(t.text.lower() for t in c.doc.tokens[c.counted.number.last : c.counted.number.last + 2])
    if near and after in ("из них", "из которых") and c.counted.noun is None:
        return c.previous.measure, c.previous.cue  # «ранены 12 человек, трое из них в тяжелом состоянии»
    if near and any(f" {p}" in opening for p in c.listed("parts")):
        return c.previous.measure, c.previous.cue
    return None


def part_of_things(c: Context) -> Answer:
    """«затоплены пять домов, из них два жилых»: parts without a noun of their own."""
    before, noun = c.previous, c.counted.noun
    if before is None or before.counted.sentence != c.counted.sentence or before.unit == "people":
        return None
    opening = " ".join(["", *(t.text.lower() for t in c.before[-4:])])
    apart = noun is not None and noun.feats.get("Case") == "Dat" and noun.feats.get("Animacy") == "Inan"
    bare = noun is None or noun.pos == "ADJ" or apart  # «из них 31 ремонту не подлежит»
    return (before.measure, None) if bare and any(opening.endswith(f" {p}") for p in c.listed("parts")) else None


def of_the_number(c: Context) -> Answer:
    """«из 7 тысяч солдат вернутся 2 тысячи»: a number without noun is a part of the number behind «из»."""
    before = c.previous
    if c.counted.noun is not None or before is None or before.counted.sentence != c.counted.sentence or before.unit != "people":
        return None
    opening = c.doc.tokens[before.counted.number.opens - 1]
    return (before.measure, before.cue) if opening.text.lower() == "из" and opening.i >= c.counted.sentence.first else None


def also_suffered(c: Context) -> Answer:
    """«тела 12 пассажиров и двух пилотов», «гибель 5 горожан и 3 солдат»: whoever they are, joined to those it happened to."""
    before = c.previous
    if before is None or before.measure not in HUMAN or before.counted.sentence != c.counted.sentence or own_verb(c):
        return None
    joint = [t.text.lower() for t in c.doc.tokens[c.counted.number.opens - 1 : c.counted.number.opens]]
    return added(c) if joint == ["и"] else None


def added(c: Context) -> Answer:
    """«погибли 16 силовиков и 3 прохожих»: a number joined to the one before it."""
    before = c.previous
    if not c.human or before is None or before.unit != "people" or before.counted.sentence != c.counted.sentence:
        return None
    if has_another_verb(c) or opens_a_clause(c):
        return None
    between = c.between(before.counted.top, c.counted.number.opens)
    joined = {t.text.lower() for t in between} & {"и", ",", "а"}
    if joined and len(between) <= 6 and not any(t.pos == "VERB" for t in between):
        return before.measure, before.cue
    return None
