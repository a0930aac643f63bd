"""Offices and occupations: roles of named persons, and persons known by their office only."""

from __future__ import annotations

from etl.extract.actors.phrases import left, phrase, right, uncapitalised
from etl.extract.actors.stage import Part, Stage
from etl.morphology import parses
from etl.records import Part as Evidence
from etl.records import Role, Span, Token


def find_roles(stage: Stage) -> None:
    """«госсекретарь США Энтони Блинкен», «Тигран Балаян, пресс-секретарь МИД Армении»."""
    for mention in list(stage.mentions):
        part = stage.parts[mention.actor]
        if part.kind == "person" and mention.resolution == "named":
            name = [t for t in stage.doc.within(mention.span)]
            before(stage, part, name[0].i, name[-1].i + 1) or after(stage, part, mention.head, name[-1].i + 1)


def before(stage: Stage, part: Part, first: int, last: int) -> bool:
    """The office stands before the name and governs it."""
    name = stage.doc.tokens[first]
    noun = next((t for t in stage.doc.ancestors(name) if t.i < first), None)
    chain = [t for t in (stage.doc.head(name),) if t is not None]
    noun = next((t for t in chain if t.i < first and is_person_noun(t)), None) or _nearest(stage, first)
    if noun is None or (noun.i in stage.claimed and stage.on(noun.i) is not None and noun.i == first):
        return False
    if any(
        t.pos in ("VERB", "ADP", "SCONJ") and t.feats.get("VerbForm") != "Part" and t.i not in _phrase_range(stage, noun, first)
        for t in stage.doc.tokens[noun.i + 1 : first]
    ):
        return False
    begin = left(stage.doc, noun, noun.i)
    add_role(stage, part, begin, first, noun)
    stage.mention(part, begin, last, noun, "role and name")
    return True


def _phrase_range(stage: Stage, noun: Token, first: int) -> range:
    return range(noun.i, right(stage.doc, noun, noun.i + 1, frozenset({first}), True))


def _nearest(stage: Stage, first: int) -> Token | None:
    """The office whose phrase ends right before the name."""
    start = stage.doc.sentence(stage.doc.tokens[first]).first
    for i in range(first - 1, max(start, first - 14) - 1, -1):
        t = stage.doc.tokens[i]
        if t.text in ",;:.—" or (t.pos == "VERB" and t.feats.get("VerbForm") != "Part"):
            return None
        if is_person_noun(t) and i not in stage.claimed and right(stage.doc, t, i + 1, frozenset({first}), True) == first:
            return t
    return None


def after(stage: Stage, part: Part, head: int, last: int) -> bool:
    """The office stands after the name, between commas."""
    tokens = stage.doc.tokens
    if last + 1 >= len(tokens) or tokens[last].text not in (",", "(", "—", "-"):
        return False
    end = stage.doc.sentence(tokens[last]).last
    noun = next((t for t in tokens[last + 1 : min(end, last + 5)] if t.pos not in ("ADJ",)), None)
    if (
        noun is None
        or not is_person_noun(noun)
        or noun.feats.get("Number") == "Plur"
        or noun.rel not in ("appos", "nmod", "conj", "parataxis")
    ):
        return False
    stop = right(stage.doc, noun, noun.i + 1, prepositions=True)
    if noun.feats.get("Case") != tokens[head].feats.get("Case") or stop >= end or tokens[stop].text not in (",", ")", ".", "—"):
        return False
    begin = left(stage.doc, noun, noun.i)
    add_role(stage, part, begin, stop, noun)
    stage.mention(part, begin, stop, noun, "name and role", "role")
    return True


def add_role(stage: Stage, part: Part, first: int, last: int, noun: Token) -> None:
    """Record the role once, in the nominative, with the organisation that stands in it."""
    text = uncapitalised(stage.doc, phrase(stage.doc, first, last, noun), stage.doc.tokens[first]).strip(" ,")
    if any(r.actor == part.key and r.role == text for r in stage.roles):
        return
    span = Span(stage.doc.tokens[first].start, stage.doc.tokens[last - 1].stop)
    inside = [
        m for m in stage.mentions if m.span in span and stage.parts[m.actor].kind in ("organization", "state_body", "media")
    ]
    organization = max(inside, key=lambda m: m.span.stop - m.span.start).actor if inside else None
    stage.roles.append(Role(part.key, text, organization, span, "role", (Evidence("role", span),)))
    part.country = part.country or next((h.entry.id for i, h in stage.country_tokens.items() if first <= i < last), None)
    if part.country is None and organization:
        part.country = stage.parts[organization].country


def is_person_noun(t: Token) -> bool:
    """A common noun for one person."""
    if t.pos != "NOUN" or t.feats.get("Number") == "Plur" or (t.text[0].isupper() and t.text.isupper()):
        return False
    return any("anim" in p.tag and not {"Name", "Surn"} & set(p.tag.grammemes) for p in parses(t.text.lower()))


def find_holders(stage: Stage) -> None:
    """«глава МИД Казахстана», «источник в администрации»: persons whom only their office names."""
    i = 0
    while i < len(stage.doc.tokens):
        hit = stage.lexicon.positions.at(stage.doc, i)
        i += 1
        if hit is None or hit.head.i in stage.claimed or hit.head.feats.get("Number") == "Plur":
            continue
        head = hit.head
        last = right(stage.doc, head, hit.last, frozenset(j for j in stage.claimed if stage.on(j).kind == "person"), True)  # type: ignore[union-attr]
        if last == hit.last:
            continue  # a bare office points back, see references
        first = left(stage.doc, head, hit.first)
        name = uncapitalised(stage.doc, phrase(stage.doc, first, last, head), stage.doc.tokens[first])
        countries = [h for j, h in stage.country_tokens.items() if first <= j < last]
        known = _known_by_role(stage, name)
        part = known or stage.actor(name, "person", countries[0].entry.id if countries else None)
        part.gender = part.gender or (None if known else head.feats.get("Gender"))
        stage.mention(part, first, last, head, "holder", "role")
        if known is None:
            add_role(stage, part, first, last, head)


def _known_by_role(stage: Stage, name: str) -> Part | None:
    keys = {r.actor for r in stage.roles if r.role.lower() == name.lower()}
    return stage.parts[keys.pop()] if len(keys) == 1 else None
