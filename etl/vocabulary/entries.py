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


@dataclass(frozen=True, slots=True)
class Country:
    """countries.yml: a state, or a territory the press treats like one. The id is its ISO 3166 alpha-2 code.

    Aliases are nominative; adjectives and people (demonyms) masculine singular.
    """

    id: str
    iso3: str
    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """memberships.yml: an organisation of countries. The id is the organisation's in actors.yml."""

    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """layout.yml: words by which a page shows what a stretch of text is."""

    id: str
    description: str
    words: tuple[str, ...]
