"""Collective actors: whose they are, one by one, and who only is spoken of in general. The sentences are made up."""

import pytest
from conftest import read


def groups(text: str) -> set[str]:
    return {a.name for a in read(text).cast.actors if a.kind in ("group", "state_body")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("В них участвуют военные из Литвы, Латвии и Перу.", {"военные Литвы", "военные Латвии", "военные Перу"}),
        ("Жители Перу и Чили протестуют.", {"жители Перу", "жители Чили"}),
        ("Иранские и сирийские власти молчат.", {"власти Ирана", "власти Сирии"}),
        ("Российские и чилийские туристы протестуют.", {"российские туристы", "чилийские туристы"}),
        ("Перуанское и чилийское правительства молчат.", {"правительство Перу", "правительство Чили"}),
        ("Группа создана выходцами из Перу.", {"выходцы из Перу"}),
        ("Платят абоненты 50 сотовых сетей. Доступ дали абонентам многих сотовых сетей.", {"абоненты сотовых сетей"}),
        ("Участники событий 1941 года молчат.", {"участники событий 1941 года"}),
        ("Кандидаты в президенты спорили. Кандидаты обещали мир.", {"кандидаты в президенты"}),
        ("Выборы в Перу прошли. Оппозиция Перу молчит. Оппозиция требует выборов.", {"оппозиция Перу"}),
        ("В Перу кризис. Президент Перу болен. Оппозиция обвиняет его.", {"оппозиция Перу"}),
    ],
)
def test_a_group_is_told_by_whose_it_is_not_by_how_many(text, names):
    assert groups(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "«Так поступают профессионалы», — сказал Иван Громов.",
        "Иван Громов спросил, почему «доярки приходят в другое время».",
        "Их передали странам из Австрии.",
        "Дело прекращено из-за подделки полицейскими протокола.",
    ],
)
def test_people_in_general_in_somebody_s_words_are_nobody(text):
    assert not groups(text)


def test_people_told_apart_in_somebody_s_words_are_a_group():
    assert groups("«На место выехали сотрудники прокуратуры», — сказал Иван Громов.") >= {"сотрудники прокуратуры"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Взрыв устроил Олег Громов. Родственники о нем ничего не знали.", "родственники Олега Громова"),
        ("Анна Ланская вышла и призвала сторонников ждать.", "сторонники Анны Ланской"),
    ],
)
def test_followers_and_relatives_are_those_of_the_only_person_near(text, name):
    assert name in groups(text)


@pytest.mark.parametrize("text", ["Родственники молчат.", "Олег Громов и Иван Петров ушли. Родственники молчат."])
def test_followers_and_relatives_of_nobody_or_of_two_are_nobody(text):
    assert not groups(text)


def test_a_name_inside_another_is_told_once_in_the_name_of_a_group():
    text = "Руководство Центрального ракетного управления Генштаба ВС России ушло в отставку."
    assert "руководство Центрального ракетного управления Генштаба ВС России" in groups(text)
