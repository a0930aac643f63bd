"""When an event happened: what its clause says, else the day or month the story stands at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from etl.extract.dates.governing import (
    SETTING,
    at_the_opening,
    before_the_verb,
    behind,
    below,
    carried,
    in_clause,
    in_participle,
    told_in_passing,
)
from etl.extract.dates.when import is_ahead
from etl.extract.events.clause import is_passive, lemma, support
from etl.extract.reading import Reading
from etl.morphology import lemmas
from etl.records import DateMention, Span, Statement, Token

# Prepositions that make a noun the background of what its clause tells.
BEHIND = frozenset({"после", "до", "перед", "накануне", "из-за", "о", "об", "против", "за", "вследствие", "благодаря", "без"})
LATER = ("later", "after-that")  # rules of dates
COUNTING = ("days-later", "days-before")
BACK = ("ago",)  # «два дня назад» tells the background of the news
MOSTLY = 0.75  # share of an article's days


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
    near = (behind, before_the_verb, below, in_participle)
    for step in near if in_passing(reading, token) else (*near, in_clause, at_the_opening):
        if found := step(doc, calendar, token):
            if found.rule != "earlier" and not counts_from(reading, found, token) and not lies_ahead(reading, found, token):
                return own_time(found)
            break
    if only_mentioned(reading, token):
        return on_the_day_told_of(reading, token)
    before = carried(doc, calendar, token)
    if before is not None and before.date:
        day = before.date if goes_on(reading, token, before) else before.date[:7]
        return Time(day, basis="carried", span=before.span)
    if before is not None and before.precision is None and before.rule != "earlier":
        return Time(span=before.span)
    month = (reading.article.published or reading.article.period or "")[:7]
    if len(month) < 7 or in_history(reading, token, month):
        return Time()
    return Time(the_one_day(reading, month, token) if token.pos == "VERB" else month, basis="carried")


def the_one_day(reading: Reading, month: str, token: Token) -> str:
    """The day of an article that speaks of hardly any other day of its month; else the month."""
    last = next((m.date for m in reversed(reading.calendar.mentions) if m.date and m.head < token.i), month)
    if not last.startswith(month):
        return month
    days = (m for m in reading.calendar.mentions if m.precision == "day" and m.rule not in BACK)
    named = [m for m in days if (m.date or "").startswith(month) and not is_ahead(m.date, reading.article.published)]
    ranked = Counter(m.date for m in named if m.date_end is None).most_common(1)
    return ranked[0][0] or month if ranked and ranked[0][1] >= MOSTLY * len(named) else month


def only_mentioned(reading: Reading, token: Token) -> bool:
    """In passing, and not as the news that a verb makes known."""
    return describes_somebody(reading, token) or (in_passing(reading, token) and not reported_news(reading, token))


def reported_news(reading: Reading, token: Token) -> bool:
    """«Сообщалось о захвате порта», «принято решение об освобождении заложников»: what a verb makes known"""
    above, preposition = reading.doc.head(token), reading.doc.child(token, "case")
    about = preposition is not None and lemma(preposition) in ("о", "об")
    if about and above is not None and lemma(above) == "решение":
        above = support(reading.doc, above)
    return about and above is not None and above.pos == "VERB" and (above.feats.get("VerbForm") == "Fin" or is_passive(above))


def on_the_day_told_of(reading: Reading, token: Token) -> Time:
    """«19 мая, после задержаний, …»: what came just before is of the same day; «через день после взрыва» counts from it"""
    preposition = reading.doc.child(token, "case")
    if preposition is None or lemma(preposition) != "после":
        return Time()
    gap = range(preposition.start - 2, preposition.start)  # a blank, or a comma and a blank
    beside = (m for m in reading.calendar.mentions if m.span.stop in gap and m.precision == "day" and m.rule not in COUNTING)
    return next((own_time(m) for m in beside), Time())


def in_history(reading: Reading, token: Token, month: str) -> bool:
    """Whether the dates around speak of another year than the article's: an undated event among them is no news."""
    doc = reading.doc
    dated = [m for m in reading.calendar.mentions if m.date]
    paragraph = [m for m in dated if doc.sentence(doc.tokens[m.head]).paragraph == doc.sentence(token).paragraph]
    before = [m for m in dated if m.head < token.i]
    around = paragraph or before[-1:]
    return bool(around) and all((m.date or "")[:4] != month[:4] for m in around)


def in_passing(reading: Reading, token: Token) -> bool:
    """«следствие по делу об убийстве», «через день после взрыва»: a noun that only describes or sets another thing"""
    above = reading.doc.head(token)
    describes = token.pos == "NOUN" and token.rel == "nmod" and above is not None and above.pos == "NOUN"
    return is_background(reading, token) or (describes and above is not None and lemma(above) not in happening(reading))


def describes_somebody(reading: Reading, token: Token) -> bool:
    """«вдова сторожа, убитого грабителями»: what a participle tells of a person says who he is, not what is new"""
    if token.feats.get("VerbForm") != "Part" or token.rel not in ("acl", "amod"):
        return False
    above = reading.doc.head(token)
    return above is not None and above.feats.get("Animacy") == "Anim"


def of_the_saying(statements: tuple[Statement, ...], time: Time, trigger: Span) -> Time:
    """«сказал он на брифинге»: an occasion of speech has the day of what was said there."""
    if time.own:
        return time
    for s in statements:
        around = trigger in s.span and not any(p.part == "content" and trigger in p.span for p in s.parts)
        if around and s.said_on and len(s.said_on) == 10:
            return Time(s.said_on, basis="carried")
    return time


def is_background(reading: Reading, token: Token) -> bool:
    """«после взрыва», «из-за роста цен», «сообщил о захвате»: happened at some time before"""
    preposition = reading.doc.child(token, "case") if token.pos == "NOUN" else None
    return preposition is not None and lemma(preposition) in BEHIND


def counts_from(reading: Reading, date: DateMention, token: Token) -> bool:
    """«через три дня после взрыва»: the date is not the noun's, it counts from it"""
    return is_background(reading, token) and date.span.start < reading.doc.children(token, "case")[0].start


def lies_ahead(reading: Reading, date: DateMention, token: Token) -> bool:
    """«приостановили до 21 мая», «назначил выборы на 27 мая»: till when or for when it holds, not when it was"""
    doc = reading.doc
    words = {date.text.lower().split()[0], *(c.text.lower() for c in doc.children(doc.tokens[date.head], "case"))}
    if date.date_end is None and "до" in words:
        return True
    objects = frozenset[str]().union(*(lemmas(c.text) for c in doc.children(token, "obj")))
    votes = not objects.isdisjoint(reading.vocabulary.event_types["election"].nouns)
    return votes and "на" in words and lemma(token) in SETTING


def happening(reading: Reading) -> frozenset[str]:
    return frozenset(reading.vocabulary.event_words["happening"].words)


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
    """«7 мая мэр заявил, что разрешил…», «как пишет 7 мая газета, …»: the day is that of the saying."""
    verb = reading.doc.head(reading.doc.tokens[before.head])
    if verb is not None and told_in_passing(reading.doc, verb, token):
        return True
    return verb is not None and any(a.i == verb.i for a in reading.doc.ancestors(token))
