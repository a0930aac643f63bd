"""Speakers whom nothing but their words brings into the article: 'местные рыбаки', 'владелец дома', 'один из зрителей'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.extract.actors.phrases import left, phrase, right, uncapitalised
from etl.extract.keys import key_of
from etl.extract.reading import Cast
from etl.extract.statements.script import Draft, Script
from etl.extract.statements.speakers import Speakers, counted
from etl.records import Actor, Mention, Span, Token

ATTRIBUTES = frozenset({"из", "от", "по", "при"})


def introduced_cast(script: Script, drafts: tuple[Draft, ...]) -> Cast:
    """The article's cast with the speakers that the drafts name and nobody else knows."""
    cast = script.reading.cast
    actors = {a.key: a for a in cast.actors}
    mentions = list(cast.mentions)
    for token in _unknown(script, drafts):
        first, last = _reach(script, token)
        if not _tells_who(script, token, first, last):
            continue
        name = uncapitalised(script.doc, phrase(script.doc, first, last, token), script.doc.tokens[first])
        key = key_of(name) or "x"
        actors.setdefault(key, Actor(key, name, _kind(script, token), None, None, (name,)))
        span = Span(script.doc.tokens[first].start, script.doc.tokens[last - 1].stop)
        mentions.append(Mention(key, span, token.i, "named", "speaks"))
    mentions.sort(key=lambda m: (m.span.start, -m.span.stop))
    return replace(cast, actors=tuple(actors.values()), mentions=tuple(mentions))


def _unknown(script: Script, drafts: tuple[Draft, ...]) -> Iterator[Token]:
    """The nouns that name a speaker and mean nobody known, each once."""
    speakers, seen = Speakers(script), set()
    for draft in drafts:
        speaker = speakers.of(draft)
        token = counted(script, draft.voice.token) if draft.voice.token else None
        if speaker.actor is None and speaker.resolution == "unattributed" and token and token.i not in seen:
            seen.add(token.i)
            if token.pos in ("NOUN", "NUM", "PROPN") and (
                token.text.isupper() or token.feats.get("Animacy") == "Anim" or _institution(script, token)
            ):
                yield token


def _reach(script: Script, token: Token) -> tuple[int, int]:
    return left(script.doc, token, token.i), right(script.doc, token, token.i + 1, prepositions=ATTRIBUTES)


def _tells_who(script: Script, token: Token, first: int, last: int) -> bool:
    """A group, or a person the phrase describes; a bare 'актриса' is somebody named elsewhere."""
    return token.feats.get("Number") == "Plur" or last - first > 1 or token.text.isupper()


def _institution(script: Script, token: Token) -> bool:
    """A kind of organisation: издание, ведомство, компания."""
    vocabulary = script.reading.vocabulary
    return any(token.lemma in (w.name, *w.aliases) for w in vocabulary.organization_words.values())


def _kind(script: Script, token: Token) -> str:
    if _institution(script, token) and token.feats.get("Number") != "Plur":
        words = script.reading.vocabulary.organization_words.values()
        return next(w.kind for w in words if token.lemma in (w.name, *w.aliases))
    if token.text.isupper():
        return "organization"
    return "group" if token.feats.get("Number") == "Plur" else "person"
