"""Dates: what the words say, counted from the article's own day or from the date named before, and which words they govern."""

import pytest

from etl.extract.dates import date_for, find_dates
from etl.vocabulary import load
from tests.conftest import annotated


def dates_of(text, published=None, period=None):
    article, doc = annotated(text, published=published, period=period)
    return doc, find_dates(article, doc, load())


EXPLICIT = [
    ("Пожар начался 4 мая 2020 года.", "4 мая 2020 года", "2020-05-04"),
    ("Пожар начался в понедельник, 4 мая 2020 года.", "в понедельник, 4 мая 2020 года", "2020-05-04"),
    ("Пожар начался 4 мая.", "4 мая", "2020-05-04"),
    ("Пожар начался 30 декабря.", "30 декабря", "2019-12-30"),
    ("После взрывов 11 июня город опустел.", "11 июня", "2019-06-11"),
    ("Форум пройдет 11 июня.", "11 июня", "2020-06-11"),
    ("Приехал эксперт для подготовки к выборам 11 июня.", "11 июня", "2020-06-11"),
    ("Пожар начался 04.05.2020.", "04.05.2020", "2020-05-04"),
    ("Суд начался в марте.", "в марте", "2020-03"),
    ("Суд начался в декабре.", "в декабре", "2019-12"),
    ("Суд начнется в августе.", "в августе", "2020-08"),
    ("Суд начался в мае прошлого года.", "в мае прошлого года", "2019-05"),
    ("Завод построили в 2011 году.", "в 2011 году", "2011"),
    ("Завод построили летом 2011 года.", "летом 2011 года", "2011"),
    ("Суд начался в мае 2018, когда выпал снег.", "в мае 2018", "2018-05"),
    ("Пожар начался 4 мая 2018 в порту.", "4 мая 2018", "2018-05-04"),
    ("В мае 2018 человек ждали суда.", "В мае", "2020-05"),
    ("Завод построили в 90-х годах.", "в 90-х годах", "1990"),
    ("Завод построили в 70-е.", "в 70-е", "1970"),
    ("После сентябрьских взрывов город опустел.", "сентябрьских", "2019-09"),
    ("Мост рухнул в субботу, 4 мая.", "в субботу, 4 мая", "2019-05-04"),
    ("Завод закрыли в октябре 2018-го.", "в октябре 2018-го", "2018-10"),
    ("Завод закрыли 5 мая 2018-го.", "5 мая 2018-го", "2018-05-05"),
    ("Завод построили в 2011-м.", "в 2011-м", "2011"),
]


@pytest.mark.parametrize(("text", "words", "date"), EXPLICIT)
def test_a_date_takes_its_year_from_the_text_or_the_articles_day(text, words, date):
    _, calendar = dates_of(text, published="2020-05-13")
    assert [(m.text, m.date) for m in calendar.mentions] == [(words, date)]


SPANS = [
    ("Уволили рабочих в августе—сентябре 2018 года.", "2018-08", "2018-09"),
    ("Завод стоял с ноября по февраль.", "2019-11", "2020-02"),
    ("Завод стоял в июне и июле.", "2019-06", "2019-07"),
    ("С начала года цены выросли.", "2020-01", "2020-05-13"),
]


@pytest.mark.parametrize(("text", "date", "date_end"), SPANS)
def test_a_span_of_months_has_a_first_and_a_last(text, date, date_end):
    _, calendar = dates_of(text, published="2020-05-13")
    assert [(m.date, m.date_end) for m in calendar.mentions] == [(date, date_end)]


def test_that_year_is_the_one_named_before():
    _, calendar = dates_of("В 2014 году мост рухнул. В июне того же года суд осудил вора.", "2020-05-13")
    assert [m.date for m in calendar.mentions] == ["2014", "2014-06"]


def test_a_day_takes_the_year_named_right_before_it():
    _, calendar = dates_of("В 2014 году, 5 августа, мост рухнул. О пожаре 2012 года, когда 3 июля сгорел склад.", "2020-05-13")
    assert [m.date for m in calendar.mentions] == ["2014", "2014-08-05", "2012", "2012-07-03"]


def test_a_day_right_before_a_verb_is_its_own_before_others_of_the_clause():
    doc, calendar = dates_of("Суд 3 марта признал в 2020 году вора виновным.", "2020-05-13")
    assert date_for(doc, calendar, doc.tokens[3]).date == "2020-03-03"


def test_without_a_day_of_the_article_days_take_what_the_text_names_in_full():
    text = "Суд начался в марте 2019 года. Вора взяли в понедельник, 7 мая 2018 года. В понедельник он ел. 5 марта он спал."
    _, calendar = dates_of(text)
    assert [m.date for m in calendar.mentions] == ["2019-03", "2018-05-07", "2018-05-07", "2019-03-05"]


def test_without_a_day_of_the_article_the_weekday_tells_the_year():
    _, calendar = dates_of("Мост рухнул 17 ноября 2010 года. Суд начался в пятницу, 21 января.")
    assert [m.date for m in calendar.mentions] == ["2010-11-17", "2011-01-21"]


RELATIVE = [  # 13 May 2020 was a Wednesday
    ("Пожар начался сегодня утром.", "сегодня утром", "2020-05-13", "morning"),
    ("Пожар начался минувшей ночью.", "минувшей ночью", "2020-05-13", "night"),
    ("Пожар начался вчера.", "вчера", "2020-05-12", None),
    ("Пожар начался накануне.", "накануне", "2020-05-12", None),
    ("Пожар начался в среду.", "в среду", "2020-05-13", None),
    ("Пожар начался в субботу вечером.", "в субботу вечером", "2020-05-09", "evening"),
    ("Пожар начался в ночь на вторник.", "в ночь на вторник", "2020-05-12", "night"),
    ("Суд начнется в пятницу.", "в пятницу", "2020-05-15", None),
    ("Пожар начался два дня назад.", "два дня назад", "2020-05-11", None),
    ("Пожар начался три года назад.", "три года назад", "2017", None),
    ("Пожар начался почти три года назад.", "почти три года назад", "2017", None),
    ("Пожар начался на прошлой неделе.", "на прошлой неделе", "2020-05", None),
    ("Пожар начался в прошлом году.", "в прошлом году", "2019", None),
    ("Пожар начался в позапрошлом году.", "в позапрошлом году", "2018", None),
    ("Пожар начался прошлым летом.", "прошлым летом", None, None),
    ("Пожар начался нынешней весной.", "нынешней весной", None, None),
    ("Мост рухнул в прошлом веке.", "в прошлом веке", None, None),
    ("Пожар начался на днях.", "на днях", "2020-05", None),
    ("Около 14:40 начался пожар.", "Около 14:40", "2020-05-13", "day"),
]


@pytest.mark.parametrize(("text", "words", "date", "part_of_day"), RELATIVE)
def test_relative_words_count_from_the_articles_day(text, words, date, part_of_day):
    _, calendar = dates_of(text, published="2020-05-13")
    assert [(m.text, m.date, m.part_of_day) for m in calendar.mentions] == [(words, date, part_of_day)]


@pytest.mark.parametrize("text", ["Пожар начался вчера.", "Пожар начался в среду.", "Пожар начался 4 мая."])
def test_without_a_date_of_the_article_the_words_stay_and_the_date_is_open(text):
    _, calendar = dates_of(text)
    assert [(m.date, m.basis) for m in calendar.mentions] == [(None, None)]


def test_the_month_of_the_manifest_gives_the_year_of_a_day_but_no_weekday():
    _, calendar = dates_of("Пожар начался 4 мая. Его потушили в среду.", period="2020-05")
    assert [m.date for m in calendar.mentions] == ["2020-05-04", None]


def test_a_day_dated_in_full_gives_the_year_to_the_other_days():
    _, calendar = dates_of("Пожар начался 4 мая 2020 года. Его потушили 6 мая.")
    assert [m.date for m in calendar.mentions] == ["2020-05-04", "2020-05-06"]


def test_a_day_of_birth_gives_its_year_to_no_other_day():
    _, calendar = dates_of("Обыск прошел 6 мая. Громов родился 4 мая 1990 года в Уфе.")
    assert [m.date for m in calendar.mentions] == [None, "1990-05-04"]


CARRIED = [
    ("В тот же день пришла помощь.", "2020-05-04", "carried"),
    ("На следующий день пришла помощь.", "2020-05-05", "relative"),
    ("Через три дня пришла помощь.", "2020-05-07", "relative"),
    ("За два дня до пожара ушла охрана.", "2020-05-02", "relative"),
    ("Позже пришла помощь.", "2020-05", "carried"),
    ("Ранее ушла охрана.", None, None),
    ("Двумя днями позже пришла помощь.", "2020-05-06", "relative"),
    ("Около девяти вечера пришла помощь.", "2020-05-04", "carried"),
    ("К полуночи пришла помощь.", "2020-05-04", "carried"),
    ("Спустя 15 минут пришла помощь.", "2020-05-04", "carried"),
    ("Двумя часами позже пришла помощь.", "2020-05-04", "carried"),
]


@pytest.mark.parametrize(("text", "date", "basis"), CARRIED)
def test_some_words_count_from_the_date_named_before(text, date, basis):
    _, calendar = dates_of(f"Пожар начался 4 мая 2020 года. {text}")
    assert (calendar.mentions[1].date, calendar.mentions[1].basis) == (date, basis)


STRETCHES = [
    ("Выставка шла с 12 по 14 апреля.", "2020-04-12", "2020-04-14"),
    ("Выставка шла 6–7 апреля.", "2020-04-06", "2020-04-07"),
    ("Выставка шла с 30 марта по 2 апреля.", "2020-03-30", "2020-04-02"),
    ("Выставка шла с 1999 по 2003 годы.", "1999", "2003"),
    ("Стрельба шла в ночь с 3 на 4 мая.", "2020-05-03", "2020-05-04"),
]


@pytest.mark.parametrize(("text", "date", "date_end"), STRETCHES)
def test_stretches_have_two_ends(text, date, date_end):
    _, calendar = dates_of(text, published="2020-05-13")
    assert [(m.date, m.date_end) for m in calendar.mentions] == [(date, date_end)]


@pytest.mark.parametrize(
    "text", ["Это случилось накануне выборов.", "Тогда как другие молчат, он говорит.", "Сок «Май» подешевел."]
)
def test_words_that_only_look_like_dates_are_none(text):
    _, calendar = dates_of(text, published="2020-05-13")
    assert calendar.mentions == ()


GOVERNED = [
    ("4 мая в городе начались митинги.", "митинги", "2020-05-04", "explicit"),
    ("Митинги 4 мая и погром 5 мая напугали город.", "погром", "2020-05-05", "explicit"),
    ("Вечером 4 мая толпа вышла на площадь и захватила мэрию.", "захватила", "2020-05-04", "explicit"),
    ("Толпа вышла на площадь 4 мая. Полиция открыла огонь.", "открыла", "2020-05-04", "carried"),
]


@pytest.mark.parametrize(("text", "word", "date", "basis"), GOVERNED)
def test_a_date_governs_its_clause_and_what_the_paragraph_goes_on_to_tell(text, word, date, basis):
    doc, calendar = dates_of(text, published="2020-05-13")
    found = date_for(doc, calendar, next(t for t in doc.tokens if t.text == word))
    assert (found.date, found.basis) == (date, basis)


def test_what_is_told_as_past_is_no_later_than_the_article():
    _, calendar = dates_of("Пожар начался 12 мая. Дом снесли через 24 дня.", published="2020-05-13")
    assert [m.date for m in calendar.mentions] == ["2020-05-12", None]


def test_the_next_sentence_goes_on_in_the_year_that_was_named():
    _, calendar = dates_of("Над городом тень 2011 года. Тогда митинг разогнали: 16 декабря полиция открыла огонь.")
    assert [m.date for m in calendar.mentions if m.text == "16 декабря"] == ["2011-12-16"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("ОМСК, 12 мая. Дом горел 3 мая.\n\n18.40 Мост закрыт.\n\n12.05 Мост открыт.", ["2020-05-12", "2020-05-12"]),
        ("Дом горел 3 мая.\n\n18:40. Мост закрыт.\n\n17:05. Мост открыт.", ["2020-05-03", "2020-05-03"]),
        ("Дом горел.\n\n18:40 — Мост закрыт. Он был цел 2 мая.\n\n17:05 — Мост открыт.", ["2020-05-12", "2020-05-12"]),
        ("Дом горел.\n\n12.05 Мост закрыт.\n\n13.05 Мост открыт.", []),  # as well days in May
    ],
)
def test_the_hours_of_a_chronicle_are_of_its_day(text, dates):
    _, calendar = dates_of(text, published="2020-05-12")
    assert [m.date for m in calendar.mentions if m.rule == "entry"] == dates


def test_what_an_entry_of_a_chronicle_tells_is_of_its_day():
    doc, calendar = dates_of("Дом горел.\n\n18:40 Мост закрыли.", published="2020-05-12")
    found = date_for(doc, calendar, next(t for t in doc.tokens if t.text == "закрыли"))
    assert (found.date, found.basis) == ("2020-05-12", "carried")
