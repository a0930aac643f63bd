"""ANNOTATE: sentences, morphology, syntax and names. The only module that imports natasha's models.

The models are those natasha 1.6 ships for news (Navec embeddings, Slovnet taggers); they are loaded once per process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from natasha import MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from natasha.doc import DocSpan, DocToken
from razdel import sentenize, tokenize

from etl.records import Article, Doc, Entity, Sentence, Span, Token


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


def annotate(article: Article) -> Doc:
    """Annotate the article block by block, so that no sentence crosses from a heading or a credit into the text."""
    sentences, words = _segment(article)
    taggers = models()
    texts = [[w.text for w in ws] for ws in words]
    morphology = [m.tokens for m in taggers.morphology.map(texts)]
    syntax = [s.tokens for s in taggers.syntax.map(texts)]
    tokens: list[Token] = []
    for sentence, ws, morphs, nodes in zip(sentences, words, morphology, syntax, strict=True):
        for word, morph, node in zip(ws, morphs, nodes, strict=True):
            tokens.append(_token(sentence, word, morph, node, len(tokens)))
    names = taggers.names.map(article.text[s.span.start : s.span.stop] for s in sentences)
    entities = [e for s, found in zip(sentences, names, strict=True) for e in _entities(s, tokens, found.spans)]
    return Doc(article.text, tuple(sentences), tuple(tokens), tuple(entities))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    stop: int
    text: str


def _segment(article: Article) -> tuple[list[Sentence], list[list[_Word]]]:
    sentences: list[Sentence] = []
    words: list[list[_Word]] = []
    first = 0
    for block in article.blocks:
        for piece in sentenize(block.span.of(article.text)):
            start = block.span.start + piece.start
            found = [_Word(start + t.start, start + t.stop, t.text) for t in tokenize(piece.text)]
            if found:
                span = Span(start, start + len(piece.text))
                sentences.append(Sentence(len(sentences), block.paragraph, block.kind, span, first, first + len(found)))
                words.append(found)
                first += len(found)
    return sentences, words


def _token(sentence: Sentence, word: _Word, morph: Any, node: Any, i: int) -> Token:
    # Slovnet counts heads from 1 within the sentence; 0 and a word that governs itself are roots.
    head = sentence.first + int(node.head_id) - 1 if int(node.head_id) else -1
    feats = dict(morph.feats)
    lemma = models().words.lemmatize(word.text, morph.pos, feats)
    head = -1 if head == i else head
    return Token(i, sentence.position, word.start, word.stop, word.text, lemma, morph.pos, feats, head, node.rel)


def _entities(sentence: Sentence, tokens: list[Token], spans: list[Any]) -> Iterator[Entity]:
    for found in spans:
        span = Span(sentence.span.start + found.start, sentence.span.start + found.stop)
        inside = [t for t in tokens[sentence.first : sentence.last] if t.span in span]
        if inside:
            yield Entity(found.type, span, inside[0].i, inside[-1].i + 1, _normal(inside, found.type))


def _normal(tokens: list[Token], kind: str) -> str:
    """The name in the nominative, as natasha's own `DocSpan.normalize` makes it."""
    natasha = [DocToken(t.start, t.stop, t.text, str(t.i), str(t.head), t.rel, t.pos, t.feats) for t in tokens]
    span = DocSpan(tokens[0].start, tokens[-1].stop, kind, "", natasha)
    span.normalize(models().words)
    return str(span.normal)
