"""The measurements, one after another on the same machine: naive natasha, whole builds of growing corpora, builds after them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl.benchmark.measuring import Measured, mean, measure, size
from etl.engine.choice import cores
from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources import read_sources
from etl.store import store_beside
from etl.vocabulary import HERE

NAIVE = Path(__file__).with_name("naive.py")
SIZES = (250, 1_000)  # articles, and all of them
SAMPLE = 150  # articles whose reading is divided into its rooms
NEW = "Президент Армении прибыл в Минск, сообщила его пресс-служба. Он заявил, что переговоры продлятся два дня."
AUTHORITY = "\nnew-in-a-benchmark: {name: Клавдий Птолемей, name_en: Claudius Ptolemy, kind: person}\n"


@dataclass
class Result:
    """All that was measured."""

    articles: int
    characters: int
    processes: int
    naive: Measured
    builds: dict[int, Measured] = field(default_factory=dict)  # by number of articles; the last is of all
    sizes: dict[int, int] = field(default_factory=dict)  # characters, by number of articles
    again: dict[str, Measured] = field(default_factory=dict)  # what was changed → the build after it
    rooms: dict[str, float] = field(default_factory=dict)  # seconds
    emptied: dict[str, int] = field(default_factory=dict)  # articles read → blocks of memory, the caches emptied
    database: int = 0  # bytes
    store: int = 0


def run(sources: Sequence[Path], folder: Path, processes: int | None = None, tell: Callable[[str], None] = print) -> Result:
    """Measure in an empty folder, which is left to the caller. Takes about five times as long as natasha alone."""
    count, characters = _write_texts(sources, folder / "texts.jsonl")
    processes = processes or cores()
    tell(f"{count} articles, {characters} characters: natasha, naively")
    result = Result(count, characters, processes, _naive(folder))
    for wanted in (1, *(n for n in SIZES if n < count)):
        corpus = folder / f"some-{wanted}.jsonl"
        result.sizes[wanted] = _write_some(sources, corpus, wanted, count)
        tell(f"a build of {wanted}")
        result.builds[wanted] = _build([corpus], folder / f"{wanted}.db", processes)
    tell(f"a build of all {count}, natasha again, and a build again: a machine is not equally fast at all times")
    database = folder / "all.db"
    first = _build(sources, folder / "first.db", processes)
    result.naive = mean(result.naive, _naive(folder))
    result.builds[count], result.sizes[count] = mean(first, _build(sources, database, processes)), characters
    result.database, result.store = size(database), size(store_beside(database))
    _builds_after(result, sources, database, folder, tell)
    tell(f"the rooms of reading, {SAMPLE} articles")
    result.rooms = _rooms(sources, count)
    marks = sorted({max(1, n // processes) for n in (*SIZES, count) if n <= count})
    tell(f"the memory of a reading process after {', '.join(map(str, marks))} articles")
    result.emptied = _emptied(sources, marks)
    return result


def _builds_after(result: Result, sources: Sequence[Path], database: Path, folder: Path, tell: Callable[[str], None]) -> None:
    """Nothing changed; one article more; another line in the authority file."""
    more, words = folder / "more.txt", folder / "words"
    more.write_text(NEW, encoding="utf-8")
    shutil.copytree(HERE, words, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (words / "actors.yml").open("a", encoding="utf-8") as file:
        file.write(AUTHORITY)
    for changed, found, vocabulary in (
        ("nothing", sources, ""),
        ("one article more", [*sources, more], ""),
        ("an actor more in the authority", [*sources, more], str(words)),
    ):
        tell(f"a build after: {changed}")
        result.again[changed] = _build(found, database, result.processes, vocabulary)


def _naive(folder: Path) -> Measured:
    return measure(str(NAIVE), str(folder / "texts.jsonl"))


def _build(sources: Sequence[Path], output: Path, processes: int, vocabulary: str = "") -> Measured:
    return measure("-m", "etl.benchmark.once", str(output), str(processes), vocabulary, *map(str, sources))


def _rooms(sources: Sequence[Path], count: int) -> dict[str, float]:
    """In a process of its own: the models stay out of this one."""
    step = str(max(1, count // SAMPLE))
    return measure("-m", "etl.benchmark.reading", step, *map(str, sources)).printed


def _emptied(sources: Sequence[Path], marks: Sequence[int]) -> dict[str, int]:
    return measure("-m", "etl.benchmark.memory", ",".join(map(str, marks)), *map(str, sources)).printed


def _articles(sources: Sequence[Path]) -> Iterator[RawArticle]:
    return (found for found in read_sources(sources) if not isinstance(found, SourceError))


def _write_texts(sources: Sequence[Path], file: Path) -> tuple[int, int]:
    """The texts for natasha. Articles and characters."""
    count = characters = 0
    with file.open("w", encoding="utf-8") as lines:
        for raw in _articles(sources):
            lines.write(json.dumps(raw.text) + "\n")
            count, characters = count + 1, characters + len(raw.text)
    return count, characters


def _write_some(sources: Sequence[Path], file: Path, wanted: int, count: int) -> int:
    """Every so many-th article of the whole, as JSON Lines. Characters."""
    characters = 0
    step = count / wanted
    chosen = {int(n * step) for n in range(wanted)}
    with file.open("w", encoding="utf-8") as lines:
        for raw in (raw for n, raw in enumerate(_articles(sources)) if n in chosen):
            fields = {"id": raw.id, "text": raw.text, "published": raw.published, "outlet": raw.outlet}
            lines.write(json.dumps(fields, ensure_ascii=False) + "\n")
            characters += len(raw.text)
    return characters
