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
    before = [m for m in cast.mentions if doc.tokens[m.head].sentence < question.position and m.resolution == "named"]
    persons = [(m, doc.sentence(doc.tokens[m.head])) for m in before if cast.by_key[m.actor].kind == "person"]
    last = doc.sentences[question.position - 1]
    titled = [m for m, s in persons if s.kind == "title"]
    near = [m for m, s in persons if s.paragraph == last.paragraph]
    of_the_headline = [m for m in near if any(m.actor == t.actor for t in titled)]
    closest = [near, of_the_headline, [m for m, s in persons if s == last]]
    for found in closest if near else [titled, [m for m, _ in persons]]:
        if len({m.actor for m in found}) == 1:
            return doc.tokens[found[0].head]
    return None
