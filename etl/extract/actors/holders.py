"""Persons without a name: «глава МИД Казахстана», «источник в администрации», «один из демонстрантов»."""

from __future__ import annotations

from etl.extract.actors.offices import (
    HEADS,
    LEADERS,
    PREPOSITIONS,
    Office,
    add_role,
    office,
)
from etl.extract.actors.phrases import (
    declined,
    joined,
    left,
    phrase,
    uncapitalised,
)
from etl.extract.actors.stage import Part, Stage
from etl.morphology import genitive
from etl.records import Token


def find_holders(stage: Stage) -> None:
    """One person whom the office names; a bare office points back, see references."""
    for t in stage.doc.tokens:
        hit = stage.lexicon.positions.at(stage.doc, t.i)
        if hit is None or hit.head.i in stage.claimed or not _one_person(hit.head):
            continue
        if _an_office_only(stage, hit.head, left(stage.doc, hit.head, hit.first)):
            continue
        head = hit.head
        last = stage.reach(head, hit.last, stage.names_apart(head), PREPOSITIONS)
        first = left(stage.doc, head, hit.first)
        held = office(stage, first, last, head)
        if held.bare or (held.generic and _said_before(stage, held)):
            continue
        known = holder(stage, held) or _central(stage, held, head)
        name = _name(stage, first, last, head)
        part = known or stage.actor(name, "person", held.country)
        part.gender = part.gender or head.feats.get("Gender")
        stage.mention(part, first, last, head, "office", "role")
        add_role(stage, part, first, last, head)
    find_one_of(stage)


def _said_before(stage: Stage, held: Office) -> bool:
    """Whether «глава ведомства» can point back to somebody's office."""
    same = HEADS if held.position in HEADS else {held.position}
    return any(o.position in same and not o.generic for offices in stage.offices.values() for o in offices)


def _name(stage: Stage, first: int, last: int, head: Token) -> str:
    """The office in the nominative, bodies in it under their full name: «глава МИД» → «глава МИД Казахстана»."""
    tokens = stage.doc.tokens[first:last]
    words = [declined(t, head) for t in tokens]
    inner = {stage.mentions[stage.claimed[i]] for i in range(head.i + 1, last) if i in stage.claimed}
    for mention in inner:
        part, covered = stage.parts[mention.actor], [t.i for t in stage.doc.within(mention.span)]
        if part.kind != "state_body" or covered[0] <= head.i or covered[-1] >= last:
            continue
        if stage.doc.tokens[mention.head].feats.get("Case") == "Gen":
            words[covered[0] - first : covered[-1] + 1 - first] = [genitive(part.name)] + [""] * (len(covered) - 1)
        elif (
            part.country
            and len(covered) == 1
            and part.name.endswith(owner := genitive(stage.vocabulary.countries[part.country].name))
        ):
            words[covered[0] - first] += f" {owner}"  # «источник в МВД» → «источник в МВД России»
    return uncapitalised(stage.doc, joined(stage.doc, tokens, words), tokens[0]).strip(" ,")


def _one_person(t: Token) -> bool:
    inanimate = t.feats.get("Animacy") == "Inan" and t.lemma not in ("глава", "источник")
    return t.pos in ("NOUN", "PROPN") and t.feats.get("Number") != "Plur" and not inanimate


def _an_office_only(stage: Stage, head: Token, first: int) -> bool:
    """«пост президента», «как председатель»: an office is spoken of, not its holder."""
    up, before = stage.doc.head(head), stage.doc.tokens[first - 1] if first else None
    return (up is not None and head.rel == "nmod" and up.lemma in stage.role_words("post")) or (
        before is not None and before.lemma == "как"
    )


def holder(stage: Stage, held: Office) -> Part | None:
    """The one person of the article who holds this office."""
    keys = {k for k, offices in stage.offices.items() if any(o.agrees(held) and not o.bare for o in offices)}
    return stage.parts[keys.pop()] if len(keys) == 1 else None


def _central(stage: Stage, held: Office, head: Token) -> Part | None:
    """«президент Казахстана» after a headline that names one person without an office: that person."""
    if held.country is None or held.country != stage.story_country or held.position not in LEADERS:
        return None
    early = {m.actor for m in stage.mentions if stage.doc.tokens[m.head].sentence < 2 and m.span.stop <= head.start}
    persons = [stage.parts[k] for k in early if stage.parts[k].kind == "person"]
    fits = [p for p in persons if p.key not in stage.offices and p.gender in (None, head.feats.get("Gender"))]
    return fits[0] if len(fits) == len(persons) == 1 else None


def find_one_of(stage: Stage) -> None:
    """«один из демонстрантов», «одна из жительниц города»."""
    for t in stage.doc.tokens:
        if t.lemma != "один" or t.i in stage.claimed or not t.rel.startswith("nsubj"):
            continue
        whole = next((c for c in stage.doc.children(t, "nmod", "obl") if _of_people(stage, c)), None)
        if whole is None or whole.i - t.i > 4:
            continue
        last = stage.reach(whole, whole.i + 1)
        part = stage.actor(uncapitalised(stage.doc, phrase(stage.doc, t.i, last, t), t), "person", stage.story_country)
        part.gender = t.feats.get("Gender")
        stage.mention(part, t.i, last, t, "one of", "role")


def _of_people(stage: Stage, t: Token) -> bool:
    preposition = stage.doc.child(t, "case")
    animate = t.feats.get("Animacy") == "Anim" or stage.lexicon.collectives.at(stage.doc, t.i) is not None
    return preposition is not None and preposition.lemma == "из" and t.feats.get("Number") == "Plur" and animate
