"""What the forces are sent to: the organisation that leads the mission, else the mission's own words."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame
from etl.morphology import nominative
from etl.records import Token

BREAKS = {",", ";", ":", "(", "–", "—", "-", "."}
LONGEST = 8  # words of a mission's name


def mission(frame: Frame) -> str | None:
    """«ОДКБ»; «миротворческая операция в Дарфуре»; «учения «Восток-2018»»; None where the text names none."""
    return _organisation(frame) or _named(frame)


def _organisation(frame: Frame) -> str | None:
    token = frame.has("alliances")
    return token.text if token is not None and token.text.isupper() else None


def _named(frame: Frame) -> str | None:
    """The mission's noun with its adjectives in the nominative, and what follows it."""
    noun = frame.mission
    if noun is None or noun.feats.get("Animacy") == "Anim":
        return None
    if noun.pos == "ADJ" and (head := frame.doc.head(noun)) is not None and head.pos == "NOUN":
        noun = head
    if noun.feats.get("Animacy") == "Anim" or noun.pos == "ADJ":
        return None
    before = [t for t in frame.doc.children(noun, "amod") if t.i < noun.i]
    after = _following(noun, frame)
    words = " ".join(nominative(t.text, t.feats) for t in (*before, noun))
    rest = frame.doc.text[noun.stop : after.stop] if after else ""
    return (words[:1].lower() + words[1:] if not words.isupper() else words) + rest


def _following(noun: Token, frame: Frame) -> Token | None:
    """The last word of what hangs behind the noun without a gap: «в Дарфуре», «Восток-2018»."""
    inside = {t.i for t in frame.doc.subtree(noun)}
    last = noun.i
    for token in frame.doc.tokens[noun.i + 1 : noun.i + 1 + LONGEST]:
        if (
            token.i not in inside
            or token.pos in ("VERB", "CCONJ", "NUM")
            or token.text in (",", ";", ":", "(", "–", "—", "-", ".")
        ):
            break
        last = token.i
    while last > noun.i and frame.doc.tokens[last].pos in ("ADP", "ADJ", "PART", "ADV"):
        last -= 1
    return frame.doc.tokens[last] if last > noun.i else None
