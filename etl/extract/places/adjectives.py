"""Towns by their adjectives: «Пражский городской суд», «омская полиция» are those of a town that the article names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from etl.records import Place

ENDING = re.compile(r"(?:ск|цк)(?:ий|ой|ая|ое|ие)$")
# How a stem before «-ский» goes back to the name: «пражский» to «Прага», «рижский» to «Рига», «казанский» to «Казань».
SOFTENED = {"ж": "г", "ш": "х", "ч": "к"}
TAILS = ("", "ск", "цк", "а", "я", "ь", "и", "ы", "о", "е", "у")
LINKS = ("", "ин", "ов", "ен")  # «читинский» to «Чита», «московский» to «Москва»
SHORTEST = 3


def town_of(adjective: str, places: Iterable[Place]) -> Place | None:
    """The one town among these places whose adjective this may be (a dictionary form); None for none or for several."""
    names = _names(adjective.lower().replace("ё", "е"))
    found = {p.key: p for p in places if p.kind == "city" and p.name.lower().replace("ё", "е") in names}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def _names(adjective: str) -> frozenset[str]:
    if ENDING.search(adjective) is None:
        return frozenset()
    stem = ENDING.sub("", adjective)
    stems = {stem.removesuffix(link) for link in LINKS} | {f"{stem}ц", stem.removesuffix("ь")}
    stems |= {s[:-1] + SOFTENED[s[-1]] for s in stems if s and s[-1] in SOFTENED}
    stems |= {s[:-1] for s in stems if s.endswith("в")} | {f"{s}в" for s in stems}
    return frozenset(s + tail for s in stems for tail in TAILS if len(s + tail) > SHORTEST)
