"""Persons without a name: «глава МИД Казахстана», «источник в администрации», «один из демонстрантов»."""

from __future__ import annotations

from etl.extract.actors.offices import HEADS, PREPOSITIONS, Office, add_role, office
from etl.extract.actors.phrases import left, phrase, right, uncapitalised
from etl.extract.actors.stage import Part, Stage
from etl.records import Token


def find_holders(stage: Stage) -> None:
    """One person whom the office names; a bare office points back, see references."""
    for t in stage.doc.tokens:
        hit = stage.lexicon.positions.at(stage.doc, t.i)
        if hit is None or hit.head.i in stage.claimed or not _one_person(hit.head) or _an_office_only(stage, hit.head):
            continue
        head = hit.head
        last = stage.whole(hit.last, right(stage.doc, head, hit.last, _other_persons(stage, head), PREPOSITIONS))
        first = left(stage.doc, head, hit.first)
        held = office(stage, first, last, head)
        if held.bare or (held.generic and any(o.position in HEADS for offices in stage.offices.values() for o in offices)):
            continue
        known = holder(stage, held)
        name = uncapitalised(stage.doc, phrase(stage.doc, first, last, head), stage.doc.tokens[first]).strip(" ,")
        part = known or stage.actor(name, "person", held.country)
        part.gender = part.gender or head.feats.get("Gender")
        stage.mention(part, first, last, head, "office", "role")
        add_role(stage, part, first, last, head)
    find_one_of(stage)


def _one_person(t: Token) -> bool:
    inanimate = t.feats.get("Animacy") == "Inan" and t.lemma not in ("глава", "источник")
    return t.pos in ("NOUN", "PROPN") and t.feats.get("Number") != "Plur" and not inanimate


def _an_office_only(stage: Stage, head: Token) -> bool:
    """«пост президента», «как председатель»: an office is spoken of, not its holder."""
    up, before = stage.doc.head(head), stage.doc.tokens[head.i - 1] if head.i else None
    return (up is not None and head.rel == "nmod" and up.lemma in stage.role_words("post")) or (
        before is not None and before.lemma == "как"
    )


def _other_persons(stage: Stage, head: Token) -> frozenset[int]:
    """Names the office may not take for its complement."""
    genitive = head.feats.get("Case") == "Gen"
    tokens = stage.doc.tokens
    return frozenset(
        i
        for i in range(head.i, stage.doc.sentence(head).last)
        if stage.on_person(i) and (genitive or tokens[i].rel == "appos" or tokens[i].feats.get("Case") != "Gen")
    )


def holder(stage: Stage, held: Office) -> Part | None:
    """The one person of the article who holds this office."""
    keys = {k for k, offices in stage.offices.items() if any(o.agrees(held) and not o.bare for o in offices)}
    return stage.parts[keys.pop()] if len(keys) == 1 else None


def find_one_of(stage: Stage) -> None:
    """«один из демонстрантов», «одна из жительниц города»."""
    for t in stage.doc.tokens:
        if t.lemma != "один" or t.i in stage.claimed or not t.rel.startswith("nsubj"):
            continue
        whole = next((c for c in stage.doc.children(t, "nmod", "obl") if _of_people(stage, c)), None)
        if whole is None or whole.i - t.i > 4:
            continue
        last = stage.whole(whole.i + 1, right(stage.doc, whole, whole.i + 1))
        part = stage.actor(uncapitalised(stage.doc, phrase(stage.doc, t.i, last, t), t), "person", stage.story_country)
        part.gender = t.feats.get("Gender")
        stage.mention(part, t.i, last, t, "one of", "role")


def _of_people(stage: Stage, t: Token) -> bool:
    preposition = stage.doc.child(t, "case")
    animate = t.feats.get("Animacy") == "Anim" or stage.lexicon.collectives.at(stage.doc, t.i) is not None
    return preposition is not None and preposition.lemma == "из" and t.feats.get("Number") == "Plur" and animate
