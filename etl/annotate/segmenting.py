"""Sentences and their words, as razdel finds them, most words without asking razdel.

razdel divides what stands between two blanks by what it is made of, and looks beyond the blanks only where it leans on a dash or
a number: «кто -то», «в 2021, 2022». So a plain word with its comma or quote is one match of a regular expression here; what is
less plain («24.kg», «(ОДКБ),») is divided by razdel and remembered; where something leans, razdel divides the whole sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from razdel import sentenize, tokenize
from razdel.segmenters.punct import DASHES

from etl.annotate.veiling import veiled
from etl.records import Article, Sentence, Span

LONGEST = 1_000  # words of a sentence: what the parser needs grows with their square
DASH = f"[_{re.escape(DASHES)}]"
BETWEEN_BLANKS = re.compile(r"([«\"(]?)([а-яё]+)([.,!?;:»\")…]?)(?!\S)|\S+", re.IGNORECASE)
LEANS = re.compile(rf"{DASH}.|.*{DASH}$|[.,/\\]\d|.*\d[.,/\\]$")


class Word(NamedTuple):
    """A token before it is annotated; a tuple, since every token is one first."""

    start: int  # in the article
    stop: int
    text: str


def segment(article: Article) -> tuple[list[Sentence], list[list[Word]]]:
    """Sentences and their words, by razdel. What has no end for a thousand words is no sentence, and is cut there."""
    sentences: list[Sentence] = []
    words: list[list[Word]] = []
    first = 0
    for block in article.blocks:
        for piece in sentenize(veiled(block.span.of(article.text))):
            start = block.span.start + piece.start
            found = words_of(piece.text, start)
            for at in range(0, len(found), LONGEST):
                ws = found[at : at + LONGEST]
                span = Span(start, start + len(piece.text)) if len(ws) == len(found) else Span(ws[0].start, ws[-1].stop)
                sentences.append(Sentence(len(sentences), block.paragraph, block.kind, span, first, first + len(ws)))
                words.append(ws)
                first += len(ws)
    return sentences, words


def words_of(sentence: str, start: int = 0) -> list[Word]:
    """razdel's words of a sentence that begins at `start`."""
    words: list[Word] = []
    for match in BETWEEN_BLANKS.finditer(sentence):
        before, plain, behind = match.groups()
        at = start + match.start()
        if plain:
            pieces = tuple(piece for piece in (before, plain, behind) if piece)
        elif len(match[0]) == 1 or not LEANS.match(match[0]):
            pieces = _divided(match[0])
        else:
            return [Word(start + t.start, start + t.stop, t.text) for t in tokenize(sentence)]
        for piece in pieces:
            words.append(Word(at, at := at + len(piece), piece))
    return words


@lru_cache(maxsize=20_000)
def _divided(text: str) -> tuple[str, ...]:
    return tuple(t.text for t in tokenize(text))
