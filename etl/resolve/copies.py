"""Articles that repeat an earlier one."""

from __future__ import annotations

from collections.abc import Iterable

from etl.resolve.members import Member


def find_copies(members: Iterable[Member]) -> dict[str, str]:
    """Article id → id of the earliest article of the same wording, white space aside."""
    first: dict[str, str] = {}
    copies: dict[str, str] = {}
    for m in sorted(members, key=lambda m: m.order):
        original = first.setdefault(m.wording, m.article)
        if original != m.article:
            copies[m.article] = original
    return copies
