"""Which reports tell one event: merged where something ties them and nothing contradicts, apart otherwise."""

import pytest

from etl.resolve import resolve
from etl.vocabulary import load
from tests.making import AKTAU, ALMATY, KAZAKHSTAN, TEXT, actor, event, extraction

VOCABULARY = load()
PETROV = actor("Иван Петров", country="KZ")
SIDOROV = actor("Олег Сидоров", country="KZ")
OTHER_WORDS = TEXT.replace("Здание почты захвачено", "Захвачено и почтовое  ")


def article(id, *events, text=TEXT, **values):
    return extraction(id, text=text, places=(ALMATY, AKTAU, KAZAKHSTAN), actors=(PETROV, SIDOROV), events=events, **values)


def one_event(a, b):
    facts = resolve([article("a", a), article("b", b, text=OTHER_WORDS)], VOCABULARY)
    return len(facts.events) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # a type that no place has twice a day
        (event(place="almaty"), event(place="almaty"), True),
        (event(place="almaty"), event(place="aktau"), False),
        (event(place="almaty"), event(place="almaty", date="2022-01-06"), False),
        (event(place="almaty"), event(), False),
        (event(place="almaty"), event("protest", place="almaty"), False),
        (event(place="almaty", date="2022-01-04", date_end="2022-01-06"), event(place="almaty"), True),
        # a type that happens often needs a participant in common
        (event("meeting", place="almaty"), event("meeting", place="almaty"), False),
        (event("meeting", participants=("иван-петров",)), event("meeting", participants=("иван-петров",)), True),
        (event("meeting", participants=("иван-петров",)), event("meeting", participants=("олег-сидоров",)), False),
        (
            event("meeting", place="almaty", participants=("иван-петров",)),
            event("meeting", place="kz", participants=("иван-петров",)),
            True,
        ),
        (
            event("meeting", place="almaty", participants=("иван-петров",)),
            event("meeting", place="aktau", participants=("иван-петров",)),
            False,
        ),
        # without a day nothing is certain
        (event(place="almaty", date=None), event(place="almaty", date=None), False),
        (event(place="almaty", date="2022-01"), event(place="almaty", date="2022-01"), False),
        # an act that happens once
        (
            event("resignation", participants=("иван-петров",)),
            event("resignation", date="2022-01-04", participants=("иван-петров",)),
            True,
        ),
        (
            event("resignation", participants=("иван-петров",)),
            event("resignation", date="2022-01-20", participants=("иван-петров",)),
            False,
        ),
        (event("visit", participants=("иван-петров",)), event("visit", date="2022-01-04", participants=("иван-петров",)), False),
    ],
)
def test_two_reports_tell_one_event_or_two(one, other, same):
    assert one_event(one, other) is same


def test_days_that_contradict_are_shown_and_none_is_chosen():
    a = event("resignation", participants=("иван-петров",))
    b = event("resignation", date="2022-01-04", participants=("иван-петров",))
    (found,) = resolve([article("a", a), article("b", b, text=OTHER_WORDS)], VOCABULARY).events
    assert (found.dates_conflict, found.date, found.reports) == (True, None, 2)


def test_the_narrower_place_is_kept_where_the_other_is_its_country():
    reports = [event("meeting", place=p, participants=("иван-петров",)) for p in ("almaty", "kz")]
    (found,) = resolve([article(id, e) for id, e in zip("ab", reports, strict=True)], VOCABULARY).events
    assert found.place == "almaty"


def test_a_copy_tells_the_same_events_and_counts_for_no_report():
    undated = event("killing", date=None)
    (found,) = resolve([article("a", undated), article("b", undated, text=f"{TEXT}\n")], VOCABULARY).events
    assert found.reports == 1


def test_two_reports_of_one_article_are_two_events():
    facts = resolve([article("a", event(place="almaty"), event(place="almaty", anchor=70))], VOCABULARY)
    assert len(facts.events) == 2


def test_an_event_has_the_id_of_its_first_report_and_the_others_lead_to_it():
    early = article("b", event(place="almaty"), published="2022-01-05")
    late = article("a", event(place="almaty"), text=OTHER_WORDS, published="2022-01-06")
    alone = resolve([late], VOCABULARY).events[0].id
    facts = resolve([early, late], VOCABULARY)
    assert facts.events[0].id == resolve([early], VOCABULARY).events[0].id
    assert facts.events[0].id.startswith("2022-01-05-seizure-almaty-")
    assert {x.id: x.now for x in facts.aliases}[alone] == facts.events[0].id
