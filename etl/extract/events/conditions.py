"""What must stand beside the trigger of a phrase: the conditions of event_types.yml, read once and asked of the tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from etl.extract.events.clause import MANY, described_in_full, is_passive, lemma, lemma_readings, meant, objects, reach, subject
from etl.extract.reading import Reading
from etl.records import Record, Token

ACTOR_CLASSES = {
    "@person": ("person",),
    "@body": ("organization", "state_body", "media", "country"),
    "@state": ("state_body", "country"),
    "@group": ("group",),
}
MARKS = "<>^="
ANYWHERE = "*"  # where a word must not stand, however deep below the trigger
DEEP, ALL = 2, -1  # layers of words below the trigger: what hangs deeper belongs to something else


@dataclass(frozen=True, slots=True)
class Condition:
    """`mark` says where to look (see `where`), the rest what may stand there; `forbidden`: none of it must."""

    mark: str
    forbidden: bool
    words: frozenset[str]  # dictionary forms, those of the classes included
    kinds: frozenset[str]  # kinds of actors
    place: bool
    living: bool
    shows: bool  # whether the words belong to the trigger («открыли огонь»), or only say who, whom or where

    @classmethod
    def of(cls, written: str, classes: Mapping[str, frozenset[str]]) -> Condition:
        """From a condition as the vocabulary writes it: '<@crowd', '!^знак/нота', '+active'."""
        forbidden, asked = written[0] == "!", written.lstrip("!")
        if asked[0] == "+":
            return cls(asked, forbidden, frozenset(), frozenset(), False, False, written == "+infinitive")
        mark = asked[0] if asked[0] in MARKS else ""
        wanted = asked.removeprefix(mark).split("/")
        return cls(
            mark,
            forbidden,
            frozenset().union(*(classes.get(w, frozenset({w})) for w in wanted)),
            frozenset(kind for w in wanted for kind in ACTOR_CLASSES.get(w, ())),
            "@place" in wanted,
            "@people" in wanted,
            not forbidden and mark in ("", "<") and wanted[0][0] != "@",
        )

    def met(self, reading: Reading, token: Token, around: dict[str, Around]) -> frozenset[int] | None:
        """The words that fulfil it for this trigger, none for a mark or a prohibition; None if it is not fulfilled.

        `around` keeps what was found around this trigger for the conditions to come, by mark.
        """
        if self.mark.startswith("+"):
            found = _grammar(reading, token, self.mark)
            return (frozenset() if found is None else None) if self.forbidden else found
        spot = self.mark or (ANYWHERE if self.forbidden else "")
        if spot not in around:
            around[spot] = Around.of(where(reading, token, spot))
        hits = self.among(reading, around[spot])
        if self.forbidden:
            return None if hits else frozenset()
        return hits or None

    def among(self, reading: Reading, around: Around) -> frozenset[int]:
        hits = [i for form, spots in around.forms.items() if form in self.words for i in spots]
        if self.place or self.living or self.kinds:
            hits += [t.i for t in around.tokens if self.is_met_by(reading, t)]
        return frozenset(hits)

    def is_met_by(self, reading: Reading, token: Token) -> bool:
        """Whether it is a place, a living being or an actor of the kind asked for."""
        if self.place and token.i in reading.atlas.by_head:
            return True
        if self.living and token.pos == "NOUN" and living(token):
            return True
        mention = reading.cast.by_head.get(token.i) if self.kinds else None
        return mention is not None and reading.cast.by_key[mention.actor].kind in self.kinds


@dataclass(frozen=True, slots=True)
class Around(Record):
    """The words one mark asks of, also by their dictionary forms."""

    tokens: list[Token]
    forms: Mapping[str, list[int]]

    @classmethod
    def of(cls, tokens: list[Token]) -> Around:
        forms: dict[str, list[int]] = {}
        for token in tokens:
            for form in lemma_readings(token):
                forms.setdefault(form, []).append(token.i)
        return cls(tokens, forms)


def _grammar(reading: Reading, token: Token, mark: str) -> frozenset[int] | None:
    """«+active», «+passive», «+infinitive»"""
    if mark == "+infinitive":
        hit = next((t.i for t in reading.doc.children(token) if t.feats.get("VerbForm") == "Inf"), None)
        return None if hit is None else frozenset({hit})
    return frozenset() if is_passive(token) == (mark == "+passive") else None


def where(reading: Reading, token: Token, mark: str) -> list[Token]:
    """The words a condition asks of: the subject («<»), the objects («>»), the word above («^»), what somebody becomes («=»),
    or all that hangs on the trigger or follows it."""
    doc = reading.doc
    if mark == "<":
        return [n for t in (subject(doc, token),) if t for n in counted(reading, t)]
    if mark == ">":
        return [n for t in objects(doc, token) for n in counted(reading, t)]
    if mark == "^":
        return [t for t in (doc.head(token),) if t]
    if mark == "=":
        what = doc.head(token) if token.rel in ("acl", "amod") else None
        if what is not None and what.feats.get("Animacy") == "Inan":
            return []  # «выбранная президентом тактика»
        return [t for t in doc.children(token) if t.feats.get("Case") == "Ins" and not doc.child(t, "case")]
    hanging = [t for t in reach(doc, token, infinitives=True, depth=ALL if mark else DEEP) if t.i != token.i]
    meant_by = [meant(doc, t) for t in hanging if t.lemma == "который"]  # «штраф, который наложили»
    if not mark:
        meant_by += described_in_full(doc, token)  # «комендантский час, введенный мэром»
    return hanging + meant_by + following(reading, token)


def counted(reading: Reading, token: Token) -> list[Token]:
    """The word, what is coordinated with it, and of whom it is a number: «сотни рабочих», «группа рабочих и студентов»,
    but not whose it is: «кресло министра освободилось»."""
    below = reading.doc.children(token, "nmod", "conj", "appos")
    thing = token.pos == "NOUN" and token.feats.get("Animacy") == "Inan" and lemma(token) not in MANY
    return [token, *(t for t in below if t.rel != "nmod" or (t.feats.get("Case") == "Gen" and not (thing and living(t))))]


def living(token: Token) -> bool:
    return token.feats.get("Animacy") == "Anim"


def following(reading: Reading, token: Token) -> list[Token]:
    """The next words up to a mark or verb: what the parser hangs elsewhere may still stand right behind the trigger."""
    found: list[Token] = []
    for t in reading.doc.tokens[token.i + 1 : token.i + 6]:
        if t.sentence != token.sentence or t.pos in ("PUNCT", "CCONJ") or t.feats.get("VerbForm") == "Fin":
            break
        found.append(t)
    return found
