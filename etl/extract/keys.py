"""Keys of the actors and places that an article names."""

from __future__ import annotations

from functools import lru_cache

from slugify import slugify


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """The slug of a name: «Верхний Ларс» → `verkhnii-lars`. Kept, since transliteration is slow and names come again."""
    return str(slugify(name))
