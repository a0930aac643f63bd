"""Offices of several persons that stand once before the list of their names."""

from __future__ import annotations

from etl.extract.actors.offices import PREPOSITIONS
from etl.extract.actors.phrases import case_of, left
from etl.extract.actors.stage import Cue, Stage
from etl.records import Mention, Token

NEAR = 8  # tokens such an office may stand before its names


def shared_office(stage: Stage, name: Token, mention: Mention) -> Cue | None:
    """«актеры Иван Громов и Петр Ларин», «два артиста - …»: an office for several, before a list of names, is that of each."""
    tokens, start, head = stage.doc.tokens, stage.doc.sentence(name).first, stage.doc.tokens[mention.head]
    begin = _list_begins(stage, name.i, start)
    stop = begin - 1 if begin > start and tokens[begin - 1].text in ("-", "—", "–", ":") else begin
    listed = begin < name.i or _list_goes_on(stage, mention)
    near = (t for t in reversed(tokens[max(start, stop - NEAR) : stop]) if several(stage, t)) if listed else ()
    found = [noun for noun in (stage.doc.head(head) if head.rel == "appos" else None, *near) if noun is not None]
    # «представители | сепаратистов Иван Громов и …»
    agreeing = [noun for noun in found if case_of(noun) == case_of(tokens[begin])]
    for noun in (*agreeing, *found[:2]):
        if noun.i >= stop or not several(stage, noun):
            continue
        if stage.reach(noun, noun.i + 1, stage.names_apart(noun) | {begin, stop}, PREPOSITIONS) == stop:
            return left(stage.doc, noun, noun.i), stop, noun
    return None


def _list_begins(stage: Stage, i: int, start: int) -> int:
    """Where the first name stands of the list that this name belongs to."""
    tokens = stage.doc.tokens
    while i - 2 >= start and tokens[i - 1].text in (",", "и") and stage.on_person(i - 2):
        before = stage.mentions[stage.claimed[i - 2]]
        first = stage.doc.at(before.span.start)
        if before.resolution != "named" or first is None or first.i < start or before.span.stop > tokens[i - 2].stop:
            break
        i = first.i
    return i


def _list_goes_on(stage: Stage, mention: Mention) -> bool:
    last = stage.doc.within(mention.span)[-1]
    end = stage.doc.sentence(last).last
    return last.i + 2 < end and stage.doc.tokens[last.i + 1].text in (",", "и") and stage.on_person(last.i + 2)


def several(stage: Stage, noun: Token) -> bool:
    """«депутаты», «два депутата»."""
    counted = noun.pos == "NOUN" and noun.feats.get("Animacy") == "Anim" and noun.feats.get("Case") == "Gen"
    office = noun.feats.get("Number") == "Plur" and stage.lexicon.positions.at(stage.doc, noun.i) is not None
    return many(noun) or office or (counted and stage.doc.child(noun, "nummod") is not None)


def many(noun: Token) -> bool:
    """A noun for several living beings."""
    return noun.pos == "NOUN" and noun.feats.get("Number") == "Plur" and noun.feats.get("Animacy") == "Anim"
