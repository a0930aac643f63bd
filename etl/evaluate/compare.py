"""What counts as the same row on both sides, and what is counted of the pairs. This is the definition of a match.

    statements     at 0.3: more than .3 of the gold content covered and more than .3 of the content found inside it; at 0.8: .8
    figures        overlapping words, same measure, same value (or both bounds of a range)
    events         the article's own reports: overlapping trigger or further mention, same type; type `other` is shown apart
    contributions  same country, same four numbers
    actors         same name (`same_actor`)

Pairs are one-to-one, the best overlap first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from etl.evaluate.names import same_actor, same_words, stems, words
from etl.evaluate.rows import ActorRow, Chars, ContributionRow, EventRow, FigureRow, Rows, StatementRow
from etl.evaluate.tally import Tally

R = TypeVar("R")
G = TypeVar("G")
S = TypeVar("S")
Pairs = list[tuple[R, R]]
Kinds = Mapping[str | None, str | None]  # of the gold actors, by name

STRICTNESS = (0.3, 0.8)
PEOPLE = {"killed", "injured", "hospitalised", "detained", "missing", "evacuated", "participants"}
FORCES = {"personnel", "armoured_vehicles", "vehicles", "aircraft"}


class Spanned(Protocol):
    @property
    def chars(self) -> Chars: ...


def compare(gold: Rows, got: Rows) -> Tally:
    """Count what of one article's gold was found, and note every miss and extra."""
    tally = Tally()
    kinds: Kinds = {a.name: a.kind for a in gold.actors}
    for least in STRICTNESS:
        pairs = _statements(gold.statements, got.statements, least, tally)
        if least == min(STRICTNESS):
            _statement_attributes(pairs, kinds, tally)
            _leftovers("statement", pairs, gold.statements, got.statements, lambda s: s.shown[:100], tally)
    _figures(gold.figures, got.figures, kinds, tally)
    _events(gold.events, got.events, kinds, tally)
    _contributions(gold.contributions, got.contributions, tally)
    _actors(gold.actors, got.actors, tally)
    return tally


def pair(
    gold: Sequence[G], got: Sequence[S], same: Callable[[G, S], object], weight: Callable[[G, S], float]
) -> list[tuple[G, S]]:
    """One-to-one pairs of rows that are the same, the heaviest first."""
    candidates = [(weight(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(got) if same(g, s)]
    taken_gold, taken_got, pairs = set(), set(), []
    for _, i, j in sorted(candidates, key=lambda c: -c[0]):
        if i not in taken_gold and j not in taken_got:
            taken_gold.add(i)
            taken_got.add(j)
            pairs.append((gold[i], got[j]))
    return pairs


def overlap(g: Spanned, s: Spanned) -> float:
    """Letters in both, as a share of the letters in either."""
    return len(g.chars & s.chars) / max(1, len(g.chars | s.chars))


def _leftovers(what: str, pairs: Pairs[R], gold: Iterable[R], got: Iterable[R], tell: Callable[[R], str], tally: Tally) -> None:
    paired = {id(row) for both in pairs for row in both}
    tally.notes += [f"{what} missed: {tell(g)}" for g in gold if id(g) not in paired]
    tally.notes += [f"{what} extra: {tell(s)}" for s in got if id(s) not in paired]


def _same(one: str | None, other: str | None) -> bool:
    return (one or None) == (other or None)


# ── statements ──


def _statements(gold: Sequence[StatementRow], got: Sequence[StatementRow], least: float, tally: Tally) -> Pairs[StatementRow]:
    def same(g: StatementRow, s: StatementRow) -> bool:
        both = len(g.chars & s.chars)
        return both / max(1, len(g.chars)) > least and both > least * len(s.chars)

    pairs = pair(gold, got, same, overlap)
    tally.count(f"statements@{least}", len(pairs), len(gold), len(got))
    for label, modes in (("direct", ("direct",)), ("indirect+mixed", ("indirect", "mixed"))):
        hits = sum(g.mode in modes for g, _ in pairs)
        tally.share(f"recall {label}@{least}", hits, sum(g.mode in modes for g in gold))
    return pairs


def _statement_attributes(pairs: Pairs[StatementRow], kinds: Kinds, tally: Tally) -> None:
    for g, s in pairs:
        right = same_actor(g.speaker, s.speaker, kinds.get(g.speaker))
        tally.share("statements.speaker", right)
        if not right:
            tally.notes.append(f"speaker: gold {g.speaker}, got {s.speaker} | {g.shown[:70]}")
        tally.share("statements.addressee", same_actor(g.addressee, s.addressee, kinds.get(g.addressee)))
        tally.share("statements.via", same_actor(g.via, s.via, kinds.get(g.via)))
        tally.share("statements.act", _same(g.act, s.act))
        tally.share("statements.said_on", _same(g.said_on, s.said_on))
        tally.share("statements.mode", _same(g.mode, s.mode))
        tally.share("statements.medium", same_words(g.medium, s.medium))


# ── figures ──


def _figures(gold: Sequence[FigureRow], got: Sequence[FigureRow], kinds: Kinds, tally: Tally) -> None:
    def same(g: FigureRow, s: FigureRow) -> bool:
        return bool(g.chars & s.chars) and g.bounds == s.bounds and g.measure == s.measure

    def of_people(rows: Iterable[FigureRow]) -> int:
        return sum(r.measure in PEOPLE | FORCES for r in rows)

    pairs = pair(gold, got, same, overlap)
    tally.count("figures", len(pairs), len(gold), len(got))
    tally.count("figures of people and forces", of_people(g for g, _ in pairs), of_people(gold), of_people(got))
    for g, s in pairs:
        tally.share("figures.comparator", _same(g.comparator, s.comparator))
        tally.share("figures.population", _same(g.population, s.population))
        tally.share("figures.as_of", _same(g.as_of, s.as_of))
        tally.share("figures.source", same_actor(g.source, s.source, kinds.get(g.source)))
        tally.share("figures.place", same_actor(g.place, s.place, kinds.get(g.place)))
    _leftovers("figure", pairs, gold, got, lambda f: f"{f.shown[:70]} = {f.bounds} {f.measure}", tally)


# ── events ──


def _events(gold: Sequence[EventRow], got: Sequence[EventRow], kinds: Kinds, tally: Tally) -> None:
    def known(rows: Sequence[EventRow]) -> list[EventRow]:
        return [e for e in rows if e.type != "other"]

    def other(rows: Sequence[EventRow]) -> list[EventRow]:
        return [e for e in rows if e.type == "other"]

    pairs = _event_pairs(known(gold), known(got))
    tally.count("events", len(pairs), len(known(gold)), len(known(got)))
    tally.count("events of type other", len(_event_pairs(other(gold), other(got))), len(other(gold)), len(other(got)))
    for g, s in pairs:
        _event_attributes(g, s, kinds, tally)
    _leftovers("event", pairs, known(gold), known(got), lambda e: f"[{e.type}] {e.shown[:90]}", tally)


def _event_pairs(gold: Sequence[EventRow], got: Sequence[EventRow]) -> Pairs[EventRow]:
    def same(g: EventRow, s: EventRow) -> bool:
        return g.type == s.type and bool(g.every & s.trigger or g.trigger & s.every)

    return pair(gold, got, same, lambda g, s: 100 * len(g.trigger & s.trigger) + overlap(g, s))


def _event_attributes(g: EventRow, s: EventRow, kinds: Kinds, tally: Tally) -> None:
    tally.share("events.date", _same(g.date, s.date))
    tally.share("events.place", same_actor(g.place, s.place))
    same = {(a, b): same_actor(a, b, kinds.get(a)) for a in g.participants for b in s.participants}
    recalled = sum(any(same[a, b] for b in s.participants) for a in g.participants)
    right = sum(any(same[a, b] for a in g.participants) for b in s.participants)
    tally.share("events.participants recall", recalled, len(g.participants))
    tally.share("events.participants precision", right, len(s.participants))


# ── contributions ──


def _contributions(gold: Sequence[ContributionRow], got: Sequence[ContributionRow], tally: Tally) -> None:
    def same(g: ContributionRow, s: ContributionRow) -> bool:
        return same_actor(g.country, s.country) and g.counts == s.counts

    pairs = pair(gold, got, same, lambda g, s: 1)
    tally.count("contributions", len(pairs), len(gold), len(got))
    for g, s in pairs:
        tally.share("contributions.status", g.status == s.status)
    _leftovers("contribution", pairs, gold, got, lambda c: c.shown[:80], tally)


# ── actors ──


def _actors(gold: Sequence[ActorRow], got: Sequence[ActorRow], tally: Tally) -> None:
    def same(g: ActorRow, s: ActorRow) -> bool:
        return same_actor(g.name, s.name, g.kind)

    pairs = pair(gold, got, same, lambda g, s: words(g.name) == words(s.name))
    tally.count("actors", len(pairs), len(gold), len(got))
    for kind in ("person", "country"):
        tally.share(f"recall actors {kind}", sum(g.kind == kind for g, _ in pairs), sum(g.kind == kind for g in gold))
    for g, s in pairs:
        tally.share("actors.kind", g.kind == s.kind)
        role = g.roles[0] if g.roles else None
        if g.kind == "person" and role:
            tally.share("actors.role of persons", any(stems(role) == stems(r) for r in s.roles))
    _leftovers("actor", pairs, gold, got, lambda a: f"{a.name} ({a.kind})", tally)
