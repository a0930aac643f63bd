"""The sentences of an article that may tell of contributions, each with its cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from etl.extract.contributions.cues import is_cue
from etl.extract.contributions.frames import Frame
from etl.extract.contributions.gate import (
    MISSION_NOUNS,
    is_draft,
    is_imagined,
    is_military,
    is_refused,
    may_be_military,
    mission_of,
)
from etl.extract.contributions.senders import is_subject
from etl.extract.lands import Land, Lands, lands_of
from etl.extract.reading import Reading
from etl.extract.words import DASHES, contribution_words
from etl.morphology import lemmas
from etl.records import Sentence, Statement, Token
from etl.vocabulary import Vocabulary

FAR = 8  # sentences


def frames(reading: Reading, statements: tuple[Statement, ...]) -> tuple[Frame, ...]:
    """The sentences that tell of sending, joining, stationing or withdrawing forces."""
    lands = lands_of(reading.vocabulary)
    found: list[Frame] = []
    before: Sentence | None = None
    for sentence in reading.doc.sentences:
        frame = _frame(reading, sentence, before, lands, statements)
        if (frame is None or not frame.joint) and (joint := _mission_told(found, sentence)) is not None:
            frame = _sending(_frame(reading, sentence, joint, lands, statements)) or frame
        if frame is not None:
            found.append(frame)
        before = sentence
    return tuple(found)


def _mission_told(found: list[Frame], sentence: Sentence) -> Sentence | None:
    """The sentence a few before that told of a joint mission: «… миротворцы ОДКБ … . … . Армения направила 100 человек»."""
    near = (f for f in reversed(found) if sentence.position - f.sentence.position <= FAR)
    return next((f.sentence for f in near if f.joint and f.mission and f.mission.sentence == f.sentence.position), None)


def _sending(frame: Frame | None) -> Frame | None:
    """The frame if a country is the subject of its sending of people: the mission was told of some sentences before."""
    if frame is None:
        return None
    people = _lists(frame.reading.vocabulary)["soldiers"] | {"человек"}
    if all(people.isdisjoint(lemmas(t.text)) for t in frame.words):
        return None
    subjects = [frame.doc.tokens[x.head] for x in frame.lands if x.kind == "name" and is_subject(x, frame)]
    return frame if any(t.head == cue.i for t in subjects for cue in frame.cues) else None


def _frame(
    reading: Reading, sentence: Sentence, before: Sentence | None, lands: Lands, statements: tuple[Statement, ...]
) -> Frame | None:
    doc = reading.doc
    lists = _lists(reading.vocabulary)
    if not may_be_military(doc, [s for s in (before, sentence) if s], lists):
        return None
    words = [(t, lemmas(t.text)) for t in doc.words(sentence)]
    if not all(said.isdisjoint(lists["barred"]) for _, said in words) or is_draft(words):
        return None
    spoken_of = [t for t, said in words if is_cue(t, said, lists, doc)]
    told = [t for t in spoken_of if not is_imagined(t, doc, lists["unreal"])]
    refused = {t.i for t in told if is_refused(t, doc)}
    kept = frozenset(t.i for t in told if t.i in refused and lemmas(t.text) & lists["withdrawing"])
    cues = tuple(t for t in told if t.i not in refused or t.i in kept)
    verbless = not any(
        t.pos == "VERB" and (t.feats.get("VerbForm") != "Part" or t.feats.get("Variant") == "Short") for t, _ in words
    )
    here = tuple(sorted((*lands.within(doc, sentence), *_capitals(reading, sentence, spoken_of)), key=lambda x: x.first))
    mission, joint = mission_of(words, doc.words(before) if before else (), lists)
    if not (cues or verbless or (joint and mission)) or not (
        here or mission or any(said & (lists["parties"] | {"человек"}) for _, said in words)
    ):
        return None
    earlier = doc.words(before) if before else ()
    if not is_military(words, earlier, mission, lists) or "?" in sentence.span.of(doc.text):
        return None
    return Frame(
        reading=reading,
        sentence=sentence,
        lands=here,
        before=lands.within(doc, before) if before else (),
        cues=cues,
        mission=mission,
        joint=joint,
        denied=len(cues) < len(spoken_of),
        kept=kept,
        continued=any(lemmas(t.text) & lists["forces"] for t in earlier),
        speaker=_speaker(reading, sentence, statements),
    )


def _capitals(reading: Reading, sentence: Sentence, cues: list[Token]) -> Iterator[Land]:
    """«[Душанбе] отправляет двести военных, [Бишкек] – 150»: towns in a country's stead, before a cue or a dash."""
    for mention in reading.atlas.within(sentence.span):
        place = reading.atlas.by_key[mention.place]
        before, after = reading.doc.tokens[mention.head - 1], reading.doc.tokens[mention.head + 1 : mention.head + 2]
        stands = mention.head == sentence.first or before.pos in ("PUNCT", "CCONJ", "PROPN")
        if place.country is None or place.kind != "city" or not stands or not after:
            continue
        if after[0] in cues or after[0].text in DASHES:
            yield Land(place.country, "name", mention.head, mention.head)


@lru_cache(maxsize=4)
def _lists(vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """The lists of contribution_words.yml, and those that are asked for together as one."""
    lists = {k: contribution_words(vocabulary, k) for k in vocabulary.contribution_words}
    changing = lists["withdrawing"] | lists["joining"]
    return lists | {
        "soldiers": lists["soldiers"] | (lists["forces"] - lists["dual"]),
        "parties": lists["forces"] | lists["alliances"],
        "military": lists["soldiers"] | lists["forces"] | lists["missions"] | lists["watching"] | MISSION_NOUNS,
        "joining_words": lists["joint"] | lists["alliances"],
        "cue_verbs": lists["sending"] | changing,
        "cue_nouns": lists["sending_nouns"] | changing,
    }


def _speaker(reading: Reading, sentence: Sentence, statements: tuple[Statement, ...]) -> str | None:
    said = next((s for s in statements if s.speaker and s.span.overlaps(sentence.span)), None)
    actor = reading.cast.by_key.get(said.speaker) if said and said.speaker else None
    return actor.country if actor and actor.kind != "media" else None
