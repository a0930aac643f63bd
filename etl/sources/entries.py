"""Articles that come as named values: a JSON object, a line of JSON Lines, a row of a table.

The names are those of `columns.yml`. The article's text is the title, a blank line and the text, so that what a headline says
can be traced too. Only a text is required; a date or address that cannot be read is told and left empty.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping

from slugify import slugify

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources.decoding import SURROGATES, is_binary
from etl.sources.fields import any_date, shown, web_address
from etl.sources.files import LARGEST, SourceFile
from etl.sources.manifest import Row
from etl.sources.markup import plain

ID = re.compile(r"[a-z0-9_-]+")
LONGEST_ID = 200  # characters
CHECKS: Mapping[str, Callable[[str], str]] = {"url": web_address, "published": any_date, "period": any_date}


def article(
    values: Mapping[str, str], file: SourceFile, row: Row, digest: str, line: int | None = None, where: str = ""
) -> Iterator[RawArticle | SourceError]:
    """The article of these values, as `columns.named` gives them, below what is wrong with them; or the error in its place.

    What the manifest's row says of the file is taken for what the article itself does not say.
    """
    try:
        title, text = _words(values)
        id = _id(values, file)
    except ValueError as error:
        yield SourceError(f"{where}{error}", file.below, line)
        return
    known, mistakes = checked(values, file, line, where)
    yield from mistakes
    yield RawArticle(
        id=id,
        source_file=file.below,
        text=text,
        sha256=digest,
        title=title,
        outlet=known.get("outlet", row.outlet),
        author=known.get("author", row.author),
        url=known.get("url"),
        published=known.get("published", row.published),
        published_basis="declared" if "published" in known else "manifest" if row.published else None,
        period=known.get("period", row.period),
    )


def checked(
    values: Mapping[str, str], file: SourceFile, line: int | None = None, where: str = ""
) -> tuple[dict[str, str], list[SourceError]]:
    """What is known about the article, and the mistakes in what is said about it, which is left empty."""
    known: dict[str, str] = {}
    mistakes = []
    for name in ("title", "url", "published", "period", "outlet", "author"):
        try:
            if name in values:
                known[name] = CHECKS.get(name, one_line)(_storable(values[name]))
        except ValueError as error:
            mistakes.append(SourceError(f"{where}{name} {error}: left empty", file.below, line))
    return known, mistakes


def _storable(value: str) -> str:
    """The value itself. Raises ValueError for what no database can hold."""
    if SURROGATES.search(value) or is_binary(value):
        raise ValueError(f"{shown(value)!a} is not text")
    return value


def _words(values: Mapping[str, str]) -> tuple[str | None, str]:
    """The title, and the text that begins with it. Raises ValueError."""
    text, title = values.get("text", ""), values.get("title", "")
    if len(text) > LARGEST:
        raise ValueError(f"{len(text):,} characters are too many for one article (at most {LARGEST:,})")
    if SURROGATES.search(title + text):
        raise ValueError("broken characters: bytes that are no text in this encoding")
    if is_binary(text) or is_binary(title):
        raise ValueError("the text is binary data")
    text, title = plain(text), one_line(plain(title))
    if not text.strip() or is_binary(text):
        raise ValueError("the field 'text' is missing or empty")
    return title or None, headed(title, text)


def headed(title: str | None, text: str) -> str:
    """The text below its title, which is put above it where it does not stand there."""
    stands_there = not title or text.lstrip().split("\n", 1)[0].strip() == title
    return text if stands_there else f"{title}\n\n{text}"


def one_line(value: str) -> str:
    return " ".join(value.split())


def _id(values: Mapping[str, str], file: SourceFile) -> str:
    """The article's own id. A bare number is one only inside its file; without any, the address or the words make one."""
    own = values.get("id", "").strip()
    if not own:
        sign = values.get("url") or f"{values.get('title')}\n{values['text']}"
        return f"{file.id}-{hashlib.sha256(sign.encode(errors='surrogatepass')).hexdigest()[:12]}"
    id = own if ID.fullmatch(own) else slugify(own[: LONGEST_ID + 1])
    if not id:
        raise ValueError(f"the id {shown(own)} has no letter or digit")
    if len(own) > LONGEST_ID:
        raise ValueError(f"the id {shown(own)} is too long")
    return f"{file.id}-{id}" if id.isdigit() else id


def digest_of(values: Mapping[str, str]) -> str:
    """For articles whose bytes do not stand together: sha256 over the values as they were read."""
    return hashlib.sha256(ascii(sorted(values.items())).encode()).hexdigest()
