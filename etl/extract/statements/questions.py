"""Questions that an answer names: 'на вопрос журналистов о том, когда откроют мост, мэр ответил'."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.messages import owner
from etl.extract.statements.script import NOBODY, Draft, Script, Voice, is_finite, trimmed
from etl.records import Span, Token

NEAR = 8  # tokens between the noun and what was asked: the owner, 'о том'


def asked(script: Script) -> Iterator[Draft]:
    """The questions to which somebody answers in the same sentence, whoever put them."""
    for noun in script.nouns:
        if noun.token.lemma != "вопрос" or not _answered(script, noun.token):
            continue
        if first := _opening(script, noun.token):
            content = trimmed(script.doc.text, Span(first.start, _end(script, noun.token, first)))
            whose = owner(script, noun.token)
            yield Draft("asked", noun.token.span, noun.token, "ask", "indirect", (content,), Voice(whose) if whose else NOBODY)


def _answered(script: Script, noun: Token) -> bool:
    """'На вопрос', 'отвечая на вопрос'."""
    place = script.doc.child(noun, "case")
    return place is not None and place.lemma == "на" and noun.feats.get("Case") == "Acc"


def _opening(script: Script, noun: Token) -> Token | None:
    """The first word behind the comma, if it asks: 'почему …', 'есть ли …'."""
    for token in script.rest(noun)[:NEAR]:
        if token.text == ",":
            after = script.rest(token)[:4]
            asks = after and (after[0].lemma in script.words("questions") or any(t.lemma == "ли" for t in after))
            return after[0] if asks else None
    return None


def _end(script: Script, noun: Token, first: Token) -> int:
    """Where the sentence goes back to who answers: at the comma behind the question's own verb, before the verb of the answer."""
    answer = next((t for t in script.doc.ancestors(noun) if t.i > first.i), None)
    question = [t for t in script.rest(first) if answer is None or t.i < answer.i]
    if colon := next((t for t in question if t.text in (":", ";")), None):
        return colon.start
    last = next((t for t in reversed(question) if is_finite(t)), first)
    comma = next((t for t in question if t.text == "," and t.i > last.i), None)
    return comma.start if answer and comma else script.sentence(first).span.stop
