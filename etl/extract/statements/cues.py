"""Cues: the verbs and nouns of speech in the text, each with what the vocabulary says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from etl.morphology import parses
from etl.records import Doc, Record, Token
from etl.vocabulary import Vocabulary
from etl.vocabulary.speech import SpeechNoun, SpeechVerb

VERBAL = ("VERB", "AUX", "ADJ")
NOMINAL = ("NOUN", "PROPN", "X")


@dataclass(frozen=True, slots=True)
class Cue(Record):
    """A verb of speech. Forms: finite, passive (сообщается, поручено), gerund, participle, infinitive."""

    token: Token
    verbs: tuple[SpeechVerb, ...]
    form: str
    negated: bool

    def takes(self, frame: str) -> SpeechVerb | None:
        return next((v for v in self.verbs if frame in v.takes), None)

    @property
    def passes_on(self) -> bool:
        """Whether it may give another's words: 'передаёт слова', 'цитирует'."""
        return any(v.passes_on for v in self.verbs)


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun of speech: приказ, просьба, данные, сообщение."""

    token: Token
    noun: SpeechNoun


def find_cues(doc: Doc, vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """Every verb of speech, whether or not it will turn out to carry a statement."""
    return tuple(_cues(doc, _verbs(vocabulary)))


def find_noun_cues(doc: Doc, vocabulary: Vocabulary) -> tuple[NounCue, ...]:
    """Every noun of speech."""
    nouns = _nouns(vocabulary)
    return tuple(NounCue(t, nouns[t.lemma]) for t in doc.tagged(*NOMINAL) if t.lemma in nouns)


@lru_cache(maxsize=4)
def _verbs(vocabulary: Vocabulary) -> Mapping[str, tuple[SpeechVerb, ...]]:
    verbs: dict[str, tuple[SpeechVerb, ...]] = {}
    for verb in vocabulary.speech_verbs.values():
        for word in verb.words:
            verbs[word] = (*verbs.get(word, ()), verb)
    return verbs


@lru_cache(maxsize=4)
def _nouns(vocabulary: Vocabulary) -> Mapping[str, SpeechNoun]:
    return {word: noun for noun in vocabulary.speech_nouns.values() for word in noun.words}


def _cues(doc: Doc, verbs: Mapping[str, tuple[SpeechVerb, ...]]) -> Iterator[Cue]:
    for token in doc.tagged(*NOMINAL, *VERBAL):
        if token.pos in NOMINAL and (lemma := _gerund(doc, token)) in verbs:
            yield Cue(token, tuple(v for v in verbs[lemma] if not v.negated and not v.only_with), "gerund", False)
        if token.pos not in VERBAL or token.feats.get("Mood") == "Imp":
            continue
        reflexive = token.lemma not in verbs and token.lemma.endswith("ся")
        lemma = token.lemma[:-2] if reflexive else token.lemma
        negated = is_negated(doc, token)
        entries = tuple(v for v in verbs.get(lemma, ()) if (negated or not v.negated) and _accompanied(doc, token, v))
        entries = tuple(v for v in entries if v.negated) or entries  # 'не отрицает' says that it is so
        form = _form(token, reflexive)
        if form == "passive":
            entries = tuple(v for v in entries if not v.personal)
        if entries and form:
            yield Cue(token, entries, form, negated)


def is_negated(doc: Doc, token: Token) -> bool:
    """'Не сообщил'."""
    return token.i > 0 and doc.tokens[token.i - 1].lemma == "не"


def _gerund(doc: Doc, token: Token) -> str:
    """The verb of a gerund that the tagger took for a name because it opens the sentence: 'Заявив о победе, …'."""
    opens = token.i == doc.sentence(token).first and token.text.lower().endswith(("в", "вши", "я"))
    found = next((p for p in parses(token.text.lower()) if p.tag.POS == "GRND"), None) if opens else None
    return str(found.normal_form) if found else ""


def _accompanied(doc: Doc, token: Token, verb: SpeechVerb) -> bool:
    """Whether the noun stands near without which the verb is no speech."""
    near = doc.tokens[max(0, token.i - 4) : token.i + 6]
    return not verb.only_with or any(t.lemma in verb.only_with and t.sentence == token.sentence for t in near)


def _form(token: Token, reflexive: bool) -> str | None:
    kind = token.feats.get("VerbForm")
    short = token.feats.get("Variant") == "Short" or "Case" not in token.feats
    if kind == "Part":
        return "passive" if short else "participle" if token.feats.get("Voice") == "Act" else None
    if token.pos == "ADJ":
        return "finite" if short and "Case" not in token.feats else None  # 'уверены'
    if reflexive:
        return "passive" if kind == "Fin" else None
    return {"Fin": "finite", "Conv": "gerund", "Inf": "infinitive"}.get(kind or "")
