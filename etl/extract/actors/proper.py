"""Proper names of organisations: how one is called, which fuller name it shortens, and what kind its words tell."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extract.actors.lexicon import kind_by_ending
from etl.extract.actors.phrases import QUOTES, declined, joined
from etl.extract.actors.stage import Part, Stage
from etl.morphology import nominative, tags
from etl.records import Token

LONG = 4  # words before a name in quotation marks that are a name themselves
CLOSING = {"«": "»", '"': '"', "“": "”", "„": "“"}
SHORT = re.compile(r"(обл|гор|рай|край|гос)(комитет|суд|прокуратур|дум|совет|администрац|избирком)\w*")  # «облсуд»
SEATS = {"обл": "областн", "гор": "городск", "рай": "районн", "край": "краев", "гос": "государственн"}
QUOTED = re.compile(r"\s[«\"“„]([^«»\"“”„]{2,})[»\"”“]?$")


def top(stage: Stage, first: int, last: int) -> Token:
    inside = stage.doc.tokens[first:last]
    return next((t for t in inside if not first <= t.head < last), inside[0])


def proper_name(stage: Stage, first: int, last: int, head: Token) -> str:
    tokens = stage.doc.tokens[first:last]
    site = tokens[-1].text.isascii() and any(t.text == "." for t in tokens)  # «Вести.ua» has no case
    words = [t.text if site else declined(t, head) for t in tokens]
    if _declined_last(stage, tokens, head):
        words[-1] = nominative(words[-1], {"Case": "Gen", "Number": "Sing", "Gender": "Masc"})
    text = joined(stage.doc, tokens, words)
    quoted = QUOTED.search(text)  # «ОАО "Вымпел"» is called «Вымпел»
    long = quoted and len(text[: quoted.start()].split()) >= LONG  # not so the «Омский государственный театр кукол "Буратино"»
    if quoted and long:
        return text + CLOSING.get(text[quoted.start(1) - 1], "")
    return (quoted[1] if quoted else text).strip(QUOTES + " ")


def _declined_last(stage: Stage, tokens: tuple[Token, ...], head: Token) -> bool:
    """«вкладчики "Север-Инвест | Банка"»: the word for an organisation bears the case, those before it have none."""
    last = tokens[-1]
    whole = len(tokens) > 1 and head.i < last.i and head.feats.get("Case") in (None, "Nom") and last.text.istitle()
    return whole and last.feats.get("Case") == "Gen" and stage.lexicon.kinds.at(stage.doc, last.i) is not None


def fuller(stage: Stage, text: str) -> Part | None:
    """«Совет» after «Сирийский совет по надзору …»: the one organisation whose name holds all its words, the noun first."""
    own = content(text)
    if text.isupper() or not own:
        return None
    bodies = (p for p in stage.parts.values() if p.kind in ("organization", "state_body"))
    fits = [p for p in bodies if own <= content(p.name) and _leads(own, p.name) and not _part_of(text, p.name)]
    return fits[0] if len(fits) == 1 else None


def _part_of(text: str, name: str) -> bool:
    """«ДПС ГУВД» is no other name of the «ГУВД»."""
    first = text.split()[0]
    return first.isupper() and first not in name.split()


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
    return frozenset(part for w in re.findall(r"[\w-]{4,}", name) for part in _parts(w.lower()))


def _parts(word: str) -> tuple[str, ...]:
    """«облсуд» is an «областной суд»."""
    short = SHORT.fullmatch(word)
    if short is None:
        return (word.rstrip("аеиоуыэюяйьмх"),)
    return (SEATS[short[1]], *((short[2],) if len(short[2]) > 3 else ()))


def kind_of(stage: Stage, name: str, first: int, last: int) -> str:
    """The kind that the common noun before the name tells, its own noun or its ending; an organisation if none does."""
    own = stage.lexicon.kinds.at(stage.doc, top(stage, first, last).i)
    body = stage.lexicon.bodies.at(stage.doc, first)
    if body is not None or (own is not None and own.entry.kind == "state_body"):
        return "organization" if international(stage, first, last) else "state_body"
    if own is not None and own.entry.kind == "media" and not own.entry.refers:
        return "media"  # «Центральное телевидение»; an «агентство» may be the state's
    for i in () if own else (first - 1, first - 2):
        if i >= 0 and (hit := stage.lexicon.kinds.at(stage.doc, i)) and not official_site(stage, hit.head):
            return hit.entry.kind
    longer = stage.lexicon.authority.at(stage.doc, first)  # «BBC Persian»
    if longer is not None and longer.entry.kind == "media":
        return "media"
    ending = name.split()[-1]
    return kind_by_ending(stage.lexicon, ending[0].upper() + ending[1:]) or "organization"


def official_site(stage: Stage, noun: Token) -> bool:
    """«на официальном сайте "Омича"»: somebody's own, no outlet called so."""
    return any(t.lemma == "официальный" for t in stage.doc.children(noun, "amod"))


def international(stage: Stage, first: int, last: int) -> bool:
    """«комитет ООН против пыток», «отдел Лимского патриархата» belong to no state."""
    inside = (stage.on(i) for i in range(first, last))
    return any(part is not None and part.kind == "organization" and not part.country for part in inside)


def initials(name: str) -> set[str]:
    """The abbreviations a name may have: «Движение против нелегальной иммиграции» → ДПНИ, ДНИ."""
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isalpha()]
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if len(w) > 3).upper()}
