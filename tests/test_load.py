"""A build is whole or not there; rows carry what the records say."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from etl.load import Build, LoadError, load
from etl.load.article import article_sheets
from etl.load.checking import checked
from etl.resolve import resolve
from etl.resolve.facts import Facts
from etl.vocabulary import load as load_vocabulary
from tests.making import AKTAU, ALMATY, TEXT, actor, contribution, event, extraction, figure, role, statement

VOCABULARY = load_vocabulary()
BUILD = Build("2022-01-09-x", "2022-01-09T00:00:00Z", "0", 1, 0.1, "x")
PETROV = actor("Иван Петров")


def full(id="a", **values):
    return extraction(
        id,
        places=(ALMATY, AKTAU),
        actors=(PETROV,),
        roles=(role(PETROV.key, "министр"),),
        statements=(statement(PETROV.key), statement(PETROV.key)),
        events=(event(place="almaty", participants=(PETROV.key, PETROV.key)),),
        figures=(figure(4000.0, source=PETROV.key, source_basis="named", statement=20, event=60), figure(2.5, anchor=50)),
        contributions=(contribution(), contribution(None, 2000.0, anchor=6)),
        **values,
    )


def built(path, *extractions):
    load(path, extractions, resolve(extractions, VOCABULARY), VOCABULARY, BUILD)
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    return db


def test_facts_refer_to_each_other_by_id(tmp_path):
    db = built(tmp_path / "q.db", full())
    (number, other) = db.execute("SELECT * FROM figures ORDER BY start")
    assert number["statement_id"] == "a-statement-20"
    assert number["event_report_id"] == "a-event-60"
    assert db.execute("SELECT name FROM actors WHERE id = ?", (number["source_id"],)).fetchone()[0] == "Иван Петров"
    assert number["series_id"] != other["series_id"]


def test_two_facts_at_one_place_have_two_ids(tmp_path):
    db = built(tmp_path / "q.db", full())
    assert [r[0] for r in db.execute("SELECT id FROM statements ORDER BY id")] == ["a-statement-20", "a-statement-20-2"]


def test_whole_numbers_are_stored_whole(tmp_path):
    db = built(tmp_path / "q.db", full())
    assert [(r[0], type(r[0])) for r in db.execute("SELECT value FROM figures ORDER BY start")] == [(4000, int), (2.5, float)]


def test_a_participant_named_twice_took_part_once(tmp_path):
    assert built(tmp_path / "q.db", full()).execute("SELECT count(*) FROM event_participants").fetchone()[0] == 1


def test_actors_are_counted(tmp_path):
    db = built(tmp_path / "q.db", full())
    assert tuple(db.execute("SELECT articles, mentions, statements FROM actors").fetchone()) == (1, 1, 2)


def test_an_article_without_a_title_is_called_by_its_first_words(tmp_path):
    label = built(tmp_path / "q.db", full()).execute("SELECT label FROM articles").fetchone()[0]
    assert label.endswith("…")
    assert TEXT.startswith(label[:-1])


def test_a_later_article_of_the_same_words_is_a_copy(tmp_path):
    db = built(tmp_path / "q.db", full("b", published="2022-01-05"), full("a", text=f"{TEXT}\n"))
    assert dict(db.execute("SELECT id, copy_of_id FROM articles")) == {"a": "b", "b": None}


def test_events_and_series_have_titles_in_two_languages(tmp_path):
    db = built(tmp_path / "q.db", full())
    title, title_en = db.execute("SELECT title, title_en FROM events").fetchone()
    assert title.endswith("Алматы, 5 января 2022")
    assert title_en.endswith("Almaty, 5 January 2022")
    assert all("2022" in t for row in db.execute("SELECT title, title_en FROM figure_series") for t in row)


def test_members_of_a_mentioned_organisation_are_listed(tmp_path):
    x = extraction("a", actors=(actor("ОДКБ", "organization", authority="odkb"),))
    db = built(tmp_path / "q.db", x)
    assert {r[0] for r in db.execute("SELECT country_id FROM memberships")} == set(VOCABULARY.memberships["odkb"].members)


def test_search_finds_rows_of_tables_and_views(tmp_path):
    db = built(tmp_path / "q.db", full())
    places = (("who_said_what", "statements", "погибли"), ("casualties", "figures", "человек"), ("timeline", "events", "Алматы"))
    for view, index, word in places:
        found = db.execute(
            f"SELECT * FROM {view} WHERE row IN (SELECT rowid FROM {index}_fts WHERE {index}_fts MATCH ?)", (word,)
        )
        assert found.fetchall(), view


def test_rows_that_refer_to_nothing_are_an_error_and_the_old_database_stays(tmp_path):
    path = tmp_path / "q.db"
    built(path, full()).close()
    before = path.read_bytes()
    unknown = full("b", published="2022-01-07")
    facts = resolve([unknown], VOCABULARY)
    broken = Facts(facts.actors, (), facts.series, facts.places, (), facts.actor_of, facts.event_of, facts.series_of, {})
    with pytest.raises(LoadError, match="event_reports"):
        load(path, [unknown], broken, VOCABULARY, BUILD)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["q.db"]


def test_an_error_while_articles_are_read_leaves_the_old_database(tmp_path):
    path = tmp_path / "q.db"
    built(path, full()).close()
    before = path.read_bytes()

    def broken():
        yield full()
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        load(path, broken(), resolve([full()], VOCABULARY), VOCABULARY, BUILD)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["q.db"]


KILLED = """
import sys, time
from pathlib import Path
from tests.test_load import BUILD, VOCABULARY, full, load, resolve
def slow():
    yield full()
    print("half", flush=True)
    time.sleep(60)
load(Path(sys.argv[1]), slow(), resolve([full()], VOCABULARY), VOCABULARY, BUILD)
"""


def test_a_killed_build_leaves_the_old_database_and_the_next_one_clears_up(tmp_path):
    path = tmp_path / "q.db"
    built(path, full()).close()
    before = path.read_bytes()
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": "."}
    )
    assert process.stdout
    assert process.stdout.readline() == b"half\n"
    time.sleep(0.1)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert path.read_bytes() == before
    built(path, full()).close()
    assert [p.name for p in tmp_path.iterdir()] == ["q.db"]


def test_a_row_that_its_table_does_not_take_is_found_where_it_is_made():
    x = full()
    assert checked(article_sheets(x)) == article_sheets(x)
    wrong = replace(x, statements=(replace(x.statements[0], mode="sung"),))
    with pytest.raises(sqlite3.IntegrityError, match="mode"):
        checked(article_sheets(wrong))
    assert checked(article_sheets(x)) == article_sheets(x)
