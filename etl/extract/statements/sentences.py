"""Whole sentences that somebody said: the one before 'об этом сообщил мэр', and the headline behind 'Мэр:'."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.cues import Cue
from etl.extract.statements.script import MARKS, Draft, Script, Voice, trimmed
from etl.extract.statements.voices import voice
from etl.records import Span


def back_references(script: Script, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """'Дорога закрыта. Об этом сообщил мэр': the sentence before is the content."""
    phrases = script.words("back_references")
    for cue in cues:
        sentence = script.sentence(cue.token)
        opening = sentence.span.of(script.doc.text).lower()
        # «Об этом, передает агентство, сообщил мэр»
        opens = cue.token.i - sentence.first < 12 and any(opening.startswith((f"{p} ", f"{p},")) for p in phrases)
        if (
            cue.form not in ("finite", "passive")
            or not (opens or _this(script, cue) or _of_this(script, cue))
            or sentence.position == 0
        ):
            continue
        told = script.doc.sentences[sentence.position - 1]
        if told.kind not in ("caption", "credit"):
            content = trimmed(script.doc.text, told.span)
            yield Draft("back_reference", cue.token.span, cue.token, cue.verbs[0].act, "indirect", (content,), voice(script, cue))


def _this(script: Script, cue: Cue) -> bool:
    """'Дорога закрыта. Это подтвердил мэр.'"""
    sentence = script.sentence(cue.token)
    first = script.doc.tokens[sentence.first]
    told = first.text == "Это" and first.rel == "obj" and first.head == cue.token.i
    return told and cue.takes("Acc") is not None and cue.token.rel == "root"


def _of_this(script: Script, cue: Cue) -> bool:
    """'Дорога закрыта. Мэр сообщил об этом журналистам.'"""
    behind = script.rest(cue.token)[:3]
    told = [t.text.lower() for t in behind[:2]] == ["об", "этом"]
    goes_on = len(behind) > 2 and behind[2].text in (",", ":")
    asked = "?" in script.sentence(cue.token).span.of(script.doc.text)
    return told and not goes_on and not asked and cue.token.rel == "root" and not cue.negated


def headlines(script: Script) -> Iterator[Draft]:
    """'Мэр Омска: мост закроют до весны': a headline that gives the words of whom it names before a colon."""
    for sentence in script.doc.sentences:
        words = script.doc.words(sentence)
        colon = next((t for t in words if t.text == ":"), None) if sentence.kind == "title" else None
        if colon is None or colon.i + 1 == sentence.last:
            continue
        name = next((t for t in words if t.text not in MARKS), colon)
        mention = script.reading.cast.at(name)
        last = next(t for t in reversed(words[: colon.i - sentence.first]) if t.text not in MARKS) if mention else None
        content = Span(colon.stop, sentence.span.stop)
        quoted = script.doc.tokens[colon.i + 1].text in MARKS
        if mention and last and mention.span.stop >= last.stop and mention.span.start <= name.start and not quoted:
            yield Draft(
                "headline",
                colon.span,
                colon,
                "assert",
                "indirect",
                (trimmed(script.doc.text, content),),
                Voice(script.doc.tokens[mention.head]),
            )
