"""TREES: where the parser's best arcs run in a circle, the best arcs that do not.

Slovnet's parser takes for every word its best head by itself. In seven sentences of a hundred some words then govern each
other and hang on nothing: «столкнулись пассажирский и грузовой поезда», where «поезда» hangs on its own adjective. The
maximum spanning arborescence over the same scores (Chu and Liu 1965; Edmonds 1967; as McDonald et al. 2005 use it for
dependency parsing) changes as little as a tree allows. Every word has one head, so the scores need no normalising.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[Any]  # [word, head]: heads count from 1, 0 is the root
LONGEST = 250  # words: nobody writes longer sentences, and a table's rows are not worth the squares of their number


def circle(heads: list[int]) -> list[int]:
    """The words of one circle, all counted from 1, `heads[0]` for nothing; a word that governs itself is a root, no circle."""
    settled = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        word = start
        while word not in settled:
            settled.add(word)
            path.append(word)
            word = heads[word] if heads[word] != word else 0
        if word in path:
            return path[path.index(word) :]
    return []


def tree(scores: Scores, heads: list[int]) -> list[int]:
    """`heads`, the best of each word, if they are a tree, else those whose scores add up to most among all that are one.

    A word that governs itself is a root. In a text of more than LONGEST words a circle's first word becomes one.
    """
    if len(scores) > LONGEST:
        heads = [*heads]
        while words := circle(heads):
            heads[min(words)] = 0
        return heads
    return _best_tree(_square(scores)) if circle(heads) else heads


def _square(scores: Scores) -> Scores:
    """The same with a row for the root, which has no head; a word's own score is the root's."""
    size = len(scores)
    square = np.full((size + 1, size + 1), -np.inf)
    square[1:] = scores
    own = np.arange(1, size + 1)
    square[own, 0] = np.maximum(square[own, 0], square[own, own])
    square[own, own] = -np.inf
    return square


def _best_tree(scores: Scores) -> list[int]:
    """A circle is taken for one word, the tree of what is left is found, and the circle is opened where that tree enters it."""
    heads = [0, *scores[1:].argmax(1).tolist()]
    words = circle(heads)
    if not words:
        return heads
    others = [i for i in range(len(heads)) if i not in words]
    entering = scores[np.ix_(words, others)] - scores[words, [heads[w] for w in words]][:, None]  # what it costs to open it there
    leaving = scores[np.ix_(others, words)]
    smaller = np.full((len(others) + 1, len(others) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(others, others)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    *found, entrance = _best_tree(smaller)
    for k, head in enumerate(found[1:], start=1):
        heads[others[k]] = others[head] if head < len(others) else words[leaving[k].argmax()]
    heads[words[entering[:, entrance].argmax()]] = others[entrance]
    return heads
