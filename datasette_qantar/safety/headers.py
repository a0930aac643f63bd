"""Response headers that Datasette leaves to its users.

Our own pages run only scripts from this site. Datasette's table and query pages also need inline styles, and `unsafe-eval`
for the charts of datasette-vega, which compiles its formulas with `new Function`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from datasette import hookimpl

Scope = MutableMapping[str, Any]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[[Scope, Any, Send], Awaitable[None]]

_EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}
_OURS = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_DATASETTE = _OURS | {
    "style-src": "'self' 'unsafe-inline'",
}
_CHARTS = _DATASETTE | {"script-src": "'self' 'unsafe-eval'"}


def policy(path: str, databases: set[str]) -> str:
    """The Content-Security-Policy for a path; `databases` are the routes below which Datasette's own pages lie."""
    first = path.strip("/").split("/")[0].removesuffix(".json").removesuffix(".csv")
    directives = _CHARTS if first in databases else _DATASETTE if first == "-" else _OURS
    return "; ".join(f"{name} {value}" for name, value in directives.items())


@hookimpl(specname="asgi_wrapper", trylast=True)
def safe_headers(datasette: Any) -> Callable[[App], App]:
    """Adds the headers to every response, error pages and static files included."""

    def wrap(app: App) -> App:
        async def with_headers(scope: Scope, receive: Any, send: Send) -> None:
            async def send_with_headers(message: Scope) -> None:
                if message["type"] == "http.response.start":
                    databases = {database.route for database in datasette.databases.values()}
                    ours = _EVERYWHERE | {"content-security-policy": policy(scope["path"], databases)}
                    kept = [
                        (name, value) for name, value in message.get("headers", ()) if name.decode("latin-1").lower() not in ours
                    ]
                    added = [(name.encode(), value.encode()) for name, value in ours.items()]
                    message = {**message, "headers": kept + added}
                await send(message)

            await app(scope, receive, send_with_headers if scope["type"] == "http" else send)

        return with_headers

    return wrap
