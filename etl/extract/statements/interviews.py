"""The answers of an interview: paragraphs with a dash, each behind a paragraph that asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from etl.extract.statements.script import NOBODY, Draft, Script, Voice
from etl.records import Sentence, Span, Token

LEAST = 2  # questions that make an interview
TOLD = ("body", "lead", "heading")


def answers(script: Script) -> Iterator[Draft]:
    """'— Когда откроют мост? / — Через неделю. Опоры целы': each answer whole, by whoever was introduced before.

    An answer that quotes itself has its own rules («— Через неделю, — сказал мэр»).
    """
    told = (p for p in script.paragraphs if p[0].kind in TOLD)
    asked = [(q, a) for q, a in pairwise(told) if _asks(script, q) and script.is_dashed(a) and not _asks(script, a)]
    if len(asked) < LEAST:
        return
    who = _interviewee(script, asked[0][0][0])
    for _, answer in asked:
        dash, first = script.doc.words(answer[0])[:2]
        content = Span(first.start, answer[-1].span.stop)
        yield Draft("answer", dash.span, dash, "assert", "direct", (content,), Voice(who) if who else NOBODY)


def _asks(script: Script, paragraph: tuple[Sentence, ...]) -> bool:
    return paragraph[-1].span.of(script.doc.text).endswith("?")


def _interviewee(script: Script, question: Sentence) -> Token | None:
    """The one person of the paragraph before the first question, else the one of the headline; nobody where there are two."""
    cast, doc = script.reading.cast, script.doc
    before = [m for m in cast.mentions if doc.tokens[m.head].sentence < question.position and m.resolution == "named"]
    persons = [m for m in before if cast.by_key[m.actor].kind == "person"]
    if not persons:
        return None
    last = doc.sentences[question.position - 1].paragraph
    for near in (lambda s: s.paragraph == last, lambda s: s.kind == "title", lambda s: True):
        here = [m for m in persons if near(doc.sentences[doc.tokens[m.head].sentence])]
        if len({m.actor for m in here}) == 1:
            return doc.tokens[here[0].head]
        if here:
            return None
    return None
