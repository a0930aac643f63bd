"""What the models make of a word does not depend on what was read before, or beside it."""

import numpy as np
import pytest
from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser

from etl.annotate import encoding
from etl.annotate.encoding import Packed, Projections

WORDS = list(range(100, 500, 3))


@pytest.fixture(scope="module")
def taggers():
    embedding = NewsEmbedding()
    return [kind(embedding).infer.model for kind in (NewsMorphTagger, NewsSyntaxParser, NewsNERTagger)]


def projected(projections, words):
    row = Packed(np.array(words), np.full(len(words), 3), np.zeros(len(words), dtype=bool), [(0, len(words))])
    return np.concatenate(list(projections(row)), axis=1)


def test_a_word_s_projection_is_the_same_to_the_bit_in_any_company_and_after_any_history(taggers, monkeypatch):
    alone = projected(Projections(taggers), WORDS)
    warmed = Projections(taggers)
    for word in reversed(WORDS[::2]):
        projected(warmed, [word, 7, 9])
    assert np.array_equal(projected(warmed, WORDS), alone)
    monkeypatch.setattr(encoding, "KEPT", 20)
    few = Projections(taggers)
    assert np.array_equal(projected(few, WORDS), alone)
    assert np.array_equal(projected(few, WORDS[::-1])[::-1], alone)


def test_projections_are_what_the_first_layers_weights_make_of_word_and_shape_together(taggers):
    row = projected(Projections(taggers), WORDS)
    at = 0
    for model in taggers:
        weight = encoding.Layer.of(model.encoder.layers[0]).weight
        expected = model.emb(np.array(WORDS), np.full(len(WORDS), 3)) @ weight
        assert np.allclose(row[:, at : at + weight.shape[1]], expected, atol=1e-4)
        at += weight.shape[1]
