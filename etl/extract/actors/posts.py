"""An office that is spoken of without its holder: «пост президента», «выбирать президента», «в честь президента»."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.extract.actors.offices import is_person_noun
from etl.extract.actors.phrases import QUOTES
from etl.extract.actors.stage import Stage
from etl.extract.words import DASHES
from etl.records import Token

YEAR = re.compile(r"[12]\d{3}|гг?\.?|года|годах")
ANYBODY = frozenset({"каждый", "любой", "всякий", "никакой"})
HONOURING = frozenset({"честь", "имя", "память"})


def only_the_office(stage: Stage, head: Token, first: int) -> bool:
    """Whether the words from `first` around their head mean nobody in particular."""
    return any(rule(stage, head, first) for rule in RULES)


def of_a_post(stage: Stage, head: Token, first: int) -> bool:
    """«пост президента», «выборы мэра»"""
    up = stage.doc.head(head)
    return up is not None and head.rel == "nmod" and up.lemma in stage.role_words("post")


def as_what(stage: Stage, head: Token, first: int) -> bool:
    """«как председатель»"""
    return first > 0 and stage.doc.tokens[first - 1].lemma == "как"


def given(stage: Stage, head: Token, first: int) -> bool:
    """«будут выбирать президента»; «назначил министра послом» is done to the minister"""
    verb = stage.doc.head(head)
    if verb is None or head.rel != "obj" or verb.lemma not in stage.role_words("giving"):
        return False
    return not any(t.feats.get("Case") == "Ins" for t in stage.doc.children(verb, "obl", "xcomp", "iobj"))


def said_of_somebody(stage: Stage, head: Token, first: int) -> bool:
    """«Громов – не единственный президент в регионе»"""
    return stage.doc.child(head, "nsubj") is not None


def said_of_the_subject(stage: Stage, head: Token, first: int) -> bool:
    """«Громов воевал на юге, ветеран двух войн»: what the subject is, which the parser hangs on the verb before the comma."""
    verb = stage.doc.head(head)
    if verb is None or verb.pos != "VERB" or not verb.i < first or head.rel not in ("conj", "nsubj"):
        return False
    commas = [t.i for t in stage.doc.tokens[verb.i : first] if t.text == ","]
    return commas == [first - 1] and head.feats.get("Case") == "Nom" and stage.doc.child(head, "cop") is None


def in_a_list_of_years(stage: Stage, head: Token, first: int) -> bool:
    """«В 1984–1989 гг. – секретарь обкома»"""
    before = [t.text for t in stage.doc.tokens[stage.doc.sentence(head).first : first] if t.text != "."]
    return len(before) > 1 and before[-1] in DASHES and YEAR.fullmatch(before[-2]) is not None


def a_byname(stage: Stage, head: Token, first: int) -> bool:
    """«известная как "королева гламура"»"""
    sentence = stage.doc.sentence(head)
    before = [t for t in stage.doc.tokens[sentence.first : first] if t.text in QUOTES]
    quoted = len(before) % 2 == 1 and before[-1].i == first - 1
    after = stage.doc.tokens[head.i + 1 : min(head.i + 4, sentence.last)]
    return quoted and head.text[0].islower() and any(t.text in QUOTES for t in after)


def anybody(stage: Stage, head: Token, first: int) -> bool:
    """«каждый член партии», «любой министр»"""
    return any(t.lemma in ANYBODY for t in stage.doc.children(head, "det", "amod"))


RULES: tuple[Callable[[Stage, Token, int], bool], ...] = (
    of_a_post,
    as_what,
    given,
    said_of_somebody,
    said_of_the_subject,
    in_a_list_of_years,
    a_byname,
    anybody,
)


def only_whose(stage: Stage, head: Token) -> bool:
    """«дочь экс-президента», «посланник президента США», «в честь президента»: of a holder nobody named it says nothing more"""
    up = stage.doc.head(head)
    return up is not None and head.rel == "nmod" and (up.lemma in HONOURING or is_person_noun(stage, up))
