"""Passages with the troop contributions they state, one JSON object a line: `id`, `published`, `text`, `contributions`.

A row is found if country, numbers and status are all right.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from etl.evaluate.compare import pair
from etl.evaluate.corpora.documents import Document, extracted, raw, read
from etl.evaluate.corpora.halves import in_half
from etl.evaluate.names import same_actor
from etl.evaluate.rows import ContributionRow
from etl.evaluate.tally import Tally
from etl.records import Contribution
from etl.vocabulary import load

COUNTS = ("personnel", "armoured_vehicles", "vehicles", "aircraft")


def measure(file: Path, half: str) -> list[Tally]:
    """One tally a passage."""
    keep = in_half(half)
    passages: dict[str, Any] = {p["id"]: p for p in map(json.loads, read(file).splitlines()) if keep(p["id"])}
    articles = (raw(id, p["text"], p["published"]) for id, p in passages.items())
    return [_tally(document, [_gold(c) for c in passages[document.name]["contributions"]]) for document in extracted(articles)]


def _gold(c: dict[str, Any]) -> ContributionRow:
    return ContributionRow(str(c), c["country"], tuple(c.get(k) for k in COUNTS), c["status"])


def _got(c: Contribution, text: str) -> ContributionRow:
    country = load().countries[c.country].name if c.country else None
    counts = (c.personnel, c.armoured_vehicles, c.vehicles, c.aircraft)
    return ContributionRow(f"{country} {counts} {c.status} <{c.rule}> {c.span.of(text)}", country, counts, c.status)


def _tally(document: Document, gold: list[ContributionRow]) -> Tally:
    tally = Tally()
    got = [_got(c, document.text) for c in document.extraction.contributions]

    def alike(g: ContributionRow, s: ContributionRow) -> bool:
        return same_actor(g.country, s.country) and g.counts == s.counts

    pairs = pair(gold, got, lambda g, s: alike(g, s) and g.status == s.status, lambda g, s: 1)
    tally.count("contributions", len(pairs), len(gold), len(got))
    tally.count("contributions but for status", len(pair(gold, got, alike, lambda g, s: 1)), len(gold), len(got))
    paired = {id(row) for both in pairs for row in both}
    tally.notes += [f"{document.name}  contribution missed: {g.shown}" for g in gold if id(g) not in paired]
    tally.notes += [f"{document.name}  contribution extra: {s.shown}" for s in got if id(s) not in paired]
    return tally
