"""PARSE: headline, lead, headings, captions and credits, background, paragraphs, declared date."""

from __future__ import annotations

import re
from dataclasses import fields

from etl.records import Article, Block, RawArticle, Span


def parse(raw: RawArticle) -> Article:
    """Understand the layout. Blocks cover every non-blank character once."""
    blocks = []
    for n, m in enumerate(re.finditer(r"[^\n]*\S[^\n]*", raw.text)):
        start = m.start() + len(m.group()) - len(m.group().lstrip())
        stop = start + len(m.group().strip())
        last = raw.text[stop - 1]
        blocks.append(Block("title" if n == 0 and last not in ".!?…»" else "body", Span(start, stop), n))
    title = next((b.span.of(raw.text) for b in blocks if b.kind == "title"), None)
    kept = {f.name: getattr(raw, f.name) for f in fields(raw) if f.name not in ("title",)}
    return Article(**kept, title=raw.title or title, lead=None, language="ru", blocks=tuple(blocks))
