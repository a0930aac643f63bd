"""Words that tell what happened to the people counted: «погибли», «задержанных», «гибель», «получили ранения»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etl.morphology import lemmas
from etl.records import Doc, Sentence, Token
from etl.vocabulary import Vocabulary

PHRASE_REACH = 6  # words between the verb and the noun of «получили … ранения»


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of a measure. Kinds: happens_to, done_to, counted, acts, phrase."""

    token: Token
    measure: str
    kind: str
    last: int  # position of its last token


def find_cues(doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """The cues of a sentence in text order, those under negation left out."""
    found = [
        cue for token in doc.words(sentence) if token.text[0].isalpha() for cue in _cues_of(token, doc, sentence, vocabulary)
    ]
    return tuple(cue for cue in found if not is_negated(cue.token, doc))


def _cues_of(token: Token, doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Cue]:
    said = lemmas(token.text)
    for measure in vocabulary.measures.values():
        for phrase in measure.phrases:
            verb, noun = phrase.split()
            if verb in said and token.pos != "NOUN" and (other := _noun_near(token, noun, doc, sentence)):
                yield Cue(token, measure.id, "phrase", other.i)
    verbal = token.pos not in ("NOUN", "PROPN") or token.text.lower().endswith(("ые", "ых", "ыми"))
    for measure in vocabulary.measures.values():
        if verbal and said & set(measure.happens_to):
            yield Cue(token, measure.id, "happens_to", token.i)
        if verbal and said & set(measure.done_to):
            yield Cue(token, measure.id, "done_to", token.i)
        if said & set(measure.counted):
            yield Cue(token, measure.id, "counted", token.i)
        if said & set(measure.acts) and token.pos == "NOUN":
            yield Cue(token, measure.id, "acts", token.i)


def _noun_near(verb: Token, noun: str, doc: Doc, sentence: Sentence) -> Token | None:
    near = [t for t in doc.words(sentence) if t.i != verb.i and abs(t.i - verb.i) <= PHRASE_REACH and noun in lemmas(t.text)]
    return min(near, key=lambda t: abs(t.i - verb.i), default=None)


def is_negated(token: Token, doc: Doc) -> bool:
    before = [doc.tokens[i].text.lower() for i in range(max(0, token.i - 2), token.i) if doc.tokens[i].sentence == token.sentence]
    return before[-1:] == ["не"] or before == ["не", "был"] or before == ["не", "были"]


def is_passive(token: Token) -> bool:
    """A participle that tells of those it was done to: «убиты», «задержанных»."""
    return token.feats.get("Voice") == "Pass" or token.feats.get("Variant") == "Short" or token.pos in ("NOUN", "ADJ")
