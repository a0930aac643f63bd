"""The rows a built database holds of one article."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from etl.errors import SourceError
from etl.evaluate.rows import ActorRow, Chars, ContributionRow, EventRow, FigureRow, Rows, StatementRow
from etl.records import Span

KEY = 60  # letters and digits at the beginning of a stored text that find it again in the article file
FACTS = ("statement_id", "event_report_id", "figure_id", "contribution_id", "role_id")
COUNTS = ("personnel", "armoured_vehicles", "vehicles", "aircraft")


class Database:
    """A built database, opened read-only. Raises SourceError if it is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = sqlite3.connect(f"file:{path.absolute()}?mode=ro", uri=True)
            self._connection.row_factory = sqlite3.Row
            self._names = {table: self._name(table) for table in ("actors", "places", "countries")}
        except sqlite3.Error as error:
            raise SourceError(f"not a Qantar database ({error})", str(path)) from error

    def _name(self, table: str) -> Mapping[str, str]:
        return {r["id"]: r["name"] for r in self._connection.execute(f"select id, name from {table}")}

    def _select(self, sql: str, article: str) -> list[sqlite3.Row]:
        return self._connection.execute(sql, (article,)).fetchall()

    def article(self, file: str) -> sqlite3.Row:
        """The article made of this file. Raises SourceError if it was not built in."""
        sql = "select id, text from articles where source_file = ?1 or substr(source_file, -length(?1) - 1) = '/' || ?1"
        row: sqlite3.Row | None = self._connection.execute(sql, (file,)).fetchone()
        if row is None:
            raise SourceError(f"the build {self.path} has no such article", file)
        return row

    def text(self, file: str) -> str:
        return str(self.article(file)["text"])

    def rows(self, file: str, text: str) -> Rows:
        """The article's rows, in offsets of the given text of the file."""
        article = self.article(file)
        return Article(self, article["id"], alignment(article["text"], text)).rows()


class Article:
    """One article of a database, read table by table."""

    def __init__(self, database: Database, id: str, back: Mapping[int, int]) -> None:
        self.id, self._back = id, back
        self._select: Callable[[str], list[sqlite3.Row]] = lambda sql: database._select(sql, id)
        names = database._names
        self._actor, self._place, self._country = names["actors"].get, names["places"].get, names["countries"].get
        self._parts = self._evidence()

    def rows(self) -> Rows:
        return Rows(self._actors(), self._statements(), self._figures(), self._events(), self._contributions())

    def _evidence(self) -> Mapping[tuple[str, str], list[Span]]:
        parts = defaultdict(list)
        for r in self._select("select * from evidence where article_id = ?"):
            fact = next(r[column] for column in FACTS if r[column])
            parts[fact, r["part"]].append(_span(r))
        return parts

    def _chars(self, *spans: Span) -> Chars:
        return frozenset(self._back[i] for s in spans for i in range(s.start, s.stop) if i in self._back)

    def _part(self, row: sqlite3.Row, part: str) -> Chars:
        """The letters of a part of the fact; of the whole fact where it has no such part."""
        return self._chars(*(self._parts.get((row["id"], part)) or [_span(row)]))

    def _actors(self) -> tuple[ActorRow, ...]:
        roles: dict[str, list[str]] = defaultdict(list)
        for r in self._select("select actor_id, role from roles where article_id = ?"):
            roles[r["actor_id"]].append(r["role"])
        sql = "select distinct a.id, a.name, a.kind from mentions m join actors a on a.id = m.actor_id where m.article_id = ?"
        return tuple(ActorRow(r["name"], r["kind"], tuple(roles.get(r["id"], ()))) for r in self._select(sql))

    def _statements(self) -> tuple[StatementRow, ...]:
        def row(r: sqlite3.Row) -> StatementRow:
            speaker, addressee, via = (self._actor(r[k]) for k in ("speaker_id", "addressee_id", "via_id"))
            how = (r["mode"], r["act"], r["said_on"], r["medium"])
            return StatementRow(self._part(r, "content"), _shown(r, "content"), speaker, *how, addressee, via)

        return tuple(row(r) for r in self._select("select * from statements where article_id = ?"))

    def _figures(self) -> tuple[FigureRow, ...]:
        def row(r: sqlite3.Row) -> FigureRow:
            bounds = (r["value_low"], r["value_high"]) if r["comparator"] == "range" else (r["value"], None)
            what = (bounds, r["measure"], r["comparator"], r["population"], r["as_of"])
            here = self._chars(_span(r))
            return FigureRow(here, _shown(r, "quote"), *what, self._actor(r["source_id"]), self._place(r["place_id"]))

        return tuple(row(r) for r in self._select("select * from figures where article_id = ?"))

    def _events(self) -> tuple[EventRow, ...]:
        took_part = defaultdict(list)
        sql = """select p.event_report_id, p.actor_id from event_participants p
                 join event_reports e on e.id = p.event_report_id where e.article_id = ?"""
        for r in self._select(sql):
            took_part[r["event_report_id"]].append(self._actor(r["actor_id"]))

        def row(r: sqlite3.Row) -> EventRow:
            clause, trigger = self._chars(_span(r)), self._part(r, "trigger")
            what = (r["type"], r["date"], self._place(r["place_id"]), tuple(took_part[r["id"]]))
            return EventRow(clause, _shown(r, "quote"), trigger, trigger, *what)

        return tuple(row(r) for r in self._select("select * from event_reports where article_id = ?"))

    def _contributions(self) -> tuple[ContributionRow, ...]:
        def row(r: sqlite3.Row) -> ContributionRow:
            counts = tuple(r[k] for k in COUNTS)
            return ContributionRow(_shown(r, "quote"), self._country(r["country_id"]), counts, r["status"])

        return tuple(row(r) for r in self._select("select * from troop_contributions where article_id = ?"))


def _span(row: sqlite3.Row) -> Span:
    return Span(row["start"], row["stop"])


def _shown(row: sqlite3.Row, column: str) -> str:
    """The row's words and the rule that made it."""
    return f"{row[column]} <{row['rule']}>"


def alignment(stored: str, file: str) -> Mapping[int, int]:
    """Offsets of letters and digits in the stored text → in the file, which may have more before it and other white space."""
    here = [i for i, c in enumerate(file) if c.isalnum()]
    there = [i for i, c in enumerate(stored) if c.isalnum()]
    key = "".join(stored[i] for i in there[:KEY])
    shift = max(0, "".join(file[i] for i in here).find(key))
    return dict(zip(there, here[shift:], strict=False))
