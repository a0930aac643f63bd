"""Articles whose lines are kept: what each line is, by its place and form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from etl.morphology import parses
from etl.records import Span
from etl.vocabulary.entries import LayoutWords

LONGEST_TITLE = 250  # characters; longer first lines are running text
LONGEST_HEADING = 100
LONGEST_APPARATUS = 200
BLANK = " \t\u00a0\ufeff\u200b"
RUNNING_TEXT = ".;,"  # a line that ends so is no title; an abbreviation at a title's end is rarer than a sentence
HEADING = re.compile(r"#{1,6}[ \t]+")  # Markdown's marks, which are not words of the line
QUOTED = re.compile(r"(?:>[ \t]*)+")
PICTURE = re.compile(r"!\[(?P<words>[^\[\]]*)\]\([^()]*\)")
FULL_STOP = (".", "!", "?", "…", ":", ";", ",", "»", '"', "”", ")", "-", "—")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without its outer white space."""

    number: int
    span: Span
    text: str
    kind: str = "body"
    mark: str = ""  # heading or picture, where the line has their mark before its words


def lines(text: str, skip: Span | None = None, body: int = 0, title: str | None = None) -> list[Line]:
    """The lines of a text that have words; what `skip` covers (the declared date) belongs to none.

    Of what stands before `body` only the title is a line, and that only if it does not stand below.
    """
    found: list[Line] = []
    for match in re.compile(r"[^\n]+").finditer(text, body):
        start = max(match.start(), skip.stop) if skip and skip.overlaps(Span(*match.span())) else match.start()
        if line := _line(len(found), text, start, match.end()):
            found.append(line)
    at = text.find(title, 0, body) if title and all(line.text != title for line in found) else -1
    if title and at >= 0:
        found = [Line(0, Span(at, at + len(title)), title), *(replace(line, number=line.number + 1) for line in found)]
    return found


def _line(number: int, text: str, start: int, stop: int) -> Line | None:
    """The words of a line without the marks of Markdown before them; none if it has no letter and no figure."""
    words = text[start:stop].strip(BLANK)
    mark = ""
    if quoted := QUOTED.match(words):
        words = words[quoted.end() :]
    if heading := HEADING.match(words):
        words, mark = words[heading.end() :].rstrip("# \t"), "heading"
    elif picture := PICTURE.fullmatch(words):
        words, mark = picture["words"].strip(BLANK), "picture"
    if not re.search(r"[^\W_]", words):
        return None
    begin = text.index(words, start, stop)
    return Line(number, Span(begin, begin + len(words)), words, mark=mark)


def classify(found: list[Line], layout: Mapping[str, LayoutWords], title: str | None) -> list[Line]:
    """Give each line its kind. `title` is what the source itself says the title is."""
    out: list[Line] = []
    background = False
    for line in found:
        kind = _kind(line, out, found, layout, title)
        background = _opens_background(line, layout) if kind == "heading" else background
        out.append(replace(line, kind="background" if background and kind == "body" else kind))
    return out


def _kind(line: Line, before: list[Line], found: list[Line], layout: Mapping[str, LayoutWords], title: str | None) -> str:
    is_last = line is found[-1]
    if line.mark == "picture":
        return "caption"
    if line.mark == "heading":
        return "title" if _is_marked_title(line, before, title) else "heading"
    if _is_credit(line.text, layout["credit"].words) or _is_apparatus(line, before, layout["apparatus"].words):
        return "credit"
    if not before:
        return "title" if _is_title(line, title, is_last) else "body"
    if line.text.endswith(FULL_STOP) and not _opens_background(line, layout):
        return "body"
    if all(b.kind in ("title", "caption", "credit") for b in before):
        return "lead" if _has_finite_verb(line.text) else "caption"
    return "heading" if len(line.text) <= LONGEST_HEADING and not is_last and line.text[:1].isupper() else "body"


def _is_title(line: Line, title: str | None, is_last: bool) -> bool:
    if title:
        return line.text == title.strip()
    return not is_last and len(line.text) <= LONGEST_TITLE and not line.text.endswith(tuple(RUNNING_TEXT))


def _is_marked_title(line: Line, before: list[Line], title: str | None) -> bool:
    """`# Порт закрыт` above everything else"""
    return line.text == title if title else all(b.kind in ("caption", "credit") for b in before)


def _is_credit(text: str, words: tuple[str, ...]) -> bool:
    """`Фото: odkb-csto.org`, `Скриншот видео`"""
    first = re.match(r"\w+", text)
    return (
        first is not None
        and first.group().lower() in words
        and (":" in text[:30] or not _has_finite_verb(text))
        and len(text) < 150
    )


def _is_apparatus(line: Line, before: list[Line], words: tuple[str, ...]) -> bool:
    """`Читайте также: Порт закрыт`, `Теги: порт, пожар`; no title, and no paragraph"""
    short = bool(before) and len(line.text) < LONGEST_APPARATUS
    return short and line.text.lower().startswith(words)


def _opens_background(line: Line, layout: Mapping[str, LayoutWords]) -> bool:
    return line.text.rstrip(" :.").lower().replace("ё", "е") in layout["background"].words


def _has_finite_verb(text: str) -> bool:
    return any(is_finite(word) for word in re.findall(r"[а-яё]+(?:-[а-яё]+)*", text, re.IGNORECASE))


def is_finite(word: str) -> bool:
    """Whether the likeliest reading of the word is a finite verb or a short participle («введен»)."""
    return parses(word.lower())[0].tag.POS in ("VERB", "PRTS")
