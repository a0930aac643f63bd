"""From drafts to statements: the speaker by name, the act, the day, the medium, whom it was said to and who passes it on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etl.extract.statements.acts import act
from etl.extract.statements.addressee import addressee
from etl.extract.statements.occasion import Occasions
from etl.extract.statements.script import Draft, Script, is_finite
from etl.records import ActorKey, Mention, Part, Span, Statement, hull


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, the words that say so, and how that was understood."""

    actor: ActorKey | None
    words: Span | None
    resolution: str


def finished(script: Script, drafts: tuple[Draft, ...]) -> tuple[Statement, ...]:
    """The drafts as statements, in text order."""
    return tuple(_statements(script, drafts))


def _statements(script: Script, drafts: tuple[Draft, ...]) -> Iterator[Statement]:
    text = script.doc.text
    occasions = Occasions(script, drafts)
    before: ActorKey | None = None
    for draft in drafts:
        speaker = _speaker(script, draft, before)
        occasion = occasions.of(draft, speaker.actor)
        to = addressee(script, draft, tuple(occasions.telling(draft)))
        via = _via(script, draft, speaker)
        parts = _parts(
            draft, speaker, to, via, occasion.date.span if occasion.date and occasion.date.basis != "carried" else None
        )
        yield Statement(
            anchor=draft.cue.start,
            span=hull([p.span for p in parts if p.part in ("speaker", "cue", "content")]),
            rule=draft.rule,
            speaker=speaker.actor,
            speaker_text=speaker.words.of(text) if speaker.words else None,
            resolution=speaker.resolution,
            cue=draft.cue,
            mode=_mode(script, draft),
            act=act(script, draft),
            content=" … ".join(c.of(text) for c in draft.contents),
            said_on=occasion.date.date if occasion.date else None,
            said_on_text=occasion.date.text if occasion.date else None,
            said_on_basis=occasion.date.basis if occasion.date else None,
            medium=occasion.medium,
            addressee=to.actor if to else None,
            via=via.actor if via else None,
            parts=parts,
        )
        before = speaker.actor


def _parts(draft: Draft, speaker: Speaker, to: Mention | None, via: Mention | None, date: Span | None) -> tuple[Part, ...]:
    named = (
        ("speaker", speaker.words),
        ("cue", draft.cue),
        ("addressee", to and to.span),
        ("date", date),
        ("via", via and via.span),
    )
    return (*(Part(part, span) for part, span in named if span), *(Part("content", c) for c in draft.contents))


def _speaker(script: Script, draft: Draft, before: ActorKey | None) -> Speaker:
    token = draft.voice.token
    if token is None:
        return (
            Speaker(before, None, "elided") if draft.voice.manner == "elided" and before else Speaker(None, None, "unattributed")
        )
    mention = script.reading.cast.at(token)
    if mention:
        shared = draft.voice.manner == "shared"
        return Speaker(mention.actor, None if shared else mention.span, "elided" if shared else mention.resolution)
    return Speaker(None, token.span, "ambiguous" if token.i in script.reading.cast.open else "unattributed")


def _via(script: Script, draft: Draft, speaker: Speaker) -> Mention | None:
    """The link nearest to the article that passes the words on, when another than the speaker."""
    token = draft.via or (draft.told_in.via or draft.told_in.voice.token if draft.told_in else None)
    mention = script.reading.cast.at(token) if token else None
    return mention if mention and mention.actor != speaker.actor else None


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
