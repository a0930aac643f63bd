from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluate.compare import compare, pair
from etl.evaluate.gold import gold_files, read_gold
from etl.evaluate.rows import ActorRow, ContributionRow, EventRow, FigureRow, Rows, StatementRow
from etl.evaluate.tally import Found, Share

GOLD = Path(__file__).parent.parent / "gold"
SEEDS = Path(__file__).parent.parent.parent / "seeds"


def statement(start: int, stop: int, speaker: str | None = "Мария Крылова", act: str = "assert") -> StatementRow:
    return StatementRow(frozenset(range(start, stop)), "…", speaker, "direct", act, None, None, None, None)


def figure(start: int, value: float | None, measure: str = "killed", high: float | None = None) -> FigureRow:
    here = frozenset(range(start, start + 5))
    return FigureRow(here, "…", (value, high), measure, "exact", None, None, None, None)


def event(start: int, type: str, also: int | None = None, participants: tuple[str, ...] = ()) -> EventRow:
    trigger = frozenset(range(start, start + 5))
    every = trigger | frozenset(range(also, also + 5)) if also else trigger
    return EventRow(trigger, "…", trigger, every, type, "2020-05-01", None, participants)


def test_figures_of_a_small_case_computed_by_hand() -> None:
    """Gold: three statements; got: one whole, one of which only half is covered, one of nothing."""
    gold = Rows(
        actors=(ActorRow("Мария Крылова", "person", ("мэр Энска",)), ActorRow("Энск", "country", (None,))),
        statements=(statement(0, 10), statement(20, 30), statement(40, 50)),
        figures=(figure(0, 5), figure(20, 10, high=15), figure(40, 3, "money")),
        events=(event(0, "protest", participants=("Мария Крылова",)), event(30, "riot", also=60), event(90, "other")),
        contributions=(ContributionRow("…", "Армения", (100, None, None, None), "sent"),),
    )
    got = Rows(
        actors=(ActorRow("Крылова", "person", ("Мэр Энска",)),),
        statements=(statement(0, 10, act="deny"), statement(20, 25, "Олег Крылов"), statement(70, 80), statement(42, 62)),
        figures=(figure(4, 5), figure(20, 10), figure(40, 3, "share")),
        events=(event(2, "protest", participants=("Крылова", "полиция")), event(60, "riot"), event(30, "riot")),
        contributions=(ContributionRow("…", "Армения", (100.0, None, None, None), "agreed"),),
    )
    scores = compare(gold, got).scores()
    assert scores["statements@0.3"] == Found(3, 3, 4)
    assert scores["statements@0.8"] == Found(1, 3, 4)
    assert scores["statements.speaker"] == Share(2, 3)
    assert scores["statements.act"] == Share(2, 3)
    assert scores["figures"] == Found(1, 3, 3)
    assert scores["figures of people and forces"] == Found(1, 2, 2)
    assert scores["events"] == Found(2, 2, 3)
    assert scores["events of type other"] == Found(0, 1, 0)
    assert scores["events.participants recall"] == Share(1, 1)
    assert scores["events.participants precision"] == Share(1, 2)
    assert scores["contributions"] == Found(1, 1, 1)
    assert scores["contributions.status"] == Share(0, 1)
    assert scores["actors"] == Found(1, 2, 1)
    assert scores["actors.role of persons"] == Share(1, 1)
    assert scores["recall actors country"] == Share(0, 1)
    assert scores["statements@0.3"].value == pytest.approx(6 / 7)


def test_every_miss_and_extra_is_told_once() -> None:
    notes = compare(Rows(statements=(statement(0, 10),)), Rows(statements=(statement(20, 30),), figures=(figure(0, 1),))).notes
    assert [note.split(":")[0] for note in notes] == ["statement missed", "statement extra", "figure extra"]


@pytest.mark.parametrize("path", gold_files(GOLD), ids=lambda path: path.stem)
def test_gold_against_itself_is_perfect(path: Path) -> None:
    gold = read_gold(path)
    text = (SEEDS / gold.article.file).read_text(encoding="utf-8")
    assert gold.strays(text) == []
    scores = compare(gold.rows(text), gold.rows(text)).scores()
    assert {name: score.value for name, score in scores.items() if score.n} == {
        name: 1.0 for name, score in scores.items() if score.n
    }


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=8))
def test_any_rows_against_themselves_are_perfect(spans: list[tuple[int, int]]) -> None:
    rows = Rows(statements=tuple(statement(start, start + length) for start, length in spans))
    again = Rows(statements=tuple(replace(s) for s in reversed(rows.statements)))
    scores = compare(rows, again).scores()
    assert scores["statements@0.3"] == scores["statements@0.8"] == Found(len(spans), len(spans), len(spans))


@given(st.lists(st.integers(0, 5), max_size=6), st.lists(st.integers(0, 5), max_size=6))
def test_pairs_are_one_to_one(gold: list[int], got: list[int]) -> None:
    pairs = pair(gold, got, lambda g, s: g == s, lambda g, s: 1)
    assert all(g == s for g, s in pairs)
    assert len(pairs) == sum(min(gold.count(x), got.count(x)) for x in set(gold))
