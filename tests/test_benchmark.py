"""The benchmark measures what it says, on any articles, and writes its tables where they belong."""

from __future__ import annotations

import pytest

from etl.__main__ import main
from etl.benchmark.measuring import Measured, mean
from etl.commands.benchmark import put

TEXTS = (
    "Олжас Сериков заявил, что порядок будет восстановлен.",
    "В Актау погибли 12 полицейских.",
    "Армения отправила 70 военных.",
)


def test_every_measurement_is_in_the_document(tmp_path, capsys):
    for n, text in enumerate(TEXTS):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    document = tmp_path / "README.md"
    document.write_text("Before.\n<!-- measured -->\nold\n<!-- end -->\nAfter.\n")
    assert (
        main(["benchmark", *(str(p) for p in sorted(tmp_path.glob("*.txt"))), "--processes", "1", "--write", str(document)]) == 0
    )
    written = document.read_text(encoding="utf-8")
    assert capsys.readouterr().out.strip() in written
    told_of = ("3 articles", "naive natasha", "| ratio |", "ms per article", "| nothing | ", "| · extract |", "kB an article")
    for told in (*told_of, "after 3 articles."):
        assert told in written
    assert "old" not in written
    rows = {line.split("|")[1].strip(): line.split("|")[3].strip() for line in written.splitlines() if line.count("|") == 4}
    assert (rows["nothing"], rows["one article more"], rows["an actor more in the authority"]) == ("0", "1", "0")


def test_of_two_runs_the_mean_counts_and_the_higher_peak():
    one = Measured({"seconds": 80.0, "articles": 3}, 82.0, 160.0, 300)
    other = Measured({"seconds": 90.0, "articles": 3}, 94.0, 180.0, 290)
    assert mean(one, other) == Measured({"seconds": 85.0, "articles": 3}, 88.0, 170.0, 300)


def test_a_document_without_a_place_for_the_tables_is_left_alone():
    with pytest.raises(ValueError, match="has no lines"):
        put("tables", "a document")
