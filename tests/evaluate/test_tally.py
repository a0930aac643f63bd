import pytest

from etl.evaluate.tally import Found, Tally, intervals, total


def tally(pairs: int) -> Tally:
    t = Tally()
    t.count("statements", pairs, 10, 10)
    t.share("speaker", pairs, 10)
    return t


def test_counts_add_up() -> None:
    scores = total([tally(4), tally(10)]).scores()
    assert scores["statements"] == Found(14, 20, 20)
    assert scores["speaker"].value == pytest.approx(0.7)


def test_the_interval_holds_the_score_and_is_the_same_every_time() -> None:
    tallies = [tally(n) for n in (4, 6, 8, 10, 9, 7)]
    low, high = intervals(tallies)["statements"]
    assert 0.4 < low < total(tallies).scores()["statements"].value < high < 1.0
    assert intervals(tallies) == intervals(tallies)


def test_articles_all_alike_leave_no_doubt() -> None:
    assert intervals([tally(5)] * 4)["speaker"] == (0.5, 0.5)


def test_no_articles_no_interval() -> None:
    assert intervals([]) == {}
