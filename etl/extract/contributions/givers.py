"""Who sends: the subject of the verb, the country that a clause or a participle describes, the speaker's own."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.senders import country_of, is_subject
from etl.extract.figures.measured import Measured
from etl.extract.lands import Land
from etl.extract.words import DASHES
from etl.morphology import lemmas, parses
from etl.records import Token

NEAR = 6  # words
BREAKS = {",", ";", ":", "(", ")", "–", "—", "-"}


def described(figure: Measured, frame: Frame) -> Land | None:
    """«вслед за [Испанией], отозвавшей 1300 своих солдат»: the country that a participle right behind it describes."""
    tokens, opens = frame.doc.tokens, figure.counted.number.opens
    for land in frame.lands:
        comma, verb = tokens[land.head + 1 : land.head + 3] if land.head + 3 < opens + 1 else (None, None)
        if land.kind != "name" or comma is None or verb is None or comma.text != ",":
            continue
        told = verb in frame.cues and verb.feats.get("VerbForm") == "Part"
        if told and all(t.text != "," for t in tokens[verb.i : opens]):
            return land
    return None


def in_clause(figure: Measured, frame: Frame) -> Land | None:
    """«Перу выделяет 4 тыс. солдат, [Чили] уже отправила роту из 130 человек»: country, verb and number between two commas."""
    tokens, opens = frame.doc.tokens, figure.counted.number.opens
    verb = next((c for c in reversed(frame.cues) if c.i < opens and c.pos == "VERB"), None)
    begins = max(
        (i + 1 for i in range(frame.sentence.first, opens) if tokens[i].text in (",", ";", ":")), default=frame.sentence.first
    )
    if verb is None or verb.i < begins:
        return None
    named = [x for x in frame.lands if begins <= x.first < verb.i and x.kind == "name" and is_subject(x, frame)]
    between = tokens[named[0].head + 1 : verb.i] if len(named) == 1 else ()
    return named[0] if len(named) == 1 and all(t.pos in ("ADV", "PART", "AUX") for t in between) else None


def subject(figure: Measured, frame: Frame) -> Land | None:
    """«Кыргызстан отправил 150 человек», «правительство Японии направит 600 военных», «Киев послал 300 десантников»."""
    top = frame.doc.tokens[figure.counted.top]
    for verb in (*frame.doc.ancestors(top), *_from_cue(top, frame)):
        if verb.pos not in ("VERB", "ADJ"):
            continue
        for child in frame.doc.children(verb, "nsubj"):
            inside = {t.i for t in frame.doc.subtree(child)}
            land = None if top.i in inside else _in_subject(child, inside, frame)
            if land:
                return land
        if (land := _behind(verb, frame)) is not None:
            return land
    return None


def _from_cue(top: Token, frame: Frame) -> tuple[Token, ...]:
    """The cue and what governs it, for a number that the parser has lost; not past another country: «США послали …, Чад – 20»."""
    cue = frame.cue_of(top)
    if (
        cue is None
        or cue.i > top.i
        or any(cue.i < x.head < top.i and x.kind == "name" and not is_place(x, frame) for x in frame.lands)
    ):
        return ()
    return (cue, *frame.doc.ancestors(cue))


def _behind(verb: Token, frame: Frame) -> Land | None:
    """«ещё четыре самолета отправит в Литву [Великобритания]»: the subject that the parser took for an object."""
    if frame.doc.child(verb, "nsubj") is not None:
        return None
    objects = {t.i for t in frame.doc.children(verb, "obj", "obl", "nmod", "appos") if t.i > verb.i}
    return next((x for x in frame.lands if x.head in objects and x.kind == "name" and _is_nominative(x, frame)), None)


def _is_nominative(land: Land, frame: Frame) -> bool:
    word = frame.doc.tokens[land.head].text.lower()
    cases = {p.tag.case for p in parses(word) if p.tag.case}
    token = frame.doc.tokens[land.head]
    tagged = token.feats.get("Case") in ("Nom", None) or token.rel.startswith("nsubj")  # «Чад», «ЮАР»
    return not is_place(land, frame) and (cases == {"nomn"} or ("nomn" in cases and tagged))


def _in_subject(child: Token, inside: set[int], frame: Frame) -> Land | None:
    """The country that the subject names, or to which the actor or city that is the subject belongs."""
    named = next((x for x in frame.lands if x.head in inside and not is_place(x, frame) and not _is_counted(x, frame)), None)
    if named:
        return named
    code = country_of(child, frame)
    return Land(code, "sender", child.i, child.i) if code else None


def _is_counted(land: Land, frame: Frame) -> bool:
    """«до 12 тыс. военных, из них 5 тыс. [россиян]»: people with a number of their own."""
    before = frame.doc.tokens[max(frame.sentence.first, land.first - 3) : land.first]
    return land.kind != "name" and any(t.pos == "NUM" for t in before)


def permitted(figure: Measured, frame: Frame) -> Land | None:
    """«Совет безопасности разрешил России отправить 60 инструкторов»."""
    top = frame.doc.tokens[figure.counted.top]
    verbs = {t.i for t in frame.doc.ancestors(top) if t.pos == "VERB"}
    for land in frame.lands:
        token = frame.doc.tokens[land.head]
        if token.feats.get("Case") == "Dat" and token.head in verbs and frame.has("agreeing", (frame.doc.tokens[token.head],)):
            return land
    return None


def behind_verb(figure: Measured, frame: Frame) -> Land | None:
    """«около 400 человек выделит [Польша]»: number, verb and country with nothing but one dash that parts them."""
    top = figure.counted.top
    verb = next((c for c in frame.cues if top < c.i <= top + NEAR and c.pos == "VERB"), None)
    if verb is None or is_parted(top, verb.i - (frame.doc.tokens[verb.i - 1].text in DASHES), frame):
        return None
    close = [
        x for x in frame.lands if verb.i < x.first <= verb.i + NEAR and x.kind == "name" and not is_parted(verb.i, x.first, frame)
    ]
    return next((x for x in close if _is_nominative(x, frame)), None)


def is_parted(first: int, last: int, frame: Frame) -> bool:
    return any(t.text in BREAKS for t in frame.doc.tokens[first + 1 : last])


def named_before(figure: Measured, frame: Frame) -> Land | None:
    """«Киргизия же направила … 150 человек»: a country in the nominative before the number."""
    fits = [x for x in frame.lands if x.head < figure.counted.number.first and x.kind == "name" and is_subject(x, frame)]
    return fits[-1] if fits else None


def spoken_for(figure: Measured, frame: Frame) -> Land | None:
    """«мы направим 200 солдат», «страна отправит 850 солдат»: the speaker's own."""
    subjects = [c for v in frame.doc.ancestors(frame.doc.tokens[figure.counted.top]) for c in frame.doc.children(v, "nsubj")]
    named = {x.head for x in frame.lands}  # «Доминиканская Республика» speaks for itself
    own = next((t for t in subjects if lemmas(t.text) & {"мы", "страна", "республика"} and t.i not in named), None)
    return Land(frame.speaker, "sender", own.i, own.i) if own and frame.speaker else None
