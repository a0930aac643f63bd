"""Numbers in running text: what is read as an amount, how it is meant, and what is none."""

from __future__ import annotations

import pytest

from etl.extract.numbers import Number, find_numbers
from tests.conftest import read


def numbers(text: str) -> tuple[Number, ...]:
    reading = read(text)
    return find_numbers(reading.doc, reading.vocabulary, reading.calendar, reading.doc.sentences)


VALUES = [
    ("Продано 1,252 млн автомобилей.", 1252000),
    ("Пострадали 2 265 человек.", 2265),
    ("Пострадали 2\u00a0265 человек.", 2265),
    ("Направлены 2,5 тыс. военных.", 2500),
    ("Направлены 1 тыс. 550 военных.", 1550),
    ("Призваны 157 тысяч 700 человек.", 157700),
    ("Выделено 4,6 млрд долларов.", 4.6e9),
    ("Задержаны двадцать пять человек.", 25),
    ("Ранены пятеро.", 5),
    ("Сообщили о ста двадцати раненых.", 120),
    ("Прошло полтора года.", 1.5),
    ("Собралось полтора десятка человек.", 15),
    ("Погибла тысяча человек.", 1000),
    ("Около 5-ти человек ранены.", 5),
    ("В столице осталась половина жителей.", 0.5),
    ("Проголосовали две трети депутатов.", 0.67),
    ("Он провел под арестом 18-месячный срок.", 18),
]
RANGES = [
    ("Ранены от 10 до 15 человек.", 10, 15),
    ("Ранены 10-15 человек.", 10, 15),
    ("На площадь вышли от 10 до 15 тысяч человек.", 10000, 15000),
    ("Прогремели два-три взрыва.", 2, 3),
    ("Рост составит 40–50%.", 40, 50),
    ("Ранены двое или трое полицейских.", 2, 3),
]
VAGUE = [
    ("Погибли десятки человек.", 20),
    ("Вышли сотни жителей.", 200),
    ("Вышли десятки тысяч жителей.", 20000),
    ("Ранены несколько человек.", 2),
    ("Ранены несколько десятков человек.", 20),
]
COMPARATORS = [
    ("Задержаны более 4 тыс. человек.", "more_than"),
    ("Задержаны свыше 200 человек.", "more_than"),
    ("Число жертв превысило 50 человек.", "more_than"),
    ("Собралась тысяча с лишним человек.", "more_than"),
    ("Цены выросли более чем в два раза.", "more_than"),
    ("Погибли не менее 12 человек.", "at_least"),
    ("Погибли, по меньшей мере, 12 человек.", "at_least"),
    ("Ранены как минимум трое.", "at_least"),
    ("Сожжены 50 и более машин.", "at_least"),
    ("Выплатят от 50 тысяч рублей.", "at_least"),
    ("Погибли менее 10 человек.", "less_than"),
    ("Собралось до 6 тысяч человек.", "up_to"),
    ("Задержаны не более 30 человек.", "up_to"),
    ("Ущерб не превышает 2 млн рублей.", "up_to"),
    ("Госпитализированы около 400 человек.", "about"),
    ("Собралось порядка 300 человек.", "about"),
    ("Собралось человек двадцать.", "about"),
    ("Пропала сотня человек.", "about"),
    ("Погибли 34 человека и более 70 ранены.", "exact"),
    ("Число погибших выросло до 60.", "exact"),
]
NO_AMOUNTS = [
    "Он вышел в половине десятого утра.",
    "Его задержали в 14 часов 40 минут.",
    "В начале 1990-х Анна создала группу.",
    "С июня 2010 количество бедных выросло.",
    "Раненых увезли в 5-ю больницу.",
    "Концерт пройдет в клубе «16 тонн».",
    "Оба раза он выиграл.",
    "Дело об убийстве двух или более лиц.",
    "Регион зависит от одного человека.",
    "Министру было 54 года.",
    "Сегодня 25-летний «Парус» поет.",
    "Заезд (начало 14.00) пройдет в парке.",
    "Это случилось 3 мая 2012 года.",
    "Так было в 1990-е годы.",
    "Он уехал в 2015 году.",
    "Взрыв прогремел в 14:06.",
    "Взрыв прогремел около пяти часов утра.",
    "Движение перекроют с трех часов дня.",
    "75-летний политик скончался.",
    "Он умер в возрасте 35 лет.",
    "Дело возбуждено по статье 205.",
    "Дело возбуждено по ст. 15 ч. 2.",
    "Начались учения «Рубеж-2014».",
    "Подбит танк Т-90.",
    "Прибыла 79-я бригада.",
    "Это случилось три года назад.",
    "Через 10 минут дым рассеялся.",
    "Сгорел 9-этажный дом.",
    "Звоните по телефону +7 495 123-45-67.",
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_digits_words_and_abbreviations_give_the_value(text: str, value: float) -> None:
    assert [n.value for n in numbers(text)] == [value]


@pytest.mark.parametrize(("text", "least", "most"), RANGES)
def test_a_range_has_two_bounds_and_no_value(text: str, least: float, most: float) -> None:
    (found,) = numbers(text)
    assert (found.value, found.least, found.most, found.comparator) == (None, least, most, "range")


@pytest.mark.parametrize(("text", "least"), VAGUE)
def test_a_vague_number_has_only_a_lower_bound(text: str, least: float) -> None:
    (found,) = numbers(text)
    assert (found.value, found.least, found.most, found.comparator) == (None, least, None, "vague")


@pytest.mark.parametrize(("text", "comparator"), COMPARATORS)
def test_the_words_beside_a_number_tell_how_it_is_meant(text: str, comparator: str) -> None:
    assert numbers(text)[0].comparator == comparator


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_dates_ages_times_ordinals_and_names_are_no_amounts(text: str) -> None:
    assert numbers(text) == ()
