"""Words that tell what happened to the people counted: «погибли», «задержанных», «гибель», «получили ранения»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.morphology import dictionary_forms, lemmas, tags
from etl.records import Doc, Record, Sentence, Token
from etl.vocabulary import Vocabulary

PHRASE_REACH = 6  # words between the verb and the noun of «получили … ранения»
HUNG_REACH = 15


@dataclass(frozen=True, slots=True)
class Cue(Record):
    """A word of a measure. Kinds: happens_to, done_to, counted, acts, phrase."""

    token: Token
    measure: str
    kind: str
    last: int  # position of its last token


@lru_cache(maxsize=4)
def cue_words(vocabulary: Vocabulary) -> CueWords:
    """The cues, indexed once per vocabulary."""
    return CueWords(vocabulary)


class CueWords:
    """The cues of measures.yml by dictionary form."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.sources = frozenset(word for noun in vocabulary.speech_nouns.values() if noun.source for word in noun.words)
        for measure in vocabulary.measures.values():
            for phrase in measure.phrases:
                verb, noun = phrase.split()
                self._phrases[verb].append((measure.id, noun))
            for kind in ("happens_to", "done_to", "counted", "acts"):
                for word in getattr(measure, kind):
                    self._words[word].append((measure.id, kind))
        self._known = frozenset((*self._words, *self._phrases))

    def within(self, doc: Doc, sentence: Sentence) -> tuple[Cue, ...]:
        """The cues of a sentence in text order, those under negation left out."""
        words = [t for t in doc.words(sentence) if t.text[0].isalpha()]
        return tuple(cue for t in words for cue in self._of(t, doc, sentence) if not is_negated(t, doc))

    def _of(self, token: Token, doc: Doc, sentence: Sentence) -> Iterator[Cue]:
        said = named_by(token.text)
        if said.isdisjoint(self._known):
            return
        verbal = token.pos not in ("NOUN", "PROPN") or is_participle(token)
        if verbal:
            for measure, noun in (p for w in said for p in self._phrases.get(w, ())):
                if other := _noun_near(token, noun, doc, sentence, self.sources):
                    yield Cue(token, measure, "phrase", other.i)
        for measure, kind in (p for w in sorted(said) for p in self._words.get(w, ())):
            named = token.pos == "NOUN" or (token.pos == "PROPN" and token.i == sentence.first)  # capital letter or not
            if kind == "counted" or (named if kind == "acts" else verbal):
                yield Cue(token, measure, kind, token.i)


def _noun_near(verb: Token, noun: str, doc: Doc, sentence: Sentence, sources: frozenset[str]) -> Token | None:
    """The noun beside the verb; farther away only where the tree hangs it there: «жертвами пожара в доме … стали»."""
    words = doc.words(sentence)
    hung = [t for t in words if t.i != verb.i and abs(t.i - verb.i) <= HUNG_REACH and noun in lemmas(t.text)]
    hung = [t for t in hung if not _is_whose_word(t, doc, sources)]
    near = [t for t in hung if t.head == verb.i or _words_apart(doc, t, verb) <= PHRASE_REACH]
    return min(near, key=lambda t: abs(t.i - verb.i), default=None)


def _is_whose_word(noun: Token, doc: Doc, sources: frozenset[str]) -> bool:
    """«на площади находятся, по оценке полиции, 10 тысяч человек»: they are not in its hands."""
    up = doc.head(noun)
    return noun.rel == "nmod" and up is not None and up.lemma in sources


def _words_apart(doc: Doc, one: Token, other: Token) -> int:
    """1 for neighbours; marks do not count: «жертвами которых, по данным газет, стали»."""
    first, last = sorted((one.i, other.i))
    return 1 + sum(t.pos != "PUNCT" for t in doc.tokens[first + 1 : last])


def is_negated(token: Token, doc: Doc) -> bool:
    """«не пострадали», «не был убит»."""
    before = [doc.tokens[i].text.lower() for i in range(max(0, token.i - 2), token.i) if doc.tokens[i].sentence == token.sentence]
    return before[-1:] == ["не"] or before in (["не", "был"], ["не", "были"], ["не", "могли"])


def is_participle(token: Token) -> bool:
    """A full participle, also where it stands for a noun: «пострадавших», «задержанные»."""
    return token.feats.get("Variant") != "Short" and _can_be_one(token.text.lower())


@lru_cache(maxsize=20_000)
def _can_be_one(word: str) -> bool:
    return any(tag.POS == "PRTF" for tag in tags(word))


@lru_cache(maxsize=20_000)
def named_by(word: str) -> frozenset[str]:
    """The dictionary forms, for an active participle also its own: «протестующих» are «протестующий», not only «протестовать»."""
    plain = word.lower()
    if not ("щ" in plain or "ш" in plain) or not _can_be_one(plain):
        return lemmas(word)
    return lemmas(word) | {form for form in dictionary_forms(plain, NOMINATIVE) if form.endswith(("ий", "ийся"))}


NOMINATIVE = frozenset({"nomn", "sing", "masc"})


def is_predicate(cue: Cue, doc: Doc) -> bool:
    """A verb or short participle, or a full one in the instrumental: «числятся пропавшими», not «с пострадавшей»."""
    before = doc.tokens[cue.token.i - 1] if cue.token.i else None
    if doc.child(cue.token, "case") or (before is not None and before.pos == "ADP" and before.sentence == cue.token.sentence):
        return False
    if cue.token.pos in ("NOUN", "ADJ", "PROPN") or is_participle(cue.token):
        return cue.token.feats.get("Case") == "Ins" or cue.token.feats.get("Variant") == "Short"
    return True


def is_passive(token: Token) -> bool:
    """A participle that tells of those it was done to: «убиты», «задержанных»."""
    told = token.feats.get("Voice") == "Pass" or token.feats.get("Variant") == "Short" or token.pos in ("NOUN", "ADJ")
    return told or _only_passive(token.text.lower())


@lru_cache(maxsize=20_000)
def _only_passive(word: str) -> bool:
    """«нейтрализованных», whatever the tagger says."""
    known = tags(word)
    return bool(known) and all(tag.POS == "PRTF" and "pssv" in tag for tag in known)
