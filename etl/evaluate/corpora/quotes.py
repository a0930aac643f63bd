"""Direct quotes with their true speaker.

`quote_speakers.jsonl`: a line per quote with `doc`, `date`, `quote_start`, `quote_end`, `speaker_mentions: [{start, end}]`; the
texts are in `texts/<doc>.txt`. A quote is found if more than half of it is inside the content of one statement; the speaker is
right if the statement's actor is mentioned anywhere the corpus mentions the speaker.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from etl.evaluate.corpora.documents import Document, extracted, parts, raw, read
from etl.evaluate.corpora.halves import in_half
from etl.evaluate.tally import Tally
from etl.records import Span, Statement

FILE = "quote_speakers.jsonl"
COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Quote:
    document: str
    date: str
    span: Span
    speaker: tuple[Span, ...]  # every mention of the true speaker


def measure(folder: Path, half: str) -> list[Tally]:
    """One tally a document."""
    keep = in_half(half)
    quotes = [q for q in map(_quote, read(folder / FILE).splitlines()) if keep(q.document)]
    by_document = {d: list(qs) for d, qs in groupby(sorted(quotes, key=lambda q: q.document), key=lambda q: q.document)}
    articles = (raw(d, read(folder / "texts" / f"{d}.txt"), qs[0].date) for d, qs in by_document.items())
    return [_tally(document, by_document[document.name]) for document in extracted(articles)]


def _quote(line: str) -> Quote:
    r = json.loads(line)
    speaker = tuple(Span(m["start"], m["end"]) for m in r["speaker_mentions"])
    return Quote(r["doc"], r["date"], Span(r["quote_start"], r["quote_end"]), speaker)


def _tally(document: Document, quotes: list[Quote]) -> Tally:
    tally = Tally()
    for quote in quotes:
        said = _best(document, quote)
        right = said is not None and any(_is_speaker(document, said, m) for m in quote.speaker)
        open_ = said is not None and said.speaker is None
        tally.share("quotes found", said is not None)
        tally.share("quotes right speaker", right)
        tally.share("quotes wrong speaker", said is not None and not right and not open_)
        tally.share("quotes unattributed", open_)
        if not right:
            tally.notes += list(_note(document, quote, said))
    return tally


def _best(document: Document, quote: Quote) -> Statement | None:
    """The statement that holds most of the quote, if it holds more than half."""
    text = document.text

    def covered(statement: Statement) -> float:
        inside = {i for s in parts(statement.parts, "content") for i in range(s.start, s.stop)}
        letters = [i for i in range(quote.span.start, quote.span.stop) if text[i].isalnum()]
        return sum(i in inside for i in letters) / max(1, len(letters))

    best = max(document.extraction.statements, key=covered, default=None)
    return best if best and covered(best) > COVERED else None


def _is_speaker(document: Document, said: Statement, mention: Span) -> bool:
    """A person mentioned inside «глава МИД Анна Крылова» is she; a body there is not, unless the words are its own."""
    if said.speaker is None:
        return False
    if document.actors[said.speaker].kind == "person":
        return document.meets(said.speaker, [mention])
    return any(_alike(m.span, mention) for m in document.mentions(said.speaker))


def _alike(one: Span, other: Span) -> bool:
    both = min(one.stop, other.stop) - max(one.start, other.start)
    return 2 * both > max(one.stop, other.stop) - min(one.start, other.start)


def _note(document: Document, quote: Quote, said: Statement | None) -> Iterator[str]:
    true = ", ".join(dict.fromkeys(m.of(document.text) for m in quote.speaker))
    got = "not found" if said is None else f"{said.speaker} ({said.speaker_text}, {said.resolution}) <{said.rule}>"
    yield f"{document.name}  quote: gold {true[:80]} | got {got} | {quote.span.of(document.text)[:70]}"
