"""Slovnet's encoders over a row of words: embedding, then three convolutions, each followed by ReLU and batch normalisation.

Slovnet lays out the three words under every position of the kernel and multiplies. Here every word is multiplied once by the
weights of all three positions, and the results are added where they meet. In the first layer, which takes two thirds of the
time, that is done for the three models together, for a word and the shape of its letters apart, and for a word once in a
process (`Projections`). The numbers are the same but for the order in which they are added (differences around 1e-5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = Any  # numpy arrays of float32 or int64
KEPT = 12_000  # words whose projections are kept: 9 kB each
MOST = 10_000  # words of a row
# Words projected together, never more or fewer: so a word's numbers do not depend on what it came with. Larger blocks are faster,
# but in them the linear algebra adds up some words in another order than others.
BLOCK = 16


@dataclass(frozen=True)
class Packed:
    """Word and shape ids of an article's sentences in one row, separated by `<pad>`.

    `borders` are the sentences' positions in it, half-open.
    """

    word_id: Array  # positions
    shape_id: Array  # positions
    separators: Array  # positions, true between sentences
    borders: list[tuple[int, int]]


@dataclass(frozen=True)
class Layer:
    """A convolution with a kernel of 3, its weights side by side: for the word after, the word itself, the word before."""

    weight: Array  # input × 3 filters
    bias: Array  # filters
    scale: Array  # filters, of the normalisation
    shift: Array  # filters

    @classmethod
    def of(cls, layer: Any) -> Layer:
        filters, size, kernel = layer.conv.weight.shape
        weight = np.ascontiguousarray(layer.conv.weight.array.transpose(1, 2, 0).reshape(size, kernel * filters))
        norm = layer.norm
        scale = norm.weight.array / norm.std.array
        return cls(weight, layer.conv.bias.array, scale, norm.bias.array - norm.mean.array * scale)

    def joined(self, parts: Array, separators: Array) -> Array:
        """Positions × 3 filters, the three parts of every word → positions × filters."""
        filters = len(self.bias)
        out = parts[:, filters : 2 * filters] + self.bias
        out[1:] += parts[:-1, :filters]
        out[:-1] += parts[1:, 2 * filters :]
        np.maximum(out, 0, out=out)
        out *= self.scale
        out += self.shift
        out[separators] = 0
        return out


class Projections:
    """What the first layers of several models make of a word, whatever stands beside it.

    The embedding of words is the same in all of natasha's news models, that of shapes (capitals, digits, Latin letters) is each
    model's own. Words met a second time are kept, and these are the frequent ones; the others are projected at each article anew.
    """

    def __init__(self, models: Sequence[Any]) -> None:
        firsts = [Layer.of(model.encoder.layers[0]) for model in models]
        self._embedding = models[0].emb.word
        size = self._embedding.dim
        self._weight = np.concatenate([first.weight[:size].T for first in firsts])
        self._shapes = np.concatenate(
            [model.emb.shape.weight.array @ first.weight[size:] for model, first in zip(models, firsts, strict=True)], axis=1
        )
        self._rows = np.empty((KEPT + MOST, len(self._weight)), dtype=np.float32)  # those behind the kept ones are of one article
        self._kept: dict[int, int] = {}  # word → its row
        self._met = bytearray(len(self._embedding.indexes.array))  # word → whether an earlier article had it
        self._borders = np.cumsum([0, *(first.weight.shape[1] for first in firsts)]).tolist()

    def __call__(self, row: Packed) -> Iterator[Array]:
        """For each model, positions × 3 filters of its first layer."""
        rows = np.array(self._rows_of(row.word_id.tolist()))
        for start, stop in zip(self._borders, self._borders[1:], strict=False):
            parts = self._rows[:, start:stop][rows]
            parts += self._shapes[:, start:stop][row.shape_id]
            yield parts

    def _rows_of(self, words: list[int]) -> list[int]:
        kept = self._kept
        new = list(dict.fromkeys(word for word in words if word not in kept))
        kept.update(zip((word for word in new if self._met[word]), range(len(kept), KEPT), strict=False))
        passing = dict(zip((word for word in new if word not in kept), range(KEPT, KEPT + MOST), strict=False))
        for word in passing:
            self._met[word] = 1
        for at in range(0, len(new), BLOCK):
            some = new[at : at + BLOCK]
            self._rows[[passing[word] if word in passing else kept[word] for word in some]] = self._projected(some)
        return [passing[word] if word in passing else kept[word] for word in words]

    def _projected(self, words: list[int]) -> Array:
        block = np.zeros((BLOCK, self._embedding.dim), dtype=np.float32)
        block[: len(words)] = self._embedding(np.array(words))
        return (self._weight @ block.T).T[: len(words)]


class Encoder:
    """The encoder of one model from its first layer's projections on."""

    def __init__(self, model: Any) -> None:
        self.first, *self.others = map(Layer.of, model.encoder.layers)

    def __call__(self, projected: Array, separators: Array) -> Array:
        """Positions × features."""
        encoded = self.first.joined(projected, separators)
        for layer in self.others:
            encoded = layer.joined(encoded @ layer.weight, separators)
        return encoded
