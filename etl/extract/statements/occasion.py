"""When and where something was said: read from the words around the cue, or carried on from the same speaker's last words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.extract.statements.script import Draft, Script
from etl.morphology import genitive, nominative
from etl.records import ActorKey, DateMention, Token


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion of speech."""

    date: DateMention | None = None
    medium: str | None = None
    medium_token: Token | None = None

    @property
    def known(self) -> bool:
        return self.date is not None or self.medium is not None


class Occasions:
    """What is known of the occasions on which each speaker has spoken so far in the article."""

    def __init__(self, script: Script, drafts: tuple[Draft, ...]) -> None:
        self.script = script
        self.contents = tuple(c for d in drafts for c in d.contents)
        self.last: dict[ActorKey, Occasion] = {}
        self.speaker: ActorKey | None = None

    def of(self, draft: Draft, speaker: ActorKey | None) -> Occasion:
        """The draft's own day and medium; what it lacks comes from the speaker's last words, if nobody else spoke between."""
        telling = tuple(self.telling(draft))
        own = Occasion(_date(self.script, draft, telling), *_medium(self.script, draft, telling))
        found = own
        if speaker is not None:
            before = self.last.get(speaker)
            if before and self.speaker == speaker:
                found = _carried(own, before)
            self.last[speaker], self.speaker = found, speaker
        return found

    def telling(self, draft: Draft) -> Iterator[Token]:
        """The words of the cue's sentence that are not said by anybody, and those of the statement that passes this one on."""
        sentence = self.script.sentence(draft.token)
        for token in self.script.doc.words(sentence):
            if not any(token.span in c for c in self.contents) or token.span in draft.cue:
                yield token
        if draft.told_in and self.script.sentence(draft.told_in.token) is not sentence:
            yield from self.telling(draft.told_in)


def _carried(own: Occasion, before: Occasion) -> Occasion:
    """A new medium or a new day is a new occasion."""
    if own.date or (own.medium and own.medium != before.medium):
        return own if own.medium or own.date is None else replace(own, medium=before.medium if _same_day(own, before) else None)
    date = replace(before.date, basis="carried") if before.date else None
    return Occasion(date, own.medium or before.medium)


def _same_day(own: Occasion, before: Occasion) -> bool:
    return bool(own.date and before.date and own.date.date == before.date.date)


def _date(script: Script, draft: Draft, telling: tuple[Token, ...]) -> DateMention | None:
    """The day nearest to the cue among the words of the telling."""
    latest = script.reading.article.published or "9999"
    days = [
        m
        for t in telling
        if (m := script.reading.calendar.by_head.get(t.i)) and m.precision == "day" and m.date and m.date[: len(latest)] <= latest
    ]
    return min(days, key=lambda m: abs(m.span.start - draft.cue.start), default=None)


def _medium(script: Script, draft: Draft, telling: tuple[Token, ...]) -> tuple[str | None, Token | None]:
    for rule in (_platform, _occasion, _outlet_told):
        for token in telling:
            if name := rule(script, draft, token):
                return name, token
    return None, None


def _occasion(script: Script, draft: Draft, token: Token) -> str | None:
    """'В интервью газете', 'на брифинге в министерстве', 'в эфире канала', 'на сайте мэрии', 'по телефону'."""
    if token.lemma not in script.words("occasions"):
        return None
    place = script.doc.child(token, "case")
    if place is None or place.lemma not in script.words("occasion_prepositions"):
        return None
    if place.lemma == "с" and token.feats.get("Case") != "Ins":
        return None
    outlet = next(
        (m for t in script.doc.subtree(token) if (m := script.reading.cast.by_head.get(t.i)) and _is_media(script, m.actor)), None
    )
    if outlet and token.lemma not in ("сайт", "страница"):
        return script.reading.cast.by_key[outlet.actor].name
    if token.lemma == "телефон":
        return "телефонный разговор"
    return _nominative_phrase(script, token)


def _platform(script: Script, draft: Draft, token: Token) -> str | None:
    """'В Twitter', 'на своей странице в Facebook'."""
    if token.lemma in ("twitter", "твиттер", "facebook", "фейсбук", "telegram", "телеграм", "instagram", "youtube"):
        return token.text if script.doc.child(token, "case") or token.text.isascii() else None
    return None


def _outlet_told(script: Script, draft: Draft, token: Token) -> str | None:
    """'Сообщил «Интерфаксу»', 'заявил агентству': a news outlet in the dative."""
    mention = script.reading.cast.by_head.get(token.i)
    if mention and token.feats.get("Case") == "Dat" and not script.doc.child(token, "case") and _is_media(script, mention.actor):
        return script.reading.cast.by_key[mention.actor].name
    return None


def _is_media(script: Script, actor: ActorKey) -> bool:
    return script.reading.cast.by_key[actor].kind == "media"


def _nominative_phrase(script: Script, token: Token) -> str:
    """The occasion's words with its head in the nominative: 'брифинг в министерстве', 'сайт Ростуризма'."""
    below = [t for t in script.doc.subtree(token) if t.rel not in ("case", "punct")]
    near = [t for t in below if token.i - 4 < t.i < token.i and t.pos == "ADJ" and t.head == token.i]
    after = [t for t in script.doc.subtree(token) if t.i > token.i]
    chain = []
    for k, t in enumerate(after):
        if t.i != token.i + 1 + k or t.pos in ("PUNCT", "VERB") or t.i in script.reading.calendar.by_head:
            break
        chain.append(t)
    mention = next((m for t in chain if t.head == token.i and (m := script.reading.cast.by_head.get(t.i))), None)
    head = " ".join(nominative(t.text, t.feats) for t in (*near, token))
    if mention and token.lemma in ("сайт", "страница"):
        return f"{head} {genitive(script.reading.cast.by_key[mention.actor].name)}"
    tail = script.doc.text[chain[0].start : chain[-1].stop] if chain else ""
    return f"{head} {tail}".strip()
