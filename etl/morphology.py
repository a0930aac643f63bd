"""MORPHOLOGY: the dictionary of Russian word forms (pymorphy3), every look-up cached."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pymorphy3


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=200_000)
def parses(word: str) -> tuple[Any, ...]:
    """All readings of a word form, the likeliest first (pymorphy3 `Parse`: word, tag, normal_form, score)."""
    return tuple(_analyzer().parse(word))
