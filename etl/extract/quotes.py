"""Quotation marks paired into quotes, nested ones too, over sentence borders and, where one stays open, over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.records import Doc, Record, Span

OPENING = {"«": "»", "“": "”", "„": "“”"}
CLOSING = "»”"
STRAIGHT = '"'
FURTHER = 4  # paragraphs that a quote may run on
MARK = re.compile('[«»“”„"]')
BEFORE_OPENING = ' \t\xa0\n([{«“„-–—/"'


@dataclass(frozen=True, slots=True, order=True)
class Quote(Record):
    """A stretch in quotation marks: `span` with them, `inner` without. `depth` 0 is a quote in no other."""

    span: Span
    inner: Span
    depth: int


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """All quotes of the article in text order, an outer one before those it holds."""
    paragraphs = list(_paragraphs(doc))
    found: list[Quote] = []
    k = 0
    while k < len(paragraphs):
        reach = _reach(doc.text, paragraphs[k : k + 1 + FURTHER])
        found += _pair(doc.text, Span(paragraphs[k].start, paragraphs[k + reach].stop))[0]
        k += reach + 1
    return tuple(sorted(found))


def _reach(text: str, paragraphs: list[Span]) -> int:
    """Over how many further paragraphs a quote runs that the first one leaves open and a later one closes."""
    first, still_open = _pair(text, paragraphs[0])
    if not still_open or any(q.span.start > still_open[0] for q in first):
        return 0
    for n in range(1, len(paragraphs)):
        _, left = _pair(text, Span(paragraphs[0].start, paragraphs[n].stop))
        _, alone = _pair(text, paragraphs[n])
        if not left:
            return n
        if len(alone) or len(left) > len(still_open):
            return 0
    return 0


def _paragraphs(doc: Doc) -> Iterator[Span]:
    """Runs of sentences of one paragraph and kind."""
    start = stop = -1
    key: tuple[int, str] | None = None
    for s in doc.sentences:
        if (s.paragraph, s.kind) != key:
            if key is not None:
                yield Span(start, stop)
            start, key = s.span.start, (s.paragraph, s.kind)
        stop = s.span.stop
    if key is not None:
        yield Span(start, stop)


def _pair(text: str, block: Span) -> tuple[list[Quote], list[int]]:
    """The quotes of a stretch of text, and the opening marks that nothing closes."""
    open_marks: list[int] = []
    found: list[Quote] = []
    for match in MARK.finditer(text, block.start, block.stop):
        i, mark = match.start(), match.group()
        if _opens(text, i, block, open_marks):
            open_marks.append(i)
        elif open_marks and (mark in CLOSING or mark == STRAIGHT or mark in OPENING.get(text[open_marks[-1]], "")):
            matching = next((k for k in reversed(range(len(open_marks))) if _fit(text[open_marks[k]], mark)), None)
            if matching is not None:
                start = open_marks[matching]
                del open_marks[matching:]
                found.append(_quote(text, start, i + 1, matching))
    if open_marks:
        found = _shared_end(text, open_marks[0], found)
    return found, open_marks


def _opens(text: str, i: int, block: Span, open_marks: list[int]) -> bool:
    """Straight marks open after a space or bracket and before a letter; “ closes a „ that stands open."""
    mark = text[i]
    if mark == "“" and any(text[k] == "„" for k in open_marks):
        return False
    if mark in OPENING:
        return True
    if mark != STRAIGHT:
        return False
    before = text[i - 1] if i > block.start else " "
    after = text[i + 1] if i + 1 < block.stop else " "
    if open_marks and before == STRAIGHT and text[open_marks[-1]] == STRAIGHT and open_marks[-1] != i - 1:
        return False
    return before in BEFORE_OPENING and not after.isspace() and after not in ",.;:!?)"


def _fit(opening: str, closing: str) -> bool:
    return closing in OPENING[opening] if opening in OPENING else closing == STRAIGHT


def _quote(text: str, start: int, stop: int, depth: int) -> Quote:
    first, last = start + 1, stop - 1
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Quote(Span(start, stop), Span(first, last), depth)


def _shared_end(text: str, start: int, found: list[Quote]) -> list[Quote]:
    """«Мы открыли магазин «Ромашка», — сказал он: one mark closes both quotes, so the outer one ends with the last inner one."""
    inner = [q for q in found if q.span.start > start]
    if not inner:
        return found
    stop = max(q.span.stop for q in inner)
    if text[stop : stop + 1] not in (",", ".", ""):
        return [replace(q, depth=q.depth - 1) if q in inner else q for q in found]
    return [*found, _quote(text, start, stop, 0)]
