"""A sentence as a telling of forces sent: its cue, what has become of it, and whether it speaks of a joint mission at all."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.contributions.lands import Land, Lands
from etl.morphology import lemmas
from etl.records import Doc, Sentence, Token
from etl.vocabulary import Vocabulary


@dataclass(frozen=True)
class Frame:
    """One sentence that may tell of contributions. `mission` is the word that shows a joint mission, here or just before."""

    doc: Doc
    vocabulary: Vocabulary
    sentence: Sentence
    lands: tuple[Land, ...]
    before: tuple[Land, ...]  # countries of the sentence before
    cues: tuple[Token, ...]
    joins: bool  # it speaks of taking part
    withdraws: bool
    mission: Token | None

    def has(self, kind: str, tokens: tuple[Token, ...] | None = None) -> Token | None:
        """The first token of the sentence (or of those given) whose dictionary form stands in this list."""
        wanted = frozenset(self.vocabulary.contribution_words[kind].words)
        return next((t for t in tokens or self.words if lemmas(t.text) & wanted), None)

    def is_one_of(self, token: Token, kind: str) -> bool:
        return bool(lemmas(token.text) & frozenset(self.vocabulary.contribution_words[kind].words))

    @property
    def words(self) -> tuple[Token, ...]:
        return self.doc.words(self.sentence)

    def status(self, cue: Token | None) -> str:
        """withdrawn, agreed, announced or sent, by the cue's meaning and tense."""
        if self.withdraws:
            return "withdrawn"
        sent = [
            t
            for t in self.cues
            if self.is_one_of(t, "sending") and t.feats.get("Tense") == "Past" and not self.is_one_of(t, "agreeing")
        ]
        if self.has("agreeing") and not sent:
            return "agreed"
        if self.has("planning") or any(is_future(t, self.doc) for t in ([cue] if cue else self.cues)):
            return "announced"
        return "sent"


def is_future(token: Token, doc: Doc) -> bool:
    """«отправит», «будут отправлены», «примут участие»."""
    if token.feats.get("Tense") == "Fut":
        return True
    return any(c.text.lower() in ("будет", "будут", "буду") for c in doc.children(token, "aux", "cop"))


def frames(doc: Doc, vocabulary: Vocabulary) -> tuple[Frame, ...]:
    """The sentences that tell of sending, joining, stationing or withdrawing forces."""
    lands = Lands(vocabulary)
    found: list[Frame] = []
    before: Sentence | None = None
    for sentence in doc.sentences:
        frame = _frame(doc, vocabulary, sentence, before, lands)
        if frame is not None:
            found.append(frame)
        before = sentence
    return tuple(found)


def _frame(doc: Doc, vocabulary: Vocabulary, sentence: Sentence, before: Sentence | None, lands: Lands) -> Frame | None:
    lists = {k: frozenset(w.words) for k, w in vocabulary.contribution_words.items()}
    words = [(t, lemmas(t.text)) for t in doc.words(sentence)]
    if any(said & lists["barred"] for _, said in words):
        return None
    cues = tuple(t for t, said in words if _is_cue(t, said, lists) and not _is_denied(t, doc))
    if not cues:
        return None
    earlier = doc.words(before) if before else ()
    mission = next((t for t in (*doc.words(sentence), *earlier) if lemmas(t.text) & lists["missions"]), None)
    return Frame(
        doc=doc,
        vocabulary=vocabulary,
        sentence=sentence,
        lands=lands.within(doc, sentence),
        before=lands.within(doc, before) if before else (),
        cues=cues,
        joins=any(said & lists["joining"] for _, said in words),
        withdraws=any(said & lists["withdrawing"] for _, said in words),
        mission=mission,
    )


def _is_cue(token: Token, said: frozenset[str], lists: dict[str, frozenset[str]]) -> bool:
    if token.pos in ("VERB", "ADJ", "AUX"):
        return bool(said & (lists["sending"] | lists["withdrawing"]))
    return token.pos == "NOUN" and bool(said & (lists["sending_nouns"] | lists["withdrawing"] | lists["joining"]))


def _is_denied(token: Token, doc: Doc) -> bool:
    """«не отправит», «отказалась направлять», «не станет участвовать»."""
    near = [t.text.lower() for t in doc.tokens[max(0, token.i - 2) : token.i] if t.sentence == token.sentence]
    if "не" in near:
        return True
    up = doc.head(token)
    return up is not None and bool(lemmas(up.text) & REFUSING)


REFUSING = {"отказаться", "отказываться", "отказ", "исключить", "исключать", "отвергнуть", "опровергнуть"}
