"""Forces with a number: whose they are, and how many."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.offers import MEANS, Offer
from etl.extract.contributions.owners import in_phrase, owner, senders, told_before
from etl.extract.contributions.status import status
from etl.extract.figures.measured import Measured
from etl.extract.figures.populations import named_population
from etl.extract.lands import Land
from etl.morphology import lemmas
from etl.records import Token

LONGEST = 8  # words of a phrase that names a mission
PARTS = ("включая", "в том числе", "из них", "среди них", "из которых", "среди которых")


def counted_offers(frame: Frame, figures: list[Measured]) -> Iterator[Offer]:
    """The offers of a sentence that tell a number, in text order."""
    last: Offer | None = None
    for figure in figures:
        means = _means(figure, frame)
        cue = frame.cue_of(frame.doc.tokens[figure.counted.top])
        if means is None or cue is None or any(rule(figure, cue, frame) for rule in NOT_SENT):
            continue
        number = figure.counted.number
        value = number.least if number.comparator == "range" else number.value
        for country, rule in _countries(figure, cue, frame, last):
            if country is None or goes_out(country, cue, frame):
                span = figure.counted.span(frame.doc)
                last = Offer(country, means, value, number.comparator, status(cue, frame), span, rule)
                yield last


def _countries(figure: Measured, cue: Token, frame: Frame, last: Offer | None) -> list[tuple[str | None, str]]:
    """The countries whose forces the figure counts, with the rule; several in «три страны направят по 100 военных»."""
    if _is_elliptic(figure, frame):
        land = in_phrase(figure, frame)
        return [(land.code, "counted_forces")] if land else []
    if frame.doc.tokens[figure.counted.number.opens - 1].text.lower() == "по":
        return [(land.code, "each") for land in senders(frame)]
    land = owner(figure, frame)
    if land is not None and _one_of_several(land, figure, frame):
        return [(None, "sum")]
    if land is not None:
        return [(land.code, "counted_forces")]
    if _is_total(figure, cue, frame):
        return [(None, "mission_total")]
    before = told_before(figure, frame) if last is None and figure.measure != "vehicles" else None
    if before is not None:
        return [(before.code, "told_before")]
    return [(last.country, "same_sender")] if last is not None else []


def _one_of_several(land: Land, figure: Measured, frame: Frame) -> bool:
    """«1,5 тыс. военных из Казахстана, Киргизии и Таджикистана»: a sum, of which nobody's part is told."""
    if land.head < figure.counted.number.first:
        return False
    near = [x for x in frame.lands if x is not land and x.kind == land.kind and 0 < x.first - land.head <= 2]
    return any(not _has_number(x, frame) for x in near)


def _has_number(land: Land, frame: Frame) -> bool:
    before = frame.doc.tokens[land.first - 1]
    return before.pos == "NUM" or before.text[0].isdigit()


def _means(figure: Measured, frame: Frame) -> str | None:
    """What kind of means the figure counts; «355 молдавских» beside «402 российских военнослужащих» counts soldiers too."""
    noun = figure.counted.noun
    if figure.measure in MEANS:
        return figure.measure
    if noun is None or figure.measure not in ("participants", "other") or frame.has("forces") is None:
        return None
    named = any(land.head == noun.i and land.kind in ("adjective", "people") for land in frame.lands)
    people = figure.counted.unit == "people" and frame.is_one_of(noun, "forces")
    return "personnel" if named or people or lemmas(noun.text) & {"человек"} else None


def _is_elliptic(figure: Measured, frame: Frame) -> bool:
    """«402 российских военнослужащих, 355 молдавских»: only an adjective tells whose they are."""
    noun = figure.counted.noun
    return noun is not None and noun.pos == "ADJ" and not frame.is_one_of(noun, "forces")


def _is_others(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«около 300 добровольцев из Франции», «противник перебросил 5 тысяч солдат»: no country's contribution."""
    subjects = frame.doc.children(cue, "nsubj")
    before = frame.doc.tokens[max(frame.sentence.first, figure.counted.number.opens - 2) : figure.counted.number.opens]
    return frame.has("others", (*figure.counted.phrase, *subjects, *before)) is not None


def _is_part(figure: Measured, cue: Token, frame: Frame) -> bool:
    """A part of a number already told, unless it names its own country."""
    before = frame.doc.tokens[frame.sentence.first : figure.counted.number.opens]
    return is_part(before) and in_phrase(figure, frame) is None


def _is_start(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«с 2,5 тысячи до 1,7 тысячи»: the level that is left behind."""
    number, tokens = figure.counted.number, frame.doc.tokens
    after = (*tokens[number.last : number.last + 1], *tokens[figure.counted.top + 1 : figure.counted.top + 2])
    return tokens[number.opens - 1].text.lower() == "с" and any(t.text.lower() == "до" for t in after)


def _is_whole(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«1,6 тыс. из 7,1 тыс. своих военных»: of the second number nothing is told but that the first is a part of it."""
    before = frame.doc.tokens[figure.counted.number.opens - 2 : figure.counted.number.opens]
    return (
        len(before) == 2
        and before[1].text.lower() == "из"
        and (before[0].pos == "NUM" or before[0].text in (".", "тыс", "тысяч"))
    )


def _is_army(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«армия будет увеличена до 280 тысяч человек»: a country's own."""
    subjects = frame.doc.children(cue, "nsubj", "obj")
    armed = any(lemmas(a.text) & {"вооруженный"} for t in subjects for a in frame.doc.children(t, "amod"))
    return not frame.joint and (armed or any("армия" in lemmas(t.text) for t in subjects))


NOT_SENT = (_is_others, _is_part, _is_start, _is_whole, _is_army)


def is_part(before: tuple[Token, ...]) -> bool:
    """«включая 150 членов спецназа», «23 человека: два офицера, 15 сапёров»: parts of a number already told."""
    said = " ".join(t.text.lower() for t in before[-3:])
    colon = next((k for k, t in enumerate(before) if t.text == ":"), None)
    listed = colon is not None and any(t.text[0].isdigit() for t in before[:colon])
    return listed or any(said.endswith(p) for p in PARTS)


def _is_total(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«всего будут отправлены 2,5 тыс. военных из стран – членов организации», «НАТО направит 600 солдат»."""
    if named_population(list(figure.counted.phrase), frame.reading.vocabulary)[0] == "security_forces":
        return False  # a police operation at home
    if _of_many(figure, frame) or _of_alliance(figure, cue, frame):
        return True
    near = frame.doc.tokens[max(frame.sentence.first, figure.counted.number.opens - 12) : figure.counted.top + 4]
    joint = frame.mission is not None or frame.has("alliances") is not None
    return joint and (frame.has("totals", near) is not None or _by_mission(figure, cue, frame))


def _of_alliance(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«15 тысяч миротворцев ООН», «альянс направит 600 военных»."""
    subjects = frame.doc.children(cue, "nsubj")
    return frame.has("alliances", (*figure.counted.phrase, *subjects)) is not None


def _by_mission(figure: Measured, cue: Token, frame: Frame) -> bool:
    """«миссия насчитывает 12 тысяч», «численность сил KFOR составляет 5 тысяч», «в операции участвуют 5 тысяч военных»."""
    phrases = [frame.doc.subtree(t)[:LONGEST] for t in frame.doc.children(cue, "nsubj", "obl")]
    before = [t for phrase in phrases for t in phrase if t.i < figure.counted.number.opens or frame.is_one_of(t, "missions")]
    named = {x.head for x in frame.lands if x.kind == "adjective" and x.head < figure.counted.top}
    return frame.has("missions", tuple(before)) is not None and not named


def _of_many(figure: Measured, frame: Frame) -> bool:
    """«47 тысяч военных из 40 стран»."""
    after = frame.doc.tokens[figure.counted.top + 1 : figure.counted.top + 5]
    return bool(after) and after[0].text.lower() == "из" and any("страна" in lemmas(t.text) for t in after)


def goes_out(code: str, cue: Token, frame: Frame) -> bool:
    """Forces for a mission or abroad, not a country's own army at home: «в России служат 900 тысяч российских военных»."""
    if frame.at_home(code):
        return False
    return bool(frame.joint or frame.abroad(code) or frame.several or not frame.is_one_of(cue, "staying"))
