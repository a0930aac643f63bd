"""The vocabulary's names as patterns of words that match any case form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

from etl.morphology import lemmas
from etl.records import Doc, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import (
    Authority,
    Body,
    Capital,
    Collective,
    Country,
    NotActor,
    OrganizationWord,
    Position,
)
from etl.vocabulary.names import fold

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Hit(Generic[E]):
    """Tokens first…last (half-open) that spell an entry's name; `head` is their syntactic head."""

    entry: E
    first: int
    last: int
    head: Token
    alias: str


@dataclass(eq=False)
class Phrasebook(Generic[E]):
    """Entries by the words of their names. The longest name wins."""

    by_word: dict[str, list[tuple[tuple[str, ...], E]]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[tuple[str, E]]) -> Phrasebook[E]:
        book: Phrasebook[E] = cls()
        for name, entry in names:
            words = tuple(name.replace("ё", "е").split())
            for lemma in lemmas(words[0]):
                book.by_word.setdefault(lemma, []).append((words, entry))
        for patterns in book.by_word.values():
            patterns.sort(key=lambda p: -len(p[0]))
        return book

    def at(self, doc: Doc, i: int) -> Hit[E] | None:
        """The longest name that begins at this token."""
        token = doc.tokens[i]
        found = _beginning_with(self, token.text)
        if not found:
            return None
        stop = doc.sentence(token).last
        for words, entry in found:
            last = i + len(words)
            if last <= stop and all(spells(t.text, w) for t, w in zip(doc.tokens[i + 1 : last], words[1:], strict=True)):
                return Hit(entry, i, last, top(doc, i, last), " ".join(words))
        return None


@lru_cache(maxsize=400_000)
def _beginning_with(book: Phrasebook[E], text: str) -> tuple[tuple[tuple[str, ...], E], ...]:
    """The names that may begin with this token, the longest first: looked up once per word form, since most words begin none."""
    found = (p for k in _keys(text) for p in book.by_word.get(k, ()))
    return tuple(sorted((p for p in found if spells(text, p[0][0])), key=lambda p: -len(p[0])))


@lru_cache(maxsize=100_000)
def _keys(text: str) -> tuple[str, ...]:
    """Under which words a name that begins with this token may stand; «МИДа» under «мид» too."""
    plain = text.replace("ё", "е")
    return tuple(sorted({plain.lower(), *lemmas(plain)} | ({plain.rstrip("аеуом").lower()} if plain[:2].isupper() else set())))


def spells(token: str, word: str) -> bool:
    """Whether the token's text is a form of the pattern's word; capitals in the pattern must stand in the text."""
    text = token.replace("ё", "е")
    if word.isupper() and len(word) > 1:
        ending = text[len(word) :]
        return text.startswith(word) and len(ending) < 3 and (not ending or ending.islower())
    if word[0].isupper() and not text[0].isupper():
        return False
    return bool(lemmas(text) & lemmas(word))


def top(doc: Doc, first: int, last: int) -> Token:
    """The token among these whose governor lies outside them."""
    inside = doc.tokens[first:last]
    return next((t for t in inside if not first <= t.head < last), inside[0])


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything the actor rules look up."""

    authority: Phrasebook[Authority]
    bodies: Phrasebook[Body]
    collectives: Phrasebook[Collective]
    positions: Phrasebook[Position]
    ministers: Phrasebook[Body]  # «министр обороны» → the ministry
    ministries: Phrasebook[Body]  # «обороны» → the ministry
    kinds: Phrasebook[OrganizationWord]
    workplaces: Phrasebook[OrganizationWord]
    endings: tuple[tuple[str, str], ...]  # ending of a one-word name → kind
    countries: Phrasebook[Country]
    capitals: Phrasebook[Capital]
    people: dict[str, Authority]  # well-known persons by folded name
    media: dict[str, Authority]  # likewise
    venues: Phrasebook[NotActor]
    victims: Phrasebook[NotActor]

    @cached_property
    def any_ending(self) -> tuple[str, ...]:
        return tuple(ending for ending, _ in self.endings)

    @cached_property
    def scanned(self) -> tuple[Phrasebook[Any], ...]:
        """The books whose names are looked for in every word of an article."""
        return (self.authority, self.bodies, self.collectives, self.positions, self.kinds, self.workplaces, self.countries)

    @cached_property
    def first_words(self) -> dict[str, set[int]]:
        """First word of a name → the scanned books that have such a name, by their position."""
        found: dict[str, set[int]] = {}
        for k, book in enumerate(self.scanned):
            for word in book.by_word:
                found.setdefault(word, set()).add(k)
        return found


@lru_cache(maxsize=100_000)
def kind_by_ending(lexicon: Lexicon, word: str) -> str | None:
    """The kind of organisation that a one-word name tells by its ending: «Ростехнадзора» → state_body."""
    if not (word[0].isupper() or (word[0].isdigit() and word.isascii())):  # «24.kg»
        return None
    forms = [f for f in lemmas(word) if f.endswith(lexicon.any_ending)]
    if not forms:
        return None
    return next(
        (kind for ending, kind in lexicon.endings if any(f.endswith(ending) and (f != ending or word.isascii()) for f in forms)),
        None,
    )


@lru_cache(maxsize=100_000)
def _books(lexicon: Lexicon, text: str) -> tuple[int, ...]:
    """Which of the scanned books have a name that may begin with this word, by their position."""
    found = {k for key in _keys(text) for k in lexicon.first_words.get(key, ())}
    return tuple(k for k in sorted(found) if _beginning_with(lexicon.scanned[k], text))


def beginnings(lexicon: Lexicon, doc: Doc) -> dict[Phrasebook[Any], list[Token]]:
    """For each scanned book the tokens with which a name may begin: most words begin none, so the rules look only at these."""
    found: list[list[Token]] = [[] for _ in lexicon.scanned]
    for token in doc.tokens:
        for k in _books(lexicon, token.text):
            found[k].append(token)
    return dict(zip(lexicon.scanned, found, strict=True))


MINISTER = "министр "


def _by_name(vocabulary: Vocabulary, kind: str) -> dict[str, Authority]:
    return {fold(n): e for e in vocabulary.authority.values() if e.kind == kind for n in (e.name, *e.aliases)}


@lru_cache(maxsize=4)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The vocabulary as phrase books, built once per vocabulary."""
    return Lexicon(
        Phrasebook.of((n, e) for e in vocabulary.authority.values() for n in (e.name, *e.aliases)),
        Phrasebook.of((n, e) for e in vocabulary.bodies.values() for n in (e.name, *e.aliases, *e.paraphrases)),
        Phrasebook.of((n, e) for e in vocabulary.collectives.values() for n in (e.name, *e.aliases)),
        Phrasebook.of((n, e) for e in vocabulary.positions.values() for n in (e.name, *e.aliases)),
        Phrasebook.of((n, e) for e in vocabulary.bodies.values() for n in e.minister),
        Phrasebook.of(
            (n.removeprefix(MINISTER), e) for e in vocabulary.bodies.values() for n in e.minister if n.startswith(MINISTER)
        ),
        Phrasebook.of(
            (n, e) for e in vocabulary.organization_words.values() if not e.ending | e.employer for n in (e.name, *e.aliases)
        ),
        Phrasebook.of((n, e) for e in vocabulary.organization_words.values() if e.employer for n in (e.name, *e.aliases)),
        tuple((n, e.kind) for e in vocabulary.organization_words.values() if e.ending for n in (e.name, *e.aliases)),
        Phrasebook.of((n, e) for e in vocabulary.countries.values() for n in (e.name, *e.aliases)),
        Phrasebook.of((n, e) for e in vocabulary.capitals.values() for n in (e.name, *e.aliases)),
        _by_name(vocabulary, "person"),
        _by_name(vocabulary, "media"),
        Phrasebook.of((n, e) for e in vocabulary.not_actors.values() if e.before_name for n in (e.name, *e.aliases)),
        Phrasebook.of((n, e) for e in vocabulary.not_actors.values() if not e.before_name for n in (e.name, *e.aliases)),
    )
