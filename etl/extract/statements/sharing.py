"""Speakers whom a cue shares with another verb, or who sit where the words were said."""

from __future__ import annotations

from etl.extract.reading import BODIES
from etl.extract.statements.cues import Cue
from etl.extract.statements.script import Script, is_finite
from etl.extract.statements.subjects import agrees, does, is_institution, subject_of
from etl.records import Token

PREPOSITIONS_OF_PLACE = ("в", "во", "на")
TURNED_TO = ("в", "во", "на", "к", "из", "у")


def coordinated(script: Script, cue: Cue) -> Token | None:
    """'Мэр приехал и заявил': the first verb's subject."""
    head = script.doc.head(cue.token) if cue.token.rel == "conj" else _verb_left_alone(script, cue)
    if cue.form != "finite" or head is None or house(script, cue):
        return None  # 'мост закрыли, сообщили в полиции'
    subject = subject_of(script, head) if agrees(cue.token, head) else None
    if subject is None and head.i in script.cue_at:
        return house(script, script.cue_at[head.i])  # 'в полиции опровергли слухи и сообщили'
    if subject is None and head.feats.get("Number") == "Plur":
        seat = _seat_beside(script, head, beforehand=True)  # 'в полиции придумали план и сообщили', but not 'в городе'
        return seat if seat is not None and _is_body(script, seat) else None
    return subject if subject and does(subject, cue.token) else None


def _verb_left_alone(script: Script, cue: Cue) -> Token | None:
    """'Власти молчали, но 5 мая признали', 'прервал визит и в письме назвал', 'подвёл итог, рассказал': the verb before, where
    the parser has two roots."""
    if cue.token.rel != "root":
        return None
    before = script.before(cue.token)
    listed = bool(before) and before[-1].text == "," and cue.token.feats.get("Tense") == "Past"
    joint = len(before) - 1 if listed else next((k for k in range(len(before) - 1, 0, -1) if before[k].pos == "CCONJ"), None)
    if joint is None or any(is_finite(t) or t.rel.startswith("nsubj") for t in before[joint:]):
        return None
    return next((t for t in reversed(before[:joint]) if is_finite(t)), None)


def subject_of_governor(script: Script, cue: Cue) -> Token | None:
    """'Мэр ушёл, заявив', 'мэр решил потребовать': the subject of the nearest governing verb that agrees with the cue."""
    if cue.form == "passive":
        return None
    token = cue.token
    for above in script.doc.ancestors(cue.token):
        if above.sentence != cue.token.sentence or token.rel.startswith("acl"):
            return None
        if token.rel.startswith("ccomp") and cue.form != "finite":
            return None
        if cue.form == "infinitive" and (made := _made_to_speak(script, above)):
            return made
        if (found := subject_of(script, above)) and (
            cue.form != "finite" or (does(found, cue.token) and agrees(above, cue.token))
        ):
            return found
        token = above
    return None


def whom_which_means(script: Script, cue: Cue) -> Token | None:
    """'Она цитирует Петрова, который уехал, заявив': the gerund goes on with the clause, though the parser hangs it higher."""
    governor = script.doc.head(cue.token)
    before = script.before(cue.token)
    if cue.form != "gerund" or governor is None or not before or before[-1].text != ",":
        return None
    verb = next((t for t in reversed(before) if is_finite(t)), None)
    which = script.doc.child(verb, "nsubj") if verb else None
    if verb is None or which is None or which.lemma != "который" or not governor.i < which.i < verb.i:
        return None
    return subject_of(script, verb)


def _made_to_speak(script: Script, governor: Token) -> Token | None:
    """'Вынудили мэра попросить помощи': the person whom the governing verb makes speak."""
    for token in script.doc.subtree(governor):
        if token.rel in ("obj", "iobj") and token.feats.get("Animacy") == "Anim" and token.head == governor.i:
            return token
    return None


def in_a_further_clause(script: Script, cue: Cue) -> Token | None:
    """'Мэр приехал в город, где заявил', 'мэр написал отчёт, в котором признал': the subject of the verb before the clause."""
    before = script.before(cue.token)[-16:]
    for k in range(len(before) - 1, 1, -1):
        token = before[k]
        which = token.lemma == "который" and before[k - 1].lemma in ("в", "во", "на")
        opening = before[k - 1 - which] if k > which else token
        if (token.lemma == "где" or which) and opening.text == ",":
            verb = next((t for t in reversed(script.before(opening)) if is_finite(t)), None)
            subject = subject_of(script, verb) if verb and agrees(cue.token, verb) else None
            return subject if subject and cue.form == "finite" and agrees(subject, cue.token) else None
        if is_finite(token) or token.text in (",", ";", ":") or token.feats.get("Case") == "Nom":
            return None
    return None


def house_before(script: Script, cue: Cue) -> Token | None:
    """'Мы обратились в мэрию. Там сообщили': the body that was turned to last."""
    there = next((t for t in script.doc.children(cue.token, "advmod") if t.lemma == "там"), None)
    if there is None or cue.form != "finite" or cue.token.feats.get("Number") != "Plur":
        return None
    sentence = script.sentence(there)
    first = script.doc.sentences[max(0, sentence.position - 1)].first
    for token in reversed(script.doc.tokens[first : there.i]):
        towards = script.doc.child(token, "case")
        if _is_body(script, token) and towards is not None and towards.lemma in TURNED_TO:
            return token
    return None


def _is_body(script: Script, token: Token) -> bool:
    cast = script.reading.cast
    mention = cast.by_head.get(token.i)
    return (mention is not None and cast.by_key[mention.actor].kind in BODIES) or is_institution(script, token)


def house(script: Script, cue: Cue) -> Token | None:
    """'В полиции сообщили': a body in the locative beside a plural verb without subject."""
    if cue.form == "passive" or cue.token.feats.get("Number") != "Plur":
        return None
    return _seat_beside(script, cue.token, beforehand=cue.takes("в Loc") is not None)  # 'усомнились в полиции'


def _seat_beside(script: Script, verb: Token, *, beforehand: bool) -> Token | None:
    """A body in the locative that hangs on the verb; only before it, where what stands behind is its object."""
    for token in script.doc.children(verb, "obl", "nmod"):
        if token.i > verb.i and beforehand:
            continue
        place = script.doc.child(token, "case")
        if (
            place
            and place.lemma in PREPOSITIONS_OF_PLACE
            and token.feats.get("Case") == "Loc"
            and token.lemma not in script.words("no_seats")
            and script.reading.calendar.by_head.get(token.i) is None
        ):
            return token
    return None
