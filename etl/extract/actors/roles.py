"""Roles of named persons: the office before the name or after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from etl.extract.actors.offices import AGE, PREPOSITIONS, add_role, is_office, is_person_noun
from etl.extract.actors.phrases import left, participle, phrase
from etl.extract.actors.shared import several
from etl.extract.actors.stage import Cue, Part, Stage
from etl.extract.actors.titles import SEPARATORS, agree, before, unbroken
from etl.morphology import CYRILLIC
from etl.records import Mention, Token

FOLLOWING = PREPOSITIONS | {"с", "против"}  # «борец с коррупцией»
YEARS = {"год", "лето"}


def find_roles(stage: Stage) -> None:
    """«госсекретарь США Энтони Блинкен», «Тигран Балаян, пресс-секретарь МИД Армении»."""
    for mention in list(stage.mentions):
        part = stage.parts[mention.actor]
        if part.kind != "person" or mention.resolution != "named":
            continue
        name = stage.doc.within(mention.span)
        begin, end = name[0].i, name[-1].i + 1
        groups = [list(before(stage, name[0], mention)), *after(stage, name[-1], mention)]
        for offices in groups:
            _listed(stage, part, offices)
        for first, last, noun in (office for offices in groups for office in offices):
            add_role(stage, part, first, last, noun)
            if several(stage, noun):
                continue  # the noun means them all
            begin, end = min(begin, first), max(end, last)
            stage.mention(part, begin, end, noun, "office and name")


def _listed(stage: Stage, part: Part, offices: list[Cue]) -> None:
    """«начальник штаба полковник …», «сенатор, лидер партии …»: the list is a role too, as the text has it."""
    listed = sorted((o for o in offices if o[2].lemma not in stage.role_words("address")), key=lambda o: o[0])
    if len(listed) < 2:
        return
    text = ""
    for (first, last, noun), following in zip_longest(listed, listed[1:]):
        first += bool(AGE.fullmatch(stage.doc.tokens[first].text))
        text += phrase(stage.doc, first, last, noun)
        if following is not None:
            tokens = stage.doc.tokens
            text += stage.doc.text[tokens[last - 1].stop : tokens[following[0]].start] if last <= following[0] else " "
    first, last = listed[0][0], max(last for _, last, _ in listed)
    noun = next((noun for _, _, noun in listed if is_office(stage, noun)), listed[0][2])
    add_role(stage, part, first, last, noun, "offices in a list", " ".join(text.split()))


# ── after the name ──


def after(stage: Stage, name: Token, mention: Mention) -> Iterator[list[Cue]]:
    """Offices between commas, brackets or after a dash: «Тигран Балаян, пресс-секретарь МИД Армении, депутат и врач, …»."""
    tokens, end = stage.doc.tokens, stage.doc.sentence(name).last
    i = _past_details(stage, name.i + 1, end)
    while i + 1 < end and tokens[i].text in (",", "(", "—", "–", "-"):
        found = _beginning_at(stage, i + 1, end, name, mention)
        if not found:
            return
        yield found
        i = found[-1][1]
        if i >= end or tokens[i].text != ",":
            return


def _beginning_at(stage: Stage, begin: int, end: int, name: Token, mention: Mention) -> list[Cue]:
    """The offices, joined by «и», that take up everything from `begin` to the next mark and agree with the name before it."""
    tokens = stage.doc.tokens
    words = tokens[begin : min(end, begin + 5)]
    noun = next((t for t in words if t.pos not in ("ADJ", "ADV", "NUM") and not _attribute(stage, t)), None)
    if noun is None or noun.i in stage.claimed or not is_person_noun(stage, noun) or not agree(stage, noun, name, mention):
        return []
    found = [(begin, stage.reach(noun, noun.i + 1, stage.names_apart(noun), FOLLOWING), noun)]
    while second := _and_another(stage, noun, found[-1][1]):
        last = stage.reach(second, second.i + 1, stage.names_apart(second), FOLLOWING)
        found.append((found[-1][1] + 1, last, second))
    mark = next((i for i in range(noun.i + 1, end) if tokens[i].text in SEPARATORS | {"(", ")"}), end)
    begins, stop, last_noun = found[-1]
    if stop < mark and unbroken(stage, last_noun, mark, FOLLOWING):
        stop = mark
        found[-1] = (begins, stop, last_noun)
    more = stop + 1 < end and tokens[stop].text == "и" and not stage.on_person(stop + 1)  # «министр и временно исполняющий …»
    fits = left(stage.doc, noun, noun.i) == begin and (stop == mark or more) and not _new_name(stage, stop, end)
    return found if fits else []


def _attribute(stage: Stage, t: Token) -> bool:
    """A participle that is no office of its own, as «управляющий» is."""
    return participle(t) and not is_person_noun(stage, t)


def _and_another(stage: Stage, noun: Token, stop: int) -> Token | None:
    """The second noun of «директор и совладелец агентства»."""
    if stop >= stage.doc.sentence(noun).last - 1 or stage.doc.tokens[stop].text != "и":
        return None
    after = stage.doc.tokens[stop + 1 : stage.doc.sentence(noun).last]
    second = next((t for t in after if t.pos != "ADJ" and not participle(t)), None)
    fits = second is not None and second.rel == "conj" and second.feats.get("Case") == noun.feats.get("Case")
    return second if fits and second is not None and is_person_noun(stage, second) else None


def _past_details(stage: Stage, i: int, end: int) -> int:
    """After the brackets and the age of «Ханс Мюллер (Hans Müller), 41 год, мэр …»."""
    tokens = stage.doc.tokens
    if i < end and tokens[i].text == "(":
        closing = next((k for k in range(i + 1, min(i + 7, end)) if tokens[k].text == ")"), None)
        foreign = closing is not None and not any(CYRILLIC.search(t.text) for t in tokens[i:closing])
        if closing is not None and (foreign or _an_age(stage, i + 1, closing)):
            i = closing + 1
    return i + 3 if i + 3 < end and tokens[i].text == "," and _an_age(stage, i + 1, i + 3) else i


def _an_age(stage: Stage, begin: int, end: int) -> bool:
    """«34 года», «41»."""
    words = stage.doc.tokens[begin:end]
    return bool(words) and words[0].text.isdigit() and all(t.lemma in YEARS for t in words[1:])


def _new_name(stage: Stage, stop: int, end: int) -> bool:
    """«Иванов, министр Петров и …»: the office belongs to the name that follows it."""
    return stop < end and stage.on_person(stop)
