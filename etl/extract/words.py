"""Word lists of the vocabulary as sets, made once, and marks that several extractors know."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from etl.vocabulary import Vocabulary

DASHES = frozenset({"-", "–", "—"})


@lru_cache(maxsize=400)
def figure_words(vocabulary: Vocabulary, kind: str) -> frozenset[str]:
    """A list of figure_words.yml."""
    return frozenset(vocabulary.figure_words[kind].words)


@lru_cache(maxsize=400)
def contribution_words(vocabulary: Vocabulary, kind: str) -> frozenset[str]:
    """A list of contribution_words.yml."""
    return frozenset(vocabulary.contribution_words[kind].words)


@lru_cache(maxsize=4)
def role_words(vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """The words of role_words.yml by their use."""
    uses = {w.use for w in vocabulary.role_words.values()}
    return {use: frozenset(w.name for w in vocabulary.role_words.values() if w.use == use) for use in uses}


@lru_cache(maxsize=4)
def speech_verbs(vocabulary: Vocabulary) -> frozenset[str]:
    """Every verb of speech_verbs.yml."""
    return frozenset(w for verb in vocabulary.speech_verbs.values() for w in verb.words)


@lru_cache(maxsize=4)
def urging_verbs(vocabulary: Vocabulary) -> frozenset[str]:
    """Verbs whose bare object is whom one speaks to: «призвать жителей»."""
    return frozenset(w for verb in vocabulary.speech_verbs.values() if "Acc" in verb.addressee for w in verb.words)


@lru_cache(maxsize=4)
def speech_nouns(vocabulary: Vocabulary) -> frozenset[str]:
    """Every noun of speech_nouns.yml."""
    return frozenset(w for noun in vocabulary.speech_nouns.values() for w in noun.words)
