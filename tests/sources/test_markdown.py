"""Markdown with and without front matter."""

from pathlib import Path

import pytest

from tests.sources.reading import article, read

BODY = "# Порт закрыт\n\nОн **откроется** завтра.\n"
YAML = """---
title: "Порт закрыт"
date: 2022-01-05T23:30:00+06:00
url: https://example.org/port
author: [А. Сомов, Б. Ким]
outlet: Степь
tags: [порт]
---
"""
TOML = """+++
title = "Порт закрыт"
date = 2022-01-05
url = "https://example.org/port"
authors = ["А. Сомов", "Б. Ким"]
outlet = "Степь"
+++
"""


@pytest.mark.parametrize("fields", [YAML, TOML])
def test_front_matter_tells_of_the_article_and_stays_in_its_text(tmp_path: Path, fields: str) -> None:
    found = article(tmp_path, "a.md", fields + BODY)
    assert found.text == fields + BODY
    assert found.text[found.body :] == BODY
    assert (found.title, found.author, found.outlet) == ("Порт закрыт", "А. Сомов, Б. Ким", "Степь")
    assert (found.url, found.published, found.published_basis) == ("https://example.org/port", "2022-01-05", "declared")


def test_markdown_without_front_matter_is_plain_text(tmp_path: Path) -> None:
    found = article(tmp_path, "порт.markdown", BODY.encode("cp1251"))
    assert (found.id, found.text, found.body, found.title) == ("port", BODY, 0, None)


def test_lines_drawn_across_the_page_are_no_front_matter(tmp_path: Path) -> None:
    text = "---\n\nПорт закрыт\n\n---\n\nОн откроется завтра.\n"
    assert article(tmp_path, "a.md", text).body == 0


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("title: [a\n", "a.md:1: bad front matter: "),
        ("date: вчера\n", "a.md:1: published 'вчера' is not a date"),
        ("url: javascript:alert(1)\n", "a.md:1: url 'javascript:alert(1)' is not a web address"),
        ("- a: b\n", "a.md:1: bad front matter: no fields"),
        ("a: " + "[" * 5_000 + "\n", "a.md:1: bad front matter: "),
    ],
)
def test_bad_front_matter_is_told_and_the_text_read(tmp_path: Path, fields: str, message: str) -> None:
    (found,), (error,) = read(tmp_path, "a.md", f"---\n{fields}---\n{BODY}")
    assert error.startswith(message)
    assert (found.text[found.body :], found.published, found.url) == (BODY, None, None)


def test_what_the_manifest_says_counts_more(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("file,published\na.md,2022-01-06\n", encoding="utf-8")
    found = article(tmp_path, "a.md", YAML + BODY)
    assert (found.published, found.published_basis, found.outlet) == ("2022-01-06", "manifest", "Степь")


def test_a_readme_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Как устроен архив\n", encoding="utf-8")
    assert article(tmp_path, "a.md", BODY).id == "a"
