"""Which office words mean: «министр обороны США» and «глава Пентагона» are one, «премьер» and «глава правительства» too."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.actors.stage import Stage
from etl.morphology import lemmas
from etl.records import Token

HEADS = {"glava", "rukovoditel", "nachalnik", "predsedatel", "direktor", "ministr", "lider", "shef"}


@dataclass(frozen=True, slots=True)
class Office:
    """A position, what it is a position in, and its country; None where the words do not say."""

    position: str  # id in positions.yml, else the noun
    of: frozenset[str]  # lemmas of the complement, or the body's id
    country: str | None
    bare: bool  # nothing but the noun

    def agrees(self, other: Office) -> bool:
        """Whether both can be one office: the same position, no contradicting country or complement."""
        if self.position != other.position and not {self.position, other.position} <= HEADS:
            return False
        if self.country and other.country and self.country != other.country:
            return False
        if self.bare or other.bare:
            return self.position == other.position
        return not self.of or not other.of or bool(self.of <= other.of or other.of <= self.of)


def office(stage: Stage, first: int, last: int, head: Token) -> Office:
    """The office that tokens first…last (half-open) name."""
    doc = stage.doc
    hit = stage.lexicon.positions.at(doc, head.i)
    position, end = (hit.entry.id, hit.last) if hit and hit.last <= last else (head.lemma, head.i + 1)
    if position == head.lemma and (book := stage.lexicon.positions.at(doc, first)) and book.last <= last:
        position, end = book.entry.id, max(end, book.last)
    country = next((h.entry.id for i, h in stage.country_tokens.items() if first <= i < last), None)
    country = country or next((c for t in doc.tokens[first:last] if (c := stage.country_adjective(t))), None)
    body = next((stage.bodies[i] for i in range(end, last) if i in stage.bodies), None)
    minister = stage.lexicon.ministers.at(doc, head.i)
    if minister and minister.last <= last:
        return Office("ministr", frozenset({minister.entry.id}), country, False)
    if body is not None:
        return Office(position, frozenset({body[0]}), country or body[1], False)
    words = [t for t in doc.tokens[end:last] if t.i not in stage.country_tokens and t.pos in ("NOUN", "PROPN", "ADJ", "X")]
    of = frozenset(min(lemmas(t.text)) for t in words if not stage.country_adjective(t))
    return Office(position, of - {"страна"}, country, not of and country is None)
