"""The countries or places of a phrase that has several: «власти Ирана и Сирии», «прокуратуры Омска и Тулы»."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.actors.phrases import declined, uncapitalised
from etl.extract.actors.stage import Stage
from etl.morphology import genitive
from etl.records import Token


@dataclass(frozen=True, slots=True)
class Owner:
    """A further country or place of a phrase: «власти Ирана и Сирии», «иранские и сирийские власти», «суды Омска и Тулы»."""

    country: str | None
    nation: str  # its adjective, nominative; '' where the country itself stands
    first: int
    last: int
    head: Token
    place: str = ""  # its name in the genitive; '' for a country


def places(stage: Stage, begin: int) -> list[Owner]:
    """The places in the genitive that stand in a row from token `begin` on: «прокуратуры [Чукотки, Алтая и Омской области]»."""
    found: list[Owner] = []
    here = {stage.doc.within(m.span)[0].i: m for m in stage.atlas.within(stage.doc.sentence(stage.doc.tokens[begin]).span)}
    while (mention := here.get(begin)) is not None:
        place, head = stage.atlas.by_key[mention.place], stage.doc.tokens[mention.head]
        name = genitive(place.name)
        if head.feats.get("Case") != "Gen" and mention.span.of(stage.doc.text).lower() != name.lower():
            break
        last = stage.doc.within(mention.span)[-1].i + 1
        found.append(Owner(place.country, "", begin, last, head, name))
        begin = last + 1 if stage.doc.tokens[last].text in (",", "и") else last
    return found if len(found) > 1 else []


def countries(stage: Stage, begin: int, end: int) -> list[Owner]:
    """The countries of a complement that is a list of countries and nothing else."""
    named = [h for i, h in sorted(stage.country_tokens.items()) if begin <= i < end]
    covered = {i for h in named for i in range(h.first, h.last)}
    listed = all(i in covered or stage.doc.tokens[i].pos in ("CCONJ", "PUNCT") for i in range(begin, end))
    return [Owner(h.entry.id, "", h.first, h.last, h.head) for h in named] if listed else []


def countries_in_a_row(stage: Stage, begin: int) -> list[Owner]:
    """The countries in the genitive from token `begin` on, more than a phrase holds: «власти [Италии, Франции и Чили]»."""
    named = stage.countries_by_first
    found: list[Owner] = []
    joined = False
    while (hit := named.get(begin)) is not None and hit.head.feats.get("Case") == "Gen":
        found.append(Owner(hit.entry.id, "", hit.first, hit.last, hit.head))
        mark = stage.doc.tokens[hit.last].text if hit.last < len(stage.doc.tokens) else ""
        joined = joined or (mark == "и" and hit.last + 1 in named)
        begin = hit.last + 1 if mark in (",", "и") else -1
    return found if joined and len(found) in (3, 4) else []


def last_nation(stage: Stage, head: Token, t: Token) -> bool:
    """«чилийские» of «перуанские и чилийские военные»: the parser hangs it on the first adjective."""
    if t.rel != "conj" or stage.country_adjective(t) is None:
        return False
    up = stage.doc.head(t)
    return up is not None and up.head == head.i and up.rel == "amod" and stage.country_adjective(up) is not None


def further_nations(stage: Stage, head: Token, first: int) -> tuple[Owner, ...]:
    """Of «перуанские, чилийские и кубинские военные» all but the last, which stands beside the noun."""
    tokens, start, found = stage.doc.tokens, stage.doc.sentence(head).first, []
    i = first - 2
    while i >= start and tokens[i + 1].text in (",", "и") and (code := stage.country_adjective(tokens[i])):
        if tokens[i].feats.get("Case") != tokens[first].feats.get("Case"):
            break
        found.append(Owner(code, uncapitalised(stage.doc, declined(tokens[i], head), tokens[i]), i, i + 1, tokens[i]))
        i -= 2
    return tuple(found)
