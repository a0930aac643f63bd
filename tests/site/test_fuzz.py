"""Whatever is put into an address: a page, a redirect, or a word that it is wrong; never a broken server."""

from __future__ import annotations

import logging
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.filterwarnings("ignore:coroutine:RuntimeWarning")  # Datasette drops some when it refuses

JUNK = [
    "",
    "x",
    "'",
    '"',
    "%",
    "%00",
    "\x00",
    "../../etc/passwd",
    "-1",
    "0",
    "99999999999999999999",
    "1e9",
    "ё",
    "🙂",
    "<script>",
    "[]",
    "{}",
    "null",
]
JUNK += [
    "a" * 3000,
    "2022-13-45",
    "' or 1=1 --",
    "*",
    "OR",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "٣",
    "²",
]

OURS = ["/timeline", "/figures", "/contributions", "/search", "/about", "/downloads", "/actors/anna-kim", "/articles/raw", "/"]
ARGUMENTS = [
    "q",
    "kind",
    "outlet",
    "day",
    "page",
    "type",
    "place",
    "actor",
    "from",
    "to",
    "measure",
    "agreement",
    "_lang",
    "lang",
]
DATASETTES = ["/qantar", "/qantar/statements", "/qantar/who_said_what", "/qantar/statements/steppe-s1", "/qantar/who-said-what"]
THEIRS = [
    "_search",
    "_sort",
    "_sort_desc",
    "_next",
    "_size",
    "_facet",
    "_facet_array",
    "_facet_date",
    "_fts_table",
    "_fts_pk",
    "_where",
]
THEIRS += [
    "_through",
    "_shape",
    "_col",
    "_nocol",
    "_json",
    "_labels",
    "_searchmode",
    "_filter_column",
    "_extras",
    "_trace",
    "sql",
    "speaker_id",
]
THEIRS += [
    "said_on__gt",
    "quote__regexp",
    "start__in",
    "_blob_column",
    "_hash",
    "_timelimit",
    "_facet_size",
    "_nl",
    "_stream",
    "_lang",
]


@pytest.fixture(autouse=True)
def quiet():
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def asked(arguments: list[str], each: int) -> list[tuple[str, str]]:
    """Every argument with some of the junk, all of the junk with some argument."""
    return [(argument, junk) for i, argument in enumerate(arguments) for junk in JUNK[i % each :: each]]


@pytest.mark.parametrize("path", OURS)
def test_our_pages_survive_any_argument(visitor, path):
    addresses = [(path, 3), (f"/en{path}", 12), (f"{path}.json", 12), (f"{path}.csv", 12)]
    asks = [(address, argument, junk) for address, each in addresses for argument, junk in asked(ARGUMENTS, each)]
    broken = [ask for ask in asks if visitor.get(ask[0], **{ask[1]: ask[2]}).status_code >= 500]
    assert broken == []


@pytest.mark.parametrize("path", DATASETTES)
def test_datasettes_pages_survive_any_argument(visitor, path):
    asks = [
        (path + format, argument, junk)
        for format, each in (("", 8), (".json", 16), (".csv", 16))
        for argument, junk in asked(THEIRS, each)
    ]
    broken = [ask for ask in asks if visitor.get(ask[0], **{ask[1]: ask[2]}).status_code >= 500]
    assert broken == []


@pytest.mark.parametrize(
    "folder", ["/actors/", "/articles/", "/events/", "/figures/", "/qantar/", "/qantar/statements/", "/-/", "/", "/en/"]
)
def test_any_path_is_answered(visitor, folder):
    answers = {junk: visitor.get(folder + quote(junk, safe="")).status_code for junk in JUNK}
    assert [junk for junk, status in answers.items() if status >= 500] == []
