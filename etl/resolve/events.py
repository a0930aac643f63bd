"""Which reports of different articles tell one event.

Same type, days and places that do not contradict, and something that ties them together:

    copies that tell it in the same words
    a common participant                      «Токаев прибыл в Москву» ~ «в Москве встретили Токаева», same day
    a type no place has twice in a day        two reports of a seizure in one city on one day
    an act that happens once to a person      a resignation told for the 4th and for the 5th: one event, `dates_conflict`

A report that fits two events joins neither. Reports of one article are different events: the article would have told them as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from etl.records import Place
from etl.resolve.facts import Alias, MergedEvent
from etl.resolve.members import EventMember
from etl.vocabulary import Vocabulary

CLOSE = 3  # days within which one act can be told for different days


@dataclass
class _Event:
    members: list[EventMember] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    def add(self, m: EventMember, actors: Collection[str]) -> None:
        self.members.append(m)
        self.actors |= set(actors)
        self.articles.add(m.article)


@dataclass(frozen=True)
class Telling:
    """Compares reports; knows who took part in them and where places lie."""

    vocabulary: Vocabulary
    actor_of: Mapping[tuple[str, str], str]
    places: Mapping[str, Place]
    copy_of: Mapping[str, str]

    def actors(self, m: EventMember) -> set[str]:
        return {self.actor_of[m.article, key] for key in m.report.participants}

    def fits(self, m: EventMember, event: _Event) -> bool:
        """No member contradicts, and one of them ties."""
        if m.article in event.articles:
            return False
        return all(self._compatible(m, o) for o in event.members) and any(self._tied(m, o) for o in event.members)

    def _compatible(self, a: EventMember, b: EventMember) -> bool:
        return self._same_words(a, b) or (self._days(a, b) and self._places(a, b))

    def _tied(self, a: EventMember, b: EventMember) -> bool:
        if self._same_words(a, b):
            return True
        common = self.actors(a) & self.actors(b)
        if not common and (self.actors(a) and self.actors(b)):
            return False
        one_place = bool(a.report.place) and a.report.place == b.report.place
        return bool(common) or (one_place and a.report.type in self.vocabulary.merging["one_a_day"].ids)

    def _days(self, a: EventMember, b: EventMember) -> bool:
        """Both known to the day and overlapping; or close, for an act that happens once to those who take part in both."""
        span_a, span_b = _span(a), _span(b)
        if not span_a or not span_b:
            return False
        if span_a[0] <= span_b[1] and span_b[0] <= span_a[1]:
            return True
        gap = min(abs((span_a[0] - span_b[1]).days), abs((span_b[0] - span_a[1]).days))
        return gap <= CLOSE and a.report.type in self.vocabulary.merging["once"].ids and bool(self.actors(a) & self.actors(b))

    def _places(self, a: EventMember, b: EventMember) -> bool:
        """The same, one unknown, or one the country of the other."""
        if not a.report.place or not b.report.place or a.report.place == b.report.place:
            return True
        one, other = self.places[a.report.place], self.places[b.report.place]
        return bool(one.country) and one.country == other.country and "country" in (one.kind, other.kind)

    def _same_words(self, a: EventMember, b: EventMember) -> bool:
        origin = self.copy_of.get
        return a.told == b.told and origin(a.article, a.article) == origin(b.article, b.article)


def same_events(members: Iterable[EventMember], telling: Telling) -> tuple[list[MergedEvent], dict[str, str], list[Alias]]:
    """The merged events, the event of each report, and the ids that lead to them."""
    by_type: dict[str, list[EventMember]] = defaultdict(list)
    for m in members:
        by_type[m.report.type].append(m)
    events = [e for _, found in sorted(by_type.items()) for e in _cluster(found, telling)]
    merged: list[MergedEvent] = []
    event_of: dict[str, str] = {}
    aliases: list[Alias] = []
    for event in events:
        told = sorted(event.members, key=lambda m: m.order)
        row = _merge(told, telling)
        merged.append(row)
        event_of |= {m.id: row.id for m in told}
        aliases += [Alias(m.own, "events", row.id) for m in told if m.own != row.id]
    return sorted(merged, key=lambda e: e.id), event_of, aliases


def _cluster(members: list[EventMember], telling: Telling) -> list[_Event]:
    """The best known reports come first; each further one joins the only event that it fits. Compared are only those with a day,
    or a wording, in common."""
    events: list[_Event] = []
    near: dict[str, list[_Event]] = defaultdict(list)
    for m in sorted(members, key=lambda m: (-_detail(m), m.order)):
        keys = _keys(m)
        candidates = {id(e): e for k in keys for e in near[k]}
        fitting = [e for e in candidates.values() if telling.fits(m, e)]
        event = fitting[0] if len(fitting) == 1 else _Event()
        if len(fitting) != 1:
            events.append(event)
        event.add(m, telling.actors(m))
        for k in keys:
            if all(e is not event for e in near[k]):
                near[k].append(event)
    return events


def _keys(m: EventMember) -> list[str]:
    span = _span(m)
    if not span:
        return [m.told]
    first, last = (d.toordinal() // (CLOSE + 1) for d in span)
    return [m.told, *(str(n) for n in range(first - 1, min(last, first + 30) + 2))]


def _detail(m: EventMember) -> int:
    return 4 * bool(m.report.place) + 2 * bool(m.report.participants) + bool(_span(m))


def _span(m: EventMember) -> tuple[date, date] | None:
    """First and last day, if known to the day."""
    first, last = m.report.date, m.report.date_end or m.report.date
    if not first or not last or len(first) < 10 or len(last) < 10:
        return None
    return date.fromisoformat(first), date.fromisoformat(last)


def _merge(members: list[EventMember], telling: Telling) -> MergedEvent:
    first = members[0]
    days = {m.report.date for m in members if m.report.date}
    ends = {m.report.date_end for m in members if m.report.date_end}
    places = {m.report.place for m in members if m.report.place}
    narrow = {p for p in places if telling.places[p].kind != "country"}  # the country says nothing against the city
    spans = [s for m in members if (s := _span(m))]
    conflict = bool(spans) and max(s[0] for s in spans) > min(s[1] for s in spans)
    original = {telling.copy_of.get(m.article, m.article) for m in members}
    agreed = _only(days) if not conflict else None
    return MergedEvent(
        first.own, first.report.type, agreed, _only(ends) if agreed else None, _only(narrow or places), conflict, len(original)
    )


def _only(values: set[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None
