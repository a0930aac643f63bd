"""The answers of an interview: paragraphs with a dash, each behind a paragraph that asks."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.script import NOBODY, Draft, Script, Voice
from etl.records import Sentence, Span, Token

LEAST = 2  # questions that make an interview
TOLD = ("body", "lead", "heading")

Paragraph = tuple[Sentence, ...]


def answers(script: Script) -> Iterator[Draft]:
    """'— Когда откроют мост? / — Через неделю. Опоры целы': each answer whole, by whoever was introduced before.

    An answer that quotes itself has its own rules («— Через неделю, — сказал мэр»).
    """
    turns = list(_turns(script))
    if sum(_asks(script, question) and not _asks(script, answer) for question, answer in turns) < LEAST:
        return
    who = _interviewee(script, turns[0][0][0])
    for _, answer in turns:
        dash, first = script.doc.words(answer[0])[:2]
        content = Span(first.start, answer[-1].span.stop)
        yield Draft("answer", dash.span, dash, "assert", "direct", (content,), Voice(who) if who else NOBODY)


def _turns(script: Script) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Questions with their answers. Behind an answer the next dash is the interviewer's, though no question mark ends it; an
    answer may ask back."""
    question: Paragraph | None = None
    answered = False
    for paragraph in (p for p in script.paragraphs if p[0].kind in TOLD):
        dashed, asks = script.is_dashed(paragraph), _asks(script, paragraph)
        if question and dashed and (script.is_dashed(question) or not asks):
            yield question, paragraph
            question, answered = None, True
        else:
            question = paragraph if asks or (dashed and answered) else None
            answered = False


def _asks(script: Script, paragraph: Paragraph) -> bool:
    return paragraph[-1].span.of(script.doc.text).endswith("?")


def _interviewee(script: Script, question: Sentence) -> Token | None:
    """The one person of the paragraph before the first question; of several the one who is in the headline too, or in its last
    sentence. If it names nobody, the one person of the headline, else of all before."""
    cast, doc = script.reading.cast, script.doc
    said = {m: doc.sentences[doc.tokens[m.head].sentence] for m in cast.mentions if m.resolution == "named"}
    persons = {m: s for m, s in said.items() if s.position < question.position and cast.by_key[m.actor].kind == "person"}
    last = doc.sentences[question.position - 1]
    near = {m: s for m, s in persons.items() if s.paragraph == last.paragraph}
    titled = {m.actor for m, s in persons.items() if s.kind == "title"}
    closest = [near, {m: s for m, s in near.items() if m.actor in titled}, {m: s for m, s in near.items() if s == last}]
    for found in closest if near else [{m: s for m, s in persons.items() if s.kind == "title"}, persons]:
        if len({m.actor for m in found}) == 1:
            return doc.tokens[next(iter(found)).head]
    return None
