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


def test_tokens_are_found_by_part_of_speech_and_by_lemma_in_text_order() -> None:
    said = [("мост", "NOUN"), ("он", "PRON"), ("стать", "VERB"), ("он", "PRON"), ("мост", "PROPN")]
    tokens = [Token(i, 0, 2 * i, 2 * i + 1, "x", lemma, pos, {}, -1, "root") for i, (lemma, pos) in enumerate(said)]
    text = Doc("x " * 5, (), tuple(tokens), ())
    assert [t.i for t in text.tagged("PROPN", "NOUN")] == [0, 4]
    assert [t.i for t in text.tagged("PROPN", "NOUN")] == [0, 4]  # the second time from what was kept
    assert [t.i for t in text.tagged("PRON")] == [1, 3]
    assert [t.i for t in text.lemmatised("стать", "мост")] == [0, 2, 4]
    assert text.tagged("ADJ") == ()
    assert text.lemmatised("река") == []


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.integers(-1, n - 1), min_size=n, max_size=n)))
def test_every_walk_over_any_tree_ends(heads: list[int]) -> None:
    tree = doc(heads)
    for token in tree.tokens:
        assert token not in tree.ancestors(token)
        assert token in tree.subtree(token)
        assert all(tree.head(child) is token for child in tree.children(token))
