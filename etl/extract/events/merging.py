"""One event told twice in an article is one row: which mentions mean the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.extract.events.circumstances import Time
from etl.extract.events.clause import lemma
from etl.extract.events.triggers import Candidate
from etl.extract.reading import Reading
from etl.records import ActorKey, PlaceKey, Span

# Marks of another event of the same kind: «новые протесты», «предыдущая демонстрация».
ANOTHER = frozenset({"новый", "другой", "предыдущий", "следующий", "прошлый", "очередной", "второй", "повторный", "прошлогодний"})


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


def merged(reading: Reading, tellings: list[Telling]) -> list[Telling]:
    """The tellings in text order, each further mention put under the event it repeats."""
    events: list[Telling] = []
    for telling in tellings:
        same = [e for e in events if same_event(reading, e, telling)]
        if same:
            join(same[-1], telling)
        else:
            events.append(telling)
    return events


def same_event(reading: Reading, one: Telling, other: Telling) -> bool:
    return (
        one.candidate.type == other.candidate.type
        and not marked_as_another(reading, other)
        and agree(own_date(one), own_date(other))
        and places_agree(reading, one, other)
    )


def marked_as_another(reading: Reading, telling: Telling) -> bool:
    return any(lemma(c) in ANOTHER for c in reading.doc.children(telling.candidate.head, "amod", "det"))


def own_date(telling: Telling) -> str | None:
    return telling.time.date if telling.time.own else None


def agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def places_agree(reading: Reading, one: Telling, other: Telling) -> bool:
    here, there = (t.place if t.place_basis == "named" else None for t in (one, other))
    if here is None or there is None or here == there:
        return True
    places = [reading.atlas.by_key[p] for p in (here, there)]
    return places[0].country == places[1].country and "country" in (places[0].kind, places[1].kind)


def join(event: Telling, telling: Telling) -> None:
    """Another mention of the same event: what it knows better, the event now knows."""
    event.also.append(telling)
    if telling.time.own and (not event.time.own or len(telling.time.date or "") > len(event.time.date or "")):
        event.time = telling.time
    if telling.place_basis == "named" and event.place_basis != "named":
        event.place, event.place_basis, event.place_span = telling.place, telling.place_basis, telling.place_span
    event.participants = tuple(dict.fromkeys([*event.participants, *telling.participants]))
