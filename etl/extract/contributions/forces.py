"""Which forces a country's name or adjective belongs to."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.gate import is_model
from etl.extract.lands import Land
from etl.morphology import lemmas
from etl.records import Token

BETWEEN = {"страна", "государство", "число", "состав", "армия", "флот"}  # nouns between forces and their country

LISTED = 13  # words from the first adjective of a list to its noun


def several(frame: Frame) -> bool:
    """Whether the sentence tells of the forces of more than one country, not «израильские солдаты … палестинских боевиков»."""
    parties = (x for x in frame.lands if x.kind != "adjective" or is_force(x, frame) or _is_elliptic(x, frame))
    return len({x.code for x in parties if not is_place(x, frame)}) > 1


def _is_elliptic(land: Land, frame: Frame) -> bool:
    """«355 молдавских»: the forces are left out."""
    before, after = frame.doc.tokens[land.first - 1], frame.doc.tokens[land.head + 1 : land.head + 2]
    return before.pos == "NUM" and not (after and after[0].pos in ("NOUN", "ADJ", "PROPN"))


def is_force(land: Land, frame: Frame) -> Token | None:
    """The forces that a country's name belongs to: «российские инструкторы», «подразделения Китая и Монголии»."""
    token = frame.doc.tokens[land.head]
    if is_place(land, frame) or _is_beside(land, frame):
        return None
    if land.kind == "adjective":
        return _described(token, frame)
    for up in frame.doc.ancestors(token):
        if up.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        between = lemmas(up.text) & BETWEEN or frame.is_one_of(up, "forces") or frame.is_one_of(up, "units")
        if up.pos == "NOUN" and not between:
            return None  # «суда для поддержки американцев»
        if frame.is_one_of(up, "forces"):
            return up if token.feats.get("Case") in ("Gen", None) else None
    return None


def _is_beside(land: Land, frame: Frame) -> bool:
    """«помимо российских, участвуют армянские»: only what stands before the comma."""
    before = frame.doc.tokens[max(frame.sentence.first, land.first - 4) : land.first]
    comma = max((k for k, t in enumerate(before) if t.text == ","), default=-1)
    return frame.has("beside", before[comma + 1 :]) is not None


def _described(adjective: Token, frame: Frame) -> Token | None:
    """«российских воинских [подразделений]», «турецкие [военные]» but not «австралийской военной базе»."""
    for token in frame.doc.tokens[adjective.i + 1 : adjective.i + LISTED]:
        if token.pos in ("NOUN", "PROPN"):
            return token if frame.is_one_of(token, "forces") or is_model(token) else None
        joined = token.text.lower() in (",", "и", "или", "а", "также")
        if token.pos not in ("ADJ", "DET") and not joined and token.feats.get("VerbForm") != "Part":
            break
    last, *after = frame.doc.tokens[adjective.i + 1 : adjective.i + 3] or (adjective,)
    alone = last.pos == "ADJ" and not (after and after[0].pos == "NOUN")  # not «французский военный госпиталь»
    return last if alone and frame.is_one_of(last, "forces") else None
