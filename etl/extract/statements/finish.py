"""From drafts to statements: the speaker by name, the act, the day, the medium, whom it was said to and who passes it on."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.script import Draft, Script, is_finite
from etl.records import Part, Span, Statement, hull


def finished(script: Script, drafts: tuple[Draft, ...]) -> tuple[Statement, ...]:
    return tuple(_statements(script, drafts))


def _statements(script: Script, drafts: tuple[Draft, ...]) -> Iterator[Statement]:
    text = script.doc.text
    before: Statement | None = None
    for draft in drafts:
        speaker, words, resolution = _speaker(script, draft, before)
        parts = [Part("cue", draft.cue), *(Part("content", c) for c in draft.contents)]
        if words:
            parts.append(Part("speaker", words))
        statement = Statement(
            anchor=draft.cue.start,
            span=hull([p.span for p in parts]),
            rule=draft.rule,
            speaker=speaker,
            speaker_text=words.of(text) if words else None,
            resolution=resolution,
            cue=draft.cue,
            mode=_mode(script, draft),
            act=draft.act,
            content=" … ".join(c.of(text) for c in draft.contents),
            said_on=None,
            said_on_text=None,
            said_on_basis=None,
            medium=None,
            addressee=None,
            via=None,
            parts=tuple(parts),
        )
        before = statement
        yield statement


def _speaker(script: Script, draft: Draft, before: Statement | None) -> tuple[str | None, Span | None, str]:
    token = draft.voice.token
    if token is None:
        if draft.voice.manner == "elided" and before and before.speaker:
            return before.speaker, None, "elided"
        return None, None, "unattributed"
    cast = script.reading.cast
    mention = cast.at(token)
    if mention:
        return mention.actor, mention.span, mention.resolution
    return None, token.span, "ambiguous" if token.i in cast.open else "unattributed"


def _mode(script: Script, draft: Draft) -> str:
    """Indirect words with a quoted fragment are mixed; a name in quotation marks ('газета «Труд»') is no fragment."""
    if draft.mode == "direct":
        return "direct"
    text = script.doc.text
    for quote in script.quotes:
        if any(quote.span.overlaps(c) for c in draft.contents):
            words = script.tokens(quote.inner)
            if text[quote.inner.start].islower() or any(is_finite(t) for t in words):
                return "mixed"
    return "indirect"
