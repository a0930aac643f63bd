"""Where a sentence names countries, by noun («Украины»), adjective («российских») or people («британцев»)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from etl.morphology import lemmas
from etl.records import Doc, Sentence, Token
from etl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Land:
    """A country's name in the text. `head` is its last token's position; kinds: name, adjective, people
    (demonyms), sender (an actor or a capital that stands for its country)."""

    code: str
    kind: str
    first: int
    head: int


@lru_cache(maxsize=4)
def lands_of(vocabulary: Vocabulary) -> Lands:
    """The names of countries, indexed once per vocabulary."""
    return Lands(vocabulary)


class Lands:
    """Countries by the lemmas of their names' first words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._names: Mapping[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for name, code in vocabulary.country_names.items():
            words = tuple(name.split())
            for lemma in lemmas(words[0]):
                self._names[lemma].append((words, code))
        self._words = {"adjective": vocabulary.country_adjectives, "people": vocabulary.country_people}
        self._describing = frozenset(word for words in self._words.values() for word in words)

    def within(self, doc: Doc, sentence: Sentence) -> tuple[Land, ...]:
        """The countries of a sentence in text order, the longest name winning."""
        return doc.once(self._within, sentence)

    def _within(self, doc: Doc, sentence: Sentence) -> tuple[Land, ...]:
        found: list[Land] = []
        for token in doc.words(sentence):
            if found and token.i <= found[-1].head:
                continue
            land = self._named(doc, sentence, token) or self._described(token)
            if land:
                found.append(land)
        return tuple(found)

    def _named(self, doc: Doc, sentence: Sentence, token: Token) -> Land | None:
        if not token.text[0].isupper():
            return None
        choices = {c for lemma in lemmas(token.text) for c in self._names.get(lemma, ())}
        for words, code in sorted(choices, key=lambda c: -len(c[0])):
            piece = doc.tokens[token.i : min(sentence.last, token.i + len(words))]
            if len(piece) == len(words) and all(lemmas(w) & lemmas(t.text) for w, t in zip(words, piece, strict=True)):
                return Land(code, "name", token.i, token.i + len(words) - 1)
        return None

    def _described(self, token: Token) -> Land | None:
        """«российских», «британцев»."""
        if token.pos not in ("ADJ", "NOUN", "PROPN", "VERB"):
            return None
        said = lemmas(token.text)
        if said.isdisjoint(self._describing):
            return None
        for kind, words in self._words.items():
            if known := sorted(w for w in said if w in words):
                return Land(words[known[0]], kind, token.i, token.i)
        return None
