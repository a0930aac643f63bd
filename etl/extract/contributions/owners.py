"""Whose forces a number counts: by the noun phrase, the subject, or the contingent told of before."""

from __future__ import annotations

from etl.extract.contributions.forces import is_force
from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.givers import (
    behind_verb,
    described,
    in_clause,
    is_parted,
    named_before,
    permitted,
    spoken_for,
    subject,
)
from etl.extract.contributions.marks import across_dash, behind_colon, behind_dash
from etl.extract.contributions.senders import is_subject
from etl.extract.figures.measured import Measured
from etl.extract.lands import Land
from etl.extract.words import DASHES

NEAR = 6  # words
SIZES = {"из", "в", "(", "–", "—", "-", "численностью", "силой"}


def owner(figure: Measured, frame: Frame) -> Land | None:
    """The country whose forces these are, by the first rule that finds one."""
    return next((land for rule in RULES if (land := rule(figure, frame))), None)


def in_phrase(figure: Measured, frame: Frame) -> Land | None:
    """«402 российских военнослужащих», «120 военнослужащих США», «10 наблюдателей от Украины», «350 военных из Словакии»,
    «8 бронемашин для российских миротворцев».
    """
    phrase = {t.i for t in figure.counted.phrase}
    last = max(phrase, default=figure.counted.number.last - 1)
    for land in frame.lands:
        if land.head in phrase or land.first in phrase:
            return land
        between = frame.doc.tokens[last + 1 : land.first]
        if land.kind == "adjective" and [t.text.lower() for t in between] == ["для"] and is_force(land, frame):
            return land
        named = all(t.pos in ("PROPN", "NOUN", "X") for t in between)
        if land.kind == "name" and 0 < len(between) <= 3 and named and frame.doc.tokens[land.head].feats.get("Case") != "Nom":
            return land
        if (
            land.kind == "name"
            and len(between) <= 2
            and "," not in [t.text for t in between]
            and [t.text.lower() for t in between][-1:] in (["от"], ["из"])
        ):
            withdrawn = frame.has("withdrawing") is not None and between[-1].text.lower() == "из"
            return None if withdrawn else land
    return None


def aboard(figure: Measured, frame: Frame) -> Land | None:
    """«вылетели пять самолетов Ил-76 с [российскими] миротворцами»: whose people a machine brings."""
    top = frame.doc.tokens[figure.counted.top]
    below = {t.i for t in frame.doc.subtree(top)} if frame.is_one_of(top, "machines") else set()
    brought = (x for x in frame.lands if x.first in below and x.kind == "adjective" and x.first > figure.counted.number.last)
    return next((x for x in brought if frame.doc.tokens[x.first - 1].text.lower() == "с" and is_force(x, frame)), None)


def from_town(figure: Measured, frame: Frame) -> Land | None:
    """«прибыли 560 миротворцев из Самары»."""
    last = max((t.i for t in figure.counted.phrase), default=figure.counted.number.last - 1)
    if last + 2 >= frame.sentence.last or frame.doc.tokens[last + 1].text.lower() != "из":
        return None
    cue = frame.cue_of(frame.doc.tokens[figure.counted.top])
    if cue is not None and frame.is_one_of(cue, "withdrawing"):
        return None
    mention = frame.reading.atlas.by_head.get(last + 2)
    place = frame.reading.atlas.by_key.get(mention.place) if mention else None
    town = place is not None and place.country and place.kind != "country"
    return Land(place.country, "sender", last + 2, last + 2) if town and place and place.country else None


def adjacent_force(figure: Measured, frame: Frame) -> Land | None:
    """«малайзийская рота из 250 человек», «турецкая рота с приданными ей частями – 200 бойцов»: whose size the number is."""
    opens = figure.counted.number.opens
    if frame.doc.tokens[opens - 1].text.lower() not in SIZES:
        return None
    dash = frame.doc.tokens[opens - 1].text in DASHES
    near = [x for x in frame.lands if opens - NEAR * (1 + dash) <= x.head < opens - 1]
    forces = [(x, max(f.i, x.head)) for x in near if (f := is_force(x, frame)) is not None]
    return next(
        (x for x, last in reversed(forces) if opens - 1 - last <= 2 or (dash and _unbroken(last, opens - 1, frame))), None
    )


def _unbroken(first: int, last: int, frame: Frame) -> bool:
    return not is_parted(first, last, frame) and all(t.pos != "VERB" for t in frame.doc.tokens[first + 1 : last])


def contingent_of(figure: Measured, frame: Frame) -> Land | None:
    """«численность контингента США составляет 28,5 тысячи человек»: forces named before the number they amount to."""
    fits = [x for x in frame.lands if x.head < figure.counted.number.first and (is_force(x, frame) or _is_of_mission(x, frame))]
    return fits[-1] if fits else None


def _is_of_mission(land: Land, frame: Frame) -> bool:
    """«[американская] боевая миссия»."""
    return land.kind == "adjective" and frame.has("missions", frame.doc.tokens[land.head + 1 : land.head + 3]) is not None


def told_before(figure: Measured, frame: Frame) -> Land | None:
    """«Эстонский контингент несёт службу … В состав группы входят 23 человека»: the forces of the sentence before."""
    if any(x.head < figure.counted.number.first and not is_place(x, frame) for x in frame.lands):
        return None
    forces = [x for x in frame.before if is_force(x, frame)]
    subjects = [x for x in frame.before if x.kind == "name" and is_subject(x, frame)]
    return next(iter((*forces, *subjects)), None)


def going_home(figure: Measured, frame: Frame) -> Land | None:
    """«в Ирландию из Мали вернулись 20 военных»: to their own country."""
    cue = frame.cue_of(frame.doc.tokens[figure.counted.top])
    if cue is None or not frame.is_one_of(cue, "returning"):
        return None
    to = [x for x in frame.lands if x.kind == "name" and frame.doc.tokens[x.head].feats.get("Case") == "Acc"]
    return next((x for x in to if frame.doc.tokens[x.first - 1].text.lower() in ("в", "на")), None)


def given_by(figure: Measured, frame: Frame) -> Land | None:
    """«от Польши в них участвуют 2 тысячи солдат»."""
    opens = figure.counted.number.opens
    before = [x for x in frame.lands if opens - 2 * NEAR < x.head < opens and x.kind != "adjective"]
    from_them = [x for x in before if frame.doc.tokens[x.first - 1].text.lower() == "от"]
    parted = from_them and is_parted(from_them[-1].head, opens, frame)
    return from_them[-1] if from_them and not parted else None


RULES = (
    behind_dash,
    across_dash,
    behind_colon,
    in_phrase,
    aboard,
    from_town,
    adjacent_force,
    going_home,
    given_by,
    permitted,
    spoken_for,
    described,
    in_clause,
    behind_verb,
    subject,
    named_before,
    contingent_of,
)
