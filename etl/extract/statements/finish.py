"""From drafts to statements: the speaker by name, the act, the day, the medium, whom it was said to and who passes it on."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.acts import act
from etl.extract.statements.addressee import addressee
from etl.extract.statements.occasion import Occasions
from etl.extract.statements.script import Draft, Script, Speaker, is_finite
from etl.extract.statements.speakers import Speakers
from etl.records import Mention, Part, Span, Statement, hull


def finished(script: Script, drafts: tuple[Draft, ...]) -> tuple[Statement, ...]:
    """The drafts as statements, in text order."""
    return tuple(_statements(script, drafts))


def _statements(script: Script, drafts: tuple[Draft, ...]) -> Iterator[Statement]:
    text = script.doc.text
    occasions = Occasions(script, drafts)
    speakers = Speakers(script)
    for draft in drafts:
        speaker = speakers.of(draft)
        occasion = occasions.of(draft, speaker.actor)
        to = addressee(script, draft, occasions.telling(draft))
        via = _via(script, draft, speaker)
        if via:
            occasions.passed_on(occasion, via.actor)
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


def _parts(draft: Draft, speaker: Speaker, to: Mention | None, via: Mention | None, date: Span | None) -> tuple[Part, ...]:
    named = (
        ("speaker", speaker.words),
        ("cue", draft.cue),
        ("addressee", to and to.span),
        ("date", date),
        ("via", via and via.span),
    )
    return (*(Part(part, span) for part, span in named if span), *(Part("content", c) for c in draft.contents))


def _via(script: Script, draft: Draft, speaker: Speaker) -> Mention | None:
    """The link nearest to the article that passes the words on, when another than the speaker."""
    link, token = draft.told_in, draft.via
    while link:
        token = link.via or link.voice.token or token
        link = link.told_in
    mention = script.reading.cast.at(token) if token else _cited_by(script, draft)
    return mention if mention and mention.actor != speaker.actor else None


def _cited_by(script: Script, draft: Draft) -> Mention | None:
    """«…», — сказал мэр (цитата по «Интерфаксу»)': whom the article has the words from."""
    after = script.doc.tokens[script.index(draft.contents[-1].stop) : script.sentence(draft.token).last]
    for bracket, cited, by in zip(after, after[1:], after[2:], strict=False):
        if bracket.text == "(" and cited.lemma in script.words("citing") and by.text == "по":
            behind = script.doc.tokens[by.i + 1 : by.i + 5]
            return next((m for t in behind if (m := script.reading.cast.at(t))), None)
    return None


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
