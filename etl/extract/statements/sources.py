"""Sources named by a noun in passing: 'по данным полиции', 'согласно сообщению', 'по просьбе жителей', 'согласно Минздраву'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.extract.statements.messages import owner
from etl.extract.statements.script import ELIDED, NOBODY, Aside, Script, Voice, is_dash, is_finite
from etl.records import Span, Token


def sources(script: Script) -> Iterator[Aside]:
    """Every noun of speech behind the preposition with which it names a source; what somebody asked for or ordered was done."""
    for noun in script.nouns:
        if not noun.noun.source:
            continue
        before = script.before(noun.token)
        i = len(before) - 1
        while i >= 0 and (_attributive(before[i]) or before[i].lemma in ("его", "её", "ее", "их", "свой")):
            i -= 1
        if i < 0 or before[i].text.lower() not in noun.noun.source:
            continue
        if noun.token.lemma == "версия" and _that_awards(script, before[: i + 1], noun.token):
            continue
        found = _source(script, before[i], noun.token, noun.noun.act)
        if found.act == "assert":
            yield found
        elif found.voice.token and (done := _done(script, noun.token)):
            after = found.place == "middle" and done.i > noun.token.i
            yield replace(found, place="end" if found.place == "middle" and not after else found.place)


def _that_awards(script: Script, before: tuple[Token, ...], noun: Token) -> bool:
    """'Пояс чемпиона по версии IBF', 'человек года по версии журнала': a title right before it, and who gives it."""
    title, whose = before[-2] if len(before) > 1 else None, owner(script, noun)
    mention = script.reading.cast.at(whose) if whose else None
    gives = mention is not None and script.reading.cast.by_key[mention.actor].kind in ("organization", "media")
    return title is not None and title.pos in ("NOUN", "PROPN") and gives


def _attributive(token: Token) -> bool:
    """'по последним данным', 'по поступившей информации'."""
    return token.pos in ("ADJ", "DET") or (token.feats.get("VerbForm") == "Part" and "Case" in token.feats)


def _done(script: Script, noun: Token) -> Token | None:
    """The verb of what was done 'по просьбе': the noun hangs on it, or on its subject; not 'пост, созданный по просьбе'."""
    for above in script.doc.ancestors(noun):
        if is_finite(above):
            return above
        if not above.rel.startswith("nsubj"):
            return None
    return None


def conforming(script: Script) -> Iterator[Aside]:
    """'Согласно Минздраву, мост закрыт': the preposition with whoever says it, no writing in between."""
    cast = script.reading.cast
    for token in script.doc.lemmatised("согласно"):
        head = script.doc.head(token)
        if head is None or head.i < token.i or head.i in script.noun_at or any(c.isdigit() for c in head.text):
            continue
        mention = cast.at(head)
        if mention and cast.by_key[mention.actor].kind != "country" and mention.span.start == token.stop + 1:
            aside = _source(script, token, head, "assert")
            yield replace(aside, cue=token.span, voice=Voice(script.doc.tokens[mention.head]))


def _source(script: Script, preposition: Token, noun: Token, act: str) -> Aside:
    sentence = script.sentence(noun)
    speaker = owner(script, noun) or _possessive(script, preposition, noun)
    below = {t.i for t in script.doc.subtree(noun)}
    stop = noun.i + 1
    while stop < sentence.last and stop in below and not is_finite(script.doc.tokens[stop]):
        stop += 1
    tokens = script.doc.tokens
    closed = stop < sentence.last and tokens[stop].text == ","
    end = tokens[stop if closed else stop - 1].stop
    if preposition.i > sentence.first and tokens[preposition.i - 1].lemma == "судить":
        preposition = tokens[preposition.i - 1]  # 'судя по данным'
    left = tokens[sentence.first : preposition.i]
    start = left[-1].start if left and (left[-1].text == "," or is_dash(script.doc.text, left[-1])) else preposition.start
    words = [t for t in left if t.pos != "PUNCT"]
    place = "middle"
    if not words or words[-1].pos in ("CCONJ", "SCONJ") or words[-1].lemma in ("где", "который", "куда", "когда"):
        place = "front"
    elif all(t.pos == "PUNCT" for t in tokens[stop : sentence.last]):
        place = "end"
    cue = Span(preposition.start, noun.stop)
    silent = ELIDED if any(t.lemma in ("этот", "тот") for t in tokens[preposition.i : noun.i]) else NOBODY
    return Aside("according_to", Span(start, end), cue, noun, act, Voice(speaker) if speaker else silent, place)


def _possessive(script: Script, preposition: Token, noun: Token) -> Token | None:
    between = script.doc.tokens[preposition.i + 1 : noun.i]
    return next((t for t in between if t.lemma in ("его", "её", "ее", "их", "он", "она", "они")), None)
