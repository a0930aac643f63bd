"""Whom it was said to: the dative, accusative or prepositional object that the verb's entry names."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.script import Draft, Script
from etl.extract.statements.subjects import subject_of
from etl.records import Mention, Token


def addressee(script: Script, draft: Draft, telling: tuple[Token, ...]) -> Mention | None:
    """The first person, body or outlet spoken to, if the words of the telling name one."""
    cast = script.reading.cast
    if draft.rule == "asked":
        return _answering(script, draft)
    for token in _candidates(script, draft, telling):
        mention = cast.by_head.get(token.i)
        if mention and token != draft.voice.token:
            return mention
    return None


def _answering(script: Script, draft: Draft) -> Mention | None:
    """'На вопрос, когда откроют мост, мэр ответил': who answers was asked."""
    answer = next((t for t in script.doc.ancestors(draft.token) if t.start > draft.contents[-1].stop), None)
    subject = subject_of(script, answer) if answer else None
    return script.reading.cast.at(subject) if subject else None


def _candidates(script: Script, draft: Draft, telling: tuple[Token, ...]) -> Iterator[Token]:
    for rule in (_object_of_cue, _turned_to, _called):
        yield from (t for t in telling if rule(script, draft, t))


def _object_of_cue(script: Script, draft: Draft, token: Token) -> bool:
    """'Предложил министру', 'призвал жителей', 'потребовал от властей'."""
    if token.head != draft.token.i:
        return False
    cue = script.cue_at.get(draft.token.i)
    frames = cue.verbs[0].addressee if cue and cue.verbs else ("Dat",)
    place = script.doc.child(token, "case")
    case = token.feats.get("Case")
    return (f"{place.lemma} {case}" if place else case) in frames


def _called(script: Script, draft: Draft, token: Token) -> bool:
    """'Позвонил редактору и заявил': the dative of the verb before, if that verb is one of addressing."""
    head = script.doc.head(draft.token)
    before = draft.token.rel.startswith(("conj", "advcl")) and head is not None and token.head == head.i
    return before and head is not None and head.lemma in script.words("addressing_verbs") and token.feats.get("Case") == "Dat"


def _turned_to(script: Script, draft: Draft, token: Token) -> bool:
    """'Обратился к парламенту с просьбой', 'обращаясь к жителям, заявил'."""
    head = script.doc.head(token)
    if token.feats.get("Case") != "Dat" or head is None or head.lemma not in script.words("addressing_verbs"):
        return False
    place = script.doc.child(token, "case")
    return place is not None and place.lemma == "к"
