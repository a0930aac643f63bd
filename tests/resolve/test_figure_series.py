"""Claims about one quantity stand side by side, and what is said of them is no more than the words allow."""

import pytest

from etl.resolve import resolve
from etl.resolve.claims import Claim, agreement
from etl.vocabulary import load
from tests.making import AKTAU, ALMATY, actor, extraction, figure

VOCABULARY = load()
DAY, NEXT = "2022-01-06", "2022-01-07"


def more_than(value, day=DAY):
    return figure(value, day, value_high=None, comparator="more_than")


def dozens(day=DAY):
    return figure(None, day, value_low=20.0, value_high=None, bounds_basis="convention", comparator="vague")


def between(low, high, day=DAY):
    return figure(None, day, value_low=low, value_high=high, comparator="range")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([figure(16)], "single"),
        ([figure(16), figure(16)], "agree"),
        ([figure(16), figure(18)], "conflict"),
        ([figure(16), figure(18, NEXT)], "growth"),
        ([figure(18), figure(16, NEXT)], "unclear"),
        ([figure(16), figure(18, "2022-09-01")], "unclear"),
        ([figure(16, None), figure(18)], "unclear"),
        ([figure(16, "2022-01"), figure(18, "2022-01")], "unclear"),
        ([figure(16, None), figure(18), figure(20)], "conflict"),
        ([more_than(16), figure(18)], "agree"),
        ([more_than(20), figure(18)], "conflict"),
        ([figure(16), more_than(40, NEXT)], "growth"),
        ([between(10, 15), figure(12)], "agree"),
        ([between(10, 15), figure(18)], "conflict"),
        ([dozens(), figure(3)], "agree"),
        ([figure(100, comparator="about", value_low=None, value_high=None), figure(104)], "agree"),
        (
            [figure(4000, comparator="about", value_low=3600.0, value_high=4400.0, bounds_basis="convention"), figure(2000)],
            "conflict",
        ),
        ([figure(16), figure(18, NEXT), figure(17, NEXT)], "conflict"),
    ],
)
def test_how_claims_of_different_origin_stand_to_each_other(figures, expected):
    assert agreement([Claim(f, str(n)) for n, f in enumerate(figures)]) == expected


def test_one_source_that_corrects_itself_within_a_day_is_no_conflict():
    assert agreement([Claim(figure(16), "ministry"), Claim(figure(18), "ministry")]) == "unclear"


def series(*figures, published="2022-01-06", texts=None):
    ministry = actor("МВД Казахстана", "state_body", "KZ", key="mvd")
    articles = [
        extraction(
            str(n),
            (texts or {}).get(n, f"Статья номер {n}: погибли 12 человек, как сообщило МВД."),
            published,
            places=(ALMATY, AKTAU),
            actors=(ministry,),
            figures=(f,),
        )
        for n, f in enumerate(figures)
    ]
    return resolve(articles, VOCABULARY).series


@pytest.mark.parametrize(
    ("other", "one_quantity"),
    [
        (figure(13), True),
        (figure(13, place="aktau"), False),
        (figure(13, measure="injured"), False),
        (figure(13, population="protesters"), False),
        (figure(13, population=None), False),
        (figure(13, owner="mvd"), False),
        (figure(13, as_of="2021-01-06"), False),
        (figure(13, as_of=None), True),
    ],
)
def test_claims_are_compared_only_about_one_quantity(other, one_quantity):
    assert len(series(figure(12), other)) == (1 if one_quantity else 2)


def test_a_claim_that_names_no_place_owner_or_event_stays_single():
    assert len(series(figure(12, place=None), figure(13, place=None))) == 2


def test_a_claim_without_any_year_stays_single():
    assert len(series(figure(12, as_of=None), figure(13, as_of=None), published=None)) == 2


def test_lengths_and_sums_are_not_compared():
    assert len(series(figure(3, measure="duration"), figure(4, measure="duration"))) == 2


def test_a_copy_is_no_independent_claim():
    same = dict.fromkeys((0, 1), "Погибли 12 человек, сообщило министерство внутренних дел.")
    (found,) = series(figure(12), figure(12), texts=same)
    assert (found.claims, found.agreement) == (1, "single")


def test_a_series_knows_its_lowest_and_highest_claim():
    (found,) = series(figure(16), more_than(18, NEXT))
    assert (found.lowest, found.highest, found.claims, found.period) == (16, 18, 2, "2022")


@pytest.mark.parametrize(
    ("claim", "lowest", "highest"),
    [
        (figure(400, comparator="about", value_low=360.0, value_high=440.0, bounds_basis="convention"), 400, 400),
        (figure(None, value_low=10.0, value_high=15.0, bounds_basis="text", comparator="range"), 10, 15),
        (figure(None, value_low=20.0, value_high=None, bounds_basis="convention", comparator="vague"), None, None),
    ],
)
def test_lowest_and_highest_are_numbers_of_the_text_and_none_of_ours(claim, lowest, highest):
    (found,) = series(claim)
    assert (found.lowest, found.highest) == (lowest, highest)
