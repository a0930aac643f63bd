"""The field's words as data: `load()` reads and checks every file of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from etl.vocabulary.entries import Country, EventType, LayoutWords, Measure, Membership, Population, SpeechAct
from etl.vocabulary.loading import ALPHA_2, entries
from etl.vocabulary.names import check_members, country_adjectives, country_claims, country_people, index

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Vocabulary:
    """All vocabulary files, each as id → record in the file's order."""

    speech_acts: Mapping[str, SpeechAct] = field(default_factory=dict)
    event_types: Mapping[str, EventType] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    populations: Mapping[str, Population] = field(default_factory=dict)
    layout: Mapping[str, LayoutWords] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    memberships: Mapping[str, Membership] = field(default_factory=dict)
    # Folded words (`etl.vocabulary.names.fold`) → alpha-2 code.
    country_names: Mapping[str, str] = field(default_factory=dict)  # казахстан, рк, северная корея
    country_adjectives: Mapping[str, str] = field(default_factory=dict)  # казахстанский
    country_people: Mapping[str, str] = field(default_factory=dict)  # казахстанец


@lru_cache(maxsize=4)
def load(folder: Path = HERE) -> Vocabulary:
    """Read the vocabulary. Raises VocabularyError with file and line."""
    countries = entries(folder / "countries.yml", Country, ALPHA_2)
    memberships = entries(folder / "memberships.yml", Membership)
    check_members(memberships, countries, folder / "memberships.yml")
    return Vocabulary(
        speech_acts=entries(folder / "speech_acts.yml", SpeechAct),
        event_types=entries(folder / "event_types.yml", EventType),
        measures=entries(folder / "measures.yml", Measure),
        populations=entries(folder / "populations.yml", Population),
        layout=entries(folder / "layout.yml", LayoutWords),
        countries=countries,
        memberships=memberships,
        country_names=index(country_claims(countries, folder / "countries.yml")),
        country_adjectives=index(country_adjectives(countries, folder / "countries.yml")),
        country_people=index(country_people(countries, folder / "countries.yml")),
    )
