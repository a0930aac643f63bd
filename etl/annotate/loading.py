"""natasha's models, loaded once per process, without what only other uses of them need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from natasha import NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from natasha.data import NEWS_EMBEDDING
from navec import Navec
from navec.meta import Meta
from navec.navec import META, PQ_
from navec.pq import PQ
from navec.tar import Tar

from etl.annotate import encoding, packed
from etl.annotate.words import Words


@dataclass(frozen=True)
class Models:
    """natasha's taggers; `words` lemmatises and inflects."""

    numbering: packed.Numbering
    projections: encoding.Projections
    morphology: packed.Tagger
    syntax: packed.Tagger
    names: packed.Tagger
    words: Words


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
        Words(),
    )


class _Codes(PQ):  # type: ignore[misc]
    """The codes of the words' vectors."""

    def precompute(self) -> None:
        """Nothing: norms and products are for comparing words, and took a third of a second."""


def _embedding() -> Navec:
    """natasha's embedding for news. Its list of words stays unread: each tagger has its own."""
    with Tar(NEWS_EMBEDDING) as tar:
        return Navec(Meta.from_file(tar.load(META)), None, _Codes.from_file(tar.load(PQ_)))
