"""One event told twice in an article is one row: the mentions of one event are put together."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.events.clause import described, lemma, support
from etl.extract.events.differences import DIFFERENCES, REPETITION
from etl.extract.events.telling import Telling, narrated, repeats
from etl.extract.events.triggers import words_of
from etl.extract.events.when import Time, only_mentioned
from etl.extract.events.where import WIDTH
from etl.extract.reading import Reading


def merged(reading: Reading, tellings: list[Telling]) -> list[Telling]:
    """The events, each further mention put under the one it repeats: the text tells, headlines and captions repeat."""
    events: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: repeats(reading, t)):
        same = [e for e in events if same_event(reading, e, telling)]
        if same:
            join(reading, nearest(same, telling), telling)
        else:
            events.append(telling)
    return [fullest(reading, e) for e in events if not in_general(reading, e)]


def in_general(reading: Reading, event: Telling) -> bool:
    """«уровень самоубийств», «сообщения о ссорах»: nouns in passing without a day, a place or anybody tell of no one event"""
    told = any(narrated(reading, t) or t.time.own or t.place_basis == "named" or t.participants for t in event.all)
    return not told and all(t.head.pos == "NOUN" and only_mentioned(reading, t.head) for t in event.all)


def nearest(events: list[Telling], telling: Telling) -> Telling:
    """The one told last before, else the first."""
    before = [e for e in events if e.head.i < telling.head.i]
    return before[-1] if before else events[0]


def same_event(reading: Reading, one: Telling, other: Telling) -> bool:
    """Two mentions of one type are one event unless something tells them apart."""
    if one.type != other.type:
        return False
    if one.head.i in other.candidate.words or other.head.i in one.candidate.words:
        return True
    differences = REPETITION if repeats(reading, other) else DIFFERENCES
    return not any(differ(reading, one, other) for differ in differences)


def join(reading: Reading, event: Telling, telling: Telling) -> None:
    """Another mention of the same event: what it knows better, the event now knows."""
    event.also.append(telling)
    if better_dated(telling.time, event.time):
        event.time = telling.time
    if telling.place_basis == "named" and (event.place_basis != "named" or narrower(reading, telling, event)):
        event.place, event.place_basis, event.place_span = telling.place, telling.place_basis, telling.place_span
    event.participants = tuple(dict.fromkeys([*event.participants, *telling.participants]))


def better_dated(one: Time, other: Time) -> bool:
    """Its own date beats the story's, a day beats a month, and any beats none."""
    if one.own != other.own:
        return one.own or (other.date is None and not other.own)
    return len(one.date or "") > len(other.date or "") and (one.own or other.date is None)


def narrower(reading: Reading, one: Telling, other: Telling) -> bool:
    places = [reading.atlas.by_key[t.place] for t in (one, other) if t.place]
    return len(places) == 2 and WIDTH[places[0].kind] < WIDTH[places[1].kind]


def fullest(reading: Reading, event: Telling) -> Telling:
    """The event anchored in the mention that tells most of it: narrated, with its day and its place."""
    best = max(event.all, key=lambda t: (worth(reading, t), -t.head.i))
    if best is event:
        return event
    others = [replace(event, also=[]), *(t for t in event.also if t is not best)]
    return replace(event, candidate=best.candidate, span=best.span, also=others)


def worth(reading: Reading, telling: Telling) -> int:
    """The more the more it tells: above all that it happened («прошёл митинг»), then that something is done or said of it.

    A participle only looks back: «комендантский час, введенный в среду, продлили».
    """
    circumstances = (telling.time.own and telling.time.date, telling.place_basis == "named", telling.participants)
    looks_back = described(reading.doc, telling.head) is not None
    return narrated(reading, telling) + took_place(reading, telling) + sum(map(bool, circumstances)) - looks_back


def took_place(reading: Reading, telling: Telling) -> bool:
    """A verb, or a noun whose verb says no more than that it happened: not «он следит за ходом выборов»"""
    verb = support(reading.doc, telling.head)
    happens = telling.head.pos == "VERB" or (verb is not None and lemma(verb) in words_of(reading, "taking-place"))
    return happens and narrated(reading, telling)
