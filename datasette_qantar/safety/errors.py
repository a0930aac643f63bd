"""Junk in the address of one of Datasette's own pages is the asker's mistake (400), not the server's (500).

Datasette 0.65 checks only some of its arguments: `_sort_desc=x`, `_facet_date=%00` or `_through=[]` end in whatever exception the
code behind them raises. Our own pages check theirs; an exception there is a fault of ours and stays one.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import Request, Response
from datasette.views.base import DatasetteError

_MISTAKES = (sqlite3.Error, ValueError, LookupError, AssertionError, OverflowError, AttributeError, TypeError, DatasetteError)
_log = logging.getLogger(__name__)


@hookimpl(specname="handle_exception", tryfirst=True)
def junk_is_a_bad_request(datasette: Any, request: Request, exception: Exception) -> Any:
    known = getattr(exception, "status", 500) != 500  # Datasette's own errors mostly say what they are
    theirs = request.path.strip("/").split("/")[0].split(".")[0] in {db.route for db in datasette.databases.values()}
    if known or not theirs or not isinstance(exception, _MISTAKES):
        return None
    _log.warning("%s: %s: %s", request.path, type(exception).__name__, exception)

    async def answer() -> Response:
        words = f"{type(exception).__name__}: {exception}"
        if request.path.endswith((".json", ".csv")):
            return Response.json({"ok": False, "error": words, "status": 400}, status=400)
        html = await datasette.render_template("error.html", {"status": 400, "error": words, "title": None}, request=request)
        return Response.html(html, status=400)

    return answer
