"""Who sends what: numbers of forces with their country, and countries whose forces come without a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.lands import Land
from etl.extract.figures.measures import Reading as Measured
from etl.morphology import lemmas
from etl.records import Span, Token, hull

MEANS = ("personnel", "armoured_vehicles", "vehicles", "aircraft")


@dataclass(frozen=True, slots=True)
class Offer:
    """One country's (None: the mission's) means of one kind, or only its taking part (`means` None)."""

    country: str | None
    means: str | None
    value: float | None
    comparator: str | None
    status: str
    span: Span
    rule: str


def offers(frame: Frame, figures: list[Measured]) -> Iterator[Offer]:
    """The offers of one sentence, numbers first."""
    counted = list(_numbers(frame, figures))
    yield from counted
    known = {o.country for o in counted}
    for land, rule in _unnumbered(frame):
        if land.code not in known:
            known.add(land.code)
            yield Offer(land.code, None, None, None, frame.status(None), _clause(frame, land), rule)


def _numbers(frame: Frame, figures: list[Measured]) -> Iterator[Offer]:
    country: str | None = None
    seen = False
    for figure in figures:
        means = _means(figure, frame, seen)
        if means is None or _is_part(figure, frame):
            continue
        found = owner(figure, frame)
        rule = "counted_forces"
        if found is None and seen:
            found, rule = country, "same_sender"
        elif found is None and _is_total(figure, frame):
            rule = "mission_total"
        elif found is None:
            continue
        if found is not None and _at_home(found, frame):
            continue
        country, seen = found, True
        number = figure.counted.number
        value = number.value if number.value is not None else number.least if number.comparator == "range" else None
        yield Offer(found, means, value, number.comparator, frame.status(None), figure.counted.span(frame.doc), rule)


def _means(figure: Measured, frame: Frame, seen: bool) -> str | None:
    """What kind of means the figure counts; «355 молдавских» after «402 российских военнослужащих» counts soldiers too."""
    if figure.measure in MEANS:
        return figure.measure
    if figure.measure not in ("participants", "other"):
        return None
    noun = figure.counted.noun
    adjective = noun is not None and any(land.head == noun.i and land.kind == "adjective" for land in frame.lands)
    people = figure.counted.unit == "people" and frame.has("forces") is not None
    return "personnel" if people or (adjective and seen) else None


def _is_part(figure: Measured, frame: Frame) -> bool:
    """«включая 150 членов спецназа», «23 человека: два офицера, 15 сапёров»: parts of a number already told."""
    start = figure.counted.number.opens
    before = frame.doc.tokens[frame.sentence.first : start]
    said = " ".join(t.text.lower() for t in before)
    if any(said.endswith(p) or f"{p} " in said[-30:] for p in ("включая", "в том числе", "из них", "среди них")):
        return True
    return any(t.text == ":" for t in before) and any(t.pos == "NUM" or t.text.isdigit() for t in before)


def owner(figure: Measured, frame: Frame) -> str | None:
    """The country whose forces these are."""
    for rule in OWNERS:
        land = rule(figure, frame)
        if land is not None:
            return land.code
    return None


def in_phrase(figure: Measured, frame: Frame) -> Land | None:
    """«402 российских военнослужащих», «120 военнослужащих США», «10 наблюдателей от Украины»."""
    phrase = {t.i for t in figure.counted.phrase}
    last = max(phrase, default=figure.counted.number.last - 1)
    for land in frame.lands:
        if land.head in phrase or land.first in phrase:
            return land
        between = frame.doc.tokens[last + 1 : land.first]
        if 0 < land.first - last <= 3 and land.kind == "name" and [t.text.lower() for t in between][-1:] == ["от"]:
            return land
    return None


def subject(figure: Measured, frame: Frame) -> Land | None:
    """«Кыргызстан отправил 150 человек», «правительство Японии направит 600 военных»."""
    top = frame.doc.tokens[figure.counted.top]
    for verb in frame.doc.ancestors(top):
        if verb.pos != "VERB":
            continue
        for child in frame.doc.children(verb, "nsubj"):
            inside = {t.i for t in frame.doc.subtree(child)} - {top.i}
            land = next((x for x in frame.lands if x.head in inside and not _is_place(x, frame)), None)
            if land and top.i not in inside:
                return land
    return None


def nearest_before(figure: Measured, frame: Frame) -> Land | None:
    """«Киргизия же направила … 150 человек»: a country in the nominative before the cue."""
    fits = [x for x in frame.lands if x.kind == "name" and x.head < figure.counted.number.first and _is_subject(x, frame)]
    return fits[-1] if fits else None


def contingent(figure: Measured, frame: Frame) -> Land | None:
    """«Эстонский контингент несёт службу … В состав группы входят 23 человека»: the forces of the sentence before."""
    if (
        any(_is_force(x, frame) for x in frame.lands)
        or frame.mission is None
        or frame.mission.sentence == frame.sentence.position
    ):
        return None
    fits = [x for x in frame.before if _is_force(x, frame)]
    return fits[0] if fits and frame.has("joining") else None


OWNERS = (in_phrase, subject, nearest_before, contingent)


def _is_total(figure: Measured, frame: Frame) -> bool:
    """«всего будут отправлены 2,5 тыс. военных из стран – членов организации»."""
    near = frame.doc.tokens[max(frame.sentence.first, figure.counted.number.opens - 12) : figure.counted.top + 2]
    return frame.mission is not None and frame.has("totals", near) is not None


def _is_place(land: Land, frame: Frame) -> bool:
    """«в Казахстан», «на территории Афганистана»: where, not who."""
    places = frozenset(frame.vocabulary.contribution_words["places_of"].words)
    token = frame.doc.tokens[land.head]
    if land.kind == "adjective":
        return False
    preposition = frame.doc.child(token, "case")
    if preposition is not None:
        return preposition.text.lower() in places
    before = frame.doc.tokens[land.first - 1] if land.first > frame.sentence.first else None
    return before is not None and before.text.lower() in places


def _is_subject(land: Land, frame: Frame) -> bool:
    token = frame.doc.tokens[land.head]
    return not _is_place(land, frame) and (token.rel.startswith("nsubj") or token.feats.get("Case") == "Nom")


def _is_force(land: Land, frame: Frame) -> bool:
    """«российские инструкторы», «подразделения Китая», «вооружённых сил Армении»."""
    token = frame.doc.tokens[land.head]
    if _is_place(land, frame):
        return False
    if land.kind == "adjective":
        following = frame.doc.tokens[land.head + 1 : min(len(frame.doc.tokens), land.head + 4)]
        return any(frame.is_one_of(t, "forces") for t in following if t.pos in ("NOUN", "ADJ"))
    return token.feats.get("Case") in ("Gen", None) and any(frame.is_one_of(t, "forces") for t in _nouns_above(token, frame))


def _nouns_above(token: Token, frame: Frame) -> Iterator[Token]:
    """The nouns that govern a genitive, through a list: «подразделения [Китая и Монголии]»."""
    for up in frame.doc.ancestors(token):
        if up.pos not in ("NOUN", "PROPN", "ADJ"):
            return
        yield up


def _at_home(code: str, frame: Frame) -> bool:
    """A country's own army at home: «российские военные в России»."""
    return any(x.code == code and _is_place(x, frame) for x in frame.lands)


def _unnumbered(frame: Frame) -> Iterator[tuple[Land, str]]:
    """Countries that take part without a number."""
    if frame.mission is None:
        return
    for land in frame.lands:
        if _at_home(land.code, frame):
            continue
        if _is_force(land, frame):
            yield land, "forces_of"
        elif frame.joins and land.kind == "name" and (_is_subject(land, frame) or _joins(land, frame)):
            yield land, "takes_part"


def _joins(land: Land, frame: Frame) -> bool:
    """«участие Грузии в кампании»."""
    head = frame.doc.head(frame.doc.tokens[land.head])
    return head is not None and bool(lemmas(head.text) & {"участие", "согласие", "вклад"}) and not _is_place(land, frame)


def _clause(frame: Frame, land: Land) -> Span:
    return hull([frame.doc.tokens[land.first].span, frame.doc.tokens[land.head].span, *(t.span for t in frame.cues[:1])])
