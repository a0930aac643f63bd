"""Whom it was said to: the dative, accusative or prepositional object that the verb's entry names."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.script import Draft, Script
from etl.records import Mention, Token


def addressee(script: Script, draft: Draft, telling: tuple[Token, ...]) -> Mention | None:
    """The first person or body spoken to, if the words of the telling name one. News outlets are a medium, not an addressee."""
    cast = script.reading.cast
    for token in _candidates(script, draft, telling):
        mention = cast.by_head.get(token.i)
        if mention and cast.by_key[mention.actor].kind != "media" and token != draft.voice.token:
            return mention
    return None


def _candidates(script: Script, draft: Draft, telling: tuple[Token, ...]) -> Iterator[Token]:
    for rule in (_object_of_cue, _turned_to):
        yield from (t for t in telling if rule(script, draft, t))


def _object_of_cue(script: Script, draft: Draft, token: Token) -> bool:
    """'Предложил министру', 'призвал жителей', 'потребовал от властей'."""
    cue = script.cue_at.get(draft.token.i)
    wanted = cue.verbs[0].addressee.split() if cue and cue.verbs else ["Dat"]
    if wanted == ["none"] or token.head != draft.token.i or token.feats.get("Case") != wanted[-1]:
        return False
    place = script.doc.child(token, "case")
    return (place.lemma if place else None) == (wanted[0] if len(wanted) == 2 else None)


def _turned_to(script: Script, draft: Draft, token: Token) -> bool:
    """'Обратился к парламенту с просьбой', 'обращаясь к жителям, заявил'."""
    place, head = script.doc.child(token, "case"), script.doc.head(token)
    return bool(
        place
        and place.lemma == "к"
        and token.feats.get("Case") == "Dat"
        and head
        and head.lemma in script.words("addressing_verbs")
    )
