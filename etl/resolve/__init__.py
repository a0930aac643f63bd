"""RESOLVE: the only room that sees several articles. No language processing: it runs again in seconds."""

from __future__ import annotations

from collections.abc import Iterable

from etl.records import Extraction, Place
from etl.resolve.actors import who_is_who
from etl.resolve.copies import find_copies
from etl.resolve.events import Telling, same_events
from etl.resolve.facts import Alias, Facts
from etl.resolve.members import Member, member
from etl.resolve.series import Comparison, find_series
from etl.vocabulary import Vocabulary


def resolve(extractions: Iterable[Extraction], vocabulary: Vocabulary) -> Facts:
    """Merge what the articles say of the same actors, events and quantities. The order of the articles does not matter."""
    return merge((member(x, vocabulary) for x in extractions), vocabulary)


def merge(found: Iterable[Member], vocabulary: Vocabulary) -> Facts:
    """The same, of what resolution needs of them."""
    members = list(found)
    places: dict[str, set[Place]] = {}
    for place in (p for m in members for p in m.places):
        places.setdefault(place.key, set()).add(place)
    gazetteer = {key: _one_place(found) for key, found in places.items()}
    copies = find_copies(members)
    actors, actor_of, actor_aliases = who_is_who((a for m in members for a in m.actors), vocabulary)
    telling = Telling(vocabulary, actor_of, gazetteer, copies)
    events, event_of, event_aliases = same_events((e for m in members for e in m.events), telling)
    comparison = Comparison(vocabulary, actor_of, event_of, copies)
    series, series_of, series_aliases = find_series((f for m in members for f in m.figures), comparison)
    return Facts(
        actors=tuple(actors),
        events=tuple(events),
        series=tuple(series),
        places=tuple(gazetteer[key] for key in sorted(gazetteer)),
        aliases=tuple(sorted({*actor_aliases, *event_aliases, *series_aliases}, key=_by_id)),
        actor_of=actor_of,
        event_of=event_of,
        series_of=series_of,
        copy_of=copies,
    )


def _one_place(found: set[Place]) -> Place:
    """Articles may differ in what they know of a place outside the gazetteer; a country on which they differ is left open."""
    first = min(found, key=lambda p: (p.country is None, p.name, p.kind))
    countries = {p.country for p in found if p.country}
    return first if len(countries) < 2 else Place(first.key, first.name, first.kind, None)


def _by_id(alias: Alias) -> str:
    return alias.id
