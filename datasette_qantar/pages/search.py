"""`/search?q=`: where is it mentioned, in all word forms, grouped by kind."""

from __future__ import annotations

from datasette_qantar.pages.page import Ask, Content, Paging, page

KINDS = ("articles", "statements", "events", "figures", "actors")
FEW = 5  # rows of each kind while all kinds are shown
MANY = 30  # rows of one kind


@page("/search", template="search.html")
async def search(ask: Ask) -> Content:
    q, outlet, day = ask.text("q"), ask.text("outlet"), ask.day("day")
    kind = ask.choice("kind", KINDS)
    size = MANY if kind else FEW
    groups = {}
    for name in (kind,) if kind else KINDS:
        skip = (ask.number - 1) * size if kind else 0
        found = await ask.rows(f"search_{name}", q=q, outlet=outlet, day=day, size=size, skip=skip) if q else []
        groups[name] = {"rows": found, "total": found[0]["total"] if found else 0}
    total = sum(group["total"] for group in groups.values())
    paging = Paging(total, ask.number, size) if kind else None
    outlets = await ask.rows("outlets")
    shown = {
        "q": q,
        "outlet": outlet,
        "day": day,
        "kind": kind,
        "groups": groups,
        "total": total,
        "paging": paging,
        "outlets": outlets,
    }
    return Content([_plain(name, row) for name, group in groups.items() for row in group["rows"]], shown | {"kinds": KINDS})


def _plain(kind: str, row: dict[str, object]) -> dict[str, object]:
    """A found row as data: without the marks around the words that matched, and with the same columns for every kind."""
    words = str(row["words"] or "").replace("\x02", "").replace("\x03", "")
    columns = ("id", "article_id", "name", "what", "day", "outlet")
    return {"kind": kind} | {column: row.get(column) for column in columns} | {"words": words}
