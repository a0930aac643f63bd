"""When, where and by whom: what the text says around a trigger."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.dates.governing import at_the_opening, behind, below, carried, in_clause, in_participle
from etl.extract.events.clause import is_passive, lemma, objects, reach, subject, support
from etl.extract.reading import Reading
from etl.records import ActorKey, DateMention, Mention, Span, Token

LATER = ("later", "after-that")  # rules of dates


@dataclass(frozen=True, slots=True)
class Time:
    """`own` tells whether the words stand in the event's own clause."""

    date: str | None = None
    date_end: str | None = None
    part_of_day: str | None = None
    basis: str | None = None
    span: Span | None = None
    own: bool = False
    later: bool = False  # told as what came next


def time_of(reading: Reading, token: Token) -> Time:
    """The date in the clause; else the day the paragraph goes on from; else the month the article tells of."""
    doc, calendar = reading.doc, reading.calendar
    for step in (behind, below, in_clause):
        if found := step(doc, calendar, token):
            return Time(
                found.date, found.date_end, found.part_of_day, found.basis, found.span, own=True, later=found.rule in LATER
            )
    before = carried(doc, calendar, token)
    if before is not None and before.date:
        day = before.date if goes_on(reading, token, before) else before.date[:7]
        return Time(day, basis="carried", span=before.span)
    if before is not None and before.precision is None and before.rule != "earlier":
        return Time(span=before.span)
    month = (reading.article.published or reading.article.period or "")[:7]
    return Time(month, basis="carried") if len(month) == 7 else Time()


def own_time(mention: DateMention) -> Time:
    later = mention.rule in LATER
    return Time(mention.date, mention.date_end, mention.part_of_day, mention.basis, mention.span, own=True, later=later)


def goes_on(reading: Reading, token: Token, before: DateMention) -> bool:
    """Whether the story goes on at the day named before: the next completed act does; a noun, a state or what came
    sentences later only falls near it («они уже прибыли»)."""
    doc = reading.doc
    completed = (
        token.pos == "VERB" and token.feats.get("Aspect") == "Perf" and not any(lemma(c) == "уже" for c in doc.children(token))
    )
    near = token.sentence - doc.tokens[before.head].sentence <= 1
    return completed and near and not in_reported_speech(reading, before, token)


def in_reported_speech(reading: Reading, before: DateMention, token: Token) -> bool:
    """«7 мая мэр заявил, что разрешил…»: the day is that of the saying."""
    verb = reading.doc.head(reading.doc.tokens[before.head])
    return verb is not None and any(a.i == verb.i for a in reading.doc.ancestors(token))


def participants_of(reading: Reading, token: Token) -> tuple[tuple[ActorKey, ...], tuple[Span, ...]]:
    """Actors in the clause, the doer first."""
    mentions = [m for t in doers_first(reading, token) if (m := reading.cast.by_head.get(t.i)) and takes_part(reading, m)]
    keys = dict.fromkeys(m.actor for m in mentions)
    return tuple(keys), tuple(m.span for m in mentions)


def doers_first(reading: Reading, token: Token) -> list[Token]:
    doc = reading.doc
    verb = token if token.pos == "VERB" else support(doc, token)
    agents: list[Token] = []
    if verb is not None and not is_passive(verb):
        agents = [t for t in (subject(doc, verb),) if t is not None and t.i != token.i]
    if verb is not None:
        agents += [t for t in doc.children(verb, "obl") if is_passive(verb) and t.feats.get("Case") == "Ins"]
        agents += list(objects(doc, verb))
    everything = [t for root in (token, verb) if root is not None for t in reach(doc, root)]
    conjuncts = [c for a in agents for c in reach(doc, a)]
    return list({t.i: t for t in (*agents, *conjuncts, *everything)}.values())


def takes_part(reading: Reading, mention: Mention) -> bool:
    """A country after «в» is a place: «в Казахстане» takes no part."""
    head = reading.doc.tokens[mention.head]
    preposition = reading.doc.child(head, "case")
    located = preposition is not None and lemma(preposition) in ("в", "из", "на", "во")
    country = reading.cast.by_key[mention.actor].kind == "country"
    owner = country and head.rel == "nmod" and head.feats.get("Case") == "Gen"
    return not (country and located) and not owner
