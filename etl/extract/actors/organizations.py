"""Organisations, bodies of a state and media, named or by a common noun and a country."""

from __future__ import annotations

import re

from etl.extract.actors.phrases import QUOTES, joined, left, phrase, right, uncapitalised
from etl.extract.actors.stage import Part, Stage
from etl.morphology import genitive
from etl.records import Entity, Token


def find_known(stage: Stage) -> None:
    """What the authority file knows by name: «ЕС», «Организации Договора о коллективной безопасности (ОДКБ)»."""
    i = 0
    while i < len(stage.doc.tokens):
        hit = stage.lexicon.authority.at(stage.doc, i)
        if hit is None or hit.first in stage.claimed or stage.doc.sentence(hit.head).kind == "credit":
            i += 1
            continue
        part = stage.actor(hit.entry.name, hit.entry.kind, hit.entry.country, hit.entry)
        first, head = _kind_noun(stage, hit.first, hit.head)
        stage.mention(part, first, _abbreviation(stage, hit.last), head, "authority")
        i = hit.last


def _kind_noun(stage: Stage, first: int, head: Token) -> tuple[int, Token]:
    """The common noun before a name heads the mention: «телеканала CNN»."""
    before = stage.doc.tokens[first - 1] if first > stage.doc.sentence(head).first else None
    if before is not None and before.text in QUOTES:
        before = stage.doc.tokens[before.i - 1] if before.i > stage.doc.sentence(head).first else None
    if before is None or before.i in stage.claimed or stage.lexicon.kinds.at(stage.doc, before.i) is None:
        return first, head
    return before.i, before


def _abbreviation(stage: Stage, last: int) -> int:
    """After «(ОДКБ)» if the name is followed by its abbreviation."""
    tokens = stage.doc.tokens[last : last + 3]
    closes = len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].text.isupper()
    return last + 3 if closes else last


# ── bodies ──


def find_bodies(stage: Stage) -> None:
    """«минздрав Казахстана», «болгарское правительство», «полиция Гильменда», «МВД»."""
    i = 0
    while i < len(stage.doc.tokens):
        hit = stage.lexicon.bodies.at(stage.doc, i)
        if (
            hit is None
            or hit.head.i in stage.claimed
            or (hit.head.feats.get("Number") == "Plur" and hit.entry.name == hit.entry.name.lower())
        ):
            i += 1
            continue
        entry = hit.entry
        head = hit.head
        first = left(stage.doc, head, hit.first)
        last = right(stage.doc, head, hit.last)
        if entry.alone:
            name, code, last, first = entry.name, entry.country, hit.last, hit.first
        else:
            name, code = _with_owner(stage, entry.name, entry.country, head, first, hit.first, hit.last, last)
        part = stage.actor(name, "state_body", code)
        part.gender = head.feats.get("Gender")
        stage.mention(part, first, last, head, "body")
        i = hit.last


def _with_owner(
    stage: Stage, name: str, country: str | None, head: Token, first: int, begin: int, end: int, last: int
) -> tuple[str, str | None]:
    """The body's full name and country from the adjectives before it and the genitives after it."""
    adjectives, code = adjectives_and_country(stage, head, first, begin)
    rest, inner = complement(stage, end, last)
    code = code or inner or country
    whole = " ".join(w for w in (adjectives, name, rest) if w)
    if rest:
        return whole, code or stage.story_country
    code = code or stage.story_country
    return (stage.of_country(whole, code) if country is None else whole), code


def adjectives_and_country(stage: Stage, head: Token, first: int, begin: int) -> tuple[str, str | None]:
    """The adjectives before the noun in the nominative, a country's adjective taken out and told as its code."""
    code, kept = None, []
    for t in stage.doc.tokens[first:begin]:
        found = stage.country_adjective(t)
        if found and code is None:
            code = found
        else:
            kept.append(phrase(stage.doc, t.i, t.i + 1, head) if t.head == head.i else t.text)
    if kept:
        words = phrase(stage.doc, first, begin, head).split()
        kept = [w for w, t in zip(words, stage.doc.tokens[first:begin], strict=False) if stage.country_adjective(t) is None]
    text = " ".join(kept)
    return (uncapitalised(stage.doc, text, stage.doc.tokens[first]) if text else ""), code


def complement(stage: Stage, begin: int, end: int) -> tuple[str, str | None]:
    """The words after the noun; a country that stands there alone becomes its code, «страны» the story's country."""
    tokens = stage.doc.tokens[begin:end]
    if not tokens:
        return "", None
    countries = [stage.country_tokens[t.i] for t in tokens if t.i in stage.country_tokens]
    if (
        len(tokens) == 1
        and tokens[0].lemma in ("страна", "республика", "государство")
        and tokens[0].feats.get("Number") == "Sing"
    ):
        return "", stage.story_country
    code = countries[0].entry.id if len(countries) == 1 else None
    if code and countries[0].first == begin and countries[0].last == end:
        return "", code
    words = [t.text for t in tokens]
    for hit in countries:
        words[hit.first - begin : hit.last - begin] = [genitive(hit.entry.name)] + [""] * (hit.last - hit.first - 1)
    if code is None:
        code = next((stage.country_adjective(t) for t in tokens if stage.country_adjective(t)), None)
    return re.sub(r"\s+", " ", joined(stage.doc, tokens, words)).strip(), code


# ── what only the tagger knows ──


def find_named(stage: Stage) -> None:
    """Organisations by their proper name alone: «Движение против нелегальной иммиграции»."""
    short: dict[str, Part] = {}
    found = [e for e in stage.doc.entities if e.kind == "ORG" and not _taken(stage, e)]
    for entity in sorted(found, key=lambda e: e.first - e.last):
        first, last, abbreviation = _bounds(stage, entity)
        if first >= last:
            continue
        text = phrase(stage.doc, first, last, _top(stage, first, last)).strip(QUOTES + " ")
        part = short.get(text.upper()) if text.isupper() else None
        if part is None:
            kind = _kind(stage, first)
            part = stage.actor(text, kind)
            part.gender = part.gender or _top(stage, first, last).feats.get("Gender")
        for key in {abbreviation, *initials(text)} - {""}:
            short.setdefault(key, part)
        begin, head = _kind_noun(stage, first, _top(stage, first, last))
        stage.mention(part, begin, last, head, "organization")


def _taken(stage: Stage, entity: Entity) -> bool:
    return any(i in stage.claimed for i in range(entity.first, entity.last)) or entity.first in stage.country_tokens


def _bounds(stage: Stage, entity: Entity) -> tuple[int, int, str]:
    """Without quotes and without a bracketed abbreviation, which is given apart."""
    first, last, abbreviation = entity.first, entity.last, ""
    tokens = stage.doc.tokens
    opened = next((i for i in range(first, last) if tokens[i].text == "("), None)
    if opened is not None:
        abbreviation = tokens[opened + 1].text if opened + 1 < len(tokens) else ""
        last = opened
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    while first < last and not tokens[last - 1].text[0].isalnum():
        last -= 1
    return first, last, abbreviation


def _top(stage: Stage, first: int, last: int) -> Token:
    inside = stage.doc.tokens[first:last]
    return next((t for t in inside if not first <= t.head < last), inside[0])


def _kind(stage: Stage, first: int) -> str:
    """The kind the common noun before the name tells; an organisation if none does."""
    for i in (first - 1, first - 2):
        if i >= 0 and (hit := stage.lexicon.kinds.at(stage.doc, i)):
            return hit.entry.kind
    return "organization"


def initials(name: str) -> set[str]:
    """The abbreviations a name may have: «Движение против нелегальной иммиграции» → ДПНИ, ДНИ."""
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isalpha()]
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if len(w) > 3).upper()}
