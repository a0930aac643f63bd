"""Organisations and media by the proper names that the tagger finds."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.actors.known import past_quote, with_kind_noun
from etl.extract.actors.naming import passing
from etl.extract.actors.offices import is_person_noun
from etl.extract.actors.phrases import OPENING, QUOTES, left, right
from etl.extract.actors.proper import content, fuller, initials, kind_of, proper_name, top
from etl.extract.actors.stage import Part, Stage
from etl.extract.actors.venues import is_a_venue, things
from etl.extract.reading import BODIES
from etl.morphology import CYRILLIC, tags
from etl.records import Entity, Token

PREPOSITIONS = frozenset({"по", "против", "за", "с"})
LONGEST = 9  # words of a name in quotation marks
NOTES = {"прим", "примечание"}
OCCASIONS = {"дело", "повод", "факт", "случай"}  # «жюри по делу о взрыве»: what for, not which


def find_named(stage: Stage) -> None:
    """Organisations by their proper name alone, the longest spelling first, so that abbreviations find their name."""
    short = {key: part for part in stage.parts.values() if part.kind in BODIES for key in initials(part.name)}
    sure: set[str] = set()  # keys of those met in the nominative
    known = things(stage)
    found = [(e, _bounds(stage, e)) for e in stage.doc.entities if e.kind == "ORG" and not _taken(stage, e, known)]
    for entity, (first, last, abbreviation) in sorted(
        found, key=lambda f: (_bracketed(stage, f[0]), -len(_words(stage, *f[1][:2])))
    ):
        if first >= last or _claimed(stage, entity):
            continue
        head = top(stage, first, last)
        text = proper_name(stage, first, last, head)
        part = short.get(text.upper()) or _before_brackets(stage, entity) or fuller(stage, text)
        kind = kind_of(stage, text, first, last)
        part = part or stage.actor(text, kind)
        if part.kind == "organization" and kind == "media" and part.authority is None:
            part.kind = kind  # «The Voice» is «газета The Voice» further on
        if _nominative(stage, first, head):
            _renamed(part, text, part.key in sure)
            sure.add(part.key)
        part.gender = part.gender or head.feats.get("Gender")
        for key in {abbreviation, *initials(text)} - {""}:
            short.setdefault(key, part)
        begin, head = with_kind_noun(stage, first, head)
        stage.mention(part, begin, past_quote(stage, begin, last), head, "organization")


def _nominative(stage: Stage, first: int, head: Token) -> bool:
    """«Утро» as a subject, or in quotation marks after a common noun, whatever the case of that."""
    tokens = stage.doc.tokens
    quoted = first > 1 and tokens[first - 1].text in QUOTES and stage.lexicon.kinds.at(stage.doc, first - 2) is not None
    return quoted or (head.rel.startswith("nsubj") and head.feats.get("Case") == "Nom")


def _renamed(part: Part, text: str, surely: bool) -> None:
    """Another form of the same words replaces a name that was met in some other case: «Амурметалла» → «Амурметалл»."""
    same = len(text.split()) == len(part.name.split()) and content(text) == content(part.name)
    if same and not surely and part.authority is None and not text.isupper():
        part.name = text


def _bracketed(stage: Stage, entity: Entity) -> bool:
    tokens = stage.doc.tokens
    alone = entity.first > 0 and tokens[entity.first - 1].text == "(" and entity.last < len(tokens)
    return alone and (tokens[entity.last].text == ")" or tokens[entity.last - 1].text == ")")


def _before_brackets(stage: Stage, entity: Entity) -> Part | None:
    """«"Рассвет" (ООО "Утро")»: the second name of the organisation before the brackets."""
    if not _bracketed(stage, entity):
        return None
    i = entity.first - 2
    part = stage.on(i - 1 if stage.doc.tokens[i].text in QUOTES and i not in stage.claimed else i)
    return part if part is not None and part.kind in ("organization", "media") else None


def _claimed(stage: Stage, entity: Entity) -> bool:
    """Whether the name is another's already; «Горного флота» in «прокуратура Горного флота» is an organisation besides."""
    owners = {stage.claimed[i] for i in range(entity.first, entity.last) if i in stage.claimed}
    if not owners:
        return False
    noun = stage.lexicon.bodies.at(stage.doc, entity.first - 1) if entity.first else None
    if noun is not None and noun.last >= entity.last:
        return True  # the second word of «ГУ МВД»
    outer = stage.mentions[owners.pop()] if len(owners) == 1 else None
    return outer is None or stage.parts[outer.actor].kind != "state_body" or outer.head >= entity.first


def _words(stage: Stage, first: int, last: int) -> frozenset[str]:
    return content(" ".join(t.text for t in stage.doc.tokens[first:last]))


def _taken(stage: Stage, entity: Entity, known: frozenset[str]) -> bool:
    if _collective(stage, entity) or _common(stage, entity) or _tells(stage, entity) or _of_what(stage, entity):
        return True  # «СМИ»
    outlet = (stage.article.outlet or "").lower().split(".")[0]
    own = bool(outlet) and outlet in entity.span.of(stage.doc.text).lower()
    credit = stage.doc.sentence(stage.doc.tokens[entity.first]).kind == "credit"
    return own or credit or entity.first in stage.country_tokens or is_a_venue(stage, entity, known) or _aside(stage, entity)


def _tells(stage: Stage, entity: Entity) -> bool:
    """«"Коалиция распалась"»: words that somebody says."""
    inside = stage.doc.tokens[entity.first : entity.last]
    return any(t.pos == "VERB" and t.feats.get("VerbForm") == "Fin" and t.text.islower() for t in inside)


def _of_what(stage: Stage, entity: Entity) -> bool:
    """«Организация специального комитета началась»: a deed that owes its capital to the sentence."""
    first, *rest = stage.doc.tokens[entity.first : entity.last]
    opens = first.i == stage.doc.sentence(first).first
    return opens and first.lemma == "организация" and bool(rest) and all(t.text.islower() for t in rest)


def _collective(stage: Stage, entity: Entity) -> bool:
    """«Партии оппозиции» are a group, «Партия рыбаков» is one organisation."""
    hit = stage.lexicon.collectives.at(stage.doc, entity.first)
    kind = stage.lexicon.kinds.at(stage.doc, entity.first)
    one = kind is not None and kind.head.feats.get("Number") == "Sing" and entity.last > kind.last
    return hit is not None and not one


def _aside(stage: Stage, entity: Entity) -> bool:
    """«(прим. Вестника)», «командующий ВВС и войск ПВО»: who writes, and a force that may be any country's."""
    body = stage.lexicon.bodies.at(stage.doc, entity.first)
    note = {t.text.lower() for t in stage.doc.tokens[max(0, entity.first - 3) : entity.first]} & NOTES
    return bool(note) or (body is not None and body.entry.owned)


def _common(stage: Stage, entity: Entity) -> bool:
    """One capitalised common noun: «Агентство» points back, «Спецпрокурор» is an office."""
    token = stage.doc.tokens[entity.first]
    head = top(stage, entity.first, entity.last)
    if head.feats.get("Animacy") == "Anim" and stage.lexicon.positions.at(stage.doc, head.i) is not None:
        return True  # «Омский транспортный прокурор»
    if entity.last - entity.first > 1 or (entity.first and stage.doc.tokens[entity.first - 1].text in QUOTES):
        return False
    kind = stage.lexicon.kinds.at(stage.doc, token.i) is not None
    office = stage.lexicon.positions.at(stage.doc, token.i) is not None
    return kind or office or (is_person_noun(stage, token) and stage.on_person(entity.last))


def _bounds(stage: Stage, entity: Entity) -> tuple[int, int, str]:
    """The name without marks and bracketed abbreviation (given apart), with the adjectives and genitives that belong to it."""
    first, last, abbreviation = entity.first, entity.last, ""
    tokens = stage.doc.tokens
    opened = next((i for i in range(first, last) if tokens[i].text == "("), None)
    if opened is not None:
        abbreviation = tokens[opened + 1].text if opened + 1 < len(tokens) else ""
        last = opened
    opening = next((i for i in range(first, last - 1) if tokens[i].text in OPENING), None)
    last = _first_name_ends(stage, first, last)
    if (opening is not None and opening - first == 1 and stage.lexicon.kinds.at(stage.doc, first)) or _by_its_kind(stage, entity):
        first = (opening or first) + 1  # «Компания «Восток», «Организация Эргенекон» was tagged with its common noun
    while first < last and (not tokens[first].text[0].isalnum() or _opens_only(stage, tokens[first])):
        first += 1
    while first < last and not tokens[last - 1].text[0].isalnum():
        last -= 1
    if first == last:
        return first, last, ""
    head = top(stage, first, last)
    dash = next((i for i in range(first + 1, last - 1) if tokens[i].text in ("-", "—", "–")), None)
    if dash is not None and not any(t.text in OPENING for t in tokens[max(0, first - 1) : dash]):
        first, head = dash + 1, top(stage, dash + 1, last)  # «Оппозиционные партии — Народный фронт …»
    in_quotes = first > 0 and tokens[first - 1].text in QUOTES and not _closes(stage, tokens[first - 1])
    if in_quotes and tokens[first - 1].text in OPENING:
        last = _quotation_ends(stage, first, last)
    named_adjective = tokens[first].pos == "ADJ" and tokens[first].text[0].isupper()
    if not in_quotes and (not tokens[first].text.isupper() or _of_another(stage, head, last)):
        first = first if named_adjective else left(stage.doc, head, first)
        while first < head.i and (
            (head.text[0].isupper() and _says_how(tokens[first].text))  # «влиятельный Комитет по торговле»
            or (tokens[first].text.islower() and passing(stage, tokens[first]))  # but «Объединенный фронт»
            or (tokens[first].text.islower() and (stage.country_adjective(tokens[first]) or head.text.isascii()))
            or (head.text.isascii() and _opens_with_a_country(stage, tokens[first]))
        ):
            first += 1
        further = right(stage.doc, head, last, stage.persons_behind(last), PREPOSITIONS)
        last = last if any(t.lemma in OCCASIONS for t in tokens[last:further]) else further
    following = tokens[last : last + 3]
    if len(following) == 3 and following[0].text == "(" and following[2].text == ")" and following[1].text.isupper():
        abbreviation = following[1].text
    return first, last, abbreviation


def _closes(stage: Stage, mark: Token) -> bool:
    """The second mark of «"Тайгер" Черноморского флота», which looks like the first."""
    before = stage.doc.tokens[stage.doc.sentence(mark).first : mark.i]
    return mark.text == '"' and sum(t.text == '"' for t in before) % 2 == 1


def _by_its_kind(stage: Stage, entity: Entity) -> bool:
    """«Организация Эргенекон»: a noun that opens the sentence, the name in apposition to it; «Банк Москвы» is a name itself."""
    tokens, kind = stage.doc.tokens, stage.lexicon.kinds.at(stage.doc, entity.first)
    name = tokens[kind.last] if kind is not None and kind.last < entity.last else None
    opens = kind is not None and kind.entry.refers and kind.first == stage.doc.sentence(kind.head).first
    return opens and name is not None and name.text[0].isupper() and name.feats.get("Case") in ("Nom", None)


def _opens_with_a_country(stage: Stage, t: Token) -> bool:
    """«Норвежская Yara»: a capital that only its sentence gives."""
    return t.i == stage.doc.sentence(t).first and stage.country_adjective(t) is not None


def _opens_only(stage: Stage, t: Token) -> bool:
    """«Накануне Управление …», «Создана согласительная комиссия»: a sentence's first word that is no part of the name."""
    verb = t.pos == "VERB" and (t.feats.get("VerbForm") == "Fin" or t.feats.get("Variant") == "Short")
    return t.i == stage.doc.sentence(t).first and (verb or t.pos in ("ADV", "ADP", "CCONJ", "PART"))


def _of_another(stage: Stage, head: Token, last: int) -> bool:
    """«ЦК | Компартии», «ДПС | ГУВД»: an abbreviation of a part, before the name of the whole."""
    after = stage.doc.tokens[last] if last < len(stage.doc.tokens) else None
    if after is None or after.rel != "nmod" or after.head != head.i:
        return False
    whole = stage.on(after.i)
    named = any(e.kind == "ORG" and e.first == after.i for e in stage.doc.entities)
    return named or (whole is not None and whole.kind in ("organization", "state_body"))


def _quotation_ends(stage: Stage, first: int, last: int) -> int:
    """«"Комитет обманутых | вкладчиков"»: all words of a short quotation that begins with the name."""
    tokens = stage.doc.tokens[last : min(first + LONGEST, stage.doc.sentence(stage.doc.tokens[first]).last)]
    end = next((t for t in tokens if not t.text[0].isalnum() or t.feats.get("VerbForm") == "Fin"), None)
    return end.i if end is not None and end.text in QUOTES else last


def _first_name_ends(stage: Stage, first: int, last: int) -> int:
    """«Evraz | Горный комбинат», «ООО "Мита" | Юшкина»: two names that the tagger took for one."""
    tokens = stage.doc.tokens
    marks = [i for i in range(first, last) if tokens[i].text in QUOTES]
    if len(marks) == 2 and marks[1] < last - 1:
        return marks[1]
    if marks or not tokens[first].text.isascii():
        return last
    return next((i for i in range(first + 1, last) if CYRILLIC.match(tokens[i].text) and tokens[i].text[0].isupper()), last)


@lru_cache(maxsize=20_000)
def _says_how(word: str) -> bool:
    """A lower-case adjective that judges («влиятельный») and does not tell which one («областной»)."""
    return word.islower() and any("Qual" in tag for tag in tags(word))
