"""Who is who across the articles.

    same id of its own                     one actor: the authority says so, or name and country do
    persons without authority              see `etl.resolve.persons`; who is never named stays by himself
    a proper name without a country        the one of that name whose country some article gives, else all of that name together
    groups and state bodies without one    stay by themselves: 'полиция' is another's in every article

Where two candidates fit, none is taken.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from etl.resolve.facts import Alias, MergedActor
from etl.resolve.members import ActorMember
from etl.resolve.persons import same_persons
from etl.vocabulary import Vocabulary
from etl.vocabulary.names import most_used

COMMON_NOUNS = ("group", "state_body")
Cluster = list[ActorMember]


def who_is_who(
    members: Iterable[ActorMember], vocabulary: Vocabulary
) -> tuple[list[MergedActor], dict[tuple[str, str], str], list[Alias]]:
    """The merged actors, where each article's actors went, and the ids that lead to them."""
    known: dict[str, Cluster] = defaultdict(list)  # id of its own → members
    persons: Cluster = []
    homeless: Cluster = []
    for m in sorted(members, key=lambda m: m.order):
        if m.own in vocabulary.authority or (m.actor.country and m.actor.kind != "person"):
            known[m.own].append(m)
        else:
            (persons if m.actor.kind == "person" else homeless).append(m)
    clusters = [*same_persons(persons), *_bodies(known, homeless)]
    actors: list[MergedActor] = []
    actor_of: dict[tuple[str, str], str] = {}
    aliases: list[Alias] = []
    for cluster in clusters:
        actor = _merge(sorted(cluster, key=lambda m: m.order), vocabulary)
        actors.append(actor)
        aliases += [Alias(own, "actors", actor.id) for own in {m.own for m in cluster} if own != actor.id]
        actor_of |= {(m.article, m.actor.key): actor.id for m in cluster}
    return sorted(actors, key=lambda a: a.id), actor_of, aliases


def _bodies(known: dict[str, Cluster], homeless: Cluster) -> list[Cluster]:
    """Bodies, media, countries and groups: those of a known country, and where those without one go."""
    namesakes: dict[str, set[str]] = defaultdict(set)
    for own, cluster in known.items():
        for name in {m.slug for m in cluster}:
            namesakes[name].add(own)
    alone: list[Cluster] = []
    nameless: dict[str, Cluster] = defaultdict(list)
    for m in homeless:
        name = m.slug
        if m.actor.kind in COMMON_NOUNS or len(namesakes[name]) > 1:
            alone.append([m])
        elif namesakes[name]:
            known[next(iter(namesakes[name]))].append(m)
        else:
            nameless[name].append(m)
    return [*known.values(), *alone, *nameless.values()]


def _merge(members: Sequence[ActorMember], vocabulary: Vocabulary) -> MergedActor:
    """Members, the first first, as one. A country on which they differ is left open."""
    spellings = sorted({n for m in members for n in (m.actor.name, *m.actor.names)})
    countries = {m.actor.country for m in members if m.actor.country}
    country = next(iter(countries)) if len(countries) == 1 else None
    entry = next((vocabulary.authority[m.own] for m in members if m.own in vocabulary.authority), None)
    if entry:
        given = tuple(dict.fromkeys((entry.name, *entry.aliases)))
        names = [(n, "authority") for n in given] + [(n, "text") for n in spellings if n not in given]
        name = most_used([n for m in members if (n := m.actor.name) in given], entry.name)
        return MergedActor(entry.id, name, entry.name_en, entry.kind, entry.country or country, entry.wikidata_id, tuple(names))
    kind = Counter(m.actor.kind for m in members).most_common(1)[0][0]
    fullest = max((m.actor.name for m in members), key=lambda n: len(n.split()))
    name = fullest if kind == "person" else most_used([m.actor.name for m in members], fullest)
    state = vocabulary.countries.get(country or "") if kind == "country" else None
    english = state.name_en if state else None
    return MergedActor(members[0].own, name, english, kind, country, None, tuple((n, "text") for n in spellings))
