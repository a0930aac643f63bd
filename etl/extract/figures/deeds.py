"""Numbers of those whom a deed or a fate told by a noun befell: «гибель 10 человек», «похищение двух врачей»."""

from __future__ import annotations

from etl.extract.figures.cues import Cue
from etl.extract.figures.measured import HUMAN, Answer, Context
from etl.extract.figures.nearness import hung, is_subject
from etl.morphology import lemmas

CUSTODY = {"стража", "плен", "заложник"}


def act_noun(c: Context) -> Answer:
    """«гибель 10 человек», «тела трёх мужчин», «жизни 20 человек»; but «спас жизни 20 человек»."""
    if not c.human:
        return None
    for cue in reversed(c.cues):
        if cue.measure in HUMAN and cue.token.i < c.counted.number.opens and (_is_deed_to(c, cue) or _stands_before(c, cue)):
            return None if _goes_on(c, cue) else (cue.measure, cue)
    return None


def _goes_on(c: Context, cue: Cue) -> bool:
    """«спас жизни 20 человек», «борются за жизнь семерых»: lives are lost only where something takes them."""
    if "жизнь" not in lemmas(cue.token.text):
        return False
    return not any(lemmas(t.text) & c.listed("taking") for t in c.doc.ancestors(cue.token))


def _is_deed_to(c: Context, cue: Cue) -> bool:
    """«похищение боевиками двух врачей»."""
    hung_there = c.top.rel == "nmod" and c.top.head == cue.token.i and c.doc.child(c.top, "case") is None
    return cue.kind == "acts" and hung_there


def _stands_before(c: Context, cue: Cue) -> bool:
    """«тела двух прохожих», «взятие под стражу двух человек», «убийство в среду двух прохожих»."""
    if cue.token.pos != "NOUN" or cue.kind not in ("acts", "counted") or c.counted.number.opens - cue.token.i > 4:
        return False
    beside = CUSTODY | c.listed("weekdays")
    between = [t for t in c.between(cue.token.i, c.counted.number.opens) if not lemmas(t.text) & beside]
    opening = [t.text.lower() for t in c.doc.tokens[max(c.counted.sentence.first, cue.token.i - 2) : cue.token.i]]
    if opening[-1:] == ["к"] or not {"из", "среди"}.isdisjoint(opening) or (opening[-1:] == ["в"] and is_subject(hung(c))):
        # «приговорил к смерти двоих», «из трех раненых двоих отпустили», «держат в заложниках 20 боевиков»: those who hold them
        return False
    if between and between[-1].text.lower() == "на" and c.counted.noun is None:
        return False  # «арест на 2 млн из гонорара»
    return all(t.pos in ("ADJ", "ADP", "ADV", "PART", "DET") and t.text.lower() not in ("из", "среди") for t in between)
