"""Rules that tell of the people counted how they are: in what condition, whether they were helped."""

from __future__ import annotations

from etl.extract.figures.measured import Answer, Context
from etl.extract.figures.nearness import hung, is_somebodys
from etl.extract.words import DASHES
from etl.morphology import lemmas
from etl.records import Token

WARDS = {"реанимация", "больница", "госпиталь"}
MEDICAL = {"медицинский", "врачебный", "медпомощь"}
NEAR = 8  # words behind the number in which help is told of


def in_a_condition(c: Context) -> Answer:
    """«четверо умерли, 9 в тяжелом состоянии», «семеро в реанимации», «10 человек – в состоянии средней тяжести»."""
    words = _behind(c)[:4]
    if len(words) < 2 or words[0].text.lower() != "в":
        return None
    said = [lemmas(t.text) for t in words[1:]]
    if any("состояние" in w for w in said):
        return "injured", None
    return ("hospitalised", None) if any(w & WARDS for w in said) else None


def _behind(c: Context) -> tuple[Token, ...]:
    """The words behind a number without noun, or behind «человек» and a dash."""
    words = c.doc.tokens[c.counted.number.last : c.counted.sentence.last]
    if c.counted.noun is None:
        return words
    dashed = len(words) > 2 and words[0] == c.counted.noun and words[1].text in DASHES
    return words[2:] if c.human and dashed else ()


def whose_condition(c: Context) -> Answer:
    """«состояние четверых из них врачи расценивают как тяжелое»."""
    above = c.doc.head(hung(c)) if is_somebodys(c) else None
    return ("injured", None) if above is not None and "состояние" in lemmas(above.text) else None


def helped(c: Context) -> Answer:
    """«девяти пассажирам была оказана медицинская помощь»."""
    words = c.doc.tokens[c.counted.number.last : min(c.counted.sentence.last, c.counted.number.last + NEAR)]
    clause = next((k for k, t in enumerate(words) if t.text in (",", ";")), len(words))
    said = [lemmas(t.text) for t in words[:clause]]
    given = any(w & {"оказать", "оказывать"} for w in said) and any(w & {"помощь", "медпомощь"} for w in said)
    return ("injured", None) if c.human and given and any(w & MEDICAL for w in said) else None
