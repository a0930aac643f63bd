"""Which office words mean: «министр обороны США» and «глава Пентагона» are one, «премьер» and «глава правительства» too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from etl.extract.actors.phrases import joined, participle, phrase, uncapitalised
from etl.extract.actors.stage import Part, Stage
from etl.extract.reading import BODIES
from etl.morphology import lemmas, singular, tags
from etl.records import Part as Evidence
from etl.records import Record, Role, Span, Token

ADJECTIVE = re.compile(r"[сц]кий$")
AGE = re.compile(r"\d+-летн\w+")
PREPOSITIONS = frozenset({"по", "в", "во", "на", "при", "из", "от", "за"})
GOVERNMENT = "pravitelstvo"  # in bodies.yml: its head is the prime minister
LEADERS = {"glava", "lider", "prezident", "premer", "kantsler", "korol"}  # «украинский лидер» may be any of these
STATESMEN = {*LEADERS, "ministr", "vitse-premer", "vitse-prezident", "gossekretar", "eks-prezident"}
SPOKESMEN = {"predstavitel", "press-sekretar"}
DOING = "исполняющ"  # «исполняющая обязанности»
HEADS = {"glava", "rukovoditel", "nachalnik", "predsedatel", "direktor", "ministr", "lider", "gubernator", "prezident"}
HEADS |= {"glavred", "glavvrach", "rektor"}


@dataclass(frozen=True, slots=True)
class Office(Record):
    """A position, what it is a position in, and its country; None where the words do not say."""

    position: str  # id in positions.yml, else the noun
    of: frozenset[str]  # lemmas of the complement, the body's id, the place's key
    country: str | None
    bare: bool  # nothing but the noun
    generic: bool = False  # «глава ведомства»: in what, the words before said

    def agrees(self, other: Office) -> bool:
        """Whether both can be one office: the same position, no contradicting country or complement."""
        leads = not self.of and not other.of and self.country and {self.position, other.position} <= LEADERS
        both = {self.position, other.position}
        heads = self.of and other.of and (both <= HEADS or both == {"glava", "sekretar"})
        speak = both == SPOKESMEN and (self.of == other.of or self.generic or other.generic)
        if self.position != other.position and not leads and not heads and not speak:
            return False
        if self.country and other.country and self.country != other.country:
            return False
        if self.bare or other.bare:
            return self.position == other.position
        if self.generic != other.generic and not speak:
            return False  # «представитель канала» is not the «представитель полиции»
        if not self.of or not other.of:
            return bool(self.of) == bool(other.of) or self.position not in HEADS
        return bool(self.of <= other.of or other.of <= self.of) or _one_body(self.of, other.of)


def _one_body(a: frozenset[str], b: frozenset[str]) -> bool:
    """«администрация» and «администрация президента»: one id begins with the other."""
    return len(a) == len(b) == 1 and (min(a).startswith(min(b)) or min(b).startswith(min(a)))


def office(stage: Stage, first: int, last: int, head: Token) -> Office:
    """The office that tokens first…last (half-open) name."""
    doc = stage.doc
    position, end = _position(stage, first, last, head)
    country = next((h.entry.id for i, h in stage.country_tokens.items() if first <= i < last), None)
    country = country or next((c for t in doc.tokens[first:last] if (c := stage.country_adjective(t))), None)
    minister = stage.lexicon.ministers.at(doc, head.i) or stage.lexicon.ministers.at(doc, first)
    if minister and minister.head.i == head.i and minister.last <= last:
        return Office("ministr", frozenset({minister.entry.id}), country, False)
    body = next((stage.bodies[i] for i in range(end, last) if i in stage.bodies), None)
    if body is None and (boss := next((h for i in range(end, last) if (h := stage.lexicon.ministers.at(doc, i))), None)):
        body = boss.entry.id, country  # «помощник госсекретаря» works where the «помощник главы госдепартамента» does
    if body is not None and body[0] == GOVERNMENT and position in HEADS:
        return Office("premer", frozenset(), country or body[1], False)
    if body is not None:
        return Office(position, frozenset({body[0]}), country or body[1], False)
    minister = next((h for i in range(end, last) if (h := stage.lexicon.ministers.at(doc, i)) and h.last <= last), None)
    if minister is not None and position not in LEADERS:
        return Office(position, frozenset({minister.entry.id}), country, False)  # «помощник госсекретаря»: of his department
    of = {key for i in range(end, last) if (key := _organization_at(stage, i))} or {
        key for t in doc.tokens[end:last] if (key := _complement(stage, t))
    }
    of |= {key for t in doc.tokens[first : head.i] if (key := _place_of_adjective(stage, t))}
    said = bool(of) or country is not None or any(t.pos in ("NOUN", "PROPN", "X") for t in doc.tokens[end:last])
    home = next((t for t in doc.tokens[end:last] if t.lemma == "страна"), None)
    country = country or ((stage.country_acting(home) or stage.story_country) if home else None)
    return Office(position, frozenset(of), country, not said, said and not of and country is None)


def _place_of_adjective(stage: Stage, t: Token) -> str | None:
    """«абхазский президент» in an article that names Абхазия: that place."""
    named = t.text[0].isupper() and t.i > stage.doc.sentence(t).first  # «Московский», in a name
    if t.pos != "ADJ" or named or (ending := ADJECTIVE.search(t.lemma)) is None or stage.country_adjective(t):
        return None
    stem = t.lemma[: ending.start()]
    stem = stem[: max(4, len(stem) - 1)]
    return next((p.key for p in stage.atlas.places if len(stem) > 3 and p.name.lower().startswith(stem)), None)


def _organization_at(stage: Stage, i: int) -> str | None:
    part = stage.on(i)
    return part.key if part is not None and part.kind in ("organization", "media", "state_body") else None


def _position(stage: Stage, first: int, last: int, head: Token) -> tuple[str, int]:
    """The id of the position and the token after its words; the «первый президент» of a country is not its president."""
    for i in (head.i, first):
        hit = stage.lexicon.positions.at(stage.doc, i)
        if hit is not None and hit.last <= last and hit.head.i == head.i:
            first_of_all = hit.entry.id in LEADERS and any(t.lemma == "первый" for t in stage.doc.tokens[first : head.i])
            return f"pervyi-{hit.entry.id}" if first_of_all else hit.entry.id, max(hit.last, head.i + 1)
    return head.lemma, head.i + 1


def _complement(stage: Stage, t: Token) -> str | None:
    """What one word of the complement stands for; words of a country, «страна» and generic words say nothing."""
    if any(h.first <= t.i < h.last for h in stage.country_tokens.values()):
        return None  # «Исламской Республики Иран»
    if stage.country_adjective(t) or t.pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return None
    title = stage.lexicon.positions.at(stage.doc, t.i)
    if title is not None and title.entry.id in RANKS:
        return None  # «руководителя страны аятоллы Громова»
    place = stage.atlas.by_head.get(t.i)
    if place is not None:
        return place.place
    if t.lemma in GENERIC or stage.lexicon.kinds.at(stage.doc, t.i) is not None:
        return None
    return min(lemmas(t.text))


RANKS = {"aiatolla", "general"}
LANDS = {"страна", "государство", "республика", "регион", "область", "край", "округ", "район", "провинция", "штат", "город"}
GENERIC = LANDS | {"центр"}


def add_role(stage: Stage, part: Part, first: int, last: int, noun: Token, rule: str = "office", text: str = "") -> None:
    """Record the role once, in the nominative, without age or praise, with the organisation and the places that stand in it."""
    while first < noun.i and AGE.fullmatch(stage.doc.tokens[first].text):
        first += 1
    first = _behind_praise(stage, first, noun)
    span = Span(stage.doc.tokens[first].start, stage.doc.tokens[last - 1].stop)
    held = add_office(stage, part, first, last, noun)
    organization = _organization(stage, span)
    part.country = part.country or held.country or (stage.parts[organization].country if organization else None)
    organization = organization or _state(stage, part, held)
    plural = noun.feats.get("Number") == "Plur"
    text = text or _acting(stage, first, last, noun)
    text = text or (_of_one(stage, part, first, last, noun) if plural else phrase(stage.doc, first, last, noun))
    text = _without_capital(stage, text, stage.doc.tokens[first], noun).strip(" ,")
    if _says_nothing(stage, noun, text) or any(r.actor == part.key and r.role.lower() == text.lower() for r in stage.roles):
        return
    places = [x for i in range(first, last) if (x := stage.atlas.location_at.get(i))]
    parts = (Evidence("role", span), *(Evidence("place", x.span) for x in places))
    kind = "office" if is_office(stage, noun) else "description"
    stage.roles.append(Role(part.key, text, organization, span, rule, parts, places[0].place if places else None, kind))


def _behind_praise(stage: Stage, first: int, noun: Token) -> int:
    """«известный | американский режиссер»; a «великий артист» is nothing else."""
    behind = first
    while behind < noun.i and stage.doc.tokens[behind].lemma in stage.role_words("praise"):
        behind += 1
    return first if _says_nothing(stage, noun, noun.lemma) and behind == noun.i else behind


def add_office(stage: Stage, part: Part, first: int, last: int, noun: Token) -> Office:
    """Remember that the person holds this office: what «полковник» later means."""
    held = office(stage, first, last, noun)
    stage.offices.setdefault(part.key, []).append(held)
    return held


def _acting(stage: Stage, first: int, last: int, noun: Token) -> str:
    """«и. о. мэра», «исполняющий обязанности мэра»: the office stays in the genitive. '' for any other role."""
    tokens = stage.doc.tokens[first:last]
    opening = tokens[0].text.lower()
    if first == noun.i or not acting_words(stage.doc.tokens[first : noun.i]):
        return ""
    if opening.startswith(DOING):
        opening = "исполняющая" if opening.endswith(("ая", "ей", "ую")) else "исполняющий"
    return joined(stage.doc, tokens, [opening, *(t.text for t in tokens[1:])])


def acting_words(tokens: Sequence[Token]) -> int:
    """With how many words «и. о.», «врио», «исполняющий обязанности» begins here; 0 where nobody only acts."""
    words = [t.text.lower() for t in tokens[:4]]
    if words == ["и", ".", "о", "."]:
        return 4
    if words[:1] in (["врио"], ["ио"]):
        return 1
    return 2 if len(words) > 1 and words[0].startswith(DOING) and words[1] == "обязанности" else 0


def _of_one(stage: Stage, part: Part, first: int, last: int, noun: Token) -> str:
    """«известные актеры театра» for one of them: «известный актер театра»."""
    tokens = stage.doc.tokens[first:last]
    gender = part.gender or "Masc"
    return joined(stage.doc, tokens, [singular(t.text, gender) if t.i <= noun.i else t.text for t in tokens])


def _organization(stage: Stage, span: Span) -> str | None:
    inside = [m for m in stage.mentions if m.span in span and stage.parts[m.actor].kind in BODIES]
    return max(inside, key=lambda m: m.span.stop - m.span.start).actor if inside else None


def _without_capital(stage: Stage, text: str, first: Token, noun: Token) -> str:
    """«Замглавы полиции» at the beginning, also where the tagger takes its first word for a name."""
    begins = first.i == stage.doc.sentence(first).first and not text[:2].isupper()
    office = is_person_noun(stage, noun) or stage.lexicon.positions.at(stage.doc, noun.i) is not None
    known = stage.country_adjective(first) or (first.i == noun.i and office)
    return text[:1].lower() + text[1:] if begins and known else uncapitalised(stage.doc, text, first)


def is_office(stage: Stage, noun: Token) -> bool:
    """Not «брат певицы», «житель Лимы», «лауреат премии», «обвиняемый», «француз»."""
    if stage.lexicon.positions.at(stage.doc, noun.i) is not None:
        return True
    words = lemmas(noun.text) | {noun.lemma}
    known = any(words & stage.role_words(use) for use in ("kin", "origin", "no post")) or _only_a_participle(noun.text.lower())
    return not known and not _a_national(stage, words)


def _says_nothing(stage: Stage, noun: Token, text: str) -> bool:
    """«соратник», «брат» do not say whose, «темнокожий» only how somebody looks, «мисс» hardly that."""
    if stage.lexicon.positions.at(stage.doc, noun.i) is not None:
        return False
    whose = " " not in text and not lemmas(text).isdisjoint(stage.role_words("kin") | stage.role_words("of whom"))
    return whose or noun.pos == "ADJ" or noun.lemma == "человек" or noun.lemma in stage.role_words("address")


def _a_national(stage: Stage, words: AbstractSet[str]) -> bool:
    """«перуанец», «перуанка»."""
    men = (w.removesuffix("ка") + ending for w in words for ending in ("ец", "ин", "") if w.endswith("ка"))
    return any(w in stage.vocabulary.country_people for w in (*words, *men))


def _state(stage: Stage, part: Part, held: Office) -> str | None:
    """«президент Чили» serves Chile, where the article has that country as an actor."""
    state = next((p for p in stage.parts.values() if p.kind == "country" and p.country == held.country), None)
    return state.key if state is not None and state.key != part.key and held.position in STATESMEN else None


def is_person_noun(stage: Stage, t: Token) -> bool:
    """A common noun for one person."""
    known = t.pos in ("NOUN", "PROPN", "ADJ") or participle(t)  # «управляющий банком»
    if t.feats.get("Number") == "Plur" or not known or t.text.isupper():
        return False
    hit = stage.lexicon.positions.at(stage.doc, t.i) if stage.begins(stage.lexicon.positions, t) else None
    if hit is not None and hit.head.i == t.i:
        return True
    if t.feats.get("Animacy") == "Inan" or t.pos == "VERB":
        return False
    return _means_a_person(t.text.lower()) or (t.pos == "NOUN" and _only_a_participle(t.text.lower()))  # «обвиняемый»


@lru_cache(maxsize=100_000)
def _only_a_participle(word: str) -> bool:
    """«обвиняемый», unlike «управляющий», which is a noun too."""
    kinds = {tag.POS for tag in tags(word)}
    return "PRTF" in kinds and "NOUN" not in kinds


@lru_cache(maxsize=100_000)
def _means_a_person(word: str) -> bool:
    """A living being by the dictionary, and no name."""
    return any(tag.POS == "NOUN" and "anim" in tag and not {"Name", "Surn", "Patr"} & tag.grammemes for tag in tags(word))
