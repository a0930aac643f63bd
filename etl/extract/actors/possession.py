"""Whose somebody or something is: «его жена», «в ее ведомстве», «ведомство Громова»."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.actors.complements import so_called
from etl.extract.actors.salience import CLEAR, REACH, candidates, lead
from etl.extract.actors.stage import Part, Stage
from etl.records import Token

WHOSE = {"его": "Masc", "ее": "Fem", "её": "Fem"}


def owned(stage: Stage, token: Token) -> str | None:
    """The gender of whom it belongs to: «его», «ее»."""
    before = (t.text.lower() for t in stage.doc.children(token, "amod", "det", "nmod") if t.i < token.i)
    return next((WHOSE[word] for word in before if word in WHOSE), None)


def owner_of(stage: Stage, token: Token) -> Part | None:
    """Whom «его» or «ее» before this word means, if one person stands out."""
    gender = owned(stage, token)
    ranked = candidates(stage, token, lambda p: p.kind == "person" and p.gender in (None, gender), REACH) if gender else []
    return ranked[0][1] if ranked and lead(ranked) >= CLEAR else None


def of_his(stage: Stage, token: Token) -> bool:
    """«в его ведомстве», «ее партия»: the body of that kind in which the owner has an office."""
    kind, owner = stage.lexicon.kinds.at(stage.doc, token.i), owner_of(stage, token)
    if kind is None or not kind.entry.refers or owner is None:
        return False
    theirs = _bodies_of(stage, owner)
    return _meant(stage, token, (p for p in theirs if p.kind == kind.entry.kind == "state_body" or so_called(p, kind.entry)))


def of_its_head(stage: Stage, token: Token) -> bool:
    """«по данным ведомства Громова»: the body in which the article gives him an office."""
    head = stage.on(token.i + 1) if token.i + 1 < len(stage.doc.tokens) else None
    if head is None or head.kind != "person" or token.lemma != "ведомство":
        return False
    return _meant(stage, token, _bodies_of(stage, head))


def _bodies_of(stage: Stage, person: Part) -> Iterator[Part]:
    """Those in which the article gives a person an office."""
    return (stage.parts[r.organization] for r in stage.roles if r.actor == person.key and r.organization)


def _meant(stage: Stage, token: Token, bodies: Iterator[Part]) -> bool:
    """Give the token the first of these. True if there is one."""
    body = next(bodies, None)
    if body is not None:
        stage.mention(body, token.i, token.i + 1, token, "body of its head", "role")
    return body is not None
