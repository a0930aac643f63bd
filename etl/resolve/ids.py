"""Permanent ids: made of what the row is, in letters one can read, never of its neighbours.

A fact inside an article is named by the article, its kind and its position. What is merged over articles takes the id of a
member, so every member has an id of its own, made by the same means.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol, TypeVar

from slugify import slugify

from etl.records import Span

LONGEST = 60  # characters of a name in an id
DIGITS = 10  # of the digest that keeps apart what reads alike: a million members, one chance in two of a single clash


class Anchored(Protocol):
    @property
    def anchor(self) -> int: ...
    @property
    def span(self) -> Span: ...


class Spanned(Protocol):
    @property
    def span(self) -> Span: ...


A = TypeVar("A", bound=Anchored)
S = TypeVar("S", bound=Spanned)


@lru_cache(maxsize=100_000)
def slug(name: str) -> str:
    """Latin letters, digits and hyphens; 'x' for a name that has none. Always the same, whatever else is installed."""
    plain: str = slugify(name, max_length=LONGEST, word_boundary=True, backend="text-unidecode")
    return plain or "x"


def digest(*of: object) -> str:
    return hashlib.sha256("\n".join(map(str, of)).encode()).hexdigest()[:DIGITS]


def fact_ids(article: str, kind: str, facts: Iterable[A]) -> list[tuple[str, A]]:
    """Facts of one kind with their ids: `<article>-statement-1520`; a second fact at the same place gets `-2`."""
    ordered = sorted(facts, key=lambda f: (f.anchor, f.span))
    return list(_numbered((f"{article}-{kind}-{f.anchor}", f) for f in ordered))


def span_ids(article: str, kind: str, facts: Iterable[S]) -> list[tuple[str, S]]:
    """The same for mentions and roles, which overlap often: named by both ends."""
    ordered = sorted(facts, key=lambda f: f.span)
    return list(_numbered((f"{article}-{kind}-{f.span.start}-{f.span.stop}", f) for f in ordered))


T = TypeVar("T")


def _numbered(named: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    seen: Counter[str] = Counter()
    for id, fact in named:
        seen[id] += 1
        yield (id if seen[id] == 1 else f"{id}-{seen[id]}"), fact
