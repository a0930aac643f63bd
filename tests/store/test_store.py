"""The store gives back what was put in, or nothing: damage costs time and never a wrong row."""

import multiprocessing
import pickle
import sqlite3
from dataclasses import replace

import pytest
import zstandard

from etl.load.article import article_sheets, divided
from etl.recipe import Recipe
from etl.resolve.members import member
from etl.store import BrokenStore, Store, discard
from etl.store.entries import KEPT
from etl.store.packing import pack, unpack
from etl.vocabulary import load
from tests.engine.articles import article
from tests.making import actor, event, extraction, figure

RECIPE = Recipe("code", "authority", "all")
RAW = article("a")
X = extraction("a", actors=(actor("Иван Петров"),), events=(event(),), figures=(figure(),))
MEMBER = member(X, load())
SETTLED, UNSETTLED = divided(article_sheets(X))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "q.extractions"


def opened(path, recipe=RECIPE, names=None):
    return Store(path, recipe, names or {})


def filled(path):
    with opened(path) as store:
        key = store.key(RAW)
        store.put([(key, pack(MEMBER), pack(SETTLED), pack(UNSETTLED), None)])
    return key


def test_what_was_put_in_comes_out(path):
    key = filled(path)
    with opened(path) as store:
        assert store.holds(key, RAW)
        assert store.member(key) == MEMBER
        assert (store.settled(key), store.unsettled(key)) == (SETTLED, UNSETTLED)


def test_an_error_is_kept_in_the_place_of_an_extraction(path):
    with opened(path) as store:
        key = store.key(RAW)
        store.put([(key, None, None, None, "cannot be read")])
        assert store.holds(key, RAW)
        assert store.failed() == {key: "cannot be read"}


@pytest.mark.parametrize("field", ["id", "text", "source_file", "title", "outlet", "author", "url", "published", "period"])
def test_another_article_or_another_word_about_it_has_another_key(path, field):
    with opened(path) as store:
        assert store.key(RAW) != store.key(replace(RAW, **{field: "2022"}))


def test_other_code_has_other_keys(path):
    with opened(path) as store, opened(path, Recipe("newer", "authority", "all")) as newer:
        assert store.key(RAW) != newer.key(RAW)


@pytest.mark.parametrize("column", ["member", "settled", "unsettled"])
def test_a_damaged_entry_is_not_believed_and_read_again(path, column):
    key = filled(path)
    with sqlite3.connect(path) as db:
        found = bytearray(db.execute(f"SELECT {column} FROM entries").fetchone()[0])
        found[len(found) // 2] ^= 1
        db.execute(f"UPDATE entries SET {column} = ?", (bytes(found),))
    db.close()
    with opened(path) as store:
        with pytest.raises(BrokenStore):
            getattr(store, column)(key)
        assert not store.holds(key, RAW)


def test_an_entry_put_under_another_key_is_not_believed(path):
    key = filled(path)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE entries SET key = ?", (b"other",))
    db.close()
    with opened(path) as store:
        assert not store.holds(key, RAW)
        assert not store.holds(b"other", RAW)


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be read as a header of one: " * 4])
def test_a_file_that_is_no_store_is_told_or_started_anew(path, damage):
    path.write_bytes(damage)
    try:
        opened(path).__exit__(None, None, None)
    except BrokenStore:
        discard(path)
    with opened(path) as store:
        assert store.failed() == {}


def test_a_store_with_a_damaged_page_is_told(path):
    filled(path)
    data = bytearray(path.read_bytes())
    data[4096 : 3 * 4096] = b"\xff" * (2 * 4096)
    path.write_bytes(data)
    with pytest.raises(BrokenStore), opened(path) as store:
        store.holds(store.key(RAW), RAW)


def test_nothing_but_records_is_unpacked():
    harmful = zstandard.compress(pickle.dumps(print))
    with pytest.raises(pickle.UnpicklingError, match="is no record"):
        unpack(harmful)


def test_what_no_build_asked_for_in_a_month_goes(path):
    key = filled(path)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE entries SET day = day - ?", (KEPT,))
    db.close()
    with opened(path) as store:
        store.forget()
        assert store.holds(key, RAW)
        store._today += KEPT + 1
        store.forget()
        assert not store.holds(key, RAW)


# ── the authority ──

MINE = {"['serikov']": ["Олжас Сериков", "Сериков"]}


@pytest.mark.parametrize(
    ("text", "names", "again"),
    [
        ("Сериков уехал.", MINE, True),
        ("Говорили о Серикове.", MINE, True),
        ("Серик уехал.", MINE, True),  # begins alike: rather once too often
        ("Петров уехал.", MINE, False),
        ("Совет ЕС и Европа.", {"['es']": ["ЕС"]}, True),
        ("Есть новости.", {"['es']": ["ЕС"]}, True),
        ("Новости дня.", {"['es']": ["ЕС"]}, False),
        ("Новых людей много.", {"['nl']": ["Новые люди"]}, True),
        ("Новый человек.", {"['nl']": ["Новые люди"]}, True),  # another stem of the same word
        ("Людей много.", {"['nl']": ["Новые люди"]}, False),
        ("Сериков уехал.", {}, False),
    ],
)
def test_an_article_is_read_again_if_it_may_have_a_name_that_changed(path, text, names, again):
    raw = article("a", text)
    with opened(path) as store:
        key = store.key(raw)
        store.put([(key, pack(MEMBER), pack(SETTLED), pack(UNSETTLED), None)])
    with opened(path, Recipe("code", "newer", "all"), names) as store:
        assert store.holds(key, raw) is not again
    with opened(path, Recipe("code", "third", "all"), names) as store:
        assert store.holds(key, raw) is not again


def test_an_authority_that_nobody_remembers_counts_as_changed(path):
    key = filled(path)
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM authorities")
    db.close()
    with opened(path, Recipe("code", "newer", "all")) as store:
        assert not store.holds(key, RAW)


def open_each(folder, together, rounds):
    for n in range(rounds):
        together.wait(timeout=20)
        opened(folder / f"{n}.extractions").__exit__(None, None, None)


def test_builds_that_begin_at_once_all_open_the_new_store(tmp_path):
    here = multiprocessing.get_context("spawn")
    together = here.Barrier(4)
    builds = [here.Process(target=open_each, args=(tmp_path, together, 250)) for _ in range(4)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert [build.exitcode for build in builds] == [0, 0, 0, 0]
