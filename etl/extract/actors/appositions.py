"""A description and a name in apposition are one person, whatever stands between them."""

from __future__ import annotations

from etl.extract.actors.stage import Part, Stage
from etl.records import Token

DEEP = 3  # appositions of appositions: «друг Громова, актер Петров»


def in_apposition(stage: Stage, noun: Token) -> Part | None:
    """«глава корпорации, выпускающей вакцину, Олег Громов», «Олег Громов, глава Orapp, крупнейшего союза врачей, …»."""
    below = [noun] if not _of_another(stage, noun) else []
    for _ in range(DEEP):
        below = [t for up in below for t in stage.doc.children(up, "appos") if _agree(noun, t)]
        if found := next((part for t in below if (part := _named(stage, t))), None):
            return found
    above = noun
    for _ in range(DEEP):
        up = stage.doc.head(above)
        if above.rel != "appos" or up is None or not _agree(noun, up):
            return None
        if part := _named(stage, up):
            return part
        above = up
    return None


def _of_another(stage: Stage, noun: Token) -> bool:
    """«тещи мэра Олега Громова»: in the genitive the name may be that of either."""
    return noun.feats.get("Case") == "Gen" and any(t.feats.get("Animacy") == "Anim" for t in stage.doc.children(noun, "nmod"))


def _named(stage: Stage, t: Token) -> Part | None:
    part = stage.on(t.i)
    return part if part is not None and part.kind == "person" and part.named and t.text[0].isupper() else None


def _agree(noun: Token, other: Token) -> bool:
    """Whether both may stand in the same case and number."""
    return all(noun.feats.get(f, other.feats.get(f)) == other.feats.get(f, noun.feats.get(f)) for f in ("Case", "Number"))
