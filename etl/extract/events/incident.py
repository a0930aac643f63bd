"""What belongs to an incident told elsewhere: «Инцидент произошёл в среду в Твери», deaths in an accident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.extract.events.clause import lemma, support
from etl.extract.events.merging import join
from etl.extract.events.telling import Telling
from etl.extract.events.triggers import Candidate
from etl.extract.events.when import time_of
from etl.extract.events.where import place_of
from etl.extract.reading import Reading
from etl.records import Token

# Types one calls an incident or a tragedy.
HARM = frozenset(
    {"accident", "explosion", "shooting", "killing", "clash", "seizure", "arson", "looting", "riot", "disaster", "other"}
)

DYING = frozenset({"погибнуть", "погибать", "гибнуть", "гибель"})
UNMEANT = frozenset({"accident", "disaster"})
CRASHES = ("столкн", "столкновен", "протаран", "вреза", "дтп", "наезд", "авари", "крушени")


def without_accidental_deaths(candidates: list[Candidate]) -> list[Candidate]:
    """«Автобус опрокинулся, водитель погиб»: death in an accident or disaster is its outcome, no killing of its own"""
    harm = [c for c in candidates if c.type in HARM and c.type != "other" and lemma(c.head) not in DYING]
    return [c for c in candidates if not (lemma(c.head) in DYING and dies_by_accident(c, harm))]


def collisions(candidates: list[Candidate]) -> list[Candidate]:
    """«Сухогруз протаранил катер. … в день столкновения»: in a story of vehicles, and of no fight, it is an accident"""
    crash = any(c.type == "accident" and lemma(c.head).startswith(CRASHES) for c in candidates)
    if not crash or any(c.type == "clash" and lemma(c.head) != "столкновение" for c in candidates):
        return candidates
    return [replace(c, type="accident") if c.type == "clash" else c for c in candidates]


def dies_by_accident(death: Candidate, harm: list[Candidate]) -> bool:
    """Whether the nearest harm told of is one that nobody meant."""
    nearest = min(harm, key=lambda c: (abs(c.head.sentence - death.head.sentence), abs(c.head.i - death.head.i)), default=None)
    return nearest is not None and nearest.type in UNMEANT


def join_incidents(reading: Reading, events: list[Telling]) -> None:
    """Give the day and place such a sentence tells to the event it means."""
    for noun in incidents(reading):
        if meant := event_meant(events, noun):
            candidate = Candidate(meant.candidate.type, "incident", noun, frozenset({noun.i}), frozenset({noun.i}), 1)
            place, basis, span = place_of(reading, noun, meant.candidate.type)
            named = basis == "named"
            told = Telling(
                candidate, noun.span, time_of(reading, noun), place if named else None, basis if named else None, span, (), ()
            )
            join(reading, meant, told)


def incidents(reading: Reading) -> Iterator[Token]:
    """'трагедия' for «трагедия случилась вечером»"""
    words, verbs = (frozenset(reading.vocabulary.event_words[name].words) for name in ("incident", "taking-place"))
    for token in reading.doc.tagged("NOUN"):
        if lemma(token) in words and token.rel.startswith("nsubj"):
            verb = support(reading.doc, token)
            if verb is not None and lemma(verb) in verbs:
                yield token


def event_meant(events: list[Telling], noun: Token) -> Telling | None:
    """The first event of harm the article tells before it."""
    before = [e for e in events if e.candidate.type in HARM and any(t.candidate.head.i < noun.i for t in (e, *e.also))]
    return min(before, key=lambda e: (e.candidate.type == "other", min(t.candidate.head.i for t in (e, *e.also))), default=None)
