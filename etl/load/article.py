"""One article's rows: every fact with its evidence, keys replaced by the ids that resolution gave."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from etl.records import Extraction, Part, Span
from etl.resolve.facts import Facts
from etl.resolve.ids import fact_ids, span_ids

Row = dict[str, Any]
Rows = dict[str, list[Row]]
LABEL = 80  # characters of the first words that label an article without a title


@dataclass
class ArticleRows:
    """Makes the rows of one extraction, table by table."""

    x: Extraction
    facts: Facts
    rows: Rows = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.x.sentences]

    def all(self) -> Rows:
        for make in (self.article, self.sentences, self.mentions, self.roles, self.statements, self.events, self.figures):
            make()
        self.contributions()
        return self.rows

    def article(self) -> None:
        a = self.x.article
        label = a.title or _first_words(a.text) or a.id
        row = {
            name: getattr(a, name) for name in ("id", "title", "lead", "outlet", "author", "url", "published", "published_basis")
        }
        row |= {name: getattr(a, name) for name in ("period", "language", "text", "source_file", "sha256")}
        words = len(re.findall(r"\w+", a.text))
        row |= {"label": label, "words": words, "copy_of_id": self.facts.copy_of.get(a.id)}
        self.rows["articles"].append(row | {"also_in": "\n".join(self.facts.also_in.get(a.id, ())) or None})

    def sentences(self) -> None:
        for s in self.x.sentences:
            row = {"id": self._sentence(s.position), "article_id": self.x.article.id, "position": s.position, "kind": s.kind}
            row |= {"paragraph": s.paragraph, "start": s.span.start, "stop": s.span.stop, "text": s.span.of(self.x.article.text)}
            self.rows["sentences"].append(row)

    def mentions(self) -> None:
        for id, m in span_ids(self.x.article.id, "mention", self.x.mentions):
            row = {"id": id, "actor_id": self._actor(m.actor), "resolution": m.resolution}
            self.rows["mentions"].append(row | self._evidence(m.span, m.span.start, m.rule))

    def roles(self) -> None:
        for id, r in span_ids(self.x.article.id, "role", self.x.roles):
            row = {"id": id, "actor_id": self._actor(r.actor), "role": r.role, "organization_id": self._actor(r.organization)}
            self.rows["roles"].append(row | self._evidence(r.span, r.span.start, r.rule))
            self._parts("role_id", id, r.parts)

    def statements(self) -> None:
        for id, s in fact_ids(self.x.article.id, "statement", self.x.statements):
            row = {"id": id, "speaker_id": self._actor(s.speaker), "addressee_id": self._actor(s.addressee)}
            row |= {"via_id": self._actor(s.via), "cue": s.cue.of(self.x.article.text)}
            row |= _same(s, "speaker_text resolution mode act content said_on said_on_text said_on_basis medium")
            self.rows["statements"].append(row | self._evidence(s.span, s.anchor, s.rule))
            self._parts("statement_id", id, s.parts)

    def events(self) -> None:
        for id, e in fact_ids(self.x.article.id, "event", self.x.events):
            row = {"id": id, "event_id": self.facts.event_of[id], "place_id": e.place}
            row |= _same(e, "type trigger date date_end date_text date_precision date_basis part_of_day place_basis")
            self.rows["event_reports"].append(row | self._evidence(e.span, e.anchor, e.rule))
            for n, actor in enumerate(dict.fromkeys(self._actor(p) for p in e.participants), 1):
                self.rows["event_participants"].append({"id": f"{id}-{n:02}", "event_report_id": id, "actor_id": actor})
            self._parts("event_report_id", id, e.parts)

    def figures(self) -> None:
        statement_at = _ids_by_anchor(fact_ids(self.x.article.id, "statement", self.x.statements))
        event_at = _ids_by_anchor(fact_ids(self.x.article.id, "event", self.x.events))
        for id, f in fact_ids(self.x.article.id, "figure", self.x.figures):
            row: Row = {
                "id": id,
                "owner_id": self._actor(f.owner),
                "source_id": self._actor(f.source),
                "via_id": self._actor(f.via),
            }
            row |= {n: number(getattr(f, n)) for n in ("value", "value_low", "value_high")}
            row |= _same(f, "value_text bounds_basis comparator measure unit population population_text source_basis")
            row |= _same(f, "as_of as_of_text as_of_basis") | {"place_id": f.place, "series_id": self.facts.series_of[id]}
            row |= {"statement_id": statement_at.get(f.statement), "event_report_id": event_at.get(f.event)}
            self.rows["figures"].append(row | self._evidence(f.span, f.anchor, f.rule))
            self._parts("figure_id", id, f.parts)

    def contributions(self) -> None:
        for id, c in fact_ids(self.x.article.id, "contribution", self.x.contributions):
            row: Row = {"id": id, "country_id": c.country, "source_id": self._actor(c.source)}
            row |= {n: number(getattr(c, n)) for n in ("personnel", "armoured_vehicles", "vehicles", "aircraft")}
            row |= _same(c, "mission comparator status as_of")
            self.rows["troop_contributions"].append(row | self._evidence(c.span, c.anchor, c.rule))
            self._parts("contribution_id", id, c.parts)

    def _actor(self, key: str | None) -> str | None:
        return self.facts.actor_of[self.x.article.id, key] if key else None

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
    """Whole numbers whole: 4000, not 4000.0."""
    return int(value) if value is not None and value == int(value) else value


def _ids_by_anchor(facts: Iterable[tuple[str, Any]]) -> Mapping[int | None, str]:
    found: dict[int | None, str] = {}
    for id, fact in facts:
        found.setdefault(fact.anchor, id)
    return found


def _first_words(text: str) -> str:
    words = " ".join(text[: 4 * LABEL].split())
    return words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0] + "…"
