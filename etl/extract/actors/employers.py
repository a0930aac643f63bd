"""Which organisation a role means by a bare noun: «Компания «Восток» … сотрудник компании Иван Громов»."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.actors.salience import candidates, lead
from etl.extract.actors.stage import Stage
from etl.records import ActorKey, Role, Token

FAR = 2  # sentences by which the nearer of two must be nearer


def find_employers(stage: Stage) -> None:
    """Give roles that name no organisation the one so called that was spoken of last, if one stands out."""
    stage.roles = [_employed(stage, role) if role.organization is None else role for role in stage.roles]


def _employed(stage: Stage, role: Role) -> Role:
    nouns = [t for t in stage.doc.within(role.span) if _bare_kind(stage, t)]
    organization = _so_called(stage, nouns[0]) if len(nouns) == 1 else None
    return replace(role, organization=organization) if organization else role


def _bare_kind(stage: Stage, t: Token) -> bool:
    """«компании», «партии», with nothing that tells which."""
    kind = stage.lexicon.kinds.at(stage.doc, t.i)
    bare = kind is not None and kind.entry.refers and t.feats.get("Case") == "Gen" and t.feats.get("Number") != "Plur"
    return bare and not stage.doc.children(t, "amod", "nmod", "appos", "acl")


def _so_called(stage: Stage, noun: Token) -> ActorKey | None:
    """The organisation met with this very noun before; of two the one nearest by far."""
    called = {k for k, p in stage.parts.items() if p.kind != "person" and not p.plural and _met_with(p.name, p.introduced, noun)}
    ranked = candidates(stage, noun, lambda part: part.key in called, 99)
    return ranked[0][1].key if ranked and lead(ranked) > FAR else None


def _met_with(name: str, introduced: list[str], noun: Token) -> bool:
    return noun.lemma in introduced or noun.lemma in name.lower().split()
