"""Names found in a text against names marked in a corpus."""

from __future__ import annotations

from collections.abc import Iterable

from etl.evaluate.compare import pair
from etl.evaluate.corpora.documents import Document
from etl.evaluate.tally import Tally
from etl.records import Span

PERSONS = ("person",)
BODIES = ("organization", "state_body", "media")


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Without those that lie inside another: of a name within a name only the longer one counts."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.stop)):
        if not kept or span not in kept[-1]:
            kept.append(span)
    return kept


def count_names(tally: Tally, name: str, gold: Iterable[Span], got: Iterable[Span], document: Document) -> None:
    """One-to-one pairs of overlapping spans."""

    def shared(g: Span, s: Span) -> float:
        both = min(g.stop, s.stop) - max(g.start, s.start)
        return both / (max(g.stop, s.stop) - min(g.start, s.start))

    marked, found = outermost(gold), outermost(got)
    pairs = pair(marked, found, Span.overlaps, shared)
    tally.count(name, len(pairs), len(marked), len(found))
    paired = {span for both in pairs for span in both}
    tally.notes += [f"{document.name}  {name} missed: {s.of(document.text)}" for s in marked if s not in paired]
    tally.notes += [f"{document.name}  {name} extra: {s.of(document.text)}" for s in found if s not in paired]


def named(document: Document, kinds: tuple[str, ...]) -> list[Span]:
    """Where actors of these kinds are mentioned by name."""
    mentions = document.extraction.mentions
    return [m.span for m in mentions if m.resolution == "named" and document.actors[m.actor].kind in kinds]
