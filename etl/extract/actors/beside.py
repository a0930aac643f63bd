"""An office without a name and, in a sentence near by, a name without an office: one person."""

from __future__ import annotations

from etl.extract.actors.stage import Part, Stage
from etl.records import Token

BESIDE = 2  # sentences between an office and the name of its holder


def named_beside(stage: Stage, head: Token, country: str | None) -> Part | None:
    """«Премьер заявил … Петров добавил …»: the one person near by whom no office is said, subject of a sentence of its own."""
    near: dict[str, list[Token]] = {}
    for m in stage.mentions:
        t = stage.doc.tokens[m.head]
        unknown = stage.parts[m.actor].kind == "person" and m.resolution == "named" and m.actor not in stage.offices
        if unknown and abs(t.sentence - head.sentence) <= BESIDE:
            near.setdefault(m.actor, []).append(t)
    if len(near) != 1 or not head.rel.startswith("nsubj"):
        return None
    key, heads = next(iter(near.items()))
    part = stage.parts[key]
    apart = all(t.sentence != head.sentence for t in heads) and any(_leads(stage, t) for t in heads)
    return part if apart and part.gender in (None, head.feats.get("Gender")) and part.country in (None, country) else None


def _leads(stage: Stage, t: Token) -> bool:
    """The subject of a sentence, not of a relative clause in it."""
    verb = stage.doc.head(t)
    return t.rel.startswith("nsubj") and verb is not None and not verb.rel.startswith("acl")
