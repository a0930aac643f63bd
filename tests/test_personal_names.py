"""Names of persons: to the nominative and the genitive, and what gender they tell."""

import pytest

from etl.personal_names import name_candidates, name_gender, name_genitive, name_nominative


@pytest.mark.parametrize(
    ("word", "case", "gender", "expected"),
    [
        ("Сейтовым", "Ins", "Masc", "Сейтов"),
        ("Андреевой", "Gen", "Fem", "Андреева"),
        ("Салеха", "Gen", "Masc", "Салех"),
        ("Кравеля", "Gen", "Masc", "Кравель"),
        ("Шойгу", "Gen", "Masc", "Шойгу"),
        ("Антониу", "Acc", "Masc", "Антониу"),
        ("Хафтару", "Dat", "Masc", "Хафтар"),
        ("Лицзянем", "Ins", "Masc", "Лицзянь"),
        ("Абия", "Gen", "Masc", "Абий"),
        ("Абием", "Ins", "Masc", "Абий"),
        ("Жание", "Dat", "Fem", "Жания"),
        ("Кайратулы", "Gen", "Masc", "Кайратулы"),
        ("да", "Gen", "Masc", "да"),
        ("Демироглу", "Acc", "Masc", "Демироглу"),
        ("Мамедзаде", "Gen", "Masc", "Мамедзаде"),
        ("Буша-младшего", "Gen", "Masc", "Буш-младший"),
        ("Салех", "Nom", "Masc", "Салех"),
        ("Smith", "Gen", "Masc", "Smith"),
    ],
)
def test_a_name_comes_back_to_the_nominative(word, case, gender, expected):
    assert name_nominative(word, case, gender) == expected


def test_a_form_of_a_surname_may_come_from_a_man_or_a_woman():
    assert {"громов", "громова"} <= name_candidates("Громова")
    assert name_candidates("Демироглу") == {"демироглу"}


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        (["Ирина"], "Fem"),
        (["Иван", "Громов"], "Masc"),
        (["Саша"], None),
        (["Бахытжан", "Громова"], None),
        (["Бахытжан"], "Masc"),
        (["Салтанат"], None),
    ],
)
def test_first_names_tell_the_gender(words, gender):
    assert name_gender(words) == gender


@pytest.mark.parametrize(
    ("name", "gender", "expected"),
    [
        ("Олег Громов", "Masc", "Олега Громова"),
        ("Анна Ланская", "Fem", "Анны Ланской"),
        ("Джохар Царнаев", "Masc", "Джохара Царнаева"),
        ("Ким Чен Ир Сен", "Masc", "Ким Чен Ир Сен"),
    ],
)
def test_a_name_in_the_genitive(name, gender, expected):
    assert name_genitive(name, gender) == expected
