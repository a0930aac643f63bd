"""ANNOTATE: sentences, morphology, syntax and names. The only room that imports natasha's models.

The models are those natasha 1.6 ships for news (Navec embeddings, Slovnet taggers); they are loaded once per process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from natasha import MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from natasha.doc import DocSpan, DocToken
from razdel import sentenize, tokenize
from slovnet.bio import bio_spans

from etl.annotate import packed
from etl.annotate.veiling import veiled
from etl.records import Article, Doc, Entity, Sentence, Span, Token

LONGEST = 1_000  # words of a sentence: what the parser needs grows with their square
ROW = 10_000  # words that are annotated together


@dataclass(frozen=True)
class Models:
    """natasha's taggers; `words` lemmatises and inflects."""

    morphology: Any
    syntax: Any
    names: Any
    words: Any


@lru_cache(maxsize=1)
def models() -> Models:
    """The models, loaded at the first call (about one second)."""
    embedding = NewsEmbedding()
    return Models(NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding), MorphVocab())


@dataclass(frozen=True, slots=True)
class Word:
    """A token before it is annotated; offsets point into the article."""

    start: int
    stop: int
    text: str


def annotate(article: Article) -> Doc:
    """Annotate the article block by block, so that no sentence crosses from a heading or a credit into the text."""
    sentences, words = segment(article)
    if not sentences:
        return Doc(article.text, (), (), ())
    taggers = models()
    rows = [packed.pack(row, taggers.morphology.infer.encoder) for row in _rows(words)]
    morphology = [tags for row in rows for tags in packed.morphology(taggers.morphology, row)]
    syntax = [arcs for row in rows for arcs in packed.syntax(taggers.syntax, row)]
    tokens = tuple(_tokens(sentences, words, morphology, syntax))
    names = [tags for row in rows for tags in packed.names(taggers.names, row)]
    entities = [e for s, ws, tags in zip(sentences, words, names, strict=True) for e in _entities(s, ws, tags, tokens)]
    return Doc(article.text, tuple(sentences), tokens, tuple(entities))


def _rows(words: Sequence[Sequence[Word]]) -> Iterator[list[list[str]]]:
    """The words of sentences, in one row where the article is no book: memory grows with the row."""
    row: list[list[str]] = []
    length = 0
    for ws in words:
        if row and length + len(ws) > ROW:
            yield row
            row, length = [], 0
        row.append([w.text for w in ws])
        length += len(ws)
    yield row


def segment(article: Article) -> tuple[list[Sentence], list[list[Word]]]:
    """Sentences and their words, by razdel. What has no end for a thousand words is no sentence, and is cut there."""
    sentences: list[Sentence] = []
    words: list[list[Word]] = []
    first = 0
    for block in article.blocks:
        for piece in sentenize(veiled(block.span.of(article.text))):
            start = block.span.start + piece.start
            found = [Word(start + t.start, start + t.stop, t.text) for t in tokenize(piece.text)]
            for at in range(0, len(found), LONGEST):
                ws = found[at : at + LONGEST]
                span = Span(start, start + len(piece.text)) if len(ws) == len(found) else Span(ws[0].start, ws[-1].stop)
                sentences.append(Sentence(len(sentences), block.paragraph, block.kind, span, first, first + len(ws)))
                words.append(ws)
                first += len(ws)
    return sentences, words


def _tokens(
    sentences: Sequence[Sentence],
    words: Sequence[Sequence[Word]],
    morphology: Sequence[Sequence[packed.Tag]],
    syntax: Sequence[Sequence[packed.Arc]],
) -> Iterator[Token]:
    i = 0
    for sentence, ws, tags, arcs in zip(sentences, words, morphology, syntax, strict=True):
        for word, (pos, feats), (head, rel) in zip(ws, tags, arcs, strict=True):
            # Slovnet counts heads from 1 within the sentence; 0 and a word that governs itself are roots.
            governor = sentence.first + head - 1 if head else -1
            governor = -1 if governor == i else governor
            lemma = _lemma(word.text, pos, tuple(feats.items()))
            yield Token(i, sentence.position, word.start, word.stop, word.text, lemma, pos, feats, governor, rel)
            i += 1


@lru_cache(maxsize=30_000)
def _lemma(word: str, pos: str, feats: tuple[tuple[str, str], ...]) -> str:
    by_name: Mapping[str, str] = dict(feats)
    return str(models().words.lemmatize(word, pos, by_name))


def _entities(sentence: Sentence, words: Sequence[Word], tags: Sequence[str], tokens: Sequence[Token]) -> Iterator[Entity]:
    for found in bio_spans(words, tags):
        span = Span(found.start, found.stop)
        inside = [t for t in tokens[sentence.first : sentence.last] if t.span in span]
        if inside:
            yield Entity(found.type, span, inside[0].i, inside[-1].i + 1, _normal(inside, found.type))


def _normal(tokens: list[Token], kind: str) -> str:
    """The name in the nominative, as natasha's own `DocSpan.normalize` makes it."""
    natasha = [DocToken(t.start, t.stop, t.text, str(t.i), str(t.head), t.rel, t.pos, t.feats) for t in tokens]
    span = DocSpan(tokens[0].start, tokens[-1].stop, kind, "", natasha)
    span.normalize(models().words)
    return str(span.normal)
