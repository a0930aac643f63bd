"""One article's rows: every fact with its evidence. What only resolution can know is left open: actors stand under the keys
they have in the article, the event of a report and the series of a figure are empty (`etl.load.binding` fills them in).

Made where the article is read, and kept with what was read: loading starts from here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from etl.records import Extraction, Part, Span
from etl.resolve.ids import fact_ids, span_ids
from etl.schema import TABLES

Row = dict[str, Any]
Sheets = dict[str, list[tuple[Any, ...]]]  # rows by table, values in the order of its columns
VALUES = {table.name: itemgetter(*(c.name for c in table.columns)) for table in TABLES}
SETTLED = ("articles", "sentences", "evidence")  # tables of whose rows resolution finds out nothing, but which article is a copy
LARGEST = 2**63
LABEL = 80  # characters of the first words that label an article without a title


def article_sheets(extraction: Extraction) -> Sheets:
    """The rows of one article, by table."""
    made = _Rows(extraction)
    for make in (made.article, made.sentences, made.mentions, made.roles, made.statements, made.events, made.figures):
        make()
    made.contributions()
    return {table: list(map(VALUES[table], rows)) for table, rows in made.rows.items()}


def divided(sheets: Sheets) -> tuple[Sheets, Sheets]:
    """The rows that are settled, and those that resolution completes."""
    settled = {table: rows for table, rows in sheets.items() if table in SETTLED}
    return settled, {table: rows for table, rows in sheets.items() if table not in SETTLED}


@dataclass
class _Rows:
    """Makes the rows of one extraction, table by table."""

    x: Extraction
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.x.sentences]

    def article(self) -> None:
        a = self.x.article
        opening = self._starts[0] if self._starts else 0  # behind a declared date
        label = a.title or _first_words(a.text[opening:]) or a.id
        row = {
            name: getattr(a, name) for name in ("id", "title", "lead", "outlet", "author", "url", "published", "published_basis")
        }
        row |= {name: getattr(a, name) for name in ("period", "language", "text", "source_file", "sha256")}
        words = len(re.findall(r"\w+", a.text))
        self.rows["articles"].append(row | {"label": label, "words": words, "copy_of_id": None, "also_in": None})

    def sentences(self) -> None:
        for s in self.x.sentences:
            row = {"id": self._sentence(s.position), "article_id": self.x.article.id, "position": s.position, "kind": s.kind}
            row |= {"paragraph": s.paragraph, "start": s.span.start, "stop": s.span.stop, "text": s.span.of(self.x.article.text)}
            self.rows["sentences"].append(row)

    def mentions(self) -> None:
        for id, m in span_ids(self.x.article.id, "mention", self.x.mentions):
            row = {"id": id, "actor_id": m.actor, "resolution": m.resolution}
            self.rows["mentions"].append(row | self._evidence(m.span, m.span.start, m.rule))

    def roles(self) -> None:
        for id, r in span_ids(self.x.article.id, "role", self.x.roles):
            row: Row = {"id": id, "actor_id": r.actor, "role": r.role, "kind": r.kind}
            row |= {"organization_id": r.organization, "place_id": r.place}
            self.rows["roles"].append(row | self._evidence(r.span, r.span.start, r.rule))
            self._parts("role_id", id, r.parts)

    def statements(self) -> None:
        for id, s in fact_ids(self.x.article.id, "statement", self.x.statements):
            row = {"id": id, "speaker_id": s.speaker, "addressee_id": s.addressee}
            row |= {"via_id": s.via, "cue": s.cue.of(self.x.article.text)}
            row |= _same(s, "speaker_text resolution mode act content said_on said_on_text said_on_basis medium")
            self.rows["statements"].append(row | self._evidence(s.span, s.anchor, s.rule))
            self._parts("statement_id", id, s.parts)

    def events(self) -> None:
        for id, e in fact_ids(self.x.article.id, "event", self.x.events):
            row = {"id": id, "event_id": "", "place_id": e.place}
            row |= _same(e, "type trigger date date_end date_text date_precision date_basis part_of_day place_basis")
            self.rows["event_reports"].append(row | self._evidence(e.span, e.anchor, e.rule))
            for n, actor in enumerate(dict.fromkeys(e.participants), 1):
                self.rows["event_participants"].append({"id": f"{id}-{n:02}", "event_report_id": id, "actor_id": actor})
            self._parts("event_report_id", id, e.parts)

    def figures(self) -> None:
        statement_at = _ids_by_anchor(fact_ids(self.x.article.id, "statement", self.x.statements))
        event_at = _ids_by_anchor(fact_ids(self.x.article.id, "event", self.x.events))
        for id, f in fact_ids(self.x.article.id, "figure", self.x.figures):
            row: Row = {
                "id": id,
                "owner_id": f.owner,
                "source_id": f.source,
                "via_id": f.via,
            }
            row |= {n: number(getattr(f, n)) for n in ("value", "value_low", "value_high")}
            row |= _same(f, "value_text bounds_basis comparator measure unit population population_text source_basis")
            row |= _same(f, "as_of as_of_text as_of_basis") | {"place_id": f.place, "series_id": ""}
            row |= {"statement_id": statement_at.get(f.statement), "event_report_id": event_at.get(f.event)}
            self.rows["figures"].append(row | self._evidence(f.span, f.anchor, f.rule))
            self._parts("figure_id", id, f.parts)

    def contributions(self) -> None:
        for id, c in fact_ids(self.x.article.id, "contribution", self.x.contributions):
            row: Row = {"id": id, "country_id": c.country, "source_id": c.source}
            row |= {n: number(getattr(c, n)) for n in ("personnel", "armoured_vehicles", "vehicles", "aircraft")}
            row |= _same(c, "mission comparator status as_of")
            self.rows["troop_contributions"].append(row | self._evidence(c.span, c.anchor, c.rule))
            self._parts("contribution_id", id, c.parts)

    def _sentence(self, position: int) -> str:
        return f"{self.x.article.id}-sentence-{position}"

    def _evidence(self, span: Span, anchor: int, rule: str) -> Row:
        at = self.x.sentences[max(bisect_right(self._starts, anchor) - 1, 0)]
        where = {"article_id": self.x.article.id, "sentence_id": self._sentence(at.position), "rule": rule}
        return where | {"start": span.start, "stop": span.stop, "quote": span.of(self.x.article.text)}

    def _parts(self, column: str, fact: str, parts: Iterable[Part]) -> None:
        for n, p in enumerate(parts, 1):
            row: Row = dict.fromkeys(("statement_id", "figure_id", "event_report_id", "contribution_id", "role_id"))
            row |= {"id": f"{fact}-{p.part}-{n}", "article_id": self.x.article.id, column: fact, "part": p.part}
            row |= {"start": p.span.start, "stop": p.span.stop, "quote": p.span.of(self.x.article.text)}
            self.rows["evidence"].append(row)


def _same(record: object, names: str) -> Row:
    return {name: getattr(record, name) for name in names.split()}


def number(value: float | None) -> float | int | None:
    """Whole numbers whole: 4000, not 4000.0; but for those beyond SQLite's 64 bits."""
    return int(value) if value is not None and abs(value) < LARGEST and value == int(value) else value


def _ids_by_anchor(facts: Iterable[tuple[str, Any]]) -> Mapping[int | None, str]:
    found: dict[int | None, str] = {}
    for id, fact in facts:
        found.setdefault(fact.anchor, id)
    return found


def _first_words(text: str) -> str:
    words = " ".join(text[: 4 * LABEL].split())
    return words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0] + "…"
