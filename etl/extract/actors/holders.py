"""Persons without a name: «глава МИД Казахстана», «источник в администрации», «один из демонстрантов»."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.actors.appositions import in_apposition
from etl.extract.actors.beside import named_beside
from etl.extract.actors.complements import points_back, said_before
from etl.extract.actors.name_reading import named
from etl.extract.actors.offices import (
    HEADS,
    LEADERS,
    PREPOSITIONS,
    Office,
    add_role,
    office,
)
from etl.extract.actors.phrases import (
    attribute_in_nominative,
    declined,
    joined,
    left,
    uncapitalised,
)
from etl.extract.actors.posts import only_the_office, only_whose
from etl.extract.actors.predicates import is_predicate
from etl.extract.actors.references import refer
from etl.extract.actors.spellings import best_name
from etl.extract.actors.stage import Cue, Part, Stage
from etl.morphology import in_case
from etl.records import Mention, Token

# Of these an article may well have several: a bare one tells nobody.
COMMON = {"predstavitel", "istochnik", "sobesednik", "sotrudnik", "ochevidets", "chlen", "deputat", "sovetnik", "uchastnik"}

SOURCES = {"sobesednik", "istochnik"}
DAYS = {"год", "месяц", "интервью", "эфир", "ход", "беседа", "разговор"}  # «сообщил источник в беседе с …»
OCCUPATIONS = {"diplomat", "politik", "chinovnik", "general", "advokat", "deputat", "senator"}


def find_holders(stage: Stage) -> None:
    """One person whom the office names; a bare office points back, see references. Offices in something named come first."""
    later = []
    for cue in _unclaimed(stage):
        if _named_after_all(stage, cue):
            continue
        held = office(stage, *cue)
        described = held.position == "istochnik" and cue[0] < cue[2].i  # «военный источник»
        if (held.bare and not described) or (held.generic and _said_before(stage, held)):
            continue
        if _in_something_named(stage, cue) or described:
            _hold(stage, cue, held)
        else:
            later.append((cue, held))
    for cue, held in later:
        _hold(stage, cue, held)


def _unclaimed(stage: Stage) -> Iterator[Cue]:
    """Phrases of an office that no named person has."""
    for t in stage.starts(stage.lexicon.positions):
        hit = stage.lexicon.positions.at(stage.doc, t.i)
        if hit is None or hit.head.i in stage.claimed or not _one_person(hit.head) or stage.doc.child(hit.head, "nummod"):
            continue
        first = left(stage.doc, hit.head, hit.first)
        if not only_the_office(stage, hit.head, first) and not is_predicate(stage, hit.head):
            last = stage.reach(hit.head, hit.last, stage.names_apart(hit.head) | _terms(stage, hit.head), PREPOSITIONS)
            yield first, _informed(stage, hit.head, _seated(stage, last)) if hit.entry.id in SOURCES else last, hit.head


def _terms(stage: Stage, head: Token) -> frozenset[int]:
    """«источник в правительстве | на условиях анонимности»: how one spoke, not who."""
    behind = stage.doc.tokens[head.i : stage.doc.sentence(head).last - 1]
    return frozenset(t.i for t in behind if t.text == "на" and stage.doc.tokens[t.i + 1].lemma == "условие")


def _informed(stage: Stage, head: Token, last: int) -> int:
    """After «близкий к следствию» behind «источник,»."""
    comma, told = stage.doc.tokens[last : last + 2] if last + 1 < len(stage.doc.tokens) else (head, head)
    if comma.text != "," or told.pos != "ADJ" or told.head != head.i or stage.doc.child(told, "obl") is None:
        return last
    end = stage.doc.sentence(told).last
    return next((t.i for t in stage.doc.tokens[told.i : end] if t.text in (",", ".", ";", "—", "–")), end)


def _named_after_all(stage: Stage, cue: Cue) -> bool:
    """«губернатор Айовы Том Громов» whom the tagger took for nobody: names in apposition that end the phrase."""
    first, last, head = cue
    start = last
    while start > head.i + 1 and _a_name(stage, stage.doc.tokens[start - 1]):
        start -= 1
        if stage.doc.tokens[start].rel == "appos" and stage.doc.tokens[start].head == head.i:
            break  # «аким | Алматы | Болат Громов»
    name = stage.doc.tokens[start:last]
    if len(name) < 2 or name[0].rel != "appos" or name[0].head != head.i:
        return False
    person = named(stage.doc, start, last)
    part = stage.actor(best_name([person]), "person")
    part.gender = part.gender or person.gender
    stage.mention(part, start, last, name[0], "person")
    add_role(stage, part, first, start, head)
    stage.mention(part, first, last, head, "office and name")
    return True


def _a_name(stage: Stage, t: Token) -> bool:
    living = t.pos == "PROPN" and t.feats.get("Animacy") == "Anim" and t.text[0].isupper()
    return living and t.i not in stage.claimed and t.i not in stage.country_tokens and t.i not in stage.atlas.by_head


def _seated(stage: Stage, last: int) -> int:
    """After «в полиции» behind «источник агентства», wherever the parser hung it."""
    tokens, end = stage.doc.tokens, stage.doc.sentence(stage.doc.tokens[last - 1]).last
    noun = next((t for t in tokens[last + 1 : end] if t.pos != "ADJ"), None)
    if last >= end or tokens[last].text not in ("в", "во") or noun is None or noun.feats.get("Case") != "Loc":
        return last
    return stage.reach(noun, noun.i + 1) if noun.pos in ("NOUN", "PROPN") and noun.lemma not in DAYS else last


def _hold(stage: Stage, cue: Cue, held: Office) -> None:
    first, last, head = cue
    if held.position in OCCUPATIONS and not held.of and _national(stage, held, head):
        return
    known = next((p for find in SAME if (p := find(stage, held, cue))), None)
    if known is None and only_whose(stage, head):
        return
    while first < head.i < last - 1 and held.position in SOURCES and stage.doc.tokens[first].lemma in stage.role_words("unnamed"):
        first += 1  # «неназванный | источник в полиции»
    name = _name(stage, first, last, head)
    part = known or stage.actor(name, "person", held.country)
    part.gender = part.gender or head.feats.get("Gender")
    stage.mention(part, first, last, head, "office", "role")
    add_role(stage, part, first, last, head, text=name if held.position in SOURCES and "," in name else "")


def _said_before(stage: Stage, held: Office) -> bool:
    """Whether «глава ведомства» can point back to somebody's office."""
    same = HEADS if held.position in HEADS else {held.position}
    return any(o.position in same and not o.generic for offices in stage.offices.values() for o in offices)


def _name(stage: Stage, first: int, last: int, head: Token) -> str:
    """The office in the nominative, bodies in it under their full name: «глава МИД» → «глава МИД Казахстана»."""
    tokens = stage.doc.tokens[first:last]
    words = [declined(t, head) for t in tokens]
    for t in tokens[head.i + 1 - first :]:
        if t.pos == "ADJ" and t.head == head.i and stage.doc.tokens[t.i - 1].text == ",":
            words[t.i - first] = attribute_in_nominative(t, head)
    inner = dict.fromkeys(stage.mentions[stage.claimed[i]] for i in range(head.i + 1, last) if i in stage.claimed)
    told: set[int] = set()
    for mention in sorted(inner, key=lambda m: m.span.start - m.span.stop):  # the widest first: «отдел полиции», not «полиция»
        part, covered = stage.parts[mention.actor], [t.i for t in stage.doc.within(mention.span)]
        if not told.isdisjoint(covered):
            continue
        told.update(covered)
        if part.authority and '"' in mention.span.of(stage.doc.text) and part.kind != "person" and covered[-1] < last:
            words[covered[0] - first : covered[-1] + 1 - first] = [part.name] + [""] * (len(covered) - 1)  # РИА "Новости"
            continue
        if part.kind != "state_body" or covered[0] <= head.i or covered[-1] >= last:
            continue
        case = stage.doc.tokens[mention.head].feats.get("Case", "")
        if case == "Gen" or (case == "Loc" and mention.rule == "body again"):
            words[covered[0] - first : covered[-1] + 1 - first] = [in_case(part.name, case)] + [""] * (len(covered) - 1)
        elif part.country and len(covered) == 1 and part.name.endswith(owner := stage.whose(part.country)):
            words[covered[0] - first] += f" {owner}"  # «источник в МВД» → «источник в МВД России»
    bare = all(t.pos == "ADP" for t in tokens[head.i + 1 - first : -1])
    if bare and last - 1 not in stage.claimed and tokens[-1].head == head.i and points_back(stage, tokens[-1]):
        words[-1] = said_before(stage, tokens[-1])  # «источник в компании»
    for hit in (stage.country_tokens[i] for i in range(head.i + 1, last) if i in stage.country_tokens):
        if words[hit.first - first] == tokens[hit.first - first].text.upper():  # «президент РФ» is the «президент России»
            words[hit.first - first] = stage.whose(hit.entry.id)
    return uncapitalised(stage.doc, joined(stage.doc, tokens, words), tokens[0]).strip(" ,")


def _one_person(t: Token) -> bool:
    inanimate = t.feats.get("Animacy") == "Inan" and t.lemma not in ("глава", "источник")
    return t.pos in ("NOUN", "PROPN") and t.feats.get("Number") != "Plur" and not inanimate


def holder(stage: Stage, held: Office, cue: Cue) -> Part | None:
    """The one person of the article who holds this office."""
    keys = {k for k, offices in stage.offices.items() if any(o.agrees(held) and not o.bare for o in offices)}
    return stage.parts[keys.pop()] if len(keys) == 1 else None


def _in_something_named(stage: Stage, cue: Cue) -> bool:
    first, last, _ = cue
    return any(t.text[0].isupper() or stage.country_adjective(t) for t in stage.doc.tokens[first:last] if t.i != first)


def _national(stage: Stage, held: Office, head: Token) -> bool:
    """«иранский дипломат»: the person of that country spoken of last, if one stands out."""

    def fits(part: Part) -> bool:
        return part.kind == "person" and part.country in (None, held.country) and part.gender in (None, head.feats.get("Gender"))

    return refer(stage, head, fits, "occupation and nation", "role", reach=3)


def _described_again(stage: Stage, held: Office, cue: Cue) -> Part | None:
    """«директор больницы» of a headline: the one person whom the article calls director of anything."""
    if held.country or held.position in COMMON or _in_something_named(stage, cue):
        return None
    keys = {k for k, offices in stage.offices.items() if any(o.position == held.position for o in offices)}
    return stage.parts[keys.pop()] if len(keys) == 1 else None


def named_barely(stage: Stage, held: Office, cue: Cue) -> Part | None:
    """«посол Чехии» where the article has one «посол Гавел» and no other ambassador."""
    if held.position in LEADERS or held.position in COMMON:
        return None
    keys = {k for k, offices in stage.offices.items() if any(o.position == held.position for o in offices)}
    part = stage.parts[keys.pop()] if len(keys) == 1 else None
    if part is None or not all(o.bare for o in stage.offices[part.key] if o.position == held.position):
        return None
    return part if part.country in (None, held.country) else None


def _source_again(stage: Stage, held: Office, cue: Cue) -> Part | None:
    """«собеседник агентства» after «источник агентства в полиции»: the source who spoke last."""
    _, last, head = cue
    if held.position not in SOURCES or held.of or any(t.pos == "ADP" for t in stage.doc.tokens[head.i + 1 : last]):
        return None
    before = [m for m in stage.mentions if m.head < head.i and _unnamed_speaker(stage, m)]
    return stage.parts[max(before, key=lambda m: m.head).actor] if before else None


def _unnamed_speaker(stage: Stage, mention: Mention) -> bool:
    offices = stage.offices.get(mention.actor, ())
    return mention.resolution == "role" and any(o.position in SOURCES or o.position == "predstavitel" for o in offices)


def _central(stage: Stage, held: Office, cue: Cue) -> Part | None:
    """«президент Казахстана» after a headline that names one person without an office: that person."""
    if held.country is None or held.country != stage.story_country or held.position not in LEADERS:
        return None
    head = cue[2]
    early = {m.actor for m in stage.mentions if stage.doc.tokens[m.head].sentence < 2 and m.span.stop <= head.start}
    persons = [stage.parts[k] for k in early if stage.parts[k].kind == "person"]
    fits = [p for p in persons if p.key not in stage.offices and p.gender in (None, head.feats.get("Gender"))]
    return fits[0] if len(fits) == len(persons) == 1 else None


def _apposed(stage: Stage, held: Office, cue: Cue) -> Part | None:
    return in_apposition(stage, cue[2])


def _beside(stage: Stage, held: Office, cue: Cue) -> Part | None:
    return None if held.position in COMMON or held.position in OCCUPATIONS else named_beside(stage, cue[2], held.country)


def _leader_by_country(stage: Stage, held: Office, cue: Cue) -> Part | None:
    """«американский лидер»: the one well-known person of that country in the article, if it gives him no office of his own."""
    if held.country is None or held.of or held.position not in LEADERS:
        return None
    named = [p for p in stage.parts.values() if p.kind == "person" and p.authority and p.country == held.country]
    return named[0] if len(named) == 1 and named[0].key not in stage.offices else None


# Whether the phrase means a person the article has already, the surest rule first.
SAME = (_apposed, holder, named_barely, _central, _leader_by_country, _source_again, _described_again, _beside)
