"""Walks over the tree that events need: who does it, to whom, and what stands in its clause."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.dates.governing import clause_verb, heads_clause, reach
from etl.morphology import lemmas
from etl.records import Doc, Span, Token

# Nouns that only say how many.
MANY = frozenset(
    {"группа", "толпа", "часть", "ряд", "множество", "сотня", "тысяча", "десяток", "большинство", "несколько"}
    | {"пара", "половина", "треть", "миллион", "отряд", "экипаж", "команда", "семья", "колонна", "делегация", "число"}
)

__all__ = [
    "MANY",
    "clause_span",
    "clause_verb",
    "entered",
    "heads_clause",
    "instruments",
    "is_passive",
    "lemma",
    "lemma_readings",
    "objects",
    "reach",
    "subject",
    "support",
]


def lemma(token: Token) -> str:
    """The dictionary form, ё as е."""
    return token.lemma.replace("ё", "е")


def lemma_readings(token: Token) -> frozenset[str]:
    """All dictionary forms a noun may have: «выборов» of «выбор» and of «выборы»; of other words the tagger's,
    of a reflexive passive also the plain verb: «задерживались» of «задерживать»."""
    if token.lemma.endswith("ся") and is_passive(token):
        return frozenset({lemma(token), lemma(token)[:-2]})
    return _readings(token.text, token.lemma, token.pos in ("NOUN", "PROPN"))


@lru_cache(maxsize=1 << 16)
def _readings(text: str, tagged: str, noun: bool) -> frozenset[str]:
    return frozenset({tagged.replace("ё", "е")}) | (lemmas(text) if noun else frozenset())


def is_passive(token: Token) -> bool:
    return token.feats.get("Voice") == "Pass"


def described(doc: Doc, token: Token) -> Token | None:
    """The noun that a participle stands with: 'банк' for «банк, ограбленный ночью»."""
    return doc.head(token) if token.feats.get("VerbForm") == "Part" and token.rel in ("acl", "amod") else None


def described_in_full(doc: Doc, token: Token) -> tuple[Token, ...]:
    """That noun with its adjectives and what is beside it: «комендантский час», введенный ночью; «план "Перехват"»."""
    noun = described(doc, token)
    return (noun, *doc.children(noun, "amod", "appos", "nmod")) if noun is not None else ()


def subject(doc: Doc, token: Token) -> Token | None:
    """The grammatical subject: its own, that of the verb it is coordinated with or depends on, or the noun of a participle."""
    if own := doc.child(token, "nsubj"):
        return meant(doc, own)
    if noun := described(doc, token):
        return noun
    head = doc.head(token)
    return subject_above(doc, head, token) if head is not None and shares_subject(head, token) else None


def meant(doc: Doc, token: Token) -> Token:
    """The noun that «который» stands for."""
    if lemma(token) != "который":
        return token
    clause = clause_verb(doc, token)
    antecedent = doc.head(clause) if clause is not None else None
    return antecedent or token


def shares_subject(head: Token, token: Token) -> bool:
    """«вышли и захватили», «начал стрелять», «выступая», «мэр заявил, что разрешил», but not «полиция сообщила, что задержали»"""
    if token.rel == "conj" or token.rel == "xcomp" or (token.rel == "advcl" and token.feats.get("VerbForm") in ("Conv", "Inf")):
        return True
    agree = all(token.feats.get(f) == head.feats.get(f) for f in ("Number", "Gender"))
    return token.rel == "ccomp" and agree and token.feats.get("Number") == "Sing" and token.feats.get("Tense") == "Past"


def subject_above(doc: Doc, head: Token, token: Token) -> Token | None:
    """«получил травмы и был задержан» share it, whatever their voice; what only depends on a verb must be of its voice"""
    shared = token.rel == "conj" or is_passive(head) == is_passive(token)
    return doc.child(head, "nsubj") or doc.child(head, "nsubj:pass") if head.pos in ("VERB", "ADJ") and shared else None


def instruments(doc: Doc, verb: Token) -> tuple[Token, ...]:
    """'судом' for «осужден судом»: who or what a passive verb says it was done by"""
    if not is_passive(verb):
        return ()
    return tuple(t for t in doc.children(verb, "obl") if t.feats.get("Case") == "Ins" and not doc.child(t, "case"))


def objects(doc: Doc, token: Token) -> tuple[Token, ...]:
    """What it is done to: the direct objects of an active verb, the subject of a passive one, the genitives of a noun."""
    if token.pos != "VERB":
        return tuple(t for t in doc.children(token, "nmod") if t.feats.get("Case") == "Gen" and not doc.child(t, "case"))
    if is_passive(token):
        return tuple(t for t in (subject(doc, token),) if t)
    own = doc.children(token, "obj", "iobj") or objects_of_the_next(doc, token) or objects_of_the_first(doc, token)
    return tuple(meant(doc, t) for t in own)


def objects_of_the_next(doc: Doc, token: Token) -> tuple[Token, ...]:
    """'сторожа' of the first verb in «похитили и убили сторожа»"""
    after = doc.child(token, "conj")
    near = after is not None and after.pos == "VERB" and after.i - token.i == 2 and not is_passive(after)
    return doc.children(after, "obj") if near and after is not None else ()


def objects_of_the_first(doc: Doc, token: Token) -> tuple[Token, ...]:
    """'сторожа' of the second verb in «сторожа задержали, но вскоре отпустили»: nobody is named as doer or object but once"""
    first = doc.head(token) if token.rel == "conj" else None
    if first is None or first.pos != "VERB" or is_passive(first):
        return ()
    named = doc.child(token, "nsubj", "nsubj:pass", "obl") or doc.child(first, "nsubj")
    impersonal = first.feats.get("Number") == token.feats.get("Number") == "Plur" and token.feats.get("VerbForm") == "Fin"
    return doc.children(first, "obj") if impersonal and not named else ()


def entered(doc: Doc, token: Token) -> tuple[Token, ...]:
    """Where a verb of motion goes: 'мэрию' for «ворвались в мэрию»"""
    goals = (
        t for t in doc.children(token, "obl") if t.feats.get("Case") == "Acc" and (p := doc.child(t, "case")) and lemma(p) == "в"
    )
    return tuple(goals) if token.pos == "VERB" else ()


def support(doc: Doc, token: Token) -> Token | None:
    """The verb that only says of a noun that it happened: 'прошёл' for «прошёл митинг», 'провели' for «провели митинг»."""
    head = doc.head(token)
    if token.rel == "conj" and head is not None and head.pos == "NOUN":
        return support(doc, head)
    return head if head is not None and head.pos == "VERB" and token.rel.split(":")[0] in ("nsubj", "obj", "obl") else None


def clause_span(doc: Doc, token: Token) -> Span:
    """The clause a verb heads; for a noun, the clause whose subject or object it is, else the noun with what hangs on it."""
    verb = token if heads_clause(token) else support(doc, token)
    if verb is not None and verb.rel != "root" and heads_clause(token) is False and token.rel.startswith("obl"):
        verb = None
    inside = [t for t in reach(doc, verb or token) if t.pos != "PUNCT"]
    return Span(min(t.start for t in inside), max(t.stop for t in inside))
