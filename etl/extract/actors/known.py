"""Organisations and media that the authority knows by name, and the common noun before a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from etl.extract.actors.groups import heard
from etl.extract.actors.lexicon import Hit
from etl.extract.actors.naming import taken_apart
from etl.extract.actors.no_persons import common_noun
from etl.extract.actors.phrases import OPENING, QUOTES, declined, left
from etl.extract.actors.proper import official_site
from etl.extract.actors.stage import Stage
from etl.extract.actors.venues import a_make
from etl.records import Token
from etl.vocabulary.entries import Authority
from etl.vocabulary.names import most_used

SHORT_NAME = 4  # words; a longer one is called by its abbreviation throughout: «ОДКБ»


def find_known(stage: Stage) -> None:
    """What the authority knows by name: «ЕС», «Организации Договора о коллективной безопасности (ОДКБ)»."""
    found = list(_hits(stage))
    spellings: dict[str, list[str]] = defaultdict(list)
    for hit in found:
        spellings[hit.entry.id].append(_spelling(stage, hit))
    for hit in found:
        if _national(stage, hit):
            continue
        name = _own_name(spellings[hit.entry.id], hit.entry.name)
        part = stage.actor(name, hit.entry.kind, hit.entry.country, hit.entry)
        part.gender = part.gender or hit.head.feats.get("Gender")
        first, head = with_kind_noun(stage, hit.first, hit.head)
        last = past_quote(stage, first, past_abbreviation(stage, hit.last))
        stage.mention(part, first, last, head, "authority")


def _national(stage: Stage, hit: Hit[Authority]) -> bool:
    """«Нигерийский Красный Крест»: a country's own, put on the stage under its own name."""
    nation = stage.doc.tokens[hit.first - 1] if hit.first else None
    if nation is None or nation.pos != "ADJ" or not nation.text[0].isupper() or hit.entry.kind != "organization":
        return False
    code = stage.country_adjective(nation)
    if code is None or hit.entry.country is not None:
        return False
    own = declined(nation, hit.head)
    part = stage.actor(f"{own[:1].upper()}{own[1:]} {hit.entry.name}", hit.entry.kind, code)
    stage.mention(part, hit.first - 1, hit.last, hit.head, "organization")
    return True


def _hits(stage: Stage) -> Iterator[Hit[Authority]]:
    past = 0
    for token in stage.starts(stage.lexicon.authority):
        hit = stage.lexicon.authority.at(stage.doc, token.i) if token.i >= past else None
        if hit is None or hit.first in stage.claimed or hit.entry.kind == "person" or _a_body_instead(stage, hit.first):
            continue
        if a_make(stage, hit.first):
            continue
        if (hit.last - hit.first == 1 and _only_a_word(stage, hit.head)) or _in_a_longer_name(stage, hit):
            continue
        yield hit
        past = hit.last


def _own_name(spellings: list[str], canonical: str) -> str:
    """The one used most; «Всемирный фонд (ВФ)» where the article first writes out a name that is not long."""
    first = spellings[0]
    written_out = canonical.isupper() and not first.isupper() and len(first.split()) <= SHORT_NAME
    return first if written_out else most_used(spellings, canonical)


def _spelling(stage: Stage, hit: Hit[Authority]) -> str:
    """Which of its names this is: «Всемирной организации здравоохранения», not «ВОЗ»; «РИА», «ЕС» are short for a fuller one,
    «NATO» is «НАТО».
    """
    names = (hit.entry.name, *hit.entry.aliases)
    name = next((n for n in names if n.replace("ё", "е") == hit.alias), hit.entry.name)
    latin = name.isascii() and hit.entry.name.isascii()
    abbreviated = name.isupper() and not latin and len(name) <= len(hit.entry.name)
    if abbreviated or hit.entry.name.startswith(f"{name} "):
        return hit.entry.name
    fuller = (n for n in names if n.startswith(f"{name} ") and hit.entry.kind == "organization")
    return next(fuller, name)  # «Генеральная ассамблея» is the «Генеральная ассамблея ООН»


def _a_body_instead(stage: Stage, first: int) -> bool:
    """«ВВС России», «удар ВВС» are an air force; «ВВС сообщает» is the authority's BBC."""
    hit = stage.lexicon.bodies.at(stage.doc, first)
    if hit is None or not hit.entry.owned:
        return False
    before = [t.lemma for t in stage.doc.tokens[max(0, first - 2) : first]]
    medium = before == ["ссылка", "на"] or (first > 0 and stage.lexicon.kinds.at(stage.doc, first - 1) is not None)
    return taken_apart(stage, hit.head, hit.first, hit.last).country is not None or not (heard(stage, hit.head) or medium)


def _in_a_longer_name(stage: Stage, hit: Hit[Authority]) -> bool:
    """«BBC Persian», «Life.kg»: another medium, whose Latin name the tagger has whole; «Sunday | Telegraph» whatever it has."""
    before = stage.doc.tokens[hit.first - 1].text if hit.first else ""
    if hit.head.text.isascii() and before.isascii() and before[:1].isupper() and before.isalpha() and before != "The":
        return True
    whole = any(e.kind == "ORG" and e.first <= hit.first and hit.last < e.last for e in stage.doc.entities)
    after = [t.text for t in stage.doc.tokens[hit.last : hit.last + 2]]
    return whole and any(w.isascii() and w.isalpha() for w in after[after[:1] == ["."] :][:1])


def _only_a_word(stage: Stage, token: Token) -> bool:
    """«Спутник взят на управление», «Корреспондент Би-би-си сообщает»: a common noun that begins the sentence is no newspaper,
    unless it speaks, and is nobody's."""
    doc = stage.doc
    begins = token.i == doc.sentence(token).first
    up, following = doc.head(token), doc.tokens[token.i + 1 : token.i + 2]
    speaks = up is not None and up.lemma in stage.speech_verbs
    described = doc.child(token, "nmod") is not None or any(t.pos == "PROPN" for t in following)
    return begins and common_noun(token) and (described or not speaks)


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
    if kind is None or kind.entry.kind == "state_body" or official_site(stage, kind.head):
        return first, head
    return left(stage.doc, tokens[i], i), tokens[i]


def past_quote(stage: Stage, first: int, last: int) -> int:
    """After the closing quotation mark, if the mention holds the opening one."""
    tokens = stage.doc.tokens
    opened = any(t.text in OPENING for t in tokens[first:last])
    return last + 1 if opened and last < len(tokens) and tokens[last].text in QUOTES else last


def past_abbreviation(stage: Stage, last: int) -> int:
    """After «(ОДКБ)» if the name is followed by its abbreviation."""
    tokens = stage.doc.tokens[last : last + 3]
    closes = len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].text.isupper()
    return last + 3 if closes else last
