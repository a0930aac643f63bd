"""Organisations and media with a proper name: those the authority knows and those the tagger finds."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extract.actors.lexicon import kind_by_ending
from etl.extract.actors.naming import passing, taken_apart
from etl.extract.actors.offices import is_person_noun
from etl.extract.actors.persons import common_noun
from etl.extract.actors.phrases import (
    OPENING,
    QUOTES,
    declined,
    joined,
    left,
    phrase,
    right,
    uncapitalised,
)
from etl.extract.actors.stage import Part, Stage
from etl.morphology import tags
from etl.records import Entity, Token

PREPOSITIONS = frozenset({"по", "против", "за", "с"})
OCCASIONS = {"дело", "повод", "факт", "случай"}  # «жюри по делу о взрыве»: what for, not which
QUOTED = re.compile(r"\s[«\"“„]([^«»\"“”„]{2,})[»\"”“]?$")


def find_known(stage: Stage) -> None:
    """What the authority knows by name: «ЕС», «Организации Договора о коллективной безопасности (ОДКБ)»."""
    past = 0
    for token in stage.starts(stage.lexicon.authority):
        hit = stage.lexicon.authority.at(stage.doc, token.i) if token.i >= past else None
        if hit is None or hit.first in stage.claimed or hit.entry.kind == "person" or _a_body_instead(stage, hit.first):
            continue
        if hit.last - hit.first == 1 and _only_a_word(stage, hit.head):
            continue
        part = stage.actor(hit.entry.name, hit.entry.kind, hit.entry.country, hit.entry)
        part.gender = part.gender or hit.head.feats.get("Gender")
        first, head = with_kind_noun(stage, hit.first, hit.head)
        last = _past_quote(stage, first, _past_abbreviation(stage, hit.last))
        stage.mention(part, first, last, head, "authority")
        past = hit.last


def _a_body_instead(stage: Stage, first: int) -> bool:
    """«ВВС России» is an air force; «ВВС» alone the authority's BBC."""
    hit = stage.lexicon.bodies.at(stage.doc, first)
    return hit is not None and hit.entry.owned and taken_apart(stage, hit.head, hit.first, hit.last).country is not None


def _only_a_word(stage: Stage, token: Token) -> bool:
    """«Спутник взят на управление»: a common noun that begins the sentence and does not speak is no newspaper."""
    begins = token.i == stage.doc.sentence(token).first
    up = stage.doc.head(token)
    return begins and common_noun(token) and not (up is not None and up.lemma in stage.speech_verbs)


def with_kind_noun(stage: Stage, first: int, head: Token) -> tuple[int, Token]:
    """The common noun before a name heads the mention: «телеканала CNN», «партия "Яблоко"»."""
    start, tokens = stage.doc.sentence(head).first, stage.doc.tokens
    i = first - 1
    quoted = i >= start and tokens[i].text in QUOTES
    if not quoted and not tokens[first].text.isascii() and not head.rel.startswith(("appos", "flat")):
        return first, head  # «служба Евросоюза» is another body
    if quoted:
        i -= 1
    if i < start or i in stage.claimed or tokens[i].pos != "NOUN":
        return first, head
    kind = stage.lexicon.kinds.at(stage.doc, i)
    if kind is None or kind.entry.kind == "state_body":
        return first, head
    return left(stage.doc, tokens[i], i), tokens[i]


def _past_quote(stage: Stage, first: int, last: int) -> int:
    """After the closing quotation mark, if the mention holds the opening one."""
    tokens = stage.doc.tokens
    opened = any(t.text in OPENING for t in tokens[first:last])
    return last + 1 if opened and last < len(tokens) and tokens[last].text in QUOTES else last


def _past_abbreviation(stage: Stage, last: int) -> int:
    """After «(ОДКБ)» if the name is followed by its abbreviation."""
    tokens = stage.doc.tokens[last : last + 3]
    closes = len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].text.isupper()
    return last + 3 if closes else last


def find_named(stage: Stage) -> None:
    """Organisations by their proper name alone, the longest spelling first, so that abbreviations find their name."""
    short: dict[str, Part] = {}
    found = [(e, _bounds(stage, e)) for e in stage.doc.entities if e.kind == "ORG" and not _taken(stage, e)]
    for entity, (first, last, abbreviation) in sorted(found, key=lambda f: -len(_words(stage, *f[1][:2]))):
        if first >= last or any(i in stage.claimed for i in range(entity.first, entity.last)):
            continue
        head = _top(stage, first, last)
        text = _name(stage, first, last, head)
        part = short.get(text.upper()) or _fuller(stage, text) or stage.actor(text, _kind(stage, text, first, last))
        part.gender = part.gender or head.feats.get("Gender")
        for key in {abbreviation, *initials(text)} - {""}:
            short.setdefault(key, part)
        begin, head = with_kind_noun(stage, first, head)
        stage.mention(part, begin, _past_quote(stage, begin, last), head, "organization")


def _words(stage: Stage, first: int, last: int) -> frozenset[str]:
    return content(" ".join(t.text for t in stage.doc.tokens[first:last]))


def _taken(stage: Stage, entity: Entity) -> bool:
    if stage.lexicon.collectives.at(stage.doc, entity.first) or _common(stage, entity):
        return True  # «СМИ»
    outlet = (stage.article.outlet or "").lower().split(".")[0]
    own = bool(outlet) and outlet in entity.span.of(stage.doc.text).lower()
    credit = stage.doc.sentence(stage.doc.tokens[entity.first]).kind == "credit"
    return own or credit or entity.first in stage.country_tokens or _is_a_venue(stage, entity)


def _common(stage: Stage, entity: Entity) -> bool:
    """One capitalised common noun: «Агентство» points back, «Спецпрокурор» is an office."""
    token = stage.doc.tokens[entity.first]
    if entity.last - entity.first > 1 or (entity.first and stage.doc.tokens[entity.first - 1].text in QUOTES):
        return False
    kind = stage.lexicon.kinds.at(stage.doc, token.i) is not None
    return kind or (is_person_noun(stage, token) and stage.on_person(entity.last))


def _is_a_venue(stage: Stage, entity: Entity) -> bool:
    """«станции "Технологический институт"», «в Twitter»: a place, a vehicle or a platform, no actor."""
    tokens = stage.doc.tokens
    i = entity.first - 1
    if i >= 0 and tokens[i].text in QUOTES:
        i -= 1
    place = stage.atlas.by_head.get(entity.first)
    named_place = place is not None and not tokens[place.head].rel.startswith("nsubj")
    return (i >= 0 and stage.lexicon.venues.at(stage.doc, i) is not None) or (
        stage.lexicon.venues.at(stage.doc, entity.first) is not None or named_place
    )


def _bounds(stage: Stage, entity: Entity) -> tuple[int, int, str]:
    """The name without marks and bracketed abbreviation (given apart), with the adjectives and genitives that belong to it."""
    first, last, abbreviation = entity.first, entity.last, ""
    tokens = stage.doc.tokens
    opened = next((i for i in range(first, last) if tokens[i].text == "("), None)
    if opened is not None:
        abbreviation = tokens[opened + 1].text if opened + 1 < len(tokens) else ""
        last = opened
    opening = next((i for i in range(first, last - 1) if tokens[i].text in OPENING), None)
    if opening is not None and opening - first == 1 and stage.lexicon.kinds.at(stage.doc, first):
        first = opening + 1  # «Компания «Восток» was tagged with its common noun
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    while first < last and not tokens[last - 1].text[0].isalnum():
        last -= 1
    if first == last:
        return first, last, ""
    head = _top(stage, first, last)
    dash = next((i for i in range(first + 1, last - 1) if tokens[i].text in ("-", "—", "–")), None)
    if dash is not None and not any(t.text in OPENING for t in tokens[max(0, first - 1) : dash]):
        first, head = dash + 1, _top(stage, dash + 1, last)  # «Оппозиционные партии — Народный фронт …»
    in_quotes = first > 0 and tokens[first - 1].text in QUOTES
    named_adjective = tokens[first].pos == "ADJ" and tokens[first].text[0].isupper()
    if not in_quotes and not tokens[first].text.isupper():
        first = first if named_adjective else left(stage.doc, head, first)
        while first < head.i and (
            (head.text[0].isupper() and _says_how(tokens[first].text))  # «влиятельный Комитет по торговле»
            or passing(stage, tokens[first])
            or (tokens[first].text.islower() and stage.country_adjective(tokens[first]))
        ):
            first += 1
        further = right(stage.doc, head, last, prepositions=PREPOSITIONS)
        last = last if any(t.lemma in OCCASIONS for t in tokens[last:further]) else further
    following = tokens[last : last + 3]
    if len(following) == 3 and following[0].text == "(" and following[2].text == ")" and following[1].text.isupper():
        abbreviation = following[1].text
    return first, last, abbreviation


@lru_cache(maxsize=20_000)
def _says_how(word: str) -> bool:
    """A lower-case adjective that judges («влиятельный») and does not tell which one («областной»)."""
    return word.islower() and any("Qual" in tag for tag in tags(word))


def _top(stage: Stage, first: int, last: int) -> Token:
    inside = stage.doc.tokens[first:last]
    return next((t for t in inside if not first <= t.head < last), inside[0])


def _name(stage: Stage, first: int, last: int, head: Token) -> str:
    tokens = stage.doc.tokens[first:last]
    text = joined(stage.doc, tokens, [declined(t, head) for t in tokens])
    quoted = QUOTED.search(text)  # «ОАО "Вымпел"» is called «Вымпел»
    return (quoted[1] if quoted else text).strip(QUOTES + " ")


def _fuller(stage: Stage, text: str) -> Part | None:
    """«Совет» after «Сирийский совет по надзору …»: the one organisation whose name holds all its words, the noun first."""
    own = content(text)
    if text.isupper() or not own:
        return None
    bodies = (p for p in stage.parts.values() if p.kind in ("organization", "state_body"))
    fits = [p for p in bodies if own <= content(p.name) and _leads(own, p.name)]
    return fits[0] if len(fits) == 1 else None


def _leads(own: frozenset[str], name: str) -> bool:
    """Whether only adjectives stand before these words in the name: «Войска» is no «пресс-служба Войск»."""
    for word in name.split():
        if content(word) & own:
            return True
        if not any(tag.POS in ("ADJF", "PRTF") for tag in tags(word.lower().strip('«»"'))):
            return False
    return False


@lru_cache(maxsize=10_000)
def content(name: str) -> frozenset[str]:
    """The beginnings of a name's longer words, by which two spellings of one name are compared."""
    return frozenset(w.lower().rstrip("аеиоуыэюяйьмх") for w in re.findall(r"[\w-]{4,}", name))


def find_quoted(stage: Stage) -> None:
    """A name in quotation marks after a word for an organisation, whatever the tagger thinks: «батальон "Рассвет"»."""
    tokens = stage.doc.tokens
    for t in stage.starts(stage.lexicon.kinds):
        kind = stage.lexicon.kinds.at(stage.doc, t.i)
        i = kind.last if kind else t.i
        if (
            kind is None
            or i in stage.claimed
            or i + 1 >= len(tokens)
            or tokens[i].text not in OPENING
            or not tokens[i + 1].text[:1].isupper()
        ):
            continue
        end = next((j for j in range(i + 2, min(i + 8, len(tokens))) if tokens[j].text in QUOTES), None)
        if end is None or any(j in stage.claimed for j in range(i + 1, end)):
            continue
        head = _top(stage, i + 1, end)
        part = stage.actor(_name(stage, i + 1, end, head), kind.entry.kind)
        stage.mention(part, left(stage.doc, kind.head, kind.first), end + 1, kind.head, "quoted name")


def find_described(stage: Stage) -> None:
    """Organisations by a common noun and words that single them out: «департамент гражданской защиты Италии»."""
    for t in stage.starts(stage.lexicon.kinds):
        hit = stage.lexicon.kinds.at(stage.doc, t.i)
        if hit is None or hit.head.i in stage.claimed or hit.head.feats.get("Number") == "Plur" or hit.entry.kind == "media":
            continue
        persons = frozenset(i for i in range(hit.last, stage.doc.sentence(hit.head).last) if stage.on_person(i))
        words = taken_apart(stage, hit.head, hit.first, hit.last, PREPOSITIONS, persons)
        if any(stage.atlas.by_head.get(i) for i in range(hit.last, hit.last + 1)) and not words.nation:
            continue  # «департамент Изер» is a place
        quoted = any(stage.doc.tokens[i].text in QUOTES for i in range(hit.last, words.last))
        if quoted and any(i in stage.claimed for i in range(hit.last, words.last)):
            continue  # «организации поселенцев "Совет …"» is the organisation already named
        single = {stage.claimed.get(i) for i in range(hit.last, words.last)}
        if hit.entry.kind == "organization" and not words.adjectives and len(single) == 1 and None not in single:
            continue  # «организации Красного Креста» is the Red Cross
        inside = [i for i in range(hit.last, words.last) if i in stage.claimed or stage.doc.tokens[i].text[0].isupper()]
        numbered = any(t.text[0].isdigit() for t in stage.doc.tokens[words.first : hit.first])  # «79-я бригада»
        told = (words.complement or words.country) and (inside or words.nation)
        if not told and not numbered:
            continue
        text = uncapitalised(stage.doc, phrase(stage.doc, hit.first, hit.last, hit.head), stage.doc.tokens[hit.first])
        text = hit.alias if text.islower() else text  # «45-го полка» is the «полк», not «полок»
        name = " ".join(w for w in (words.adjectives, text, words.complement) if w)
        if words.country and not words.complement:
            name = stage.of_country(name, words.country)
        outside = hit.entry.kind == "state_body" and _international(stage, words.first, words.last)
        part = _fuller(stage, name) or stage.actor(name, "organization" if outside else hit.entry.kind, words.country)
        part.gender = part.gender or hit.head.feats.get("Gender")
        stage.mention(part, words.first, words.last, hit.head, "described")


def _kind(stage: Stage, name: str, first: int, last: int) -> str:
    """The kind that the common noun before the name tells, its own noun or its ending; an organisation if none does."""
    own = stage.lexicon.kinds.at(stage.doc, _top(stage, first, last).i)
    if own is not None and own.entry.kind == "state_body":
        return "organization" if _international(stage, first, last) else "state_body"
    for i in () if own else (first - 1, first - 2):
        if i >= 0 and (hit := stage.lexicon.kinds.at(stage.doc, i)):
            return hit.entry.kind
    return kind_by_ending(stage.lexicon, name.split()[-1]) or "organization"


def _international(stage: Stage, first: int, last: int) -> bool:
    """«комитет ООН против пыток» belongs to no state."""
    inside = (stage.on(i) for i in range(first, last))
    return any(part is not None and part.authority and part.kind == "organization" and not part.country for part in inside)


def find_by_ending(stage: Stage) -> None:
    """State bodies that the tagger overlooked and whose name tells what they are: «Мосгорсуд», «Ростехнадзор»."""
    for t in stage.doc.tokens:
        if t.i not in stage.claimed and kind_by_ending(stage.lexicon, t.text) == "state_body" and t.pos in ("PROPN", "NOUN", "X"):
            part = stage.actor(declined(t, t), "state_body")
            part.gender = part.gender or t.feats.get("Gender")
            stage.mention(part, t.i, t.i + 1, t, "ending")


def initials(name: str) -> set[str]:
    """The abbreviations a name may have: «Движение против нелегальной иммиграции» → ДПНИ, ДНИ."""
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isalpha()]
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if len(w) > 3).upper()}
