"""What every page of ours is: a function that gathers, and one answer in three formats.

    @page("/figures/<id>", template="series.html")
    async def series(ask: Ask) -> Content: …

The same rows are shown in the page, and given as `/figures/<id>.json` and `.csv`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from datasette.utils.asgi import BadRequest, NotFound, Request, Response

from datasette_qantar import corpus
from datasette_qantar.corpus import Row
from datasette_qantar.languages import prefixed

ROUTES: list[tuple[str, Callable[..., Any]]] = []
FORMATS = ("json", "csv")
LAST_PAGE = 10_000
LONGEST_ARGUMENT = 500


@dataclass(frozen=True)
class Ask:
    """What a reader asks of a page: its arguments, checked as they are read."""

    datasette: Any
    request: Request
    id: str = ""

    def text(self, name: str) -> str:
        """An argument of the query string; absent is empty. Raises BadRequest if it is absurdly long."""
        value = (self.request.args.get(name) or "").replace("\x00", "").strip()
        if len(value) > LONGEST_ARGUMENT:
            raise BadRequest(f"{name} is too long")
        return str(value)

    def day(self, name: str) -> str:
        """An ISO prefix; anything else is a bad request."""
        value = self.text(name)
        if value and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
            raise BadRequest(f"{name} has to be a day such as 2022-01-05")
        return value

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        value = self.text(name)
        if value and value not in choices:
            raise BadRequest(f"{name} has to be one of {', '.join(choices)}")
        return value

    @property
    def number(self) -> int:
        """Which page of a long list, from 1."""
        value = self.text("page") or "1"
        if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= LAST_PAGE:
            raise BadRequest("page has to be a number from 1")
        return int(value)

    async def rows(self, name: str, **params: Any) -> list[Row]:
        return await corpus.rows(self.datasette, name, **params)

    async def row(self, name: str, **params: Any) -> Row | None:
        return await corpus.row(self.datasette, name, **params)

    async def merged(self, name: str, table: str) -> Row | Response:
        """The row with the asked id, or a redirect if that id is one of the former ones. Raises NotFound."""
        found = await self.row(name, id=self.id)
        if found:
            return found
        alias = await self.row("alias", id=self.id, table=table)
        if alias is None:
            raise NotFound("no row with this id")
        path = self.request.path.rsplit("/", 1)[0]
        return Response.redirect(f"{path}/{alias['now_id']}", status=301)


@dataclass(frozen=True)
class Content:
    """What a page found: the rows that are its data, and whatever else its template shows."""

    rows: list[Row]
    shown: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Paging:
    """Where we are in a long list."""

    total: int
    number: int
    size: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last_row(self) -> int:
        return min(self.number * self.size, self.total)


Gather = Callable[[Ask], Awaitable[Content | Response]]


def page(path: str, template: str) -> Callable[[Gather], Gather]:
    """Registers a page under its path in every language and format. `<id>` in the path becomes `Ask.id`."""
    pattern = re.escape(path).replace("<id>", "(?P<id>[A-Za-z0-9_-]+)")
    address = r"^(?:/en)?/?$" if path == "/" else rf"^(?:/en)?{pattern}(?:\.(?P<format>json|csv))?$"

    def register(gather: Gather) -> Gather:
        async def view(request: Request, datasette: Any) -> Response:
            ask = Ask(datasette, request, request.url_vars.get("id") or "")
            content = await gather(ask)
            if isinstance(content, Response):
                return content
            return await _answer(ask, content, template, request.url_vars.get("format"))

        ROUTES.append((address, view))
        if path == "/":
            ROUTES.append((r"^(?:/en)?/home\.(?P<format>json|csv)$", view))
        return gather

    return register


async def _answer(ask: Ask, content: Content, template: str, format: str | None) -> Response:
    if format == "json":
        return _data(json.dumps({"rows": content.rows}, ensure_ascii=False, indent=1), "application/json")
    if format == "csv":
        return _data(corpus.as_csv(content.rows), "text/csv")
    context = {"rows": content.rows, "data": _data_addresses(ask), **content.shown}
    html = await ask.datasette.render_template(
        template, {"db": corpus.database(ask.datasette).name, **context}, request=ask.request
    )
    return Response.html(html, headers={"cache-control": "max-age=300"})


def _data(body: str, kind: str) -> Response:
    """Data is public: scripts of other sites may read it too."""
    headers = {"cache-control": "max-age=300", "access-control-allow-origin": "*"}
    return Response(body, headers=headers, content_type=f"{kind}; charset=utf-8")


def _data_addresses(ask: Ask) -> dict[str, str]:
    """Where this page's rows can be had as data."""
    path = ask.request.path if ask.request.path.rstrip("/") not in ("", "/en") else prefixed("/home")
    query = f"?{ask.request.query_string}" if ask.request.query_string else ""
    return {format: f"{path}.{format}{query}" for format in FORMATS}
