"""Who is who across articles: merged where names, countries and roles leave one candidate, apart where two fit."""

import pytest

from etl.records import Actor, Mention, Span
from etl.resolve import resolve
from etl.vocabulary import load
from tests.making import actor, extraction, role

VOCABULARY = load()


def merged(*actors, roles=("", "")):
    """For each article's single actor: the id it got. Articles are called 0, 1, 2 …"""
    articles = [
        extraction(str(n), actors=(a,), roles=tuple(role(a.key, r) for r in roles[n : n + 1] if r)) for n, a in enumerate(actors)
    ]
    facts = resolve(articles, VOCABULARY)
    return [facts.actor_of[str(n), a.key] for n, a in enumerate(actors)], facts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (actor("Иван Петров"), actor("Иван Петров"), True),
        (actor("Иван Петров"), actor("И. Петров"), True),
        (actor("Иван Петров"), actor("Иван Сергеевич Петров"), True),
        (actor("Артём Петров"), actor("Артем Петров"), True),
        (actor("Иван Петров", country="RU"), actor("Иван Петров"), True),
        (actor("Иван Петров"), actor("Пётр Петров"), False),
        (actor("Иван Петров", country="RU"), actor("Иван Петров", country="BG"), False),
        (actor("Иван Сергеевич Петров"), actor("Иван Ильич Петров"), False),
        (actor("Петров"), actor("Петров"), False),
        (actor("Петров"), actor("Иван Петров"), False),
        (actor("Вести Степи", "media"), actor("Вести Степи", "media"), True),
        (actor("Вести Степи", "media", "KZ"), actor("Вести Степи", "media"), True),
        (actor("Вести Степи", "media", "KZ"), actor("Вести Степи", "media", "RU"), False),
        (actor("МВД Казахстана", "state_body", "KZ"), actor("МВД Казахстана", "state_body", "KZ"), True),
        (actor("полиция", "state_body"), actor("полиция", "state_body"), False),
        (actor("демонстранты", "group"), actor("демонстранты", "group"), False),
        (actor("демонстранты", "group", "KZ"), actor("демонстранты", "group", "KZ"), True),
        (actor("Казахстан", "country", "KZ"), actor("Республика Казахстан", "country", "KZ"), True),
        (actor("Иван Петров"), actor("Иван Петров", "organization"), False),
    ],
)
def test_two_articles_name_one_actor_or_two(one, other, same):
    (a, b), _ = merged(one, other)
    assert (a == b) is same


def test_a_family_name_alone_joins_the_full_name_that_holds_the_same_role():
    (a, b), _ = merged(actor("Иван Петров"), actor("Петров"), roles=("министр связи", "министр связи"))
    assert a == b


def test_who_is_never_named_is_somebody_else_in_every_article():
    minister = actor("министр связи")
    unnamed = (Mention(minister.key, Span(0, 7), 0, "role", "made"),)
    facts = resolve([extraction(id, actors=(minister,), mentions=unnamed) for id in "ab"], VOCABULARY)
    assert len(facts.actors) == 2


def test_what_fits_two_joins_neither():
    (a, b, c), _ = merged(actor("Иван Петров"), actor("Илья Петров"), actor("И. Петров"))
    assert len({a, b, c}) == 3


def test_two_actors_of_one_article_stay_two():
    x = extraction("a", actors=(actor("Иван Петров", key="one"), actor("Иван Петров", key="two")))
    facts = resolve([x], VOCABULARY)
    assert facts.actor_of["a", "one"] != facts.actor_of["a", "two"]


def test_the_authority_gives_id_names_and_kind():
    (a, b), facts = merged(
        actor("HRW", "organization", authority="human-rights-watch"),
        actor("Human Rights Watch", "media", authority="human-rights-watch"),
    )
    assert a == b == "human-rights-watch"
    (found,) = facts.actors
    assert (found.name, found.name_en, found.kind) == ("Human Rights Watch", "Human Rights Watch", "organization")


def test_the_first_member_gives_the_id_and_the_other_ids_still_lead_to_it():
    early = extraction("b", published="2022-01-01", actors=(actor("Иван Петров"),))
    late = extraction("a", published="2022-01-02", actors=(actor("Иван Петров"),))
    alone = resolve([late], VOCABULARY).actors[0].id
    facts = resolve([late, early], VOCABULARY)
    assert facts.actors[0].id == resolve([early], VOCABULARY).actors[0].id
    assert {x.id: x.now for x in facts.aliases}[alone] == facts.actors[0].id


def test_ids_can_be_read():
    (person, body, state), _ = merged(
        actor("Иван Петров"), actor("МВД Казахстана", "state_body", "KZ"), actor("Казахстан", "country", "KZ")
    )
    assert person.startswith("ivan-petrov-")
    assert body == "mvd-kazakhstana-kz"
    assert state == "kazakhstan"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("ИТАР-ТАСС", "ИТАР-ТАСС", "ТАСС"), "ИТАР-ТАСС"),
        (("ИТАР-ТАСС", "ТАСС"), "ТАСС"),
        (("ИТАР-ТАСС",), "ИТАР-ТАСС"),
    ],
)
def test_whom_the_authority_knows_is_called_what_most_articles_call_it(names, expected):
    entry = VOCABULARY.authority["tass"]
    actors = [Actor(entry.id, name, entry.kind, entry.country, entry.id, (name,)) for name in names]
    _, facts = merged(*actors)
    assert [a.name for a in facts.actors] == [expected]


def test_a_body_is_called_what_most_articles_call_it():
    names = ("Минобороны Перу", "Министерство обороны Перу", "Минобороны Перу")
    actors = [Actor("minoborony-peru", n, "state_body", "PE", None, (n,)) for n in names]
    _, facts = merged(*actors)
    assert {a.name for a in facts.actors} == {"Минобороны Перу"}
