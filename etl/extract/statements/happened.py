"""Whether somebody has spoken at all: not 'сообщит', 'не сообщил', 'если признает', 'мы считаем'."""

from __future__ import annotations

from etl.extract.statements.cues import Cue
from etl.extract.statements.script import Script


def happened(script: Script, cue: Cue) -> bool:
    """No statement of another's: 'не сообщил', 'сообщит', 'будет объявлено', 'если признает', 'сказал бы', 'мы считаем'."""
    if cue.negated and not any(v.negated or v.negated_act for v in cue.verbs):
        return False
    if any(t.text.lower() in ("будет", "будут", "бы", "если") for t in script.doc.children(cue.token, "aux", "mark")):
        return False
    return cue.token.feats.get("Tense") != "Fut" and cue.token.feats.get("Person") not in ("1", "2")


def done(script: Script, cue: Cue) -> bool:
    """An infinitive tells of speech behind 'чтобы', or behind a verb that speaks or lets one speak: 'затруднился сказать'."""
    first = cue.token
    while first.rel == "conj" and (above := script.doc.head(first)):
        first = above
    head = script.doc.head(first)
    if not {v.act for v in cue.verbs} & {"ask", "urge"} and not (head and head.lemma in script.words("speaking_modals")):
        return False
    marked = any(t.lemma == "чтобы" for t in script.doc.children(cue.token, "mark"))
    return marked or bool(head and head.lemma in script.words("speaking_modals"))
