"""The command line: exit codes scripts can use, mistakes told by name, help a stranger understands."""

from __future__ import annotations

import csv
import sqlite3

import pytest

from etl.__main__ import COMMANDS, main

TEXT = "Олжас Сериков заявил, что порядок будет восстановлен."


def test_good_input_gives_0(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "q.db")]) == 0
    assert "1 article" in capsys.readouterr().out


def test_quiet_says_nothing(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["build", "--quiet", str(tmp_path), "-o", str(tmp_path / "q.db")]) == 0
    assert capsys.readouterr() == ("", "")


def test_bad_input_is_named_and_the_rest_is_built_with_1(tmp_path, capsys):
    other = TEXT.replace("порядок", "покой")
    (tmp_path / "cp1251.txt").write_bytes(other.encode("cp1251"))
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "articles.csv").write_text("file,period\ngood.txt,2022-13\n", encoding="utf-8")
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "q.db")]) == 1
    told = capsys.readouterr().err
    assert all(f"refused: {name}" in told for name in ("empty.txt", "binary.txt", "articles.csv:2"))
    built = sqlite3.connect(tmp_path / "q.db").execute("SELECT source_file, text FROM articles ORDER BY id").fetchall()
    assert built == [("cp1251.txt", other), ("good.txt", TEXT)]


def test_nothing_to_build_gives_2_and_leaves_the_old_database(tmp_path, capsys):
    (tmp_path / "q.db").write_text("old")
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["build", str(tmp_path / "empty.txt"), "-o", str(tmp_path / "q.db")]) == 2
    assert (tmp_path / "q.db").read_text() == "old"
    assert "nothing was built" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "no" / "q.db")]) == 2
    assert "no folder" in capsys.readouterr().err


def test_wrong_arguments_give_2():
    with pytest.raises(SystemExit) as stopped:
        main(["build"])
    assert stopped.value.code == 2


@pytest.mark.parametrize("command", [[], *([c] for c in COMMANDS)])
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    assert "usage: qantar" in capsys.readouterr().out


def test_a_missing_database_is_told(tmp_path, capsys):
    missing = str(tmp_path / "no.db")
    assert main(["serve", missing]) == 2
    assert main(["export", str(tmp_path / "out"), "--db", missing]) == 2
    assert capsys.readouterr().err.count("no database at") == 2


def test_export_writes_every_table_as_csv(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    main(["build", "-q", str(tmp_path / "a.txt"), "-o", str(tmp_path / "q.db")])
    assert main(["export", str(tmp_path / "out"), "--db", str(tmp_path / "q.db")]) == 0
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == [TEXT]
    assert (tmp_path / "out" / "who_said_what.csv").exists()
