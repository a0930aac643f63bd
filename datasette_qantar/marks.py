"""MARKS: an article's text with every fact marked in place, overlapping ones included.

Facts overlap freely (a name inside a quote inside a statement), HTML elements must not. So the text is cut at every border of a
fact, and each piece carries all the facts it belongs to. Joined together, the pieces are the text, to the character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

KINDS = ("statement", "figure", "event", "contribution", "role", "actor")
LETTERS = {"statement": "S", "figure": "F", "event": "E", "contribution": "C", "role": "R"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same facts from end to end."""

    start: int
    stop: int
    text: str
    kinds: tuple[str, ...]  # of its facts, in the order of KINDS
    facts: tuple[str, ...]  # their ids
    opens: tuple[dict[str, Any], ...]  # facts that begin here
    parts: tuple[str, ...]  # `fact:part`
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


def marked(text: str, facts: list[dict[str, Any]], parts: list[dict[str, Any]]) -> list[Piece]:
    """The text cut at every border of a fact or a part of one."""
    spans = [*facts, *parts]
    borders = sorted({0, len(text), *(span["start"] for span in spans), *(span["stop"] for span in spans)})
    opening: dict[int, list[dict[str, Any]]] = {}
    for fact in facts:
        opening.setdefault(fact["start"], []).append(fact)
    part_opening: dict[int, list[dict[str, Any]]] = {}
    for part in parts:
        part_opening.setdefault(part["start"], []).append(part)
    pieces = []
    alive: list[dict[str, Any]] = []
    alive_parts: list[dict[str, Any]] = []
    for start, stop in pairwise(borders):
        alive = [fact for fact in alive if fact["stop"] > start] + opening.get(start, [])
        alive_parts = [part for part in alive_parts if part["stop"] > start] + part_opening.get(start, [])
        pieces.append(_piece(text[start:stop], start, stop, alive, opening.get(start, []), alive_parts))
    return pieces


def _piece(words: str, start: int, stop: int, facts: list[Any], opens: list[Any], parts: list[Any]) -> Piece:
    mentions = [fact for fact in facts if fact["kind"] == "actor"]
    present = {fact["kind"] for fact in facts}
    return Piece(
        start,
        stop,
        words,
        tuple(kind for kind in KINDS if kind in present),
        tuple(fact["id"] for fact in facts),
        tuple(opens),
        tuple(f"{part['fact']}:{part['part']}" for part in parts),
        min(mentions, key=lambda fact: fact["stop"] - fact["start"]) if mentions else None,
    )


def paragraphs(pieces: list[Piece], blocks: list[dict[str, Any]], text: str) -> list[Paragraph]:
    """The pieces set in the article's paragraphs. Pieces that cross a border are cut there; not a character is lost."""
    starts = sorted({0, *(block["start"] for block in blocks)})
    kinds = {block["start"]: block["kind"] for block in blocks}
    borders = [*starts[1:], len(text)]
    cut = list(_cut(pieces, borders))
    done = []
    for start, stop in zip(starts, borders, strict=True):
        inside = tuple(piece for piece in cut if start <= piece.start < stop)
        if inside and not (start == 0 and start not in kinds and not "".join(piece.text for piece in inside).strip()):
            done.append(Paragraph(kinds.get(start, "body"), inside))
    return done


def _cut(pieces: list[Piece], borders: list[int]) -> Iterator[Piece]:
    for piece in pieces:
        inside = [border for border in borders if piece.start < border < piece.stop]
        for start, stop in zip([piece.start, *inside], [*inside, piece.stop], strict=True):
            words = piece.text[start - piece.start : stop - piece.start]
            opens = piece.opens if start == piece.start else ()
            yield Piece(start, stop, words, piece.kinds, piece.facts, opens, piece.parts, piece.actor)


def matches(words: str) -> list[tuple[bool, str]]:
    """A search result's words as (found, text) pairs; SQLite has put \\x02 and \\x03 around what was found."""
    return [(bool(i % 2), text) for i, text in enumerate(re.split("[\x02\x03]", words or "")) if text]
