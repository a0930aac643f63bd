"""One mention of an event with its circumstances, and what it tells: a narration, a repetition, whom it was done to."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.extract.events.clause import entered, lemma, objects, support
from etl.extract.events.triggers import Candidate
from etl.extract.events.when import Time
from etl.extract.reading import Reading
from etl.records import ActorKey, PlaceKey, Span, Token

TO_PEOPLE = frozenset({"killing", "detention", "release", "dismissal", "appointment"})
TO_SOMEONE = frozenset({"seizure", "evacuation"})  # whose people may be called now this, now that
MANY = "*"  # stands for people only counted
STEM = 4  # letters that «приговорил» and «приговор» share


@dataclass(slots=True)
class Telling:
    """One mention of an event with its circumstances; `also` collects the further mentions of the same event."""

    candidate: Candidate
    span: Span
    time: Time
    place: PlaceKey | None
    place_basis: str | None
    place_span: Span | None
    participants: tuple[ActorKey, ...]
    participant_spans: tuple[Span, ...]
    also: list[Telling] = field(default_factory=list)

    @property
    def type(self) -> str:
        return self.candidate.type

    @property
    def head(self) -> Token:
        return self.candidate.head

    @property
    def all(self) -> tuple[Telling, ...]:
        """This mention and the further ones."""
        return (self, *self.also)

    @property
    def own_date(self) -> str | None:
        return self.time.date if self.time.own else None


def stem(telling: Telling) -> str:
    """«приговорил» and «приговор» begin alike."""
    return lemma(telling.head)[:STEM]


def repeats(reading: Reading, telling: Telling) -> bool:
    """Headlines and captions only repeat what the text tells."""
    return reading.doc.sentence(telling.head).kind in ("title", "heading", "caption")


def narrated(reading: Reading, telling: Telling) -> bool:
    """A verb, or a noun of which a verb says that it happened: no mere mention in passing."""
    head = telling.head
    if repeats(reading, telling):
        return False
    verb = support(reading.doc, head)
    return head.pos == "VERB" or (verb is not None and head.rel.split(":")[0] in ("nsubj", "obj"))


def done_to(reading: Reading, telling: Telling) -> frozenset[str]:
    """Whom or what it was done to: actors by their keys, things by their words; people only if they are told by name,
    since «журналист», «мужчина» and «он» may all be the same one."""
    found = set()
    head = telling.head
    for t in objects(reading.doc, head) or entered(reading.doc, head):
        mention = reading.cast.by_head.get(t.i)
        person = mention is not None and reading.cast.by_key[mention.actor].kind != "group"
        if telling.type in TO_PEOPLE:
            if mention is not None and person:
                found.add(mention.actor)
            elif numbered(reading, t):
                found.add(MANY)
        elif telling.type in TO_SOMEONE and t.feats.get("Animacy") == "Anim" and not person:
            continue  # «похитили инженеров», «египтяне похищены»
        elif mention is not None or t.pos == "NOUN":
            found.add(mention.actor if mention else lemma(t))
    return frozenset(found)


def numbered(reading: Reading, token: Token) -> bool:
    """«задержаны около 60 сторонников»: not the one person told of elsewhere"""
    return any(lemma(c) != "один" for c in (*reading.doc.children(token, "nummod"), *([token] if token.pos == "NUM" else [])))
