"""Keys of the actors and places that an article names."""

from __future__ import annotations

from functools import lru_cache

from slugify import slugify


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """The slug of a name: «Верхний Ларс» → `verkhnii-lars`. Always the same, whatever else is installed."""
    return str(slugify(name, backend="text-unidecode"))
