"""An order about somebody tells what it does to him: «распорядился освободить сторожа» is a release, no decree."""

from __future__ import annotations

from etl.extract.events.clause import lemma
from etl.extract.events.triggers import Candidate
from etl.extract.reading import Reading
from etl.records import Token

# What an authority's decision does to somebody, or arranges, as soon as it is taken.
EFFECTS = frozenset({"release", "detention", "dismissal", "appointment", "meeting", "visit", "evacuation"})
DECISIONS = frozenset({"решение", "разрешение", "указание", "добро", "санкция", "согласие", "распоряжение"})


def carried_out(reading: Reading, candidates: list[Candidate]) -> dict[int, Candidate]:
    """The decree behind each candidate that is the content of one, by the position of its trigger."""
    decrees = [c for c in candidates if c.type == "decree"]
    effects = [c for c in candidates if c.type in EFFECTS] if decrees else []
    return {e.head.i: d for d in decrees for e in effects if is_content(reading, d, e.head)}


def is_content(reading: Reading, decree: Candidate, token: Token) -> bool:
    """«распорядился освободить», «одобрил освобождение», «приняли решение об увольнении», but «подписал указ о помиловании»"""
    above = reading.doc.head(token)
    if above is None or (above.i != decree.head.i and lemma(above) not in DECISIONS) or above.i not in decree.words:
        return False
    if above.pos != "VERB" and lemma(above) not in DECISIONS:
        return False
    if token.feats.get("VerbForm") == "Inf":
        return True
    preposition = reading.doc.child(token, "case")
    about = preposition is not None and lemma(preposition) in ("о", "об")
    return token.pos == "NOUN" and (about or (preposition is None and token.rel in ("obj", "nsubj:pass")))
