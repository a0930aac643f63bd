"""Rules for numbers whose unit or noun tells what they measure: days, money, armour, soldiers, a crowd."""

from __future__ import annotations

from etl.extract.figures.measured import Answer, Context
from etl.extract.figures.nearness import FAR, cost
from etl.morphology import lemmas


def unit_measure(c: Context) -> Answer:
    """«180 дней», «2,5 млрд долларов», «8 единиц бронетехники», «в два раза»."""
    unit = c.vocabulary.units.get(c.counted.unit or "")
    if unit is None or unit.id == "people":
        return None
    if unit.id == "times":
        priced = any(lemmas(t.text) & c.listed("prices") for t in c.doc.words(c.counted.sentence))
        return ("price_ratio" if priced else "other"), None
    return unit.measure, None


def force(c: Context) -> Answer:
    """«2,5 тыс. военных», «личный состав из 150 человек», «15 сапёров»."""
    return _by_noun(c, "personnel")


def crowd(c: Context) -> Answer:
    """«несколько сотен протестующих», «до 6 тысяч фанатов», «митинг из 300 человек»."""
    return _by_noun(c, "participants")


def _by_noun(c: Context, wanted: str) -> Answer:
    if not c.human:
        return None
    for cue in c.cues:
        if cue.measure != wanted:
            continue
        if cue.kind == "counted" and c.counted.noun and cue.token.i == c.counted.noun.i:
            return wanted, cue
        if cue.kind == "acts" and 0 < c.counted.number.opens - cue.token.i <= 3:
            return wanted, cue
    return None


def gathering(c: Context) -> Answer:
    """«на площадь вышли сотни жителей», «собралось несколько тысяч человек»."""
    if not c.human:
        return None
    fits = [(cost(c, q), q) for q in c.cues if q.measure == "participants" and q.kind in ("happens_to", "done_to", "phrase")]
    best = min(fits, key=lambda f: f[0], default=None)
    return ("participants", best[1]) if best and best[0] < FAR else None


def actor(c: Context) -> Answer:
    """«около десяти человек приблизились к посту»: people who do something."""
    if c.counted.unit != "people":
        return None
    head = c.doc.head(c.top)
    acts = head is not None and head.pos == "VERB" and c.top.rel == "nsubj" and head.feats.get("Aspect") == "Perf"
    return ("participants", None) if acts else None


def other(c: Context) -> Answer:
    """«трёх крупнейших банков», «два взрыва»: anything else that is counted."""
    if c.counted.noun is None or (c.counted.number.comparator == "vague" and c.human):
        return None
    return "other", None
