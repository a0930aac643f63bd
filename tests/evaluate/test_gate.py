from pathlib import Path

import pytest

from etl.accuracy import measured, save
from etl.errors import SourceError, VocabularyError
from etl.evaluate.gate import accuracy, fallen, raised, read_floors, write_floors
from etl.evaluate.tally import Found, Share
from etl.schema import TABLES

SCORES = {"statements@0.3": Found(8, 10, 10), "quotes wrong speaker": Share(1, 20), "events.date": Share(0, 0)}


def test_a_score_below_its_floor_is_named() -> None:
    assert fallen(SCORES, {"statements@0.3": 0.8}) == []
    assert fallen(SCORES, {"statements@0.3": 0.81}) == ["statements@0.3 0.800 (floor 0.81)"]


def test_what_is_wrong_has_a_ceiling() -> None:
    assert fallen(SCORES, {"quotes wrong speaker": 0.05}) == []
    assert fallen(SCORES, {"quotes wrong speaker": 0.04}) == ["quotes wrong speaker 0.050 (floor 0.04)"]


def test_a_floor_for_something_not_measured_is_named() -> None:
    assert fallen({}, {"figures": 0.9}) == ["figures was not measured (floor 0.9)"]


def test_floors_rise_to_what_is_reached_and_never_sink(tmp_path: Path) -> None:
    floors = {"statements@0.3": 0.5, "quotes wrong speaker": 0.2, "figures": 0.9}
    lifted = raised(SCORES, floors)
    assert lifted == {"statements@0.3": 0.8, "quotes wrong speaker": 0.05, "figures": 0.9}
    assert raised({"statements@0.3": Found(1, 10, 10)}, lifted) == lifted
    (tmp_path / "floors.yml").write_text("# why\nseeds: {}\n")
    write_floors({"seeds": lifted}, tmp_path / "floors.yml")
    assert read_floors(tmp_path / "floors.yml") == {"seeds": lifted}
    assert (tmp_path / "floors.yml").read_text().startswith("# why\n")


@pytest.mark.parametrize("text", ["a: [", "- statements", "seeds: 0.9"])
def test_malformed_floors_are_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.yml").write_text(text)
    with pytest.raises(SourceError, match=r"floors\.yml"):
        read_floors(tmp_path / "floors.yml")


def test_scores_become_rows_of_the_accuracy_table_and_survive_the_file(tmp_path: Path) -> None:
    rows = accuracy("facts", True, SCORES)
    assert [(r.table_name, r.measure, r.value, r.n) for r in rows] == [
        ("statements", "statements@0.3 F1", 0.8, 10),
        ("statements", "quotes wrong speaker", 0.05, 20),
    ]
    save(rows, tmp_path / "accuracy.yml")
    save(accuracy("facts", False, SCORES), tmp_path / "accuracy.yml")
    save(accuracy("facts", True, {"statements@0.3": Found(9, 10, 10)}), tmp_path / "accuracy.yml")
    kept = measured(tmp_path / "accuracy.yml")
    assert [(r.value, r.unseen) for r in kept] == [(0.05, False), (0.8, False), (0.9, True)]


def test_a_mistake_in_the_accuracy_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "accuracy.yml").write_text("a:\n  {table_name: statements, value: high}\n")
    with pytest.raises(VocabularyError, match=r"accuracy\.yml:2"):
        measured(tmp_path / "accuracy.yml")


def test_the_projects_own_accuracy_file_speaks_of_tables_that_exist() -> None:
    assert {row.table_name for row in measured()} <= {table.name for table in TABLES}
