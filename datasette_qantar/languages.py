"""LANGUAGES: Russian and English for everything that is ours. The language stands in the URL, and nowhere else.

Our pages: `/timeline` is Russian, `/en/timeline` English. Datasette's pages: `?_lang=en`, an argument it carries along itself.
Messages are English in the code; `locale/ru/LC_MESSAGES/messages.po` has the Russian ones, read at start-up without a build step.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode

from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from datasette import hookimpl

from datasette_qantar.marks import matches

LANGUAGES = {"ru": "Русский", "en": "English"}
DEFAULT = "ru"
LOCALE = Path(__file__).parent / "locale"

_language: ContextVar[str] = ContextVar("language", default=DEFAULT)
_place: ContextVar[tuple[str, str]] = ContextVar("place", default=("/", ""))  # path and query string of the request


def _catalogue(language: str) -> NullTranslations:
    source = LOCALE / language / "LC_MESSAGES" / "messages.po"
    if not source.exists():
        return NullTranslations()
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    return GNUTranslations(BytesIO(compiled.getvalue()))


_CATALOGUES = {language: _catalogue(language) for language in LANGUAGES}


def language() -> str:
    """The language of the page being answered."""
    return _language.get()


def gettext(message: str) -> str:
    return _CATALOGUES[language()].gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    return _CATALOGUES[language()].ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    return _CATALOGUES[language()].pgettext(context, message)


def npgettext(context: str, one: str, many: str, n: int) -> str:
    return _CATALOGUES[language()].npgettext(context, one, many, n)


def day_words(iso: str | None) -> str:
    """An ISO prefix as people write it: `5 января 2022`, `январь 2022`, `2022`."""
    if not iso:
        return ""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return iso
    if len(parts) == 2:
        words = format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=language())
    else:
        words = format_date(date(*parts[:3]), "long", locale=language())
    return str(words).removesuffix("г.").strip()


def number_words(value: float | int | None) -> str:
    """A number with the language's separators; nothing for nothing."""
    return "" if value is None else str(format_decimal(value, locale=language()))


def prefixed(path: str, lang: str | None = None) -> str:
    """The path of one of our pages in a language (by default the current one)."""
    lang = lang or language()
    return path if lang == DEFAULT else f"/{lang}{path if path != '/' else ''}"


def in_language(lang: str) -> str:
    """The address of the current page in another language."""
    path, query = _place.get()
    arguments = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name != "_lang"]
    if _is_datasettes(path):
        arguments = [item for item in arguments if item[0] != "lang"] + _spoken(path, lang)
    else:
        path = prefixed(_without_prefix(path), lang)
    return path + ("?" + urlencode(arguments) if arguments else "")


def with_page(number: int) -> str:
    """The address of the current page with another number in a long list."""
    path, query = _place.get()
    arguments = [(name, value) for name, value in parse_qsl(query) if name != "page"]
    return f"{path}?{urlencode([*arguments, ('page', number)])}"


def _spoken(path: str, lang: str) -> list[tuple[str, str]]:
    """The arguments that make a page of Datasette speak a language; our canned queries have `lang` in their SQL."""
    if lang == DEFAULT:
        return []
    return [("_lang", lang)] + ([("lang", lang)] if path.rsplit("/", 1)[-1] in _QUERIES else [])


_QUERIES = {path.stem for path in (Path(__file__).parent / "queries").glob("*.sql")}
_datasettes: set[str] = {"-"}


def _is_datasettes(path: str) -> bool:
    return path.strip("/").split("/")[0].split(".")[0] in _datasettes


def _without_prefix(path: str) -> str:
    first, _, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if first in LANGUAGES and first != DEFAULT else path


def _of_request(path: str, query: str) -> str:
    first = path.removeprefix("/").partition("/")[0]
    asked = first if first in LANGUAGES else dict(parse_qsl(query)).get("_lang")
    return asked if asked in LANGUAGES else DEFAULT


@hookimpl(specname="asgi_wrapper", tryfirst=True)
def language_of_the_url(datasette: Any) -> Callable[[Any], Any]:
    """Notes the language and address of each request, for everything that is written into the answer."""

    def wrap(app: Any) -> Any:
        async def noted(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http":
                _datasettes.update(database.route for database in datasette.databases.values())
                path, query = unquote(scope["path"]), scope.get("query_string", b"").decode("latin-1")
                _language.set(_of_request(path, query))
                _place.set((path, query))
            await app(scope, receive, send)

        return noted

    return wrap


@hookimpl(specname="prepare_jinja2_environment")
def speaking_templates(env: Any, datasette: Any) -> None:
    """Gives templates `_()`, `ngettext()`, the language, and addresses in it."""
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)

    def to(path: str, **arguments: Any) -> str:
        given = urlencode({name: value for name, value in arguments.items() if value not in (None, "")})
        return datasette.urls.path(prefixed(path)) + (f"?{given}" if given else "")

    def browse(path: str | None = None) -> str:
        """A page of Datasette itself, by default the list of tables and queries, in the current language."""
        path = path or datasette.urls.database(next(name for name in datasette.databases if not name.startswith("_")))
        spoken = urlencode(_spoken(path, language()))
        return path + (f"?{spoken}" if spoken else "")

    env.globals |= {
        "language": language,
        "languages": LANGUAGES,
        "in_language": in_language,
        "with_page": with_page,
        "to": to,
        "browse": browse,
    }
    env.filters |= {"day_words": day_words, "number_words": number_words, "matches": matches}
