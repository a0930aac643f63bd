"""Which persons of different articles are one: names and countries fit; a family name alone needs a common role too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.resolve.members import ActorMember


@dataclass
class _Person:
    """What is known of a person so far, from the articles already joined."""

    given: str = ""
    patronymic: str = ""
    country: str | None = None
    roles: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    members: list[ActorMember] = field(default_factory=list)

    def fits(self, m: ActorMember) -> bool:
        """Nothing contradicts. Two actors of one article are two: the article would have told them to be one."""
        given, patronymic, _ = _name(m)
        if m.article in self.articles or (self.country and m.actor.country and self.country != m.actor.country):
            return False
        if self.given and given:
            return _begins(self.given, given) and _begins(self.patronymic or patronymic, patronymic or self.patronymic)
        return bool(self.roles & m.roles)

    def add(self, m: ActorMember) -> None:
        given, patronymic, _ = _name(m)
        self.given = max(self.given, given, key=len)
        self.patronymic = max(self.patronymic, patronymic, key=len)
        self.country = self.country or m.actor.country
        self.roles |= m.roles
        self.articles.add(m.article)
        self.members.append(m)


def same_persons(members: Iterable[ActorMember]) -> list[list[ActorMember]]:
    """Groups of one person each. The best known come first; a member joins if it fits exactly one, else it stands by itself.

    Who is never named ('the minister', 'a source') is somebody else in every article.
    """
    families: dict[str, list[ActorMember]] = defaultdict(list)
    nameless: list[list[ActorMember]] = []
    for m in members:
        if m.named:
            families[_name(m)[2]].append(m)
        else:
            nameless.append([m])
    return [*nameless, *(p.members for _, family in sorted(families.items()) for p in _family(family))]


def _family(members: list[ActorMember]) -> list[_Person]:
    known: list[_Person] = []
    for m in sorted(members, key=lambda m: (-_detail(m), m.order)):
        fitting = [p for p in known if p.fits(m)]
        if len(fitting) != 1:
            known.append(_Person())
        (fitting[0] if len(fitting) == 1 else known[-1]).add(m)
    return known


def _detail(m: ActorMember) -> int:
    given, patronymic, _ = _name(m)
    return 4 * (len(given) > 1) + 2 * (len(patronymic) > 1) + bool(m.actor.country)


def _begins(a: str, b: str) -> bool:
    """The same name, or the initial of it."""
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _name(m: ActorMember) -> tuple[str, str, str]:
    """Given name, patronymic (or second name) and family name, '' where there is none."""
    words = m.actor.name.lower().replace("ё", "е").replace(".", " ").split() or ["?"]
    given, middle = words[:-1][:1], words[:-1][1:2]
    return "".join(given), "".join(middle), words[-1]
