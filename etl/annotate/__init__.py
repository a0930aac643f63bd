"""ANNOTATE: sentences, morphology, syntax and names. The only room that imports natasha's models.

The models are those natasha 1.6 ships for news (Navec embeddings, Slovnet taggers); they are loaded once per process.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from slovnet.bio import bio_spans

from etl.annotate import encoding, packed
from etl.annotate.loading import models
from etl.annotate.segmenting import Word, segment
from etl.annotate.words import lemma, nominative
from etl.records import Article, Doc, Entity, Sentence, Span, Token


def annotate(article: Article) -> Doc:
    """Annotate the article block by block, so that no sentence crosses from a heading or a credit into the text.

    All is natasha's, to the last tag, but for the arcs of sentences in which its parser makes circles.
    """
    sentences, words = segment(article)
    if not sentences:
        return Doc(article.text, (), (), ())
    morphology, syntax, names = _tagged(words)
    tokens = tuple(_tokens(sentences, words, morphology, syntax))
    entities = [e for s, ws, tags in zip(sentences, words, names, strict=True) for e in _entities(s, ws, tags, tokens)]
    return Doc(article.text, tuple(sentences), tokens, tuple(entities))


def _tagged(words: Sequence[Sequence[Word]]) -> tuple[list[list[str]], list[list[packed.Arc]], list[list[str]]]:
    """Morphology, syntax and names of every sentence."""
    taggers = models()
    morphology: list[list[str]] = []
    syntax: list[list[packed.Arc]] = []
    names: list[list[str]] = []
    for words_of_row in _rows(words):
        row = packed.pack(words_of_row, taggers.numbering)
        projected = taggers.projections(row)
        morphology += packed.morphology(taggers.morphology, row, next(projected))
        syntax += packed.syntax(taggers.syntax, row, next(projected))
        names += packed.names(taggers.names, row, next(projected))
    return morphology, syntax, names


def _rows(words: Sequence[Sequence[Word]]) -> Iterator[list[list[str]]]:
    """The words of sentences, in one row where the article is no book: memory grows with the row."""
    row: list[list[str]] = []
    length = 0
    for ws in words:
        if row and length + len(ws) > encoding.MOST:
            yield row
            row, length = [], 0
        row.append([w.text for w in ws])
        length += len(ws)
    yield row


def _tokens(
    sentences: Sequence[Sentence],
    words: Sequence[Sequence[Word]],
    morphology: Sequence[Sequence[str]],
    syntax: Sequence[Sequence[packed.Arc]],
) -> Iterator[Token]:
    i = 0
    vocabulary = models().words
    for sentence, ws, tags, arcs in zip(sentences, words, morphology, syntax, strict=True):
        for word, tag, (head, rel) in zip(ws, tags, arcs, strict=True):
            # Slovnet counts heads from 1 within the sentence; 0 and a word that governs itself are roots.
            governor = sentence.first + head - 1 if head else -1
            governor = -1 if governor == i else governor
            pos, feats = packed.tag(tag)
            found = lemma(vocabulary, word.text, tag)
            yield Token(i, sentence.position, word.start, word.stop, word.text, found, pos, feats, governor, rel)
            i += 1


def _entities(sentence: Sentence, words: Sequence[Word], tags: Sequence[str], tokens: Sequence[Token]) -> Iterator[Entity]:
    starts, stops = [w.start for w in words], [w.stop for w in words]
    for found in bio_spans(words, tags):
        first = sentence.first + bisect_left(starts, found.start)
        last = sentence.first + bisect_right(stops, found.stop)
        if first < last:
            normal = nominative(models().words, tokens[first:last], found.type)
            yield Entity(found.type, Span(found.start, found.stop), first, last, normal)
