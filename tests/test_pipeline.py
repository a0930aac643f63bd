"""A build reads what has changed and nothing else, and its result depends on nothing but its articles."""

from __future__ import annotations

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from etl.engine.processes import Processes
from etl.pipeline import build
from etl.store import store_beside
from etl.vocabulary import HERE
from tests.engine.articles import TEXTS
from tests.test_invariants import assert_sound, content

ARTICLES = [
    {"id": f"a{n:02}", "published": f"2022-01-{n + 5:02}", "title": f"Новость {n}", "text": f"{TEXTS[n % 4]} Это номер {n}."}
    for n in range(12)
]


def written(folder: Path, articles: list[dict[str, str]] = ARTICLES) -> Path:
    file = folder / "articles.jsonl"
    file.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A folder with a build of all the articles, read in this process."""
    folder = tmp_path_factory.mktemp("first")
    assert build([written(folder)], folder / "q.db").read == len(ARTICLES)
    return folder


@pytest.fixture
def folder(first, tmp_path):
    return shutil.copytree(first, tmp_path / "copy")


def test_processes_and_another_order_make_the_same_database(first, tmp_path):
    shuffled = random.Random(1).sample(ARTICLES, len(ARTICLES))
    build([written(tmp_path, shuffled)], tmp_path / "q.db", engine=Processes(2))
    assert content(tmp_path / "q.db") == content(first / "q.db")


def test_a_second_build_of_the_same_leaves_the_database_alone(folder):
    before = (folder / "q.db").stat().st_mtime_ns
    report = build([folder / "articles.jsonl"], folder / "q.db")
    assert (report.unchanged, report.read, report.articles) == (True, 0, len(ARTICLES))
    assert (folder / "q.db").stat().st_mtime_ns == before


def test_one_more_article_is_the_only_one_read(folder, tmp_path):
    more = [*ARTICLES, {"id": "new", "text": "Президент прибыл в Минск."}]
    assert build([written(folder, more)], folder / "q.db").read == 1
    build([written(tmp_path, more)], tmp_path / "q.db")
    assert content(folder / "q.db") == content(tmp_path / "q.db")


def test_one_article_less_reads_nothing(folder, tmp_path):
    assert build([written(folder, ARTICLES[1:])], folder / "q.db").read == 0
    build([written(tmp_path, ARTICLES[1:])], tmp_path / "q.db")
    assert content(folder / "q.db") == content(tmp_path / "q.db")


def test_without_its_database_the_store_gives_it_again(folder, first):
    (folder / "q.db").unlink()
    assert build([folder / "articles.jsonl"], folder / "q.db").read == 0
    assert content(folder / "q.db") == content(first / "q.db")


def test_a_broken_store_or_entry_is_read_again(folder, first):
    store = store_beside(folder / "q.db")
    (folder / "q.db").unlink()
    with sqlite3.connect(store) as db:
        db.execute("UPDATE entries SET settled = x'00' WHERE rowid <= 3")
    db.close()
    assert build([folder / "articles.jsonl"], folder / "q.db").read == 3
    (folder / "q.db").unlink()
    store.write_bytes(b"nothing of use" * 1000)
    assert build([folder / "articles.jsonl"], folder / "q.db").read == len(ARTICLES)
    assert content(folder / "q.db") == content(first / "q.db")


def test_fresh_reads_all_again(folder):
    assert build([folder / "articles.jsonl"], folder / "q.db", fresh=True).read == len(ARTICLES)


AUTHORITY_CHANGES = {
    "serikov: {name: Олжас Сериков, name_en: Olzhas Serikov, kind: person, country: KZ, aliases: [Сериков]}": 6,
    "nobody: {name: Клавдий Птолемей, name_en: Claudius Ptolemy, kind: person}": 0,
}


@pytest.mark.parametrize(("line", "again"), AUTHORITY_CHANGES.items())
def test_a_changed_authority_reads_only_articles_with_its_names_and_the_result_is_that_of_reading_all(
    folder, tmp_path, line, again
):
    words = shutil.copytree(HERE, tmp_path / "words", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (words / "actors.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert build([folder / "articles.jsonl"], folder / "q.db", vocabulary=words).read == again
    build([folder / "articles.jsonl"], tmp_path / "q.db", vocabulary=words)
    assert content(folder / "q.db") == content(tmp_path / "q.db")


def test_a_changed_word_of_the_rules_reads_all_again_and_one_of_resolution_none(folder, tmp_path):
    words = shutil.copytree(HERE, tmp_path / "words", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (words / "merging.yml").open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n")
    report = build([folder / "articles.jsonl"], folder / "q.db", vocabulary=words)
    assert (report.read, report.unchanged) == (0, False)
    words = shutil.copytree(words, tmp_path / "more")
    with (words / "measures.yml").open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n")
    assert build([folder / "articles.jsonl"], folder / "q.db", vocabulary=words).read == len(ARTICLES)


def test_an_article_that_breaks_the_reading_is_refused_each_time_and_read_once(tmp_path, monkeypatch):
    from etl.parse import parse

    def fragile(raw, vocabulary):
        return 1 / 0 if raw.id == "a03" else parse(raw, vocabulary)

    monkeypatch.setattr("etl.parse.parse", fragile)
    for read in (4, 0):
        report = build([written(tmp_path, ARTICLES[:4])], tmp_path / "q.db")
        assert [str(e) for e in report.refused] == ["articles.jsonl: a03: cannot be read: ZeroDivisionError: division by zero"]
        assert (report.articles, report.read, report.unchanged) == (3, read, not read)


def test_the_same_article_twice_is_kept_once_and_its_other_id_leads_to_it(tmp_path):
    twice = [ARTICLES[0], replace_id(ARTICLES[0], "zz"), ARTICLES[1]]
    build([written(tmp_path, twice)], tmp_path / "q.db")
    db = sqlite3.connect(tmp_path / "q.db")
    assert db.execute("SELECT id, also_in FROM articles ORDER BY id").fetchall() == [("a00", "articles.jsonl"), ("a01", None)]
    assert db.execute("SELECT table_name, now_id FROM aliases WHERE id = 'zz'").fetchall() == [("articles", "a00")]


def replace_id(article: dict[str, str], id: str) -> dict[str, str]:
    return article | {"id": id}


# ── builds that are killed, and builds at once ──


def started(file: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "etl", "build", str(file), "-o", str(output), "--processes", "2", "--quiet"]
    return subprocess.Popen(command)


def test_builds_killed_at_any_moment_leave_a_whole_database_and_the_next_goes_on(folder, tmp_path):
    more = [*ARTICLES, *(replace_id(a, f"b{n}") | {"text": f"{a['text']} И ещё {n}."} for n, a in enumerate(ARTICLES))]
    file = written(folder, more)
    chance = random.Random(5)
    for _ in range(3):
        before = content(folder / "q.db")
        process = started(file, folder / "q.db")
        time.sleep(chance.uniform(0.5, 9))
        below = psutil.Process(process.pid).children() if process.poll() is None else []
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert psutil.wait_procs(below, timeout=20)[1] == []
        assert_sound(folder / "q.db")
        assert len(content(folder / "q.db")["articles"]) in (len(before["articles"]), len(more))
    assert started(file, folder / "q.db").wait() == 0
    build([file], tmp_path / "q.db")
    assert content(folder / "q.db") == content(tmp_path / "q.db")
    assert {p.suffix for p in folder.iterdir()} == {".db", ".extractions", ".jsonl"}


def test_two_builds_at_once_do_not_disturb_each_other(folder, first, tmp_path):
    both = [started(written(tmp_path), tmp_path / "q.db") for _ in range(2)]
    assert [b.wait() for b in both] == [0, 0]
    assert_sound(tmp_path / "q.db")
    assert content(tmp_path / "q.db") == content(first / "q.db")
