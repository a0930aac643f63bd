"""How long the pages of a database take: the median of some answers each, against the limits we promise.

    python -m datasette_qantar.benchmark qantar.db [--times 9]

Pages of ours and canned queries under 100 ms, Datasette's table pages under 200 ms. Exit code 1 if any is slower or fails.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import statistics
import sys
import time
from pathlib import Path

from datasette_qantar.metadata import HERE
from datasette_qantar.serving import site

OURS, TABLES = 0.1, 0.2  # seconds
BUSIEST = {
    "/actors/": "select id from actors order by statements desc, mentions desc limit 2",
    "/articles/": "select article_id from statements group by article_id order by count(*) desc limit 2",
    "/figures/": "select id from figure_series order by claims desc limit 2",
    "/events/": "select id from events order by reports desc limit 1",
}
ALWAYS = [
    "/",
    "/en",
    "/timeline",
    "/timeline?page=5",
    "/figures",
    "/contributions",
    "/about",
    "/downloads",
    "/search?q=президент",
]
ALWAYS += [
    "/search?q=россия",
    "/search?q=%22глава+государства%22",
    "/search?q=человек+-полиция&kind=statements",
    "/timeline?actor=президент",
]
SHOWN = [
    "articles",
    "statements",
    "figures",
    "events",
    "event_reports",
    "actors",
    "mentions",
    "sentences",
    "evidence",
    "figure_series",
]
SHOWN += ["who_said_what", "timeline", "casualties", "statements?_search=президент", "who_said_what?_search=человек"]


def paths(database: Path) -> list[tuple[str, float]]:
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    rows = [folder + id for folder, sql in BUSIEST.items() for (id,) in conn.execute(sql)]
    queries = [f"/{database.stem}/{path.stem}" for path in sorted((HERE / "queries").glob("*.sql"))]
    return [(path, OURS) for path in (*ALWAYS, *rows, *queries)] + [(f"/{database.stem}/{name}", TABLES) for name in SHOWN]


async def measure(database: Path, times: int) -> bool:
    datasette = site(database)
    await datasette.invoke_startup()
    held = True
    for path, limit in paths(database):
        took = []
        status = 200
        for _ in range(times + 1):  # the first one warms up and is not counted
            start = time.perf_counter()
            status = (await datasette.client.get(path)).status_code
            took.append(time.perf_counter() - start)
        median = statistics.median(took[1:])
        good = status == 200 and median < limit
        held &= good
        print(f"{'  ' if good else '! '}{median * 1000:7.1f} ms  {status}  {path}", flush=True)
    return held


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path)
    parser.add_argument("--times", type=int, default=9, help="answers counted per page (default: 9)")
    asked = parser.parse_args()
    sys.exit(0 if asyncio.run(measure(asked.database, asked.times)) else 1)
