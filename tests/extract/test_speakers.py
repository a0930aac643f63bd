"""Who is meant by the words that name a speaker: one row per construction."""

from __future__ import annotations

import pytest

from tests.extract.test_statements import heard

SPEAKERS = [
    # (text, the speakers of its statements in text order)
    (  # a name right before the verb, which the parser hung elsewhere
        "Мэр Омска Иван Петров ушёл. Свой уход Петров объяснил тем, что устал.",
        ["Иван Петров"],
    ),
    (  # an acting official with a name
        "Исполняющий обязанности губернатора Камчатки Пётр Ильин сообщил, что дороги расчищены.",
        ["Пётр Ильин"],
    ),
    (  # offices in a row before the name
        "Как сообщила начальник отдела благоустройства, депутат городского совета Анна Лебедева, парк откроют в мае.",
        ["Анна Лебедева"],
    ),
    (  # 'which' behind a name means the bearer, not the noun the parser chose
        "Речь идёт о письме главы фонда Анны Лебедевой, которая в мае поздравила коллектив музея с юбилеем.",
        ["Анна Лебедева"],
    ),
    (  # whoever sits where the words were said
        "Пожар потушен, сообщили в Северном региональном центре спасения.",
        ["Северный региональный центр спасения"],
    ),
    (  # the subject of the next clause does not speak
        "Как сообщили в полиции Омска, усиленные поиски пропавших дали результат.",
        ["полиция Омска"],
    ),
    (  # sources without a name
        "Агентство «Интерфакс» сообщило, что мост закрыт. Источники агентства говорят, что опоры ветхие.",
        ["Интерфакс", "источники Интерфакса"],
    ),
    ("Мост закрыт, по данным канадских источников.", ["канадские источники"]),
    (  # a capital and a country for their state
        "В Анкаре считают, что договор нарушен. По словам Сеула, это не так.",
        ["Турция", "Южная Корея"],
    ),
    ("Как передаёт телестанция Al-Nahar, мост закрыт.", ["Al-Nahar"]),
    ("Об этом пишет в среду The Harbor Times.", []),
    ("Мост закрыт, пишет The Harbor Times.", ["The Harbor Times"]),
    (  # a writing and who published it
        "Мэрия Омска выпустила справку, в которой говорится, что мост закрыт.",
        ["мэрия Омска"],
    ),
    (  # relatives are somebody else
        "Мэр Омска Иван Петров сообщил, что мост закрыт. Однако брат заявил, что мост открыт.",
        ["Иван Петров", None],
    ),
    (  # the outlet named before, though it has only passed words on
        "Мост закрыт, сообщает «Интерфакс» со ссылкой на мэра Омска Ивана Петрова. Как отмечает издание, объезд есть.",
        ["Иван Петров", "Интерфакс"],
    ),
    ("Ростуризм следит за погодой, говорится на сайте ведомства.", ["Ростуризм"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_words_that_name_a_speaker_mean_the_right_one(text: str, speakers: list[str | None]) -> None:
    assert [s["speaker"] for s in heard(text)] == speakers


def test_a_name_without_an_office_beside_an_office_without_a_name_is_its_holder() -> None:
    said = heard(
        "Правительство России обсудило реформу. Премьер-министр сказал, что она коснётся всех. "
        "Пётр Ильин также заметил, что школы останутся бесплатными."
    )
    assert [s["speaker"] for s in said] == ["Пётр Ильин", "Пётр Ильин"]
    other = heard(
        "Правительство России обсудило реформу. Премьер-министр встретил Петра Ильина. Он сказал, что реформа коснётся всех."
    )
    assert "Пётр Ильин" not in [s["speaker"] for s in other]
