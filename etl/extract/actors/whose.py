"""Whose the «родственники», «сторонники», «адвокаты» are that the text leaves without a name."""

from __future__ import annotations

from etl.extract.actors.stage import Part, Stage
from etl.personal_names import name_genitive
from etl.records import Token

OTHERS = {"чужой", "этот", "тот", "который", "наш", "ваш", "мой"}


def whose(stage: Stage, token: Token) -> str:
    """«Громова» for the «родственники» after a sentence about Громов alone: '' where nobody or more than one is near."""
    if token.lemma not in stage.role_words("of a person") or any(t.lemma in OTHERS for t in stage.doc.children(token)):
        return ""
    owner = _only_one(stage, token.sentence, token.i) or _only_one(stage, token.sentence - 1, token.i)
    return name_genitive(owner.name, owner.gender) if owner else ""


def _only_one(stage: Stage, sentence: int, before: int) -> Part | None:
    """The one person whom the sentence names before this word; nobody where it names several."""
    heads = (m for m in stage.mentions if m.head < before and stage.doc.tokens[m.head].sentence == sentence)
    near = {m.actor for m in heads if stage.parts[m.actor].kind == "person" and stage.parts[m.actor].named}
    return stage.parts[near.pop()] if len(near) == 1 else None
