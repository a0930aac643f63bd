"""When: the dates an article names, and the date that governs a word.

A date's year stands in the text, or follows from the article's own date; else the day keeps its words and stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.extract.dates.chronicle import ENTRY, entry
from etl.extract.dates.counted import COUNTED
from etl.extract.dates.governing import clause_verb, date_for
from etl.extract.dates.named import NAMED
from etl.extract.dates.patterns import DateWords
from etl.extract.dates.rule import Rule
from etl.extract.dates.when import Reference, When, is_ahead
from etl.extract.reading import Calendar
from etl.records import Article, DateMention, Doc, Sentence, Span, Token
from etl.vocabulary import Vocabulary

__all__ = ["date_for", "find_dates"]

THEN = re.compile(r"[^.\n]{0,80}\. Тогда\b[^.\n]*")  # the next sentence goes on in the year that this one named
FULL = re.compile(r"\b(\d{1,2}\s+)?([а-яё]{3,8})\s+((?:19|20)\d\d)(?:\s+(?:года|г\.)|-го\b)")  # a day or month with its year
BORN = re.compile(
    r"(?:\bродил(?:ся|ась|ись)|\bрожд[её]н\w*|\bр\.)[^.\n]{0,30}$"
)  # before a date that says nothing of when the story plays
AHEAD = ("к ", "на ")  # «к августу», «назначены на 20 октября»
PREPARING = frozenset({"подготовка", "подготовиться", "готовиться", "готовность", "приготовление"})
COMING = frozenset({"предстоящий", "предстоять", "грядущий", "запланированный", "намеченный"})
# Verbs that in the present speak of what is to come.
EXPECTING = frozenset({"ждать", "ожидать", "ожидаться", "планировать", "планироваться", "намечаться"})
NEAR = 10  # words: a verb farther off is hardly the date's own, whatever the parser says
SILENT = {"caption", "credit", "title"}  # a date named here is not the one the text goes on from


def find_dates(article: Article, doc: Doc, vocabulary: Vocabulary) -> Calendar:
    """All dates in text order, the relative ones counted from the article's day or from the date named before."""
    words, rules = compiled(vocabulary)
    full = [
        found.groups()
        for found in FULL.finditer(article.text)
        if not BORN.search(article.text[max(0, found.start() - 60) : found.start()])
    ]
    months = frozenset((words.number("month", m), int(y)) for _, m, y in full if words.knows("month", m))
    ref = Reference.of(article, frozenset(int(y) for day, _, y in full if day), months)
    mentions: list[DateMention] = []
    for sentence in doc.sentences:
        if sentence.kind == "heading" and (when := entry(sentence.span.of(doc.text), mentions, ref)):
            mentions.append(mention(when, sentence.span, doc.tokens[sentence.first], doc, ENTRY))
        clues = words.clues(t.text for t in doc.words(sentence))
        for match, rule in matches(sentence.span.of(doc.text), [r for r in rules if r[0].clues & clues]):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            head = top(doc, sentence, span)
            if head is None or not may_stand_here(doc, head, match):
                continue
            future = looks_ahead(doc, head, match)
            year = year_right_before(doc, mentions, span)
            when = rule.read(match, words, replace(ref, ahead=future, margin=margin(doc, head, future), year=year))
            if when is not None:
                mentions.append(mention(when, span, head, doc, rule.name))
                ref = ref if sentence.kind in SILENT or is_ahead(when.date, ref.published) else ref.after(when)
    return Calendar(tuple(mentions))


def year_right_before(doc: Doc, mentions: list[DateMention], span: Span) -> int | None:
    """«в 2014 году, 5 мая», «события 2011 года, когда 5 мая», «… 2011 года. Тогда, 5 мая, …»"""
    before = next((m for m in reversed(mentions) if m.text.lower() != "тогда"), None)
    if before is None or before.precision != "year" or before.date is None or before.date_end is not None:
        return None
    between = doc.text[before.span.stop : span.start]
    told = between == ", когда " or THEN.fullmatch(between) or (between in (" ", ", ") and before.text.lower().startswith("в "))
    return int(before.date) if told else None


@lru_cache(maxsize=4)
def compiled(vocabulary: Vocabulary) -> tuple[DateWords, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    """The words of dates, and the rules made of them."""
    words = DateWords(tuple(vocabulary.date_words.values()))
    return words, tuple((rule, words.compile(rule.pattern)) for rule in (*NAMED, *COUNTED))


def matches(text: str, rules: list[tuple[Rule, re.Pattern[str]]]) -> Iterator[tuple[re.Match[str], Rule]]:
    """Matches in text order; of overlapping ones that of the earlier rule."""
    found: list[tuple[re.Match[str], Rule]] = []
    for rule, pattern in rules:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start() or other.end() <= match.start() for other, _ in found):
                found.append((match, rule))
    yield from sorted(found, key=lambda f: f[0].start())


def top(doc: Doc, sentence: Sentence, span: Span) -> Token | None:
    """The word of the phrase that hangs on a word outside it."""
    inside = [t for t in doc.words(sentence) if t.start < span.stop and span.start < t.stop]
    numbers = {t.i for t in inside}
    outward = [t for t in inside if t.head not in numbers and t.rel not in ("case", "punct", "cc")]
    return next(iter(outward or inside), None)


def may_stand_here(doc: Doc, head: Token, match: re.Match[str]) -> bool:
    """«накануне выборов» is no yesterday."""
    following = doc.tokens[head.i + 1] if head.i + 1 < len(doc.tokens) else None
    return not (match.group().lower() == "накануне" and following is not None and following.feats.get("Case") == "Gen")


def looks_ahead(doc: Doc, head: Token, match: re.Match[str]) -> bool:
    """«призвала собраться в воскресенье», «состоится 3 мая», «в четверг ждут лидеров»"""
    verb = clause_verb(doc, head)
    future = verb is not None and abs(verb.i - head.i) <= NEAR and (is_future(verb) or verb.feats.get("VerbForm") == "Inf")
    before = match.string[: match.start()].rstrip().lower() + " "
    to_come = future or is_prepared(doc, head) or before.endswith(tuple(f" {a}" for a in AHEAD))
    return to_come or match.group().lower().startswith(AHEAD)


def is_future(verb: Token) -> bool:
    tense = verb.feats.get("Tense")
    return tense == "Fut" or (tense == "Pres" and verb.lemma in EXPECTING)


def is_prepared(doc: Doc, head: Token) -> bool:
    """«подготовка к выборам 4 марта», «предстоящие 4 марта выборы»"""
    noun = doc.head(head)
    if noun is None or noun.pos not in ("NOUN", "ADJ", "VERB"):
        return False
    preposition = doc.child(noun, "case")
    prepared = preposition is not None and preposition.text.lower() == "к" and doc.tokens[preposition.i - 1].lemma in PREPARING
    return prepared or any(t.lemma in COMING for t in (noun, *doc.children(noun, "amod")))


def margin(doc: Doc, head: Token, future: bool) -> int:
    """How far ahead a day without its year may lie: most of a year behind a verb in the future, half a year else for the
    future, two months for the present, else ten days."""
    verb = clause_verb(doc, head)
    if future and verb is not None and is_future(verb) and verb.rel == "root":
        return 320
    present = verb is not None and verb.feats.get("Tense") == "Pres"
    return 183 if future else 62 if present else 10


def mention(when: When, span: Span, head: Token, doc: Doc, rule: str) -> DateMention:
    return DateMention(
        span=span,
        head=head.i,
        text=span.of(doc.text),
        date=when.date,
        date_end=when.date_end,
        precision=when.precision,
        basis=when.basis,
        part_of_day=when.part_of_day,
        rule=rule,
    )
