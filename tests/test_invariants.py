"""What holds of every build, whatever the articles: shown on real articles and on invented extractions."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.load import load
from etl.pipeline import build
from etl.resolve import resolve
from etl.schema import TABLES
from etl.vocabulary import load as load_vocabulary
from tests.making import AKTAU, ALMATY, KAZAKHSTAN, TEXT, actor, contribution, event, extraction, figure, role, statement
from tests.test_load import BUILD

SEEDS = Path(__file__).parent.parent / "seeds"
VOCABULARY = load_vocabulary()
FACTS = [t.name for t in TABLES if t.has_evidence]
MERGED = {"actors": "actors", "events": "events", "figure_series": "figure_series"}

# Invented articles that share actors, an event and a quantity with each other and with none of the seeds.
STORIES = {
    "one.txt": "Власти Актау\n\nМинистр связи Казахстана Олжас Сериков 5 января заявил, что в Актау погибли 12 полицейских. "
    "«Порядок будет восстановлен», — сказал он. Протестующие захватили здание почты в Актау.",
    "two.txt": "Олжас Сериков сообщил журналистам, что 7 января в Актау погибли более 15 полицейских. "
    "Армения отправила 70 военных.",
    "three.txt": "Новости дня\n\n5 января в Актау протестующие захватили здание почты. "
    "Полиция задержала 30 человек, сообщил Сериков.",
    "copy.txt": "Олжас Сериков сообщил журналистам, что 7 января в Актау  погибли более 15 полицейских.\n"
    "Армения отправила 70 военных.",
}
MANIFEST = "file,published,outlet\none.txt,2022-01-05,Степь\ntwo.txt,2022-01-07,Берег\nthree.txt,,Утро\ncopy.txt,2022-01-08,Эхо\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("articles")
    for name, text in STORIES.items():
        (found / name).write_text(text, encoding="utf-8")
    (found / "articles.csv").write_text(MANIFEST, encoding="utf-8")
    shutil.copytree(SEEDS, found / "seeds")
    return found


@pytest.fixture(scope="module")
def whole(folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("built") / "whole.db"
    report = build([folder], path)
    assert (report.articles, report.refused) == (6, [])
    return path


def rows(path, table):
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    found = [dict(r) for r in db.execute(f'SELECT * FROM "{table}"')]
    db.close()
    return found


def content(path):
    """All rows of all tables and the search vocabulary, `builds` aside."""
    return {t.name: rows(path, t.name) for t in TABLES if t.name != "builds"}


def assert_sound(path):
    """Quotes stand where they say, references lead somewhere, evidence belongs to its fact's article."""
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    texts = dict(db.execute("SELECT id, text FROM articles"))
    for table in (*FACTS, "evidence"):
        for article, start, stop, quote in db.execute(f"SELECT article_id, start, stop, quote FROM {table}"):
            assert texts[article][start:stop] == quote
            assert quote
    for article, start, stop, text in db.execute("SELECT article_id, start, stop, text FROM sentences"):
        assert texts[article][start:stop] == text
    for table in FACTS:
        apart = f"SELECT count(*) FROM {table} f JOIN sentences s ON s.id = f.sentence_id WHERE s.article_id <> f.article_id"
        assert db.execute(apart).fetchone() == (0,)
        beside = (
            f"SELECT f.id FROM {table} f JOIN sentences s ON s.id = f.sentence_id WHERE f.stop <= s.start OR s.stop <= f.start"
        )
        assert db.execute(beside).fetchall() == []
    db.close()


def assert_still_there(smaller, larger):
    """Of each article of the smaller build every fact has its id in the larger; what was merged resolves there."""
    for table in (*FACTS, "sentences", "evidence", "articles"):
        assert {r["id"] for r in rows(smaller, table)} <= {r["id"] for r in rows(larger, table)}
    now = {(r["table_name"], r["id"]): r["now_id"] for r in rows(larger, "aliases")}
    for table in MERGED:
        there = {r["id"] for r in rows(larger, table)}
        for id in {r["id"] for r in rows(smaller, table)} | {
            r["id"] for r in rows(smaller, "aliases") if r["table_name"] == table
        }:
            assert id in there or now[table, id] in there


def test_a_build_of_articles_is_sound(whole):
    assert_sound(whole)


def test_every_kind_of_fact_was_met(whole):
    assert all(rows(whole, table) for table in FACTS)


def test_two_builds_are_identical_whatever_the_order_of_the_sources(whole, folder, tmp_path):
    files = [*sorted(folder.glob("*.txt"), reverse=True), folder]
    build(files, tmp_path / "again.db")
    assert content(tmp_path / "again.db") == content(whole)


@pytest.mark.parametrize("left_out", ["one.txt", "two.txt", "seeds/003_b75ff25a8cf127fa.txt"])
def test_leaving_an_article_out_changes_no_id_and_every_published_id_still_resolves(whole, folder, tmp_path, left_out):
    less = shutil.copytree(folder, tmp_path / "less")
    (less / left_out).unlink()
    build([less], tmp_path / "less.db")
    assert_still_there(tmp_path / "less.db", whole)


def test_a_year_comes_from_the_article_or_its_manifest_row_only(whole):
    """three.txt has neither: its '5 января' keeps its words and has no date, though its neighbours know the year."""
    facts = [r for t in ("event_reports", "statements", "figures") for r in rows(whole, t) if r["article_id"] == "three"]
    assert facts
    assert all(r.get(day) is None for r in facts for day in ("date", "date_end", "said_on", "as_of"))
    assert any("5 января" in (r.get("date_text") or "") for r in facts)


def test_a_copy_is_linked_and_counts_for_nothing(whole):
    assert {r["id"]: r["copy_of_id"] for r in rows(whole, "articles")}["copy"] == "two"
    assert all(r["reports"] == 1 for r in rows(whole, "events") if "2022-01-07" in (r["date"] or ""))


# ── invented extractions ──

PEOPLE = st.builds(
    actor,
    st.sampled_from(["Иван Петров", "И. Петров", "Петров", "Пётр Петров", "МВД", "демонстранты", "Вести Степи"]),
    st.sampled_from(["person", "organization", "group", "state_body"]),
    st.sampled_from([None, "KZ", "RU"]),
)
DAYS = st.sampled_from([None, "2022", "2022-01", "2022-01-05", "2022-01-06", "2022-01-08"])
PLACES = st.sampled_from([None, "almaty", "aktau", "kz"])


@st.composite
def articles(draw):
    """Up to five articles with a few actors and facts each, drawn from so few values that many of them meet."""
    made = []
    for id in draw(st.sets(st.sampled_from("abcde"), min_size=1)):
        cast = tuple({a.key: a for a in draw(st.lists(PEOPLE, min_size=1, max_size=3))}.values())
        who = st.sampled_from([None, *(a.key for a in cast)])
        took_part = st.lists(st.sampled_from([a.key for a in cast]), max_size=2).map(tuple)
        at = st.integers(0, len(TEXT) - 12)
        kinds = st.sampled_from(["seizure", "resignation", "meeting"])
        events = st.builds(event, kinds, DAYS, at, place=PLACES, participants=took_part)
        counts = st.builds(figure, st.sampled_from([12.0, 18.0, 2.5]), DAYS, at, place=PLACES, source=who, owner=who)
        made.append(
            extraction(
                id,
                draw(st.sampled_from([TEXT, TEXT.replace(" ", "  ", 1), TEXT.replace("погибли", "ранены ")])),
                draw(DAYS),
                places=(ALMATY, AKTAU, KAZAKHSTAN),
                actors=cast,
                roles=tuple(role(a.key, draw(st.sampled_from(["министр", "судья"]))) for a in cast),
                statements=tuple(draw(st.lists(st.builds(statement, who, st.integers(8, 40)), max_size=2))),
                events=tuple(draw(st.lists(events, max_size=3))),
                figures=tuple(draw(st.lists(counts, max_size=3))),
                contributions=tuple(draw(st.lists(st.builds(contribution), max_size=1))),
            )
        )
    return made


def stored(made, path):
    load(path, made, resolve(made, VOCABULARY), VOCABULARY, BUILD)
    return path


@settings(max_examples=40, deadline=None)
@given(made=articles(), data=st.data())
def test_any_extractions_give_a_sound_database_with_permanent_ids(tmp_path_factory, made, data):
    folder = tmp_path_factory.mktemp("made")
    made = sorted(made, key=lambda x: x.article.id)
    whole = stored(made, folder / "whole.db")
    assert_sound(whole)
    shuffled = resolve(data.draw(st.permutations(made)), VOCABULARY)
    assert shuffled == resolve(made, VOCABULARY)
    if len(made) > 1:
        out = data.draw(st.sampled_from(made))
        assert_still_there(stored([x for x in made if x is not out], folder / "less.db"), whole)
