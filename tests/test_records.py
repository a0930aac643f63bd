import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.records import Doc, Token


def doc(heads: list[int]) -> Doc:
    tokens = [Token(i, 0, 2 * i, 2 * i + 1, "x", "x", "NOUN", {}, head, "dep") for i, head in enumerate(heads)]
    return Doc("x " * len(heads), (), tuple(tokens), ())


@pytest.mark.parametrize(
    ("heads", "roots"),
    [([1, -1, 1], {1}), ([1, 0], {0}), ([1, 2, 1], {1}), ([2, 0, 1, 0, -1], {0, 4}), ([1, 2, 3, 1, 0], {1})],
)
def test_a_cycle_of_the_parser_is_cut_at_its_first_word(heads: list[int], roots: set[int]) -> None:
    tree = doc(heads)
    assert {t.i for t in tree.tokens if tree.head(t) is None} == roots


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.integers(-1, n - 1), min_size=n, max_size=n)))
def test_every_walk_over_any_tree_ends(heads: list[int]) -> None:
    tree = doc(heads)
    for token in tree.tokens:
        assert token not in tree.ancestors(token)
        assert token in tree.subtree(token)
        assert all(tree.head(child) is token for child in tree.children(token))
