"""Offices and occupations: roles of named persons, and persons known by their office only."""

from __future__ import annotations

import re

from etl.extract.actors.offices import Office, office
from etl.extract.actors.phrases import NOTHING, OPENING, left, phrase, right, uncapitalised
from etl.extract.actors.stage import Cue, Part, Stage
from etl.morphology import parses
from etl.records import Part as Evidence
from etl.records import Role, Span, Token

PREPOSITIONS = frozenset({"по", "в", "во", "на", "при", "из", "от", "за"})
FARTHEST = 20  # tokens an office may stand before its name
AGE = re.compile(r"\d+-летн\w+")
ABBREVIATED = {"и", "о", "вр"}  # «и. о. главы»
SEPARATORS = {",", ";", ":", ".", "—", "–", "!", "?"}


def find_roles(stage: Stage) -> None:
    """«госсекретарь США Энтони Блинкен», «Тигран Балаян, пресс-секретарь МИД Армении»."""
    for mention in list(stage.mentions):
        part = stage.parts[mention.actor]
        if part.kind == "person" and mention.resolution == "named":
            name = stage.doc.within(mention.span)
            found = before(stage, name[0], mention.head) or after(stage, name[-1], mention.head)
            if found is None:
                continue
            first, last, noun = found
            add_role(stage, part, first, last, noun)
            stage.mention(part, first, max(last, name[-1].i + 1), noun, "office and name")


def before(stage: Stage, name: Token, head: int) -> Cue | None:
    """The office whose phrase ends where the name begins; the outermost if several do («советника президента …»)."""
    doc, start = stage.doc, stage.doc.sentence(name).first
    best: Cue | None = None
    stop = name.i - 1 if doc.tokens[name.i - 1].text in '«"' and name.i > start else name.i
    for i in range(stop - 1, max(start, stop - FARTHEST) - 1, -1):
        t = doc.tokens[i]
        if t.text in SEPARATORS or (t.pos == "VERB" and t.feats.get("VerbForm") != "Part"):
            break
        if i in stage.claimed and stage.on_person(i):
            break
        if is_person_noun(stage, t) and i not in stage.claimed and _agree(stage, t, name.i, doc.tokens[head]):
            if _reach(stage, t, i + 1, frozenset({name.i}), stop) == stop:
                best = (left(doc, t, i), stop, t)
    return best and _with_second(stage, best)


def _reach(stage: Stage, noun: Token, end: int, names: frozenset[int], stop: int) -> int:
    """Where the office's phrase ends, a bracketed abbreviation before the name included."""
    last = stage.whole(end, right(stage.doc, noun, end, names, PREPOSITIONS))
    bracket = stage.doc.tokens[last : last + 3]
    return stop if last + 3 == stop and bracket[0].text == "(" and bracket[2].text == ")" else last


def _agree(stage: Stage, noun: Token, first: int, name: Token) -> bool:
    """In one case, as far as the tagger knows any word of the name."""
    case = noun.feats.get("Case")
    words = [t for t in stage.doc.tokens[first : first + 4] if t.i in stage.claimed and stage.on(t.i) is stage.on(name.i)]
    cases = {t.feats.get("Case") for t in [*words, name]}
    governed = name.head == noun.i and name.rel in ("appos", "flat", "flat:name")
    return case is None or None in cases or case in cases or governed


def _with_second(stage: Stage, found: Cue) -> Cue:
    """«писатель и журналист …»: the first of two coordinated occupations begins the role."""
    first, last, noun = found
    tokens, start = stage.doc.tokens, stage.doc.sentence(noun).first
    if first - 2 >= start and tokens[first - 1].lemma == "и":
        other = tokens[first - 2]
        if is_person_noun(stage, other) and other.feats.get("Case") == noun.feats.get("Case"):
            return left(stage.doc, other, other.i), last, other
    return found


def after(stage: Stage, name: Token, head: int) -> Cue | None:
    """The office stands after the name, between commas or brackets."""
    tokens, end = stage.doc.tokens, stage.doc.sentence(name).last
    i = name.i + 1
    if i + 1 >= end or tokens[i].text not in (",", "(", "—", "–"):
        return None
    noun = next((t for t in tokens[i + 1 : min(end, i + 6)] if t.pos not in ("ADJ", "ADV", "NUM")), None)
    if noun is None or not is_person_noun(stage, noun) or noun.i in stage.claimed:
        return None
    if not _agree(stage, noun, name.i, tokens[head]):
        return None
    begin = left(stage.doc, noun, noun.i)
    stop = stage.whole(noun.i + 1, right(stage.doc, noun, noun.i + 1, prepositions=PREPOSITIONS))
    closed = stop >= end or tokens[stop].text in SEPARATORS | {")"}
    return (begin, stop, noun) if begin == i + 1 and closed else None


def add_role(stage: Stage, part: Part, first: int, last: int, noun: Token) -> None:
    """Record the role once, in the nominative, with the organisation that stands in it."""
    span = Span(stage.doc.tokens[first].start, stage.doc.tokens[last - 1].stop)
    held = office(stage, first, last, noun)
    stage.offices.setdefault(part.key, []).append(held)
    organization = _organization(stage, span)
    part.country = part.country or held.country or (stage.parts[organization].country if organization else None)
    text = uncapitalised(stage.doc, phrase(stage.doc, first, last, noun), stage.doc.tokens[first]).strip(" ,")
    if all(r.actor != part.key or r.role.lower() != text.lower() for r in stage.roles):
        stage.roles.append(Role(part.key, text, organization, span, "office", (Evidence("role", span),)))


def _organization(stage: Stage, span: Span) -> str | None:
    kinds = ("organization", "state_body", "media")
    inside = [m for m in stage.mentions if m.span in span and stage.parts[m.actor].kind in kinds]
    return max(inside, key=lambda m: m.span.stop - m.span.start).actor if inside else None


def is_person_noun(stage: Stage, t: Token) -> bool:
    """A common noun for one person."""
    if t.feats.get("Number") != "Plur" and t.pos in ("NOUN", "PROPN") and not t.text.isupper():
        hit = stage.lexicon.positions.at(stage.doc, t.i)
        if hit is not None and hit.head.i == t.i:
            return True
    if t.pos not in ("NOUN", "ADJ") or t.feats.get("Number") == "Plur" or t.text.isupper():
        return False
    tags = [p.tag for p in parses(t.text.lower()) if p.tag.POS == "NOUN"]
    return any("anim" in tag and not {"Name", "Surn", "Patr"} & set(tag.grammemes) for tag in tags)


# ── persons without a name ──


def find_holders(stage: Stage) -> None:
    """«глава МИД Казахстана», «источник в администрации»: one person whom the office names; a bare office points back."""
    persons = frozenset(i for i in stage.claimed if stage.on_person(i))
    for t in stage.doc.tokens:
        hit = stage.lexicon.positions.at(stage.doc, t.i)
        if hit is None or hit.head.i in stage.claimed or hit.head.feats.get("Number") == "Plur" or not _noun(hit.head):
            continue
        head = hit.head
        stop = persons if head.feats.get("Case") == "Gen" else NOTHING
        last = stage.whole(hit.last, right(stage.doc, head, hit.last, stop, PREPOSITIONS))
        first = left(stage.doc, head, hit.first)
        held = office(stage, first, last, head)
        if held.bare:
            continue
        known = _holder(stage, held, head)
        name = uncapitalised(stage.doc, phrase(stage.doc, first, last, head), stage.doc.tokens[first]).strip(" ,")
        part = known or stage.actor(name, "person", held.country)
        part.gender = part.gender or head.feats.get("Gender")
        stage.mention(part, first, last, head, "office", "role")
        add_role(stage, part, first, last, head)


def _noun(t: Token) -> bool:
    return t.pos in ("NOUN", "PROPN")


def _holder(stage: Stage, held: Office, head: Token) -> Part | None:
    """The one person of the article who holds this office."""
    keys = {k for k, offices in stage.offices.items() if any(o.agrees(held) and not o.bare for o in offices)}
    return stage.parts[keys.pop()] if len(keys) == 1 else None
