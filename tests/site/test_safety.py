"""A stranger's browser and a stranger's SQL can do no harm."""

from __future__ import annotations

import resource

import pytest

BOMBS = [
    "select length(hex(randomblob(450000000)))",
    "select zeroblob(1000000000)",
    "with recursive c(x) as (select 1 union all select x + 1 from c) select zeroblob(7000000) from c",
    "with recursive c(x) as (select 1 union all select x + 1 from c) select max(x) from c",
    "with recursive c(x) as (select 'a' union all select x || x from c) select x from c",
    "select group_concat(zeroblob(1000000)) from statements a, statements b, statements c",
]


@pytest.mark.parametrize(
    "path", ["/", "/en", "/articles/raw", "/qantar", "/qantar/statements.json", "/nothing", "/-/static/app.css", "/search.csv"]
)
def test_every_answer_carries_the_headers(visitor, path):
    headers = visitor.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"].split("script-src")[1].split(";")[0]


def test_only_datasettes_charts_may_evaluate_code(visitor):
    assert "unsafe-eval" in visitor.get("/qantar/statements").headers["content-security-policy"]
    for path in ("/", "/timeline", "/figures/killed-security-forces", "/articles/raw"):
        assert "unsafe" not in visitor.get(path).headers["content-security-policy"]


def test_no_page_has_an_inline_script(visitor):
    for path in (
        "/",
        "/articles/raw",
        "/timeline",
        "/qantar",
        "/qantar/statements",
        "/qantar/who-said-what",
        "/qantar/statements/steppe-s1",
    ):
        page = visitor.get(path).text
        for tag in page.split("<script")[1:]:
            assert "src=" in tag.split(">")[0] or 'type="application/' in tag.split(">")[0], (path, tag[:80])


@pytest.mark.parametrize("sql", BOMBS)
def test_a_query_may_take_neither_all_memory_nor_all_time(visitor, sql):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = visitor.get("/qantar.json", sql=sql)
    assert answer.status_code == 400
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # KiB


@pytest.mark.parametrize(
    "sql", ["delete from statements", "attach 'x.db' as x", "pragma writable_schema = 1", "insert into articles default values"]
)
def test_nothing_can_be_written(visitor, sql):
    assert visitor.get("/qantar.json", sql=sql).status_code == 400


def test_the_whole_file_can_be_downloaded(visitor, database):
    answer = visitor.get("/qantar.db")
    assert answer.status_code == 200
    assert answer.content == database.read_bytes()


def test_a_cut_answer_says_so(visitor):
    page = visitor.get(
        "/qantar", sql="with recursive c(x) as (select 1 union all select x + 1 from c limit 6000) select x from c"
    ).text
    assert 'role="alert"' in page
