"""Which date governs a word: the one that hangs on it or on its clause, else the one its paragraph goes on from."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.reading import Calendar
from etl.records import DateMention, Doc, Token

AS_NOUN = ("amod", "nsubj", "obj", "iobj", "obl", "nmod")
# Verbs that set a day for something: «на 18 марта».
SETTING = frozenset(
    {"назначить", "назначать", "перенести", "отложить", "наметить", "намечать", "запланировать", "намеченный", "запланированный"}
)
OPENING = 12  # characters: how late in a sentence a date may begin and still open it


def date_for(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """The date of what `token` (a verb or an event noun) tells.

    First what hangs on the word itself («митинг 5 мая»), then on its clause, then on the clauses coordinated with it
    (first the ones before), then the date the paragraph named last, as basis `carried`. None if there is none.
    """
    steps = (behind, before_the_verb, below, in_participle, in_clause, at_the_opening, carried)
    return next((found for step in steps if (found := step(doc, calendar, token))), None)


def behind(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """The date right behind a noun («погром 5 мая»), whatever the parser makes of it."""
    following = (m for m in calendar.mentions if token.pos == "NOUN" and m.span.start == token.stop + 1)
    return next((m for m in following if m.precision or m.text[0].isdigit()), None)


def before_the_verb(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """«суд 3 марта признал», whatever the parser makes of it; not «пришедшие 3 марта признали»"""
    if token.pos != "VERB":
        return None
    mention = next((m for m in calendar.mentions if m.span.stop + 1 == token.start and m.precision in ("day", "month")), None)
    first = doc.within(mention.span)[0] if mention is not None else None
    return mention if first is not None and first.i > 0 and doc.tokens[first.i - 1].pos in ("NOUN", "PROPN") else None


def below(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """The date among the word's own dependents, not beyond another verb; a date that stands by itself before «через два дня»."""
    dates = [calendar.by_head[t.i] for t in reach(doc, token) if t.i in calendar.by_head]
    own = [m for m in dates if not verb_between(doc, token, m)]
    return next((m for m in own if m.basis == "explicit"), next(iter(own), None))


def verb_between(doc: Doc, token: Token, mention: DateMention) -> bool:
    """«слушания о взрыве назначены на 3 мая»: the parser may hang the date on the noun before the verb it belongs to."""
    between = doc.tokens[token.i + 1 : mention.head] if token.pos == "NOUN" else ()
    return any(t.pos == "VERB" and heads_clause(t) for t in between)


def in_participle(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """«взрыв, прогремевший в четверг»: the date of the participle that describes the noun"""
    below_it = doc.children(token, "acl", "amod") if token.pos == "NOUN" else ()
    participles = (t for t in below_it if t.rel != "amod" or t.feats.get("VerbForm") == "Part")
    return next((found for p in participles if (found := below(doc, calendar, p))), None)


def at_the_opening(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """«Вечером 4 мая в столице толпа …, а полиция …»: the date a sentence opens with, unless it is that of the saying."""
    sentence = doc.sentence(token)
    opening = next((m for m in calendar.mentions if m.span.start - sentence.span.start in range(OPENING)), None)
    if opening is None or opening.span.start > token.start or not opening.date:
        return None
    verb = doc.head(doc.tokens[opening.head])
    if verb is not None and (reported(doc, verb, token) or told_in_passing(doc, verb, token) or describes_someone(doc, token)):
        return None
    return opening


def told_in_passing(doc: Doc, verb: Token, token: Token) -> bool:
    """«Как пишет в понедельник газета, …»: the day it was told"""
    return verb.i != token.i and any(c.lemma == "как" for c in doc.children(verb))


def describes_someone(doc: Doc, token: Token) -> bool:
    """«В субботу приехал министр, который ушёл в отставку»: what a clause tells of a person is not of that day"""
    clause = clause_verb(doc, token)
    if clause is None or not clause.rel.startswith("acl"):
        return False
    described = doc.head(clause)
    living = described is not None and described.feats.get("Animacy") == "Anim"
    return living and any(t.lemma == "который" for t in reach(doc, clause))


def reported(doc: Doc, verb: Token, token: Token) -> bool:
    """Whether the word stands in a clause that completes this verb: «заявил, что …»"""
    path = [token, *doc.ancestors(token)]
    spots = [t.i for t in path]
    return verb.i in spots and any(t.rel in ("ccomp", "csubj") for t in path[: spots.index(verb.i)])


def in_clause(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """The date of the clause the word stands in, or of the clause that this one is coordinated with."""
    verb = clause_verb(doc, token)
    while verb is not None:
        if found := below(doc, calendar, verb):
            return found
        verb = doc.head(verb) if verb.rel == "conj" else None
    return None


def carried(doc: Doc, calendar: Calendar, token: Token) -> DateMention | None:
    """The date named last before in the same paragraph."""
    paragraph = doc.sentence(token).paragraph
    before = [
        m for m in calendar.mentions if m.span.stop <= token.start and doc.sentence(doc.tokens[m.head]).paragraph == paragraph
    ]
    before = [m for m in before if not set_for(doc, doc.tokens[m.head])]
    before = [m for m in before if not aside(doc, doc.tokens[m.head], token)] or before
    return replace(before[-1], basis="carried" if before[-1].date else None) if before else None


def set_for(doc: Doc, day: Token) -> bool:
    """«до намеченных на 18 марта выборов»: the day of something to come, which the story does not go on from"""
    above, preposition = doc.head(day), doc.child(day, "case")
    return preposition is not None and preposition.text.lower() == "на" and above is not None and above.lemma in SETTING


def aside(doc: Doc, told: Token, token: Token) -> bool:
    """«погиб рыбак, которого весной нашли под Омском»: what a clause about somebody tells says nothing of the word outside it"""
    clause = clause_verb(doc, told)
    if clause is None or not clause.rel.startswith("acl") or clause.feats.get("VerbForm") != "Fin":
        return False
    return all(t.i != clause.i for t in (token, *doc.ancestors(token)))


def clause_verb(doc: Doc, token: Token) -> Token | None:
    """The verb of the clause the word stands in: itself, or the nearest governor that is a verb or heads a clause."""
    for t in (token, *doc.ancestors(token)):
        if heads_clause(t):
            return t
    return None


def heads_clause(token: Token) -> bool:
    """Whether the word is the verb of a clause; participles that describe or stand for people («протестующие») are not."""
    if token.rel in ("root", "parataxis", "ccomp", "advcl"):
        return True
    if token.pos not in ("VERB", "AUX"):
        return False
    return token.feats.get("VerbForm") != "Part" or token.rel.split(":")[0] not in AS_NOUN


def reach(doc: Doc, token: Token, *, infinitives: bool = False, depth: int = -1) -> tuple[Token, ...]:
    """The word and its dependents, nearest first, without going into other clauses (infinitives are gone into if wanted).

    `depth` says how many layers below the word are wanted, if not all.
    """
    return doc.once(_reached, token.i, infinitives, depth)


def _reached(doc: Doc, first: int, infinitives: bool, depth: int) -> tuple[Token, ...]:
    layer = [doc.tokens[first]]
    seen = {first}
    found: list[Token] = []
    while layer:
        found += layer
        if depth == 0:
            break
        depth -= 1
        children = [c for t in layer for c in doc.children(t) if c.i not in seen]
        layer = [c for c in children if not heads_clause(c) or (infinitives and c.feats.get("VerbForm") == "Inf")]
        seen.update(c.i for c in layer)
    return tuple(found)
