"""A sentence as a telling of forces sent: its cues, what has become of them, and whether it speaks of a joint mission at all."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.lands import Land
from etl.extract.reading import Reading
from etl.extract.words import DASHES, contribution_words
from etl.morphology import lemmas
from etl.records import Doc, Sentence, Token

PARTS_OF_LANDS = {"территория", "север", "юг", "восток", "запад", "столица", "граница", "предел", "берег", "побережье", "небо"}
SITES = {"порт", "город", "провинция", "аэропорт", "деревня"}
THERE = {"там", "туда", "оттуда", "республика"}
HOME = "RU"  # of its news the gazetteer knows most places
UNKNOWN = {"unknown_name", "tagged_as_place"}  # rules of places that stand in no list
FAR = 15  # words between a cue and the forces it speaks of


@dataclass(frozen=True)
class Frame:
    """One sentence that may tell of contributions. `mission` is the word that shows a joint mission, here or just before."""

    reading: Reading
    sentence: Sentence
    lands: tuple[Land, ...]
    before: tuple[Land, ...]  # countries of the sentence before
    cues: tuple[Token, ...]
    mission: Token | None
    speaker: str | None  # country of the one whose statement the sentence holds
    joint: bool  # whether the mission is not one country's own operation
    continued: bool  # whether the sentence before names forces
    denied: bool  # whether it speaks of a sending that is refused or imagined
    kept: frozenset[int]  # cues of a withdrawal that is refused: «не намерена выводить»

    @property
    def doc(self) -> Doc:
        return self.reading.doc

    @property
    def tells_forces(self) -> bool:
        """Whether forces are spoken of, here or in the sentence before, or a joint mission, whose people they are."""
        return (
            self.continued
            or (self.joint and self.mission is not None)
            or self.has("forces") is not None
            or self.has("soldiers") is not None
        )

    def has_force_below(self, token: Token) -> bool:
        """«вывод войск»: forces that hang on this word."""
        return any(self.is_one_of(t, "forces") for t in self.doc.children(token))

    @property
    def words(self) -> tuple[Token, ...]:
        return self.doc.words(self.sentence)

    def listed(self, kind: str) -> frozenset[str]:
        return contribution_words(self.reading.vocabulary, kind)

    def has(self, kind: str, tokens: tuple[Token, ...] | None = None) -> Token | None:
        """The first token of the sentence (or of those given) whose dictionary form stands in this list."""
        wanted = self.listed(kind)
        return next((t for t in (self.words if tokens is None else tokens) if lemmas(t.text) & wanted), None)

    def is_one_of(self, token: Token, kind: str) -> bool:
        return bool(lemmas(token.text) & self.listed(kind))

    def cue_of(self, token: Token) -> Token | None:
        """The cue that speaks of this word: it governs it, hangs on it, or stands near with no other verb between.

        In a sentence without verbs («на базе — 1200 американских военных») the word speaks for itself.
        """
        above = [t for t in self.doc.ancestors(token) if t in self.cues]
        verb = next((t for t in self.doc.ancestors(token) if t.pos == "VERB"), None)
        if above and (verb is None or verb in self.cues or (above[0].i != verb.i and above[0].pos == "NOUN")):
            return above[0]
        beside = [t for t in (*self.doc.children(verb, "conj"), self.doc.head(verb)) if t in self.cues] if verb else []
        if (
            beside and verb is not None and not above and verb.pos == beside[0].pos
        ):  # «20 солдат совершили марш и [вошли] в город»
            return beside[0]
        below = [t for t in self.doc.children(token, "acl") if t in self.cues]
        if below:
            return below[0]
        if not self.cues:
            return None if self.denied or verb is not None else token
        near = [c for c in self.cues if abs(c.i - token.i) <= FAR and not self._verb_between(c, token)]
        return min(near, key=lambda c: abs(c.i - token.i), default=None)

    def _verb_between(self, a: Token, b: Token) -> bool:
        low, high = sorted((a.i, b.i))
        return any(t.pos == "VERB" and t not in self.cues for t in self.doc.tokens[low + 1 : high])

    def abroad(self, code: str) -> bool:
        """Whether the sentence names a place in another country."""
        places = self._places() or {x.code for x in self.before if x.kind == "name"}
        return bool(places - {code})

    def far_off(self, code: str) -> bool:
        """Whether the sentence names a town or region that the gazetteer does not know, «в Хадите»: it knows those of Russia."""
        atlas = self.reading.atlas
        unknown = (atlas.by_key[m.place] for m in atlas.within(self.sentence.span) if m.rule in UNKNOWN)
        return code != HOME and any(p.kind != "country" and p.country is None for p in unknown)

    def at_home(self, code: str) -> bool:
        """Whether the only places that the sentence names lie in this country, or it names none and the article plays there."""
        places = self._places()
        return places == {code} or (not places and self._plays_in(code))

    def _plays_in(self, code: str) -> bool:
        """«Власти разместили в разных районах страны десятки тысяч военных»: no word of other countries, or of «there»."""
        story = self.reading.atlas.story
        if story is None or self.reading.atlas.by_key[story.place].country != code:
            return False
        weak = self.mission is None or self.is_one_of(self.mission, "weak_missions")
        others = self.has("joint") or self.has("alliances") or any(t.lemma in THERE for t in self.words)
        return weak and not others and all(x.code == code for x in (*self.lands, *self.before))

    def _places(self) -> set[str]:
        """The countries in which the sentence's places lie."""
        atlas = self.reading.atlas
        named_here = [m for m in atlas.within(self.sentence.span) if not self.doc.tokens[m.head].rel.startswith("nsubj")]
        towns = {atlas.by_key[m.place] for m in named_here}
        named = {x.code for x in self.lands if is_place(x, self)}
        named |= {x.code for x in self.lands if x.kind == "adjective" and self._tells_where(x)}
        return named | {p.country for p in towns if p.country and p.kind != "country"} | self._far_waters()

    def _tells_where(self, land: Land) -> bool:
        """«литовское [небо]», «в ливанский [порт]»."""
        after = self.doc.tokens[land.head + 1 : land.head + 2]
        return bool(after) and bool(lemmas(after[0].text) & (PARTS_OF_LANDS | SITES))

    def _far_waters(self) -> set[str]:
        """«в Аденский залив»: nobody's land, but abroad."""
        waters = [t for t in self.words if self.is_one_of(t, "waters")]
        own = any(self.is_one_of(a, "home_waters") for t in waters for a in self.doc.children(t, "amod"))
        return {"waters"} if waters and not own else set()


def is_place(land: Land, frame: Frame) -> bool:
    """«в Казахстан», «на территории Афганистана»: where, not who; «около 750 французов» are never a place."""
    if land.kind != "name":
        return False
    token = frame.doc.tokens[land.head]
    preposition = frame.doc.child(token, "case")
    if preposition is None and land.first > frame.sentence.first and frame.doc.tokens[land.first - 1].pos == "ADP":
        preposition = frame.doc.tokens[land.first - 1]
    head = frame.doc.head(token)
    if preposition is None:
        return head is not None and bool(lemmas(head.text) & PARTS_OF_LANDS)
    origin = preposition.text.lower() in ("из", "от") and _follows_force(preposition, frame)
    return not origin and preposition.text.lower() in frame.listed("places_of")


def _follows_force(preposition: Token, frame: Frame) -> bool:
    """«100 военных из Нигерии», «спецназовцы из Норвегии и Дании», «70 — из Ганы»: origin, not place."""
    before = frame.doc.tokens[max(frame.sentence.first, preposition.i - 2) : preposition.i]
    elliptic = len(before) == 2 and before[0].pos == "NUM" and before[1].text in DASHES
    return (elliptic or frame.has("forces", before[-1:]) is not None) and frame.has("withdrawing") is None
