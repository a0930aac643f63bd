"""Who took part: the actors among the arguments of the verb or event noun, the doer first."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.events.clause import MANY, instruments, is_passive, lemma, objects, subject, support
from etl.extract.events.triggers import words_of
from etl.extract.reading import Reading
from etl.morphology import lemmas
from etl.records import ActorKey, Mention, Span, Statement, Token

# Prepositions of those an act is done with, for or against.
SIDES = frozenset({"с", "со", "у", "к", "по", "против", "между", "от", "на", "над"})
MISFORTUNES = frozenset({"accident", "explosion", "killing", "disaster", "arson", "looting"})
ME = frozenset({"я", "мы"})
LASTING = frozenset({"время", "ход", "рамка", "начало", "поле", "кулуары", "конец"})  # «в ходе», «на полях», «в начале»
PLACING = frozenset({"в", "во", "из", "на", "под", "около"})


def participants_of(
    reading: Reading, token: Token, kind: str, statements: tuple[Statement, ...]
) -> tuple[tuple[ActorKey, ...], tuple[Span, ...]]:
    """Keys and spans of the actors in the event."""
    found: list[Mention] = []
    for argument in arguments(reading, token, kind):
        found += [m for m in named_by(reading, argument) if m not in found and not any(m.span in o.span for o in found)]
    speaker = speaker_of_me(reading, token, statements)
    keys = ([speaker] if speaker else []) + [m.actor for m in found]
    return tuple(dict.fromkeys(keys)), tuple(m.span for m in found)


def speaker_of_me(reading: Reading, token: Token, statements: tuple[Statement, ...]) -> ActorKey | None:
    """«„Я подписал указ“, — сказал мэр»: who speaks of himself"""
    verb = token if token.pos == "VERB" else support(reading.doc, token)
    doer = subject(reading.doc, verb) if verb is not None and not is_passive(verb) else None
    me = lemma(doer) in ME if doer is not None else verb is not None and verb.feats.get("Person") == "1"
    said = (s for s in statements if s.mode == "direct" and any(p.part == "content" and token.span in p.span for p in s.parts))
    return next((s.speaker for s in said), None) if me else None


def implied(reading: Reading, kind: str, participants: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
    """«Митинги начались»: where nobody is named, those who take part by the nature of it, if the article speaks of them."""
    collective = reading.vocabulary.event_types[kind].implies
    return (collective,) if not participants and collective and collective in reading.cast.by_key else participants


def arguments(reading: Reading, token: Token, kind: str) -> Iterator[Token]:
    """Doer, those it is done to, and the sides beside them."""
    doc = reading.doc
    verb = token if token.pos == "VERB" else support(doc, token) or verb_of_the_occasion(reading, token)
    if verb is not None:
        if not only_deals_with(reading, verb, token, kind):
            yield from (t for t in doers(reading, verb) if t.i != token.i)
        yield from (t for t in objects(doc, verb) if t.i != token.i)
        yield from sides(reading, verb)
    if token.pos != "VERB":
        yield from (t for t in doc.children(token, "nmod") if not doc.child(t, "case"))
        yield from sides(reading, token)


def only_deals_with(reading: Reading, verb: Token, token: Token, kind: str) -> bool:
    """«инспекторы оформили аварию», «посол осудил арест»: who deals with a misfortune or judges what happened took no part"""
    if verb.i != token.i and lemma(verb) in words_of(reading, "judging"):
        return True
    if kind not in MISFORTUNES or verb.i == token.i or lemma(verb) in words_of(reading, "harming"):
        return False
    preposition = reading.doc.child(token, "case")
    spoken_of = token.rel == "obl" and preposition is not None and lemma(preposition) in ("о", "об", "из-за")
    return spoken_of or (token.rel == "obj" and lemma(verb) not in words_of(reading, "taking-place"))


def verb_of_the_occasion(reading: Reading, token: Token) -> Token | None:
    """«сказал посол в ходе встречи», «во время брифинга»: who acts while it lasts takes part"""
    above = reading.doc.head(token)
    lasting = token.rel == "nmod" and above is not None and lemma(above) in LASTING and not reading.doc.child(token, "case")
    return support(reading.doc, above) if lasting and above is not None else None


def doers(reading: Reading, verb: Token) -> Iterator[Token]:
    if not is_passive(verb):
        doer = subject(reading.doc, verb)
        if doer is not None:
            yield doer
    else:
        yield from instruments(reading.doc, verb)


def sides(reading: Reading, token: Token) -> Iterator[Token]:
    """«столкновения с полицией», «огонь по толпе», «попросил у соседей», «приказал армии»"""
    for t in reading.doc.children(token, "obl", "nmod", "iobj"):
        preposition = reading.doc.child(t, "case")
        if (preposition is None and t.feats.get("Case") == "Dat") or (preposition is not None and lemma(preposition) in SIDES):
            yield t


def named_by(reading: Reading, argument: Token) -> Iterator[Mention]:
    """The actor a word means, those coordinated with it, or those of whom it is a number: «десятки рабочих»."""
    doc, cast = reading.doc, reading.cast
    own = cast.by_head.get(argument.i)
    if own is not None and not only_a_place(reading, own):
        yield own
    elif own is None and (argument.rel.startswith(("nsubj", "obj")) or argument.pos == "NUM" or lemma(argument) in MANY):
        for t in doc.children(argument, "nmod", "appos", "flat"):
            below = cast.by_head.get(t.i)
            if below is not None and cast.by_key[below.actor].kind != "country" and not placed(reading, t):
                yield below
    if own is None and (group := group_of(reading, argument)) is not None:
        yield Mention(group, argument.span, argument.i, "named", group_of.__name__)
    for t in doc.children(argument, "conj", "appos"):
        yield from named_by(reading, t)


def group_of(reading: Reading, token: Token) -> ActorKey | None:
    """«46 манифестантов задержаны»: so many of a group that the article speaks of elsewhere"""
    words = lemmas(token.text)
    groups = (g for g in reading.vocabulary.collectives.values() if g.id in reading.cast.by_key)
    return next((g.id for g in groups if words & {g.name, *g.aliases}), None)


def only_a_place(reading: Reading, mention: Mention) -> bool:
    """«в Казахстане»: a country that something happens in takes no part."""
    return reading.cast.by_key[mention.actor].kind == "country" and placed(reading, reading.doc.tokens[mention.head])


def placed(reading: Reading, token: Token) -> bool:
    preposition = reading.doc.child(token, "case")
    return preposition is not None and lemma(preposition) in PLACING
