"""Every form in which a query word may stand in an article.

The dictionary gives the paradigm of each reading of the word. Names are where dictionaries fail: «Токаев» is known to it only as
"of Tokay wines", so surname endings are tried as well, and kept where the dictionary knows no other word of that spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from etl.morphology import parses

# Endings of surnames in -ов, -ев, -ин: masculine, feminine and plural cases.
_POSSESSIVE = ("", "а", "у", "ым", "ом", "е", "ой", "ы", "ых", "ыми")
_POSSESSIVE_STEMS = ("ов", "ев", "ёв", "ин", "ын")
# Endings of foreign names in a consonant and in -ь, -й.
_HARD = ("", "а", "у", "ом", "ем", "е", "ы", "ов", "ам", "ами", "ах")
_SOFT = ("ь", "й", "я", "ю", "ем", "ём", "е", "и", "ью", "ей", "ев", "ям", "ями", "ях")
_VOWELS = "аеёиоуыэюя"
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """All candidate forms of a word in lower case, the word itself first; many of them occur in no text."""
    word = word.lower()
    found = [word]
    for parse in parses(word):
        found.extend(form.word for form in parse.lexeme)
    found.extend(_name_forms(word))
    return tuple(dict.fromkeys(spelling for form in found for spelling in _spellings(form)))


def _spellings(form: str) -> Iterator[str]:
    """The form with and without ё; for words the dictionary lacks, ё is tried in the place of each е."""
    yield form
    if "ё" in form:
        yield form.replace("ё", "е")
    elif not _known(form):
        for i, letter in enumerate(form):
            if letter == "е":
                yield f"{form[:i]}ё{form[i + 1 :]}"


def _known(word: str) -> bool:
    return any(parse.is_known for parse in parses(word))


def _other_word(form: str) -> bool:
    """Whether the dictionary knows this spelling, and not as a name."""
    readings = [parse.tag for parse in parses(form) if parse.is_known]
    return bool(readings) and not any("Surn" in tag or "Name" in tag for tag in readings)


def _name_forms(word: str) -> Iterator[str]:
    """«Токаев» → «токаева», «токаеву» …; «Блинкеном» → «блинкен», «блинкену» …"""
    candidates = list(_possessive_surname(word))
    if not _known(word):
        candidates.extend(_foreign_name(word))
    return (form for form in candidates if not _other_word(form))


def _possessive_surname(word: str) -> Iterator[str]:
    for ending in sorted(_POSSESSIVE, key=len, reverse=True):
        stem = word.removesuffix(ending) if word.endswith(ending) else ""
        if len(stem) > _SHORTEST_STEM and stem.endswith(_POSSESSIVE_STEMS):
            yield from (stem + other for other in _POSSESSIVE)
            return


def _foreign_name(word: str) -> Iterator[str]:
    """Each way of cutting an ending off, as long as a consonant stem of some length remains."""
    for endings in (_HARD, _SOFT):
        for ending in endings:
            stem = word.removesuffix(ending) if word.endswith(ending) else ""
            if len(stem) >= _SHORTEST_STEM and (ending == "й" or stem[-1] not in _VOWELS + "ьйъ"):
                yield from (stem + other for other in endings)
