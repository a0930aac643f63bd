"""MARKS: an article's text with every fact marked in place, overlapping ones included.

Facts overlap freely (a name inside a quote inside a statement), HTML elements must not. So the text is cut at every border of a
fact, and each piece carries all the facts it belongs to. Joined together, the pieces are the text, to the character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

KINDS = ("statement", "figure", "event", "contribution", "role", "actor")
LETTERS = {"statement": "S", "figure": "F", "event": "E", "contribution": "C", "role": "R"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same facts from end to end."""

    start: int
    text: str
    classes: str  # `m-statement m-actor`: the kinds of its facts, in the order of KINDS
    facts: str  # their ids, between spaces as HTML wants lists
    opens: tuple[dict[str, Any], ...]  # facts that begin here
    parts: str  # `fact:part`, between spaces
    actor: dict[str, Any] | None  # the innermost mention it belongs to


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: str  # title, lead, heading, body, caption, credit, background
    pieces: tuple[Piece, ...]


def numbered(facts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts with a number each, such as S3 for the third statement: a mark that needs neither colour nor sight."""
    counts: Counter[str] = Counter()
    done = []
    for fact in facts:
        counts[fact["kind"]] += 1
        letter = LETTERS.get(fact["kind"])
        done.append(fact | {"number": f"{letter}{counts[fact['kind']]}" if letter else None})
    return done


def paragraphs(
    text: str, facts: list[dict[str, Any]], parts: list[dict[str, Any]], blocks: list[dict[str, Any]]
) -> list[Paragraph]:
    """The text cut at every border of a fact, a part of one or a paragraph, set in its paragraphs; not a character is lost."""
    kinds = {0: "body"} | {block["start"]: block["kind"] for block in blocks}
    done: list[tuple[int, list[Piece]]] = []
    for piece in _pieces(text, facts, parts, kinds):
        if piece.start in kinds:
            done.append((piece.start, []))
        done[-1][1].append(piece)
    white = bool(blocks) and done and all(not piece.text.strip() for piece in done[0][1])
    return [Paragraph(kinds[start], tuple(pieces)) for start, pieces in (done[1:] if white else done)]


def _pieces(text: str, facts: list[dict[str, Any]], parts: list[dict[str, Any]], starts: Iterable[int]) -> Iterator[Piece]:
    spans = [*facts, *parts]
    borders = sorted({0, len(text), *starts, *(span["start"] for span in spans), *(span["stop"] for span in spans)})
    opening, part_opening = _by_start(facts), _by_start(parts)
    alive: list[dict[str, Any]] = []
    alive_parts: list[dict[str, Any]] = []
    for start, stop in pairwise(borders):
        opens = opening.get(start, [])
        alive = [fact for fact in alive if fact["stop"] > start] + opens
        alive_parts = [part for part in alive_parts if part["stop"] > start] + part_opening.get(start, [])
        yield _piece(start, text[start:stop], alive, opens, alive_parts)


def _by_start(spans: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for span in spans:
        found.setdefault(span["start"], []).append(span)
    return found


def _piece(start: int, words: str, facts: list[Any], opens: list[Any], parts: list[Any]) -> Piece:
    mentions = [fact for fact in facts if fact["kind"] == "actor"]
    return Piece(
        start,
        words,
        _classes(frozenset(fact["kind"] for fact in facts)),
        " ".join(fact["id"] for fact in facts),
        tuple(opens),
        " ".join(f"{part['fact']}:{part['part']}" for part in parts),
        min(mentions, key=lambda fact: fact["stop"] - fact["start"]) if mentions else None,
    )


@cache
def _classes(present: frozenset[str]) -> str:
    return " ".join(f"m-{kind}" for kind in KINDS if kind in present)


def matches(words: str) -> list[tuple[bool, str]]:
    """A search result's words as (found, text) pairs; SQLite has put \\x02 and \\x03 around what was found."""
    return [(bool(i % 2), text) for i, text in enumerate(re.split("[\x02\x03]", words or "")) if text]
