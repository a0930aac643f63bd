"""The measurements as Markdown tables."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from etl.benchmark.run import Result

MEGABYTE = 1_000_000


def markdown(result: Result) -> str:
    """Everything, ready to be put into a document."""
    return "\n\n".join((_where(result), _speed(result), _growth(result), _after(result), _stages(result)))


def _where(r: Result) -> str:
    now = datetime.now(UTC)
    return (
        f"{r.articles:,} articles, {r.characters:,} characters; {r.processes} processes on {os.cpu_count()} cores "
        f"({platform.machine()}), Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"Qantar {version('qantar')}, {now:%Y-%m-%d}."
    )


def _speed(r: Result) -> str:
    whole, natasha = r.builds[r.articles], r.naive.printed
    rows = [
        ("naive natasha, models loaded", natasha["seconds"], natasha["cpu"], r.naive.peak),
        ("whole build, from start to swapped file", whole.seconds, whole.cpu, whole.peak),
    ]
    table = [
        (what, f"{s:,.0f}", f"{cpu:,.0f}", f"{r.articles / s:,.1f}", f"{r.characters / s:,.0f}", f"{peak / MEGABYTE:,.0f}")
        for what, s, cpu, peak in rows
    ]
    ratio = (f"{whole.seconds / natasha['seconds']:.2f}", f"{whole.cpu / natasha['cpu']:.2f}")
    table.append(("ratio", *ratio, "", "", ""))
    return _table(("", "seconds", "of processors", "articles/s", "characters/s", "peak memory, MB"), table)


def _growth(r: Result) -> str:
    """The cost of each size beyond that of starting, which a build of one article shows."""
    start = r.builds[1]
    rows = []
    for count, m in r.builds.items():
        if count > 1:
            more, characters = count - 1, r.sizes[count] - r.sizes[1]
            per = (1000 * (m.seconds - start.seconds) / more, 1000 * (m.cpu - start.cpu) / more)
            per_thousand = 1e6 * (m.cpu - start.cpu) / characters
            rows.append((f"{count:,}", *(f"{ms:.1f}" for ms in per), f"{per_thousand:.1f}", f"{m.peak / MEGABYTE:,.0f}"))
    head = ("articles", "ms per article", "ms of processors", "ms of processors per 1,000 characters", "peak memory, MB")
    emptied = ", ".join(f"{blocks:,} after {int(read):,}" for read, blocks in r.emptied.items())
    memory = f"What grows are caches of fixed size. Blocks of memory of a process that emptied them: {emptied} articles."
    return f"{_table(head, rows)}\n\nBeyond the start, which takes {start.seconds:.1f} s. {memory}"


def _after(r: Result) -> str:
    rows = [(changed, f"{m.seconds:.1f}", f"{m.printed['read']:,}") for changed, m in r.again.items()]
    sizes = (
        f"The database has {r.database / r.articles / 1000:.0f} kB an article, the store {r.store / r.articles / 1000:.0f} kB."
    )
    return f"{_table(('changed since the build before', 'seconds', 'articles read'), rows)}\n\n{sizes}"


def _stages(r: Result) -> str:
    """Wall time of the stages; the reading divided as a sample's processor time is."""
    stages = r.builds[r.articles].printed["stages"]
    total, rooms = sum(stages.values()), sum(r.rooms.values()) or 1.0
    rows = []
    for stage, seconds in stages.items():
        rows.append((stage, f"{100 * seconds / total:.1f} %", f"{1000 * seconds / r.articles:.1f}"))
        if stage == "read":
            parts = ((room, found / rooms) for room, found in r.rooms.items())
            rows += [
                (f"· {room}", f"{100 * part * seconds / total:.1f} %", f"{1000 * part * seconds / r.articles:.1f}")
                for room, part in parts
            ]
    return _table(("stage", "share", "ms per article"), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
