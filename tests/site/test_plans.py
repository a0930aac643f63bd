"""The queries behind our pages find their rows by an index: on a large corpus they must not read whole tables of facts."""

from __future__ import annotations

import re
import sqlite3

import pytest

from datasette_qantar.corpus import SQL
from datasette_qantar.search.connection import russian_escape_fts

LARGE = ("statements", "mentions", "figures", "evidence", "sentences", "event_reports", "event_participants", "roles", "articles")
# Counting is what these are for, or they list a whole small table.
READ_ALL = {
    "counts",
    "table_counts",
    "outlets",
    "event_days",
    "event_types",
    "timeline_places",
    "contributions",
    "measures_counted",
}
PAGES = sorted(path.stem for path in SQL.glob("*.sql") if path.stem not in READ_ALL)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_no_table_of_facts_from_end_to_end(database, name):
    conn = sqlite3.connect(database)
    russian_escape_fts(conn)
    sql = (SQL / f"{name}.sql").read_text(encoding="utf-8")
    params = dict.fromkeys(re.findall(r":(\w+)", sql), "x") | {"events": "[]", "size": 10, "skip": 0}
    plan = [row[3] for row in conn.execute(f"explain query plan {sql}", params)]
    aliases = dict(re.findall(r"(?:from|join)\s+(\w+)\s+(?:as\s+)?(\w+)", sql))
    named = {alias: table for table, alias in aliases.items()}
    scanned = [step.split()[1] for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step and "USING" not in step]
    assert [table for table in scanned if named.get(table, table) in LARGE] == [], plan
