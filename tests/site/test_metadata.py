"""metadata.yml says what the schema says, of everything, and its queries answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import yaml
from datasette.app import Datasette

from datasette_qantar.metadata import HERE, as_yaml, metadata
from etl.schema import TABLES, VIEWS

FILE = Path(__file__).parents[2] / "metadata.yml"
QUERIES = sorted(path.stem for path in (HERE / "queries").glob("*.sql"))


def test_the_file_is_what_its_sources_make():
    assert FILE.read_text(encoding="utf-8") == as_yaml(metadata()), "run: python -m datasette_qantar.metadata"


def test_every_table_view_and_column_is_described_in_both_languages():
    tables = yaml.safe_load(FILE.read_text(encoding="utf-8"))["databases"]["qantar"]["tables"]
    for source in (*TABLES, *VIEWS):
        told = tables[source.name]
        assert told["title"] and told["description"]
        assert told["columns"].keys() == {column.name for column in source.columns}
        assert all(told["columns"].values())


def test_the_schema_describes_every_column_the_database_has(database):
    import sqlite3

    conn = sqlite3.connect(database)
    for source in (*TABLES, *VIEWS):
        columns = [row[1] for row in conn.execute(f"pragma table_info([{source.name}])")]
        assert sorted(columns) == sorted(column.name for column in source.columns), source.name


def test_facets_are_columns_with_an_index_and_sorts_are_columns():
    for source in (*TABLES, *VIEWS):
        told = metadata()["databases"]["qantar"]["tables"][source.name]
        columns = {column.name: column for column in source.columns}
        for name in [*told.get("facets", []), *filter(None, [told.get("sort"), told.get("sort_desc")])]:
            assert name in columns, (source.name, name)
        if source in TABLES:
            assert all(columns[name].indexed for name in told.get("facets", [])), source.name


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", ["", "en"])
def test_a_query_without_parameters_gives_rows_worth_a_chart(visitor, query, language):
    rows = visitor.get(f"/qantar/{query}.json", _shape="array", lang=language).json()
    assert 2 <= len(rows) <= 100
    fragment = metadata()["databases"]["qantar"]["queries"][query]["fragment"]
    plotted = [part.split("=")[1] for part in fragment.split("&") if "column" in part]
    assert plotted and all(column in rows[0] for column in plotted)
    assert any(isinstance(row[plotted[1]], int | float) for row in rows)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("junk", ["Сериков", "нет такого", '"', "-", "2022-01-05", "%"])
def test_a_query_takes_anything_as_its_parameters(visitor, query, junk):
    names = (
        "speaker",
        "act",
        "day",
        "words",
        "x",
        "y",
        "measure",
        "agreement",
        "population",
        "mission",
        "type",
        "actor",
        "person",
        "outlet",
    )
    answer = visitor.get(f"/qantar/{query}.json", _shape="array", **dict.fromkeys(names, junk))
    assert answer.status_code == 200, answer.text[:300]


def test_queries_find_word_forms(visitor):
    rows = visitor.get("/qantar/who-said-what.json", _shape="array", speaker="Серикову", words="террорист").json()
    assert [row["act"] for row in rows] == ["называет"]
    assert rows[0]["source"].startswith("/articles/review#")


def test_plain_datasette_with_this_file_works(database):
    async def ask() -> tuple[int, str]:
        datasette = Datasette([str(database)], metadata=yaml.safe_load(FILE.read_text(encoding="utf-8")))
        await datasette.invoke_startup()
        answer = await datasette.client.get("/qantar/statements?_search=Серикову")
        return answer.status_code, answer.text

    status, page = asyncio.run(ask())
    assert status == 200
    assert "Олжас Сериков" in page
