"""Slovnet's encoder over a row of words: embedding, then three convolutions, each followed by ReLU and batch normalisation.

Slovnet lays out the three words under every position of the kernel and multiplies. Here every word is multiplied once by the
weights of all three positions, and the results are added where they meet. In the first layer, which takes two thirds of the
time, that is done once for each distinct word of the row. The numbers are the same but for the order in which they are added
(differences around 1e-5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

Array = Any  # numpy arrays of float32 or int64


@dataclass(frozen=True)
class Packed:
    """Word and shape ids of an article's sentences in one row, separated by `<pad>`.

    `borders` are the sentences' positions in it, half-open.
    """

    word_id: Array  # positions
    shape_id: Array  # positions
    separators: Array  # positions, true between sentences
    borders: list[tuple[int, int]]

    @cached_property
    def _distinct(self) -> tuple[Array, Array]:
        both = self.word_id * (int(self.shape_id.max()) + 1) + self.shape_id
        _, first, which = np.unique(both, return_index=True, return_inverse=True)
        return first, which

    @property
    def first(self) -> Array:
        """Where each distinct pair of word and shape stands first."""
        return self._distinct[0]

    @property
    def which(self) -> Array:
        """For every position the number of its pair among the distinct ones."""
        return self._distinct[1]


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


class Encoder:
    """The encoder of one model; the embedding of words is the same in all of natasha's news models."""

    def __init__(self, model: Any) -> None:
        self.embedding = model.emb
        self.layers: Sequence[Layer] = [Layer.of(layer) for layer in model.encoder.layers]

    def __call__(self, row: Packed) -> Array:
        """Positions × features."""
        words = self.embedding(row.word_id[row.first], row.shape_id[row.first])
        first, *others = self.layers
        encoded = first.joined((words @ first.weight)[row.which], row.separators)
        for layer in others:
            encoded = layer.joined(encoded @ layer.weight, row.separators)
        return encoded
