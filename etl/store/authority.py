"""Which articles a change of the authority file concerns.

The rules meet an authority by its name or an alias, all words of it, in any word form. So an article whose text has no name of
a changed entry reads as before: its extraction stays, and only resolution runs again. Asked is for less than the rules ask for:
that for each word of a name the text has one that begins alike, as the word or as a form of it does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from etl.morphology import all_forms
from etl.vocabulary.entries import Authority

Names = Mapping[str, list[str]]  # what extraction reads of an entry → its name and aliases
Beginnings = tuple[frozenset[str], ...]  # of each word of a name: how it may begin
LETTERS = 3
WORD = re.compile(r"[^\W_]+")


def names(authority: Iterable[Authority]) -> dict[str, list[str]]:
    """What can be compared with another state of the file. English names and Wikidata ids are left to resolution."""
    return {
        json.dumps([a.id, a.kind, a.country, a.name, *a.aliases], ensure_ascii=False): [a.name, *a.aliases] for a in authority
    }


def changed(before: Names, now: Names) -> frozenset[Beginnings]:
    """The names of entries that are new, gone or different."""
    return frozenset(
        _beginnings(name) for side in (before, now) for entry in before.keys() ^ now.keys() for name in side.get(entry, ())
    )


def touches(text: str, found: frozenset[Beginnings]) -> bool:
    """Whether the text may have one of the names."""
    if not found:
        return False
    words = {_fold(w)[:n] for w in WORD.findall(text) for n in range(1, LETTERS + 1)}
    return any(all(word & words for word in name) for name in found)


def _beginnings(name: str) -> Beginnings:
    return tuple(frozenset(_fold(f)[:LETTERS] for f in all_forms(word)) for word in WORD.findall(name))


def _fold(word: str) -> str:
    return word.lower().replace("ё", "е")
