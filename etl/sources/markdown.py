"""Markdown: the file is the article as in plain text; what it says of itself may stand between fences above it (front matter).

---                             +++
title: Порт закрыт              title = "Порт закрыт"
date: 2022-01-05                date = 2022-01-05
---                             +++
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.columns import named
from etl.sources.decoding import decode
from etl.sources.entries import checked
from etl.sources.files import SourceFile
from etl.sources.manifest import Row

LONGEST = 20_000  # characters of front matter
FENCED = re.compile(r"\s*^(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>(?:.*\n)*?)(?P=fence)[ \t]*(?:\n|\Z)", re.MULTILINE)
FIELD = re.compile(r"^[\w \"'.-]{1,60}[:=]", re.MULTILINE)  # without one, the fences are lines drawn across the page


def read_markdown(file: SourceFile, row: Row) -> Iterator[RawArticle | SourceError]:
    """One article, and before it what is wrong with its front matter; what the manifest says of it counts more."""
    try:
        data = file.data()
        text = decode(data, file.below)
    except SourceError as error:
        yield error
        return
    fields, body = _front_matter(text)
    if not text[body:].strip():
        yield SourceError("no text below the front matter", file.below)
        return
    known: Mapping[str, str] = {}
    try:
        known, mistakes = checked(_values(fields), file, 1)
        yield from mistakes
    except ValueError as error:
        yield SourceError(f"bad front matter: {error}: read without it", file.below, 1)
    yield RawArticle(
        id=file.id,
        source_file=file.below,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=row.title or known.get("title"),
        outlet=row.outlet or known.get("outlet"),
        author=row.author or known.get("author"),
        url=row.url or known.get("url"),
        published=row.published or known.get("published"),
        published_basis="manifest" if row.published else "declared" if "published" in known else None,
        period=row.period or known.get("period"),
        body=body,
    )


def _front_matter(text: str) -> tuple[str, int]:
    """What stands between the fences, the first of them included, and where the article begins."""
    found = FENCED.match(text, 0, LONGEST)
    return (found[0], found.end()) if found and FIELD.search(found["fields"]) else ("", 0)


def _values(front_matter: str) -> dict[str, str]:
    """What we ask for of the front matter. Raises ValueError."""
    found = FENCED.match(front_matter)
    if not found:
        return {}
    values: Any
    try:
        if found["fence"] == "+++":
            values = {k: v if isinstance(v, str | list | dict) else str(v) for k, v in tomllib.loads(found["fields"]).items()}
        else:
            values = yaml.load(found["fields"], Loader=yaml.CBaseLoader)  # which makes texts of everything, and runs nothing
    except yaml.MarkedYAMLError as error:
        raise ValueError(error.problem) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error).strip().split("\n")[0]) from error
    if not isinstance(values, dict):
        raise ValueError("no fields")
    return named({str(name): value for name, value in values.items()})
