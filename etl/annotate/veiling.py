"""Marks of Markdown inside sentences, hidden from the taggers without moving a letter: `[сообщил](https://…)`, `**Главное**`."""

from __future__ import annotations

import re

LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{1,300})\]\((?:https?://|/|#|mailto:)[^\s()]*(?:\([^\s()]*\)[^\s()]*)?(?:\s\"[^\"\n]{0,300}\")?\)"
)
STRONG = re.compile(r"(?<![\w*»\"])\*{1,3}(?=[\w«\"\[])(?P<words>[^*\n]{1,1000}?)(?<=[\w.,:;!?…»\")])\*{1,3}(?![\w*])")
UNDERLINED = re.compile(r"(?<![\w_])__(?=[\w«\"])(?P<words>[^_\n]{1,1000}?)(?<=[\w.,:;!?…»\"])__(?![\w_])")


def veiled(text: str) -> str:
    """The text with blanks in place of the marks, as long as before. A single asterisk after a name is no mark but a footnote."""
    for mark in (STRONG, LINK, UNDERLINED):
        text = mark.sub(_blanks_around, text)
    return text


def _blanks_around(found: re.Match[str]) -> str:
    start, stop = found.span("words")
    return " " * (start - found.start()) + found["words"] + " " * (found.end() - stop)
