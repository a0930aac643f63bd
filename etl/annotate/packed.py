"""TAGGERS: Slovnet's, run over a whole article at once, without padding.

Slovnet pads the sentences of a batch to the longest one and computes the padding too. Its encoders are stacks of
convolutions with a kernel of 3 whose padding is zero, and the embedding of `<pad>` is zero as well. So sentences laid end
to end in one row with a single masked `<pad>` between them give the same numbers with nothing computed twice. What sees
a whole sentence (the CRF of the entity tagger, the head scores of the parser) is then done sentence by sentence.

The row holds one article only: an article's annotations never depend on what else is being read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from slovnet.conll import parse_conll_tag

from etl.annotate.encoding import Array, Encoder, Packed
from etl.annotate.trees import tree

Words = Sequence[str]
Tag = tuple[str, Mapping[str, str]]  # part of speech, features
Arc = tuple[int, str]  # head counted from 1 within the sentence (0: none), relation
NAMES_AT_ONCE = 32  # sentences in one CRF decoding


@dataclass(frozen=True, eq=False)
class Tagger:
    """One of natasha's taggers, made ready for rows."""

    model: Any
    encoded: Encoder
    meaning: Sequence[str]  # of each number of a tag or a relation

    @classmethod
    def of(cls, infer: Any, vocabulary: str) -> Tagger:
        return cls(infer.model, Encoder(infer.model), getattr(infer.decoder, vocabulary).items)


@dataclass(frozen=True, eq=False)
class Numbering:
    """The ids of a word and of its shape. All of natasha's news models share one vocabulary of both."""

    of: Callable[[str], tuple[int, int]]
    pad: tuple[int, int]

    @classmethod
    def by(cls, encoder: Any) -> Numbering:
        @lru_cache(maxsize=100_000)
        def ids(word: str) -> tuple[int, int]:
            (word_id,), (shape_id,) = encoder.item([spelled(word)])
            return word_id, shape_id

        return cls(ids, (encoder.words_vocab.pad_id, encoder.shapes_vocab.pad_id))


def spelled(word: str) -> str:
    """With е for ё, as nearly all of the news that taught the models: they take 'передаёт' for a noun. 'Всё' is not 'все'."""
    return word if word.lower() == "всё" else word.replace("ё", "е").replace("Ё", "Е")


def pack(sentences: Sequence[Words], numbering: Numbering) -> Packed:
    """Lay the sentences end to end."""
    ids: list[tuple[int, int]] = []
    borders = []
    for sentence in sentences:
        if ids:
            ids.append(numbering.pad)
        borders.append((len(ids), len(ids) + len(sentence)))
        ids += map(numbering.of, sentence)
    word_id, shape_id = map(np.array, zip(*ids, strict=True))
    return Packed(word_id, shape_id, word_id == numbering.pad[0], borders)


@lru_cache(maxsize=10_000)
def tag(text: str) -> Tag:
    """`NOUN|Case=Nom|…` once per distinct tag, so that tokens share their features."""
    pos, feats = parse_conll_tag(text)
    return pos, feats


def morphology(tagger: Tagger, row: Packed, projected: Array) -> list[list[str]]:
    """The tag of every word, per sentence: `NOUN|Case=Nom|…`."""
    head = tagger.model.head
    best = head.decode(head(tagger.encoded(projected, row.separators))).tolist()
    return [[tagger.meaning[i] for i in best[start:stop]] for start, stop in row.borders]


def syntax(parser: Tagger, row: Packed, projected: Array) -> list[list[Arc]]:
    """Head and relation of every word, per sentence; where the parser's arcs run in a circle, the best that do not."""
    encoded = parser.encoded(projected, row.separators)
    heads = _heads(parser.model.head, encoded, row)
    relations = _relations(parser.model.rel, encoded, heads, row).tolist()
    arcs = list(zip(heads.tolist(), map(parser.meaning.__getitem__, relations), strict=True))
    return [arcs[start:stop] for start, stop in row.borders]


def _heads(layer: Any, encoded: Array, row: Packed) -> Array:
    """The best head of each position within its sentence: 0 is the root, i the sentence's i-th word."""
    root = layer.root.array.reshape(1, -1)
    root_tail, tails = layer.tail(root), layer.tail(encoded)
    scorers = np.matmul(layer.head(encoded), layer.kernel.array)
    best = np.zeros(len(encoded), dtype=np.int64)
    for start, stop in row.borders:
        candidates = np.concatenate((root_tail, tails[start:stop]))
        scores = np.matmul(scorers[start:stop], candidates.T)
        heads = [0, *scores.argmax(-1).tolist()]
        best[start:stop] = tree(scores, heads)[1:]
    return best


def _relations(layer: Any, encoded: Array, heads: Array, row: Packed) -> Array:
    """The best relation id of each position to its head."""
    governors = layer.head(np.concatenate((layer.root.array.reshape(1, -1), encoded)))
    first = np.zeros(len(encoded), dtype=np.int64)
    for start, stop in row.borders:
        first[start:stop] = start
    governor = governors[np.where(heads == 0, 0, first + heads)]
    hidden, size = layer.kernel.array.shape
    scores = np.matmul(governor, layer.kernel.array).reshape(len(encoded), size // hidden, hidden)
    tails = layer.tail(encoded).reshape(len(encoded), hidden, 1)
    return np.matmul(scores, tails).reshape(len(encoded), -1).argmax(-1)


def names(tagger: Tagger, row: Packed, projected: Array) -> list[list[str]]:
    """`B-PER`, `I-PER`, … `O` of every word, per sentence."""
    head = tagger.model.head
    emissions = head(tagger.encoded(projected, row.separators))
    found: list[list[str]] = [[] for _ in row.borders]
    by_length = sorted(range(len(found)), key=lambda i: row.borders[i][1] - row.borders[i][0])
    for at in range(0, len(by_length), NAMES_AT_ONCE):
        some = by_length[at : at + NAMES_AT_ONCE]
        for i, tags in zip(some, _decode(head.crf, emissions, [row.borders[i] for i in some]), strict=True):
            found[i] = [tagger.meaning[tag] for tag in tags.tolist()]
    return found


def _decode(crf: Any, emissions: Array, borders: list[tuple[int, int]]) -> Any:
    longest = max(stop - start for start, stop in borders)
    batch = np.zeros((len(borders), longest, emissions.shape[1]), dtype=emissions.dtype)
    mask = np.zeros((len(borders), longest), dtype=bool)
    for row, (start, stop) in enumerate(borders):
        batch[row, : stop - start] = emissions[start:stop]
        mask[row, : stop - start] = True
    return crf.decode(batch, mask)
