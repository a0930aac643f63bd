"""NEREL: names, roles, and where, when and with whom events happened, in brat's standoff format (`.txt` and `.ann`).

In scope: PERSON, ORGANIZATION, COUNTRY and CITY as names (adjectives such as «немецкий» are no names here, and of a name within
a name of the same kind only the longer one counts); WORKS_AS and WORKPLACE against roles; of the EVENTs on which one of our event
reports stands, POINT_IN_TIME, TAKES_PLACE_IN and the participants (PARTICIPANT_IN, AGENT). Our own event types are narrower than
the corpus', so it says nothing of how many events are found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.errors import SourceError
from etl.evaluate.compare import pair
from etl.evaluate.corpora.documents import Document, extracted, parts, raw, read
from etl.evaluate.corpora.halves import in_half
from etl.evaluate.corpora.spans import BODIES, PERSONS, count_names, named
from etl.evaluate.names import stems
from etl.evaluate.tally import Tally
from etl.records import EventReport, Role, Span

ENTITY = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t")
TEXT = re.compile(r"(T\d+)\t[^\t\n]+\t(.+)")
RELATION = re.compile(r"R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)")


@dataclass(frozen=True)
class Annotation:
    """A document's marks. `same` gives all spans that mean the same as an entity (ALTERNATIVE_NAME)."""

    kinds: dict[str, str]
    spans: dict[str, Span]
    relations: dict[str, list[tuple[str, str]]]
    same: dict[str, tuple[Span, ...]]

    def of(self, kind: str) -> list[Span]:
        return [self.spans[id] for id, its in self.kinds.items() if its == kind]

    def sources(self, relation: str, target: str) -> list[str]:
        return [one for one, other in self.relations.get(relation, []) if other == target]

    def targets(self, relation: str, source: str) -> list[str]:
        return [other for one, other in self.relations.get(relation, []) if one == source]


def measure(folder: Path, half: str) -> list[Tally]:
    """One tally a document."""
    keep = in_half(half)
    names = [p.stem for p in sorted(folder.glob("*.ann")) if keep(p.stem)]
    if not names:
        raise SourceError("no brat annotations (*.ann) here", str(folder))
    articles = (raw(name, read(folder / f"{name}.txt")) for name in names)
    return [_tally(document, annotation(read(folder / f"{document.name}.ann"))) for document in extracted(articles)]


def annotation(ann: str) -> Annotation:
    """Read a brat file; a discontinuous entity becomes its hull."""
    kinds, spans = {}, {}
    for id, kind, offsets in ENTITY.findall(ann):
        numbers = [int(n) for n in re.split(r"[ ;]", offsets)]
        kinds[id], spans[id] = kind, Span(min(numbers), max(numbers))
    relations = defaultdict(list)
    for relation, one, other in RELATION.findall(ann):
        if one in spans and other in spans:
            relations[relation].append((one, other))
    names = {id: _name(kinds[id], words) for id, words in TEXT.findall(ann)}
    return Annotation(kinds, spans, dict(relations), _chains(spans, relations["ALTERNATIVE_NAME"], names))


def _name(kind: str, words: str) -> tuple[str, frozenset[str]]:
    """What two mentions of one entity share, linked or not: a person's family name, anything else's words."""
    return kind, stems(words.split()[-1] if kind == "PERSON" else words)


def _chains(
    spans: dict[str, Span], links: Iterable[tuple[str, str]], names: dict[str, tuple[str, frozenset[str]]]
) -> dict[str, tuple[Span, ...]]:
    first: dict[tuple[str, frozenset[str]], str] = {}
    alike = [(first.setdefault(name, id), id) for id, name in names.items()]
    chain = {id: {id} for id in spans}
    for one, other in [*links, *alike]:
        together = chain[one] | chain[other]
        for member in together:
            chain[member] = together
    return {id: tuple(sorted(spans[m] for m in members)) for id, members in chain.items()}


def _tally(document: Document, gold: Annotation) -> Tally:
    tally = Tally()
    places = [m.span for m in document.places]
    countries = [*places, *named(document, ("country",))]
    count_names(tally, "names of persons", gold.of("PERSON"), named(document, PERSONS), document)
    count_names(tally, "names of bodies", gold.of("ORGANIZATION"), named(document, BODIES), document)
    _recall(tally, "names of countries", gold.of("COUNTRY"), countries, document)
    _recall(tally, "names of cities", gold.of("CITY"), places, document)
    _count_roles(tally, document, gold)
    for id, kind in gold.kinds.items():
        if kind == "EVENT" and (report := _report(document, gold.spans[id])):
            _count_event(tally, document, gold, id, report)
    return tally


# ── names ──


def _is_name(span: Span, text: str) -> bool:
    return text[span.start].isupper() or text[span.start] in '«"'


def _recall(tally: Tally, name: str, gold: Iterable[Span], got: list[Span], document: Document) -> None:
    """Countries and cities share our gazetteer with regions and sites, so only what is missed can be counted."""
    for span in gold:
        if _is_name(span, document.text):
            found = any(span.overlaps(other) for other in got)
            tally.share(name, found)
            if not found:
                tally.notes.append(f"{document.name}  {name} missed: {span.of(document.text)}")


# ── roles ──


@dataclass(frozen=True, slots=True)
class _Job:
    person: tuple[Span, ...]
    role: tuple[Span, ...]
    shown: str


def _jobs(gold: Annotation, text: str) -> list[_Job]:
    """WORKS_AS, each person's different jobs once; of a job within a longer one («министр», «министр обороны») the longer."""
    jobs: dict[tuple[tuple[Span, ...], frozenset[str]], _Job] = {}
    for person, role in gold.relations.get("WORKS_AS", []):
        inner = [r for r in gold.targets("WORKS_AS", person) if r != role and gold.spans[role] in gold.spans[r]]
        if not inner:
            words = gold.spans[role].of(text)
            jobs.setdefault((gold.same[person], stems(words)), _Job(gold.same[person], gold.same[role], words))
    return list(jobs.values())


def _count_roles(tally: Tally, document: Document, gold: Annotation) -> None:
    every = list({(r.actor, stems(r.role)): r for r in document.person_roles()}.values())
    jobs = _jobs(gold, document.text)

    def same(job: _Job, role: Role) -> bool:
        here = any(role.span.overlaps(span) for span in job.role) or stems(job.shown) <= stems(role.role)
        return here and document.meets(role.actor, job.person)

    def again(role: Role) -> bool:
        """«российский боксер», «отличный боксер»: the corpus marks the job once, without what is said of it."""
        return any(stems(j.shown) <= stems(role.role) and document.meets(role.actor, j.person) for j, _ in pairs)

    pairs = pair(jobs, every, same, lambda job, role: stems(job.shown) == stems(role.role))
    paired = {id(row) for both in pairs for row in both}
    roles = [r for r in every if id(r) in paired or not again(r)]
    tally.count("WORKS_AS", len(pairs), len(jobs), len(roles))
    text = document.text
    tally.notes += [f"{document.name}  role missed: {j.person[0].of(text)}: {j.shown}" for j in jobs if id(j) not in paired]
    tally.notes += [f"{document.name}  role extra: {r.actor}: {r.role} <{r.rule}>" for r in roles if id(r) not in paired]
    for person, workplace in sorted(_workplaces(gold)):
        employed = [r for r in every if document.meets(r.actor, person)]
        found = any(document.serves(r, workplace) for r in employed)
        tally.share("WORKPLACE recall", found)
        if not found:
            tally.notes.append(f"{document.name}  workplace missed: {person[0].of(text)}: {workplace[0].of(text)}")


def _workplaces(gold: Annotation) -> set[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Each person's workplaces once. The corpus gives them to the person or to the profession («президент Чили»): then they are
    those of the persons who have it, if the text names any («солдаты вермахта» are nobody's role)."""
    found = set()
    for one, workplace in gold.relations.get("WORKPLACE", []):
        persons = [one] if gold.kinds[one] == "PERSON" else gold.sources("WORKS_AS", one)
        found |= {(gold.same[person], gold.same[workplace]) for person in persons}
    return found


# ── events ──


def _report(document: Document, event: Span) -> EventReport | None:
    """Our report whose trigger stands on the event's words."""
    for report in document.extraction.events:
        if any(trigger.overlaps(event) for trigger in parts(report.parts, "trigger")):
            return report
    return None


def _count_event(tally: Tally, document: Document, gold: Annotation, id: str, report: EventReport) -> None:
    dates = [gold.spans[t] for t in gold.targets("POINT_IN_TIME", id)]
    if dates:
        tally.share("POINT_IN_TIME", any(p.overlaps(d) for p in parts(report.parts, "date") for d in dates))
        tally.share("POINT_IN_TIME left open", report.date is None)
    places = [span for t in gold.targets("TAKES_PLACE_IN", id) for span in gold.same[t]]
    if places:
        meant = [m.span for m in document.places if m.place == report.place]
        tally.share("TAKES_PLACE_IN", any(m.overlaps(p) for m in meant for p in places))
        tally.share("TAKES_PLACE_IN left open", report.place is None)
    actors = [gold.same[a] for r in ("PARTICIPANT_IN", "AGENT") for a in gold.sources(r, id)]
    if actors:
        met = [[document.meets(p, a) for a in actors] for p in report.participants]
        tally.share("PARTICIPANT_IN recall", sum(any(row[i] for row in met) for i in range(len(actors))), len(actors))
        tally.share("PARTICIPANT_IN precision", sum(any(row) for row in met), len(met))
