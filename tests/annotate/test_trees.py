"""The arcs that make a tree: always one, and none whose scores add up to more."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from etl.annotate.trees import LONGEST, circle, tree

WORDS = 4
SCORES = arrays(np.float64, (WORDS, WORDS + 1), elements=st.integers(-50, 50), unique=True)


@pytest.mark.parametrize(
    ("heads", "words"),
    [([0, 2, 0, 2], set()), ([0, 1, 1], set()), ([0, 2, 1], {1, 2}), ([0, 2, 3, 2], {2, 3}), ([0, 0, 3, 4, 2, 3], {2, 3, 4})],
)
def test_a_circle_is_found_and_a_word_that_governs_itself_is_none(heads, words):
    assert set(circle(heads)) == words


def total(scores, heads):
    """What the arcs of all words add up to; a word that governs itself is a root."""
    return sum(max(scores[i, 0], scores[i, i + 1]) if head in (0, i + 1) else scores[i, head] for i, head in enumerate(heads))


@given(SCORES)
def test_no_tree_has_better_scores_than_the_one_that_is_found(scores):
    heads = tree(scores, [0, *scores.argmax(1).tolist()])
    assert not circle(heads)
    trees = (t for t in product(range(WORDS + 1), repeat=WORDS) if not circle([0, *t]))
    assert total(scores, heads[1:]) == max(total(scores, t) for t in trees)


def test_a_circle_in_what_is_no_sentence_of_a_writer_is_cut_at_its_first_word():
    heads = [0, *(i % LONGEST + 1 for i in range(1, LONGEST + 1)), 1]
    assert tree(np.zeros((LONGEST + 1, LONGEST + 2)), heads) == [0, 0, *heads[2:]]
