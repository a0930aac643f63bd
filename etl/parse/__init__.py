"""PARSE: what each stretch of an article is, and the date it declares.

Two kinds of page come in. Where lines are kept, every line is a paragraph and its place and form tell its kind (`lines`).
Where a page was run together, headings, captions and credits stand inside a paragraph and are cut out of it (`inline`).
"""

from __future__ import annotations

from etl.parse.declared import declared_date
from etl.parse.inline import cut
from etl.parse.lines import Line, classify, lines
from etl.records import Article, Block, RawArticle, Span
from etl.vocabulary import Vocabulary


def parse(raw: RawArticle, vocabulary: Vocabulary) -> Article:
    """Understand the layout. Blocks stand in text order and do not overlap.

    They hold every word but the declared date, and of the fields before the body none but the title.
    """
    layout = vocabulary.layout
    declared = declared_date(raw.text, layout["declared_date"].words, raw.body)
    found = classify(lines(raw.text, declared.span if declared else None, raw.body, raw.title), layout, raw.title)
    blocks = tuple(block for line in found for block in _blocks(raw.text, line, vocabulary))
    published, basis = raw.published, raw.published_basis
    if declared and not published:
        published, basis = declared.date, "declared"
    return Article(
        id=raw.id,
        source_file=raw.source_file,
        text=raw.text,
        sha256=raw.sha256,
        title=raw.title or _first(raw.text, blocks, "title"),
        lead=_first(raw.text, blocks, "lead"),
        outlet=raw.outlet,
        author=raw.author,
        url=raw.url,
        published=published,
        published_basis=basis,
        period=raw.period,
        language="ru",
        blocks=blocks,
    )


def _blocks(text: str, line: Line, vocabulary: Vocabulary) -> list[Block]:
    if line.kind not in ("body", "background", "lead"):
        return [Block(line.kind, line.span, line.number)]
    pieces = cut(line.span.of(text), line.kind, vocabulary.layout["credit"].words)
    at = line.span.start
    return [Block(kind, Span(at + span.start, at + span.stop), line.number) for kind, span in pieces]


def _first(text: str, blocks: tuple[Block, ...], kind: str) -> str | None:
    return next((block.span.of(text) for block in blocks if block.kind == kind), None)
