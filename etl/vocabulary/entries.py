"""What an entry of each vocabulary file may say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """speech_acts.yml: what a speaker does with words."""

    id: str
    label: str
    label_ru: str
    description: str


@dataclass(frozen=True, slots=True)
class EventType:
    """event_types.yml: what happened. `plover` and `acled` are the codes of those ontologies where a mapping exists."""

    id: str
    label: str
    label_ru: str
    description: str
    plover: str | None = None
    acled: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """measures.yml: what a figure measures."""

    id: str
    label: str
    label_ru: str
    description: str


@dataclass(frozen=True, slots=True)
class Population:
    """populations.yml: who is counted."""

    id: str
    label: str
    label_ru: str
    description: str
