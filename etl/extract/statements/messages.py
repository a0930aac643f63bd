"""Whose message it is: «говорится в письме мэрии», «поступили сведения от очевидцев», «справка, в которой говорится»."""

from __future__ import annotations

from etl.extract.statements.cues import Cue
from etl.extract.statements.script import Script
from etl.extract.statements.subjects import can_speak, is_latin, subject_of
from etl.records import Token

IT = ("он", "она", "оно", "документ", "текст")  # a writing spoken of before


def owner_of_message(script: Script, cue: Cue) -> Token | None:
    """'Говорится в сообщении полиции', 'следует из доклада мэрии', 'сообщается на сайте мэрии': whose message, whose site."""
    if cue.form != "passive" and not any(v.message for v in cue.verbs):
        return None
    if learned := _who_learned(script, cue):
        return learned
    near = (*script.rest(cue.token)[:6], *script.before(cue.token)[-6:])
    for token in near:
        if is_message(script, token):
            return owner(script, token) or _owner_of_site(script, token)
    return None


def is_message(script: Script, token: Token) -> bool:
    noun = script.noun_at.get(token.i)
    return noun is not None and noun.noun.message


def _owner_of_site(script: Script, message: Token) -> Token | None:
    """'Говорится в сообщении на сайте мэрии'."""
    behind = script.rest(message)[:3]
    sites = (t for t in behind if is_message(script, t) and (case := script.doc.child(t, "case")) and case.lemma == "на")
    return next((whose for t in sites if (whose := owner(script, t))), None)


def _who_learned(script: Script, cue: Cue) -> Token | None:
    """'Как стало известно «Интерфаксу»': the outlet that has learned it tells it."""
    cast = script.reading.cast
    for token in script.doc.children(cue.token, "iobj", "obl", "nmod") if cue.token.lemma == "известный" else ():
        mention = cast.at(token)
        if mention and cast.by_key[mention.actor].kind in ("media", "organization") and token.feats.get("Case") in ("Dat", None):
            return script.doc.tokens[mention.head]
    return None


def publisher(script: Script, cue: Cue) -> Token | None:
    """'Мэрия выпустила справку, в которой говорится': the subject of the clause in which the writing stands, or its owner."""
    head = script.doc.head(cue.token)
    if cue.form != "passive" or head is None or not cue.token.rel.startswith("acl") or head.pos != "NOUN":
        return None
    where = next((t for t in script.doc.tokens[head.i + 1 : cue.token.i] if t.lemma == "который"), None)
    if where is None or script.doc.tokens[where.i - 1].lemma not in ("в", "во", "на"):
        return None
    return _owner_or_publisher(script, head)


def publisher_before(script: Script, cue: Cue) -> Token | None:
    """'Мэрия выпустила заявление. В нем говорится': whose writing the sentence before told of."""
    things = script.doc.children(cue.token, "obl") if cue.form == "passive" else ()
    told = next((t for t in things if t.lemma in IT and t.feats.get("Case") == "Loc"), None)
    sentence = script.sentence(cue.token)
    if told is None or sentence.position == 0:
        return None
    before = script.doc.words(script.doc.sentences[sentence.position - 1])
    writing = next((t for t in before if (n := script.noun_at.get(t.i)) and n.noun.message), None)
    return _owner_or_publisher(script, writing) if writing is not None else None


def _owner_or_publisher(script: Script, writing: Token) -> Token | None:
    """Whose it is, else who brings it out: the subject of the clause in which it stands."""
    if whose := owner(script, writing):
        return whose
    verb = script.doc.head(writing)
    return subject_of(script, verb) if verb and writing.rel in ("obj", "obl", "iobj") else None


def owner_or_source(script: Script, cue: Cue, message: Token) -> Token | None:
    """'Поступило сообщение от очевидца', 'в прессе появились сведения', 'письмо мэра гласит': whose message it is."""
    if whose := owner(script, message):
        return whose
    if is_latin(message):
        return message  # 'Facebook объявил'
    for token in (*script.doc.children(cue.token, "obl"), *script.doc.children(message, "nmod")):
        place = script.doc.child(token, "case")
        speaks = script.reading.cast.by_head.get(token.i) or can_speak(script, token)
        if place and speaks and (place.lemma == "от" or (place.lemma == "в" and token.feats.get("Case") == "Loc")):
            return token
    return None


def owner(script: Script, noun: Token) -> Token | None:
    """The genitive or possessive beside a noun: 'данные полиции', 'его слова'; a name without case: 'отчёт Reuters'."""
    for token in script.doc.children(noun, "nmod", "det", "appos"):
        if token.lemma in ("его", "её", "ее", "их", "свой"):
            return token
        if token.feats.get("Case") == "Gen" and not script.doc.child(token, "case") and token.i > noun.i:
            return token
    return next((t for t in script.rest(noun)[:1] if is_latin(t)), None)
