"""SEARCH: one box that finds every Russian word form, on our pages and in Datasette's own `_search`.

The index keeps the original words, so highlights mark what the article really says; the query is what gets expanded.
"""

from __future__ import annotations

from datasette_qantar.search.query import expand

__all__ = ["expand"]
