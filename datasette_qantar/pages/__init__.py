"""PAGES of ours, one module per question. Importing this package registers them all."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl

from datasette_qantar.pages import about, actors, articles, contributions, events, figures, home, search  # noqa: F401
from datasette_qantar.pages.page import ROUTES


@hookimpl(specname="register_routes")
def our_pages(datasette: Any) -> list[tuple[str, Any]]:
    return ROUTES
