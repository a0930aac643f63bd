"""The words that tell of an event: nouns, verbs and phrases of event_types.yml, found in the tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from etl.extract.events.clause import described_in_full, lemma_readings
from etl.extract.events.conditions import Around, Condition
from etl.extract.reading import Reading
from etl.morphology import lemmas
from etl.records import Record, Span, Token, hull
from etl.vocabulary import Vocabulary
from etl.vocabulary.entries import EventType, EventWords

TELLING = ("VERB", "NOUN", "PROPN", "ADJ", "AUX")
Name = tuple[frozenset[str], ...]  # the dictionary forms each word of an event noun may have


@dataclass(frozen=True, slots=True)
class Phrase:
    """A trigger with what must stand beside it; `weight` is how much is asked."""

    type: str
    rule: str
    weight: int = 1
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate(Record):
    """Words that may tell of an event of this type."""

    type: str
    rule: str
    head: Token
    words: frozenset[int]  # token positions that made it match
    shown: frozenset[int]  # those of them that belong to the trigger: «открыли огонь»
    weight: int  # how much had to fit

    def span(self, reading: Reading) -> Span:
        """The trigger word, with the other words of its phrase if they stand near."""
        near = [i for i in self.shown if abs(i - self.head.i) <= 3]
        return hull([reading.doc.tokens[i].span for i in (*near, self.head.i)])


@dataclass(frozen=True)
class Lexicon:
    """Phrases by the dictionary form of their trigger; nouns of several words by their first."""

    phrases: dict[str, tuple[Phrase, ...]]
    names: dict[str, tuple[tuple[str, Name], ...]]  # first word → (type, name)

    def knows(self, token: Token) -> bool:
        """Whether any phrase or noun begins with this word."""
        return not lemma_readings(token).isdisjoint(self.beginnings)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        return frozenset((*self.phrases, *self.names))


def words_of(reading: Reading, name: str) -> frozenset[str]:
    """A class of event_words.yml."""
    return frozenset(reading.vocabulary.event_words[name].words)


def forms_asked(word: str) -> frozenset[str]:
    """The dictionary forms of a word of the vocabulary; a word without a singular is asked for itself: «выборы», not «выбор»."""
    forms = lemmas(word)
    return frozenset({word}) if word in forms and word.endswith("ы") else forms


@lru_cache(maxsize=4)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    return _lexicon(tuple(vocabulary.event_types.values()), tuple(vocabulary.event_words.values()))


@lru_cache(maxsize=4)
def _lexicon(types: tuple[EventType, ...], classes_of_words: tuple[EventWords, ...]) -> Lexicon:
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    names: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    classes = {f"@{w.id}": frozenset(w.words) for w in classes_of_words}
    for kind in types:
        for verb in kind.verbs:
            phrases[verb].append(Phrase(kind.id, f"{kind.id}-verb"))
        for noun in kind.nouns:
            name = tuple(forms_asked(word) for word in noun.split())
            for first in name[0]:
                names[first].append((kind.id, name))
        for phrase in kind.phrases:
            first, *written = phrase.split()
            conditions = tuple(Condition.of(w, classes) for w in written)
            weight = 1 + sum(not c.forbidden for c in conditions)
            for word in first.split("/"):
                phrases[word].append(Phrase(kind.id, f"{kind.id}-phrase", weight, conditions))
    return Lexicon({k: tuple(v) for k, v in phrases.items()}, {k: tuple(v) for k, v in names.items()})


def find_candidates(reading: Reading) -> list[Candidate]:
    """All triggers in text order; where one needs the word that is another's trigger, the more demanding one stands."""
    words = lexicon(reading.vocabulary)
    tokens = (t for t in reading.doc.tagged(*TELLING) if words.knows(t))
    found = [c for token in tokens for c in best(at(reading, words, token))]
    return [c for c in found if not any(eclipses(o, c) for o in found if o is not c)]


def eclipses(one: Candidate, other: Candidate) -> bool:
    """«подписал указ» needs the указ that would tell of a decree by itself"""
    if other.type == one.type:
        return other.head.i in one.words and other.head.i != one.head.i
    return (other.head.i in one.words and one.weight >= other.weight) or (one.head.i in other.words and one.weight > other.weight)


def best(candidates: Iterator[Candidate]) -> list[Candidate]:
    """Of several readings of one trigger the one that asks for most; the earlier in the vocabulary if two ask for as much."""
    ordered = sorted(candidates, key=lambda c: -c.weight)
    return ordered[:1]


def at(reading: Reading, words: Lexicon, token: Token) -> Iterator[Candidate]:
    around: dict[str, Around] = {}
    for form in sorted(lemma_readings(token), key=lambda w: (w != token.lemma, w)):  # a set has another order in every process
        for kind, name in words.names.get(form, ()):
            following = reading.doc.tokens[token.i : token.i + len(name)]
            if token.pos != "VERB" and spelled(following, name):
                spots = frozenset(t.i for t in following)
                yield Candidate(kind, f"{kind}-noun", topmost(following), spots, spots, len(name))
        for phrase in words.phrases.get(form, ()) if token.pos != "PROPN" else ():
            matched = beside(reading, token, phrase, around)
            if matched is not None:
                yield Candidate(phrase.type, phrase.rule, token, matched[0], matched[1], phrase.weight)


def beside(
    reading: Reading, token: Token, phrase: Phrase, around: dict[str, Around]
) -> tuple[frozenset[int], frozenset[int]] | None:
    """The words of a phrase around its trigger, and those of them that show; None if a condition is not fulfilled."""
    needed, shown = {token.i}, {token.i}
    for condition in phrase.conditions:
        hits = condition.met(reading, token, around)
        if hits is None:
            return None
        needed |= hits
        shown |= hits if condition.shows else set()
    outside = {t.i for t in described_in_full(reading.doc, token)}  # of the quote, which is the participle's clause
    return frozenset(needed), frozenset(shown - outside)


def spelled(tokens: tuple[Token, ...], name: Name) -> bool:
    return len(tokens) == len(name) and all(not lemma_readings(t).isdisjoint(w) for t, w in zip(tokens, name, strict=True))


def topmost(tokens: tuple[Token, ...]) -> Token:
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head not in inside and t.pos in ("NOUN", "PROPN")), tokens[-1])
