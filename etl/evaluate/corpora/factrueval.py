"""factRuEval-2016: persons, organisations, locations and the fact Occupation (who, position, where).

A document is five files: `.txt`, `.spans`, `.objects`, `.coref`, `.facts`. An Occupation is found if a role row has the right
person and the words of the position, or stands where it stands; a fact without a position, if person and employer are right.

An Occupation is a job with somebody: all facts but one of the tuned half (93 of 94) name the employer, an organisation or a land.
What a person is by himself («писатель», «академик», «муж актрисы») is marked nowhere, nor is a nation an employer («российский
шахматист», but «британский премьер»). So a role that names no employer claims no Occupation, and is not counted as an extra; it
counts only where the corpus has the fact, its employer being told elsewhere in the text. `Occupation among all roles` counts such
roles as extras too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.errors import SourceError
from etl.evaluate.compare import pair
from etl.evaluate.corpora.documents import Document, extracted, raw, read
from etl.evaluate.corpora.halves import in_half
from etl.evaluate.corpora.spans import BODIES, PERSONS, count_names, named
from etl.evaluate.names import stems
from etl.evaluate.tally import Tally
from etl.records import Role, Span
from etl.vocabulary import load

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Occupation:
    who: Spans
    position: Span | None
    where: Spans


@dataclass(frozen=True)
class Annotation:
    """A document's marks: objects by kind, and the Occupation facts."""

    objects: dict[str, list[Span]]
    occupations: tuple[Occupation, ...]


def measure(folder: Path, half: str) -> list[Tally]:
    """One tally a document."""
    keep = in_half(half)
    names = [p.stem for p in sorted(folder.glob("*.facts")) if keep(p.stem)]
    if not names:
        raise SourceError("no factRuEval documents (*.facts) here", str(folder))
    articles = (raw(name, read(folder / f"{name}.txt")) for name in names)
    return [_tally(document, _annotation(folder / document.name)) for document in extracted(articles)]


# ── the corpus' own files ──


def _fields(path: Path) -> list[list[str]]:
    """Lines as words, without the comment behind '#'."""
    return [line.split("#")[0].split() for line in read(path).splitlines() if line.strip()]


def _annotation(stem: Path) -> Annotation:
    spans = {id: Span(int(start), int(start) + int(length)) for id, _, start, length, *_ in _fields(stem.with_suffix(".spans"))}
    objects: dict[str, list[Span]] = {}
    by_object: dict[str, Spans] = {}
    for id, kind, *members in _fields(stem.with_suffix(".objects")):
        by_object[id] = tuple(spans[m] for m in members if m in spans)
        if by_object[id]:
            whole = Span(min(s.start for s in by_object[id]), max(s.stop for s in by_object[id]))
            objects.setdefault(kind, []).append(whole)
    chains = {
        id: tuple(span for member in members for span in by_object.get(member, ()))
        for id, *members in _fields(stem.with_suffix(".coref"))
        if id.isdigit()
    }
    return Annotation(objects, tuple(_occupations(read(stem.with_suffix(".facts")), spans, chains)))


def _occupations(facts: str, spans: dict[str, Span], chains: dict[str, Spans]) -> Iterable[Occupation]:
    """Each different Occupation once: `Who obj98 …`, `Position span22863 …`, `Where obj93 …`."""
    seen = set()
    for block in facts.strip().split("\n\n"):
        head, *lines = block.strip().splitlines() or [""]
        if not head.endswith("Occupation"):
            continue
        refs = {line.split()[0]: line.split()[1] for line in lines if len(line.split()) > 1}
        position = spans.get(refs.get("Position", "").removeprefix("span"))
        who, where = (chains.get(refs.get(key, "").removeprefix("obj"), ()) for key in ("Who", "Where"))
        found = Occupation(who, position, where)
        if who and found not in seen:
            seen.add(found)
            yield found


# ── against the extraction ──


def _tally(document: Document, gold: Annotation) -> Tally:
    tally = Tally()
    places = [m.span for m in document.places]
    locations = gold.objects.get("Location", []) + gold.objects.get("LocOrg", [])
    count_names(tally, "names of persons", gold.objects.get("Person", []), named(document, PERSONS), document)
    count_names(tally, "names of bodies", gold.objects.get("Org", []), named(document, BODIES), document)
    count_names(tally, "names of places", locations, places + named(document, ("country",)), document)
    _count_occupations(tally, document, gold.occupations, gold.objects.get("Org", []))
    return tally


def _count_occupations(tally: Tally, document: Document, gold: tuple[Occupation, ...], bodies: list[Span]) -> None:
    every = _roles(document)

    def same_place(g: Occupation, r: Role) -> bool:
        return document.serves(r, g.where)

    def same(g: Occupation, r: Role) -> bool:
        return document.meets(r.actor, g.who) and (_same_position(g, r, document.text) if g.position else same_place(g, r))

    pairs = pair(gold, every, same, lambda g, r: same_place(g, r))

    def again(r: Role) -> bool:
        """«премьер Чили», «новый премьер Чили»: the corpus marks the fact once."""
        told = (g for g, _ in pairs if g.position and stems(g.position.of(document.text)) <= stems(r.role))
        return any(document.meets(r.actor, g.who) and same_place(g, r) for g in told)

    right = {id(r) for _, r in pairs}
    every = [r for r in every if id(r) in right or not again(r)]
    roles = [r for r in every if id(r) in right or _names_employer(r, bodies)]
    tally.count("Occupation", len(pairs), len(gold), len(roles))
    tally.count("Occupation among all roles", len(pairs), len(gold), len(every))
    for g, r in pairs:
        if g.where:
            tally.share("Occupation.where", same_place(g, r))
    paired = {id(row) for both in pairs for row in both}
    text = document.text
    for g in gold:
        if id(g) not in paired:
            position = g.position.of(text) if g.position else None
            tally.notes.append(f"{document.name}  Occupation missed: {g.who[0].of(text)}: {position}")
    for r in roles:
        if id(r) not in paired:
            tally.notes.append(f"{document.name}  Occupation extra: {r.actor}: {r.role} ({r.organization}) <{r.rule}>")


def _roles(document: Document) -> list[Role]:
    """Roles of persons, each different one once."""
    roles: dict[tuple[str, frozenset[str], str | None], Role] = {}
    for role in document.person_roles():
        roles.setdefault((role.actor, stems(role.role), role.organization), role)
    return list(roles.values())


def _names_employer(role: Role, bodies: list[Span]) -> bool:
    """Whether the role belongs to a body, is an office of a land, or at least the corpus sees a body in its words."""
    of_land = role.place is not None and any(f" {office} " in f" {role.role.lower()} " for office in _offices())
    return role.organization is not None or of_land or any(role.span.overlaps(body) for body in bodies)


@cache
def _offices() -> frozenset[str]:
    return frozenset(name.lower() for entry in load().positions.values() for name in (entry.name, *entry.aliases))


def _same_position(gold: Occupation, role: Role, text: str) -> bool:
    assert gold.position
    return role.span.overlaps(gold.position) or stems(gold.position.of(text)) <= stems(role.role)
