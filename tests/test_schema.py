"""The public database keeps its contract: names, keys, checks, indexes, descriptions, labels, search."""

import re
import sqlite3

import pytest
from sqlite_utils import Database

from etl.schema import FACTS, TABLES, VIEWS
from etl.schema.ddl import create_indexes, create_table, create_tables, create_views

# Published names: more may come, none of these may change or go.
CONTRACT = {
    "articles": "id label title lead outlet author url published published_basis period language text words "
    "source_file sha256 copy_of_id",
    "sentences": "id article_id position paragraph kind start stop text",
    "countries": "id iso3 name name_en",
    "memberships": "id country_id actor_id",
    "places": "id name name_en kind country_id latitude longitude geonames_id",
    "actors": "id name name_en kind country_id wikidata_id articles mentions statements",
    "actor_names": "id actor_id name basis",
    "roles": "id actor_id role kind organization_id place_id EVIDENCE",
    "mentions": "id actor_id resolution EVIDENCE",
    "statements": "id EVIDENCE speaker_id speaker_text resolution cue mode act content said_on said_on_text "
    "said_on_basis medium addressee_id via_id",
    "event_reports": "id event_id EVIDENCE type trigger date date_end date_text date_precision date_basis part_of_day "
    "place_id place_basis",
    "event_participants": "id event_report_id actor_id",
    "events": "id type title title_en date date_end place_id dates_conflict reports",
    "figures": "id EVIDENCE value_text value value_low value_high bounds_basis comparator measure unit population "
    "population_text owner_id place_id as_of as_of_text as_of_basis source_id source_basis via_id "
    "statement_id event_report_id series_id",
    "figure_series": "id title title_en measure unit population owner_id place_id period claims lowest highest agreement",
    "troop_contributions": "id EVIDENCE country_id mission personnel armoured_vehicles vehicles aircraft comparator status as_of "
    "source_id",
    "evidence": "id article_id statement_id figure_id event_report_id contribution_id role_id part start stop quote",
    "aliases": "id table_name now_id",
    "builds": "id built_at version articles seconds input_digest recipe",
    "accuracy": "id table_name measure value n gold unseen version",
    "speech_acts": "id label label_ru description",
    "event_types": "id label label_ru description plover acled",
    "measures": "id label label_ru description",
    "populations": "id label label_ru description",
}
VIEW_NAMES = {"timeline", "who_said_what", "casualties", "conflicting_figures", "contributions_by_country"}
SEARCHED = {"articles", "sentences", "statements", "events", "figures", "actors"}
by_table = pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
by_view = pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.name)


@pytest.fixture(scope="module")
def db():
    database = Database(memory=True)
    create_tables(database)
    create_indexes(database)
    create_views(database)
    return database


def test_all_promised_tables_and_columns_are_there(db):
    for name, columns in CONTRACT.items():
        promised = columns.replace("EVIDENCE", "article_id sentence_id start stop quote rule").split()
        assert set(promised) <= {c.name for c in db.table(name).columns}, name
    assert {v.name for v in VIEWS} == VIEW_NAMES


@by_table
def test_every_table_has_one_text_key(db, table):
    assert db.table(table.name).pks == ["id"]


@by_table
def test_every_reference_is_a_foreign_key_and_indexed(db, table):
    references = {(c.name, c.references) for c in table.columns if c.references}
    assert {(k.column, k.other_table) for k in db.table(table.name).foreign_keys} == references
    indexed = {i.columns[0] for i in db.table(table.name).indexes}
    assert {c.name for c in table.columns if c.references or c.facet} <= indexed
    assert all(
        c.references for c in table.columns if c.name.endswith("_id") and c.name not in ("wikidata_id", "geonames_id", "now_id")
    )


@by_table
def test_labels_are_never_null(table):
    assert table.column(table.label).required


@by_table
def test_everything_is_described_in_english_and_russian(table):
    for thing in (table, *table.columns):
        assert thing.en.strip()
        assert re.search("[а-яё]", thing.ru, re.IGNORECASE) or thing.ru == thing.en
    assert table.title
    assert table.title_ru


@by_view
def test_views_have_the_columns_that_are_described(db, view):
    assert [c[0] for c in db.execute(f'SELECT * FROM "{view.name}"').description] == [c.name for c in view.columns]


@by_view
def test_a_searched_view_joins_its_index_on_a_whole_number(view):
    assert (view.search is None) == (view.row is None)
    if view.row:
        assert next(c.type for c in view.columns if c.name == view.row) == "INTEGER"


def test_the_promised_tables_are_searched_and_letters_fold(db):
    assert {t.name for t in TABLES if t.search} >= SEARCHED
    for table in TABLES:
        if table.search:
            assert "remove_diacritics 2" in db.table(f"{table.name}_fts").schema


def test_tables_stand_behind_those_they_refer_to():
    known: set[str] = set()
    for table in TABLES:
        known.add(table.name)
        assert {c.references for c in table.columns if c.references} <= known | {"event_reports", "events"}, table.name


def test_wrong_values_are_refused():
    db = sqlite3.connect(":memory:")
    statements = next(t for t in TABLES if t.name == "statements")
    db.execute(create_table(statements))
    good = {c.name: None for c in statements.columns} | {
        **{"id": "a-statement-1", "resolution": "named", "cue": "x", "mode": "direct", "act": "assert", "content": "x"},
        **{"article_id": "a", "sentence_id": "a", "start": 0, "stop": 1, "quote": "x", "rule": "x", "said_on": "2022-01"},
    }
    insert = f"INSERT INTO statements ({', '.join(good)}) VALUES ({', '.join(f':{n}' for n in good)})"
    db.execute(insert, good)
    wrong = {"id": "Ы", "mode": "loud", "said_on": "5 января", "content": None}
    for n, (column, value) in enumerate(wrong.items()):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(insert, good | {"id": f"b{n}", column: value})


def test_evidence_belongs_to_exactly_one_fact():
    db = sqlite3.connect(":memory:")
    db.execute(create_table(next(t for t in TABLES if t.name == "evidence")))
    row = {"id": "a", "article_id": "a", "part": "cue", "start": 0, "stop": 1, "quote": "x"} | dict.fromkeys(FACTS)
    insert = f"INSERT INTO evidence ({', '.join(row)}) VALUES ({', '.join(f':{n}' for n in row)})"
    for facts in ({}, {"statement_id": "s", "figure_id": "f"}):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(insert, row | facts)
    db.execute(insert, row | {"role_id": "r"})
