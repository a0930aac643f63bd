"""Numbers of soldiers that nobody sends: enemies, parts of a number already told, levels left behind, a whole army."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.givers import subject
from etl.extract.contributions.owners import in_phrase
from etl.extract.figures.measured import Measured
from etl.morphology import lemmas
from etl.records import Token

PARTS = ("включая", "в том числе", "из них", "среди них", "из которых", "среди которых")
FRACTIONS = {"половина", "треть", "четверть", "часть", "большинство", "тыс"}


def is_sent(figure: Measured, cue: Token, frame: Frame) -> bool:
    return not any(rule(figure, cue, frame) for rule in RULES)


def is_part(before: tuple[Token, ...]) -> bool:
    """«включая 150 членов спецназа», «23 человека: два офицера, 15 сапёров»: parts of a number already told."""
    if any(" ".join(t.text.lower() for t in before[:n]) in PARTS for n in (2, 3)):
        return True  # «Среди них будет около тысячи солдат»
    said = " ".join(t.text.lower() for t in before[-3:])
    return in_list_of_parts(before) or any(said.endswith(p) for p in PARTS)


def in_list_of_parts(before: tuple[Token, ...]) -> bool:
    """«23 человека: два офицера, 15 сапёров»."""
    colon = next((k for k, t in enumerate(before) if t.text == ":"), None)
    return colon is not None and any(t.text.isdigit() for t in before[:colon])


def _is_others(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«около 300 добровольцев из Франции», «противник перебросил 5 тысяч солдат»: no country's contribution."""
    subjects = frame.doc.children(cue, "nsubj")
    before = frame.doc.tokens[max(frame.sentence.first, figure.counted.number.opens - 2) : figure.counted.number.opens]
    return frame.has("others", (*figure.counted.phrase, *subjects, *before)) is not None


def _is_beside(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«помимо уже отправленных [17 тысяч солдат]»."""
    before = frame.doc.tokens[max(frame.sentence.first, figure.counted.number.opens - 4) : figure.counted.number.opens]
    return frame.has("beside", before) is not None


def _is_part(figure: Measured, cue: Token, frame: Frame) -> bool:
    """A part of a number already told, unless it names its own country."""
    before = frame.doc.tokens[frame.sentence.first : figure.counted.number.opens]
    if not is_part(before) or in_phrase(figure, frame) is not None:
        return False
    giver = subject(figure, frame)  # «из них 2 тысячи предоставит Нигерия»
    return giver is None or giver.first < figure.counted.number.first


def _is_start(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«с 2,5 тысячи до 1,7 тысячи»: the level that is left behind."""
    number, tokens = figure.counted.number, frame.doc.tokens
    after = (*tokens[number.last : number.last + 1], *tokens[figure.counted.top + 1 : figure.counted.top + 2])
    return tokens[number.opens - 1].text.lower() == "с" and any(t.text.lower() == "до" for t in after)


def _is_whole(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«1,6 тыс. из 7,1 тыс. своих военных», «из 7 тысяч солдат вернутся 2 тысячи»: the first is a part of the second."""
    before = frame.doc.tokens[max(frame.sentence.first, figure.counted.number.opens - 2) : figure.counted.number.opens]
    if not before or before[-1].text.lower() != "из":
        return False
    first = before[0]
    return len(before) == 1 or first.pos in ("NUM", "PUNCT") or first.text == "тысяч" or bool(lemmas(first.text) & FRACTIONS)


def _is_army(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«армия будет увеличена до 280 тысяч человек»: a country's own."""
    subjects = frame.doc.children(cue, "nsubj", "obj")
    armed = any(lemmas(a.text) & {"вооруженный"} for t in subjects for a in frame.doc.children(t, "amod"))
    return not frame.joint and (armed or any("армия" in lemmas(t.text) for t in subjects))


def _is_lost(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«взяли в плен шестерых солдат», «бронетранспортер подорвался», unless they are «солдаты, направленные …» all the same."""
    top = frame.doc.tokens[figure.counted.top]
    if cue.head == top.i:
        return False
    verb = next((t for t in frame.doc.ancestors(top) if t.pos == "VERB"), None)
    told = () if verb is None else (verb, *frame.doc.children(verb, "obl", "obj"))
    described = (t for t in frame.doc.children(top, "acl", "amod") if t.feats.get("Variant") != "Short")
    participles = (t for t in described if t.feats.get("VerbForm") == "Part")
    return any(frame.is_one_of(t, "losing") for t in (*told, *participles) if t != top)


def _is_carriage(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«на трех вертолетах вывезли около ста человек»: with what people are carried, and who is, but no soldiers."""
    top = frame.doc.tokens[figure.counted.top]
    carrying = any(frame.is_one_of(t, "carrying") for t in (cue, *frame.doc.ancestors(top)))
    case = frame.doc.child(top, "case")
    by = case is not None and case.text.lower() == "на"
    return carrying and (by or (top.rel == "obj" and figure.unit == "people" and not frame.is_one_of(top, "forces")))


RULES = (_is_carriage, _is_others, _is_beside, _is_part, _is_start, _is_whole, _is_army, _is_lost)
