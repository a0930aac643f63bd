"""Which id a name means: reverse indexes over the vocabulary, and the check that no two ids claim one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from etl.errors import VocabularyError
from etl.vocabulary.entries import Authority, Country, Membership, MergingRule
from etl.vocabulary.loading import compose

SAME = str.maketrans({"ё": "е", "’": "'", "‘": "'", "‑": "-", "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Claim:
    """The entry `id` of a file says that `name` means it."""

    name: str
    id: str
    path: Path


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The name as it stands in an index: lower case, е for ё, one kind of dash and apostrophe."""
    return name.lower().translate(SAME)


def most_used(spellings: Iterable[str], otherwise: str) -> str:
    """The spelling used most; `otherwise` if it is used as much as any or there is none, else the first of them."""
    often = Counter(spellings)
    most = [name for name, times in often.items() if times == max(often.values())]
    return otherwise if otherwise in most or not most else most[0]


def index(claims: Iterable[Claim]) -> dict[str, str]:
    """Folded name → id. Raises VocabularyError, with the line of the later one, if two ids claim one name."""
    owners: dict[str, Claim] = {}
    for claim in claims:
        first = owners.setdefault(fold(claim.name), claim)
        if first.id != claim.id:
            where = first.id if first.path == claim.path else f"{first.id} in {first.path.name}"
            message = f"{claim.id}: the name {claim.name!r} already means {where}"
            raise VocabularyError(message, claim.path.name, _line(claim))
    return {name: claim.id for name, claim in owners.items()}


def country_claims(countries: Mapping[str, Country], path: Path) -> Iterator[Claim]:
    """The nouns that mean a country: its name and its aliases."""
    for country in countries.values():
        for name in (country.name, *country.aliases):
            yield Claim(name, country.id, path)


def country_adjectives(countries: Mapping[str, Country], path: Path) -> Iterator[Claim]:
    for country in countries.values():
        for word in country.adjectives:
            yield Claim(word, country.id, path)


def country_people(countries: Mapping[str, Country], path: Path) -> Iterator[Claim]:
    for country in countries.values():
        for word in country.people:
            yield Claim(word, country.id, path)


def actor_claims(authority: Mapping[str, Authority], path: Path) -> Iterator[Claim]:
    """The names of well-known actors."""
    for actor in authority.values():
        for name in (actor.name, *actor.aliases):
            yield Claim(name, actor.id, path)


def check_actors(authority: Mapping[str, Authority], countries: Mapping[str, Country], path: Path) -> None:
    """Raises VocabularyError if an actor belongs to no country of countries.yml."""
    for actor in authority.values():
        if actor.country is not None and actor.country not in countries:
            message = f"{actor.id}: no country {actor.country!r} in countries.yml"
            raise VocabularyError(message, path.name, _line(Claim(actor.country, actor.id, path)))


def check_members(
    memberships: Mapping[str, Membership], authority: Mapping[str, Authority], countries: Mapping[str, Country], path: Path
) -> None:
    """Raises VocabularyError if an organisation is not in actors.yml or has a member that is no country."""
    for organisation in memberships.values():
        if organisation.id not in authority:
            message = f"no organisation {organisation.id!r} in actors.yml"
            raise VocabularyError(message, path.name, _line(Claim("", organisation.id, path)))
        for member in organisation.members:
            if member not in countries:
                message = f"{organisation.id}: the member {member!r} is not in countries.yml"
                raise VocabularyError(message, path.name, _line(Claim(member, organisation.id, path)))


def check_merging(rules: Mapping[str, MergingRule], known: Container[str], path: Path) -> None:
    """Raises VocabularyError if a rule of merging.yml names an event type or measure that does not exist."""
    for rule in rules.values():
        for id in rule.ids:
            if id not in known:
                message = f"{rule.id}: {id!r} is neither in event_types.yml nor in measures.yml"
                raise VocabularyError(message, path.name, _line(Claim(id, rule.id, path)))


def _line(claim: Claim) -> int | None:
    """Where in its file the claim stands; read again, since only errors need it."""
    root = compose(claim.path)
    for key, entry in root.value:
        if key.value == claim.id:
            lines = (n.start_mark.line + 1 for n in _scalars(entry) if n.value == claim.name)
            return next(lines, int(key.start_mark.line) + 1)
    return None


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The values below a node, keys not counted."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
    else:
        for item in node.value:
            yield from _scalars(item)
