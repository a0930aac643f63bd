"""Whose forces a number counts: by the noun phrase, the subject, or the contingent told of before."""

from __future__ import annotations

from etl.extract.contributions.forces import is_force
from etl.extract.contributions.frames import Frame, is_place
from etl.extract.contributions.marks import across_dash, behind_colon, behind_dash
from etl.extract.contributions.senders import country_of, is_subject
from etl.extract.figures.measured import Measured
from etl.extract.lands import Land
from etl.extract.words import DASHES
from etl.morphology import lemmas, parses
from etl.records import Token

NEAR = 6  # words
SIZES = {"из", "в", "(", "–", "—", "-", "численностью", "силой"}
BREAKS = {",", ";", ":", "(", ")", "–", "—", "-"}


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
    return not _is_parted(first, last, frame) and all(t.pos != "VERB" for t in frame.doc.tokens[first + 1 : last])


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
    parted = from_them and any(t.text in BREAKS for t in frame.doc.tokens[from_them[-1].head + 1 : opens])
    return from_them[-1] if from_them and not parted else None


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
    if verb is None or _is_parted(top, verb.i - (frame.doc.tokens[verb.i - 1].text in DASHES), frame):
        return None
    close = [
        x
        for x in frame.lands
        if verb.i < x.first <= verb.i + NEAR and x.kind == "name" and not _is_parted(verb.i, x.first, frame)
    ]
    return next((x for x in close if _is_nominative(x, frame)), None)


def _is_parted(first: int, last: int, frame: Frame) -> bool:
    return any(t.text in BREAKS for t in frame.doc.tokens[first + 1 : last])


def named_before(figure: Measured, frame: Frame) -> Land | None:
    """«Киргизия же направила … 150 человек»: a country in the nominative before the number."""
    fits = [x for x in frame.lands if x.head < figure.counted.number.first and x.kind == "name" and is_subject(x, frame)]
    return fits[-1] if fits else None


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


def spoken_for(figure: Measured, frame: Frame) -> Land | None:
    """«мы направим 200 солдат», «страна отправит 850 солдат»: the speaker's own."""
    subjects = [c for v in frame.doc.ancestors(frame.doc.tokens[figure.counted.top]) for c in frame.doc.children(v, "nsubj")]
    named = {x.head for x in frame.lands}  # «Доминиканская Республика» speaks for itself
    own = next((t for t in subjects if lemmas(t.text) & {"мы", "страна", "республика"} and t.i not in named), None)
    return Land(frame.speaker, "sender", own.i, own.i) if own and frame.speaker else None


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
    in_clause,
    behind_verb,
    subject,
    named_before,
    contingent_of,
)
