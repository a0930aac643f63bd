from hypothesis import given
from hypothesis import strategies as st

from etl.records import Doc, Token


def doc(heads: list[int]) -> Doc:
    tokens = [Token(i, 0, 2 * i, 2 * i + 1, "x", "x", "NOUN", {}, head, "dep") for i, head in enumerate(heads)]
    return Doc("x " * len(heads), (), tuple(tokens), ())


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


# Each word hangs on one before it, in an order of its own: any tree.
TREES = st.permutations(range(6)).flatmap(
    lambda order: st.tuples(*(st.sampled_from([-1, *order[:k]]) for k in range(6))).map(
        lambda heads: [h for _, h in sorted(zip(order, heads, strict=True))]
    )
)


@given(TREES)
def test_a_word_stands_below_each_of_its_ancestors_and_in_no_other_subtree(heads: list[int]) -> None:
    tree = doc(heads)
    for token in tree.tokens:
        above = [token, *tree.ancestors(token)]
        assert [t for t in tree.tokens if token in tree.subtree(t)] == sorted(above, key=lambda t: t.i)
        assert all(tree.head(child) is token for child in tree.children(token))
