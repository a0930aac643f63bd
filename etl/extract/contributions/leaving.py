"""Countries and their people that go, or come in another's place, without a number."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame
from etl.extract.contributions.senders import is_subject
from etl.extract.lands import Land
from etl.records import Token


def leaves(land: Land, frame: Frame) -> Token | None:
    """«из Ирака уже ушли Испания и Гондурас», «о выводе войск объявил Таиланд»."""
    if land.kind != "name" or not is_subject(land, frame):
        return None
    verb = next((t for t in frame.doc.ancestors(frame.doc.tokens[land.head]) if t.pos == "VERB"), None)
    cue = next((c for c in frame.cues if frame.is_one_of(c, "withdrawing")), None)
    if verb is None or cue is None:
        return None
    if verb == cue and (frame.mission is not None or frame.abroad(land.code)) and _leaves_something(verb, frame):
        return cue
    joint = frame.mission is not None or frame.abroad(land.code)
    told = frame.has_force_below(cue) or (bool(frame.doc.children(cue, "obj")) and _leaves_something(cue, frame))
    who = frame.doc.child(cue, "nsubj")  # not «Россия, хотя война почти завершена, …»
    return cue if joint and cue in frame.doc.subtree(verb) and told and (who is None or who.lemma == "который") else None


def people_go(land: Land, frame: Frame) -> Token | None:
    """«на их место заступили [британцы]», «[итальянцы] вернулись днём раньше», «[норвежцы] завершают службу»."""
    if land.kind != "people" or not frame.tells_forces:
        return None
    token = frame.doc.tokens[land.head]
    cue = frame.doc.head(token)
    if cue is None or cue not in frame.cues or not token.rel.startswith("nsubj"):
        return None
    moves = any(frame.is_one_of(cue, kind) for kind in ("withdrawing", "relieving", "taking_over"))
    return cue if moves and _leaves_something(cue, frame) else None


def _leaves_something(verb: Token, frame: Frame) -> bool:
    """«ушли из Ирака», «прекратила участие», «завершили миссию»; not «отозвала атташе», «завершает строительство»."""
    things = frame.doc.children(verb, "obj")
    if not things:
        return True
    known = ("forces", "missions", "joining", "withdrawing")
    place = frame.reading.atlas.by_head  # «покинули Ирак»
    return any(t.i in place or any(frame.is_one_of(t, kind) for kind in known) for t in things)
