"""Lemmas and nominatives as natasha chooses them, without its detours.

natasha weighs every parse of a word and inflects a name through the whole lexeme, each time anew. Which parse fits the tagger's
features mostly does not depend on the weights, and the same words come again in nearly all articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pymorphy2_dicts_ru
from natasha import MorphVocab
from natasha.doc import DocToken
from natasha.morph.lemma import grams_sim, normal_word
from natasha.morph.vocab import MorphForm, ud_feats, ud_pos
from natasha.norm import inflect_word, recover_shapes, recover_spaces, select_inflectable
from pymorphy2 import MorphAnalyzer
from pymorphy2.analyzer import Parse

from etl.annotate.packed import tag as decoded
from etl.records import Token

INITIAL = 2  # letters: what is so short may also be an initial, which no dictionary has
EXACT = 1_000  # more than any number of features that agree
DECLINED = ("Case", "Gender", "Number")


class Words(MorphVocab):  # type: ignore[misc]
    """natasha's dictionary, which it brings itself: pymorphy2 would look for one in all that is installed."""

    def __init__(self) -> None:
        MorphAnalyzer.__init__(self, path=pymorphy2_dicts_ru.get_path(), result_type=_Form)


class _Form(MorphForm):  # type: ignore[misc]
    """A form of a word. natasha translates the features of every form anew, but only some hundred kinds of them exist."""

    def __new__(cls, *parse: Any) -> _Form:
        self: _Form = Parse.__new__(cls, *parse)
        self.normal = self.normal_form
        self.pos, self.feats = _features(self.tag)
        return self


@lru_cache(maxsize=5_000)
def _features(tag: Any) -> tuple[str, dict[str, str]]:
    """Part of speech and features, in the tagger's terms, of a tag of the dictionary."""
    return ud_pos(tag), dict(ud_feats(tag))


@lru_cache(maxsize=100_000)
def lemma(vocabulary: MorphVocab, word: str, tag: str) -> str:
    """The dictionary form of the parse that fits the tag (`NOUN|Case=Nom|…`) best; lower case, ё as е."""
    forms = _fitting(vocabulary, normal_word(word), tag)
    if len(forms) == 1:
        return str(normal_word(forms.pop()))
    return str(vocabulary.lemmatize(word, *decoded(tag)))  # a word of no dictionary, or a tie for the weights to decide


def _fitting(vocabulary: MorphVocab, word: str, tag: str) -> set[str]:
    """The dictionary forms of those parses that fit the tag best, all of them where several fit as well."""
    if len(word) <= INITIAL:
        return set()
    dictionary = vocabulary.dictionary
    found = dictionary.words.similar_items(word, vocabulary.char_substitutes)
    entries = [(_fit(dictionary.build_tag_info(*entry), tag), entry, spelled) for spelled, some in found for entry in some]
    best = max((fit for fit, _, _ in entries), default=0)
    return {dictionary.build_normal_form(*entry, spelled) for fit, entry, spelled in entries if fit == best} if best else set()


@lru_cache(maxsize=30_000)
def _fit(of_entry: Any, wanted: str) -> int:
    """How well the dictionary's tag of a form fits the tagger's, in natasha's measure."""
    features = _features(of_entry)
    return EXACT if features == decoded(wanted) else int(grams_sim(*features, *decoded(wanted)))


def nominative(vocabulary: MorphVocab, tokens: Sequence[Token], kind: str) -> str:
    """A name in the nominative, as natasha's own `DocSpan.normalize` makes it."""
    first = tokens[0]
    words = tuple((t.text, t.start - first.start, t.head - first.i, t.pos, *map(t.feats.get, DECLINED)) for t in tokens)
    return _nominative(vocabulary, words, kind == "ORG")


@lru_cache(maxsize=20_000)
def _nominative(vocabulary: MorphVocab, words: tuple[tuple[Any, ...], ...], body: bool) -> str:
    """Of words with their start and head, counted within the name, part of speech and case, gender, number."""
    tokens = [
        DocToken(start, start + len(text), text, i, head, None, pos, {}) for i, (text, start, head, pos, *_) in enumerate(words)
    ]
    everything = range(len(tokens))
    # Of a body's name some words only change with its case: «[Министерство] обороны».
    declined = set(select_inflectable(tokens)) or everything if body else everything
    found = [_inflected(vocabulary, text, *feats) if i in declined else text for i, (text, _, _, *feats) in enumerate(words)]
    return str(recover_spaces(recover_shapes(found, tokens), tokens))


@lru_cache(maxsize=20_000)
def _inflected(vocabulary: MorphVocab, word: str, pos: str, *declined: str | None) -> str:
    feats = {name: value for name, value in zip(DECLINED, declined, strict=True) if value is not None}
    return str(inflect_word(vocabulary, DocToken(0, len(word), word, pos=pos, feats=feats)))
