"""natasha's models, loaded once per process, without what only other uses of them need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pymorphy2_dicts_ru
from natasha import MorphVocab, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from natasha.data import NEWS_EMBEDDING
from natasha.morph.vocab import MorphForm, ud_feats, ud_pos
from navec import Navec
from navec.meta import Meta
from navec.navec import META, PQ_
from navec.pq import PQ
from navec.tar import Tar
from pymorphy2 import MorphAnalyzer
from pymorphy2.analyzer import Parse

from etl.annotate import encoding, packed


@dataclass(frozen=True)
class Models:
    """natasha's taggers; `words` lemmatises and inflects."""

    numbering: packed.Numbering
    projections: encoding.Projections
    morphology: packed.Tagger
    syntax: packed.Tagger
    names: packed.Tagger
    words: MorphVocab


@lru_cache(maxsize=1)
def models() -> Models:
    """The models, loaded at the first call (about half a second)."""
    embedding = _embedding()
    morphology, syntax, names = (kind(embedding).infer for kind in (NewsMorphTagger, NewsSyntaxParser, NewsNERTagger))
    return Models(
        packed.Numbering.by(morphology.encoder),
        encoding.Projections([tagger.model for tagger in (morphology, syntax, names)]),
        packed.Tagger.of(morphology, "tags_vocab"),
        packed.Tagger.of(syntax, "rels_vocab"),
        packed.Tagger.of(names, "tags_vocab"),
        _Words(),
    )


class _Codes(PQ):  # type: ignore[misc]
    """The codes of the words' vectors."""

    def precompute(self) -> None:
        """Nothing: norms and products are for comparing words, and took a third of a second."""


def _embedding() -> Navec:
    """natasha's embedding for news. Its list of words stays unread: each tagger has its own."""
    with Tar(NEWS_EMBEDDING) as tar:
        return Navec(Meta.from_file(tar.load(META)), None, _Codes.from_file(tar.load(PQ_)))


class _Words(MorphVocab):  # type: ignore[misc]
    """natasha's lemmas and inflections. Its dictionary is named here; pymorphy2 would look for it in all that is installed."""

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
    return ud_pos(tag), dict(ud_feats(tag))
