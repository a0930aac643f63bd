"""The field's words as data: `load()` reads and checks every file of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from etl.vocabulary.entries import EventType, Measure, Population, SpeechAct
from etl.vocabulary.loading import entries

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Vocabulary:
    """All vocabulary files, each as id → record in the file's order."""

    speech_acts: Mapping[str, SpeechAct] = field(default_factory=dict)
    event_types: Mapping[str, EventType] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    populations: Mapping[str, Population] = field(default_factory=dict)


@lru_cache(maxsize=4)
def load(folder: Path = HERE) -> Vocabulary:
    """Read the vocabulary. Raises VocabularyError with file and line."""
    return Vocabulary(
        speech_acts=entries(folder / "speech_acts.yml", SpeechAct),
        event_types=entries(folder / "event_types.yml", EventType),
        measures=entries(folder / "measures.yml", Measure),
        populations=entries(folder / "populations.yml", Population),
    )
