"""Which half of a corpus the rules may be tuned on. Fixed by the document's name, so nobody can choose."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

HALVES = ("unseen", "tuned", "all")
# Documents of the other half that were read while rules were written: what was read is unseen no more.
READ = frozenset({"book_179", "book_256", "book_286", "book_443", "book_546"})
READ |= {"212404_text", "231810_text", "315825_text", "549180_text"}


def tuned(document: str) -> bool:
    """Whether the document belongs to the half that may be read; scores are reported on the other."""
    return document in READ or int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2 == 1


def in_half(half: str) -> Callable[[str], bool]:
    """The test for a half: unseen, tuned or all."""
    return {"unseen": lambda d: not tuned(d), "tuned": tuned, "all": lambda d: True}[half]
