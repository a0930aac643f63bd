"""Word forms: what a word or phrase is in the nominative, the genitive or the singular."""

import pytest

from etl.morphology import OPENING, all_forms, genitive, in_case, lemmas, nominative, openings, singular
from etl.vocabulary import load


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Саудовская Аравия", "Саудовской Аравии"),
        ("США", "США"),
        ("Нидерланды", "Нидерландов"),
        ("Министерство обороны", "Министерства обороны"),
        ("58-я армия", "58-й армии"),
        ("Север-Телеком", "Север-Телекома"),
        ("Петропавловск-Камчатский", "Петропавловска-Камчатского"),
        ("Аддис-Абеба", "Аддис-Абебы"),
        ("Джалал-Абадская область", "Джалал-Абадской области"),
        ("Кызыл-Кийский район", "Кызыл-Кийского района"),
        ("Жанаозен", "Жанаозена"),
        ("Семей", "Семея"),
        ("Эр-Рияд", "Эр-Рияда"),
        ("Бургас", "Бургаса"),
        ("Марий Эл", "Марий Эл"),
    ],
)
def test_only_the_head_of_a_name_changes_in_the_genitive(phrase, expected):
    assert genitive(phrase) == expected


def test_a_name_has_its_other_cases_too():
    assert in_case("Минфин России", "Loc") == "Минфине России"


def test_ordinals_in_figures_keep_their_figure():
    assert nominative("58-й", {"Case": "Gen", "Number": "Sing", "Gender": "Fem"}) == "58-я"


@pytest.mark.parametrize(("word", "gender", "expected"), [("актеры", "Masc", "актер"), ("известные", "Fem", "известная")])
def test_a_plural_word_has_its_singular(word, gender, expected):
    assert singular(word, gender) == expected


@pytest.mark.parametrize("word", ["идти", "человек", "хороший", "пять", "елец", "сто", "дитя", "мчс"])
def test_every_form_of_a_word_leads_back_to_it_and_begins_as_its_openings_say(word):
    forms = all_forms(word)
    assert word in forms
    assert any(word in lemmas(form) for form in forms)
    assert all(form[:OPENING] in openings([word]) for form in forms)
    assert all(form.replace("ё", "е")[:OPENING] in openings([word]) for form in forms)


@pytest.mark.parametrize("form", ["шёл", "шел", "людей", "лучший", "пятью", "ельца", "ста", "детей"])
def test_forms_that_look_unlike_their_word_are_not_missed(form):
    assert form[:OPENING] in openings(["идти", "человек", "хороший", "пять", "елец", "сто", "ребенок"])


def test_no_form_of_a_number_word_is_missed_by_its_first_letters():
    words = {word for entry in load().numbers.values() for word in entry.words}
    known = openings(words)
    assert not {form for word in words for form in all_forms(word) if form[:OPENING] not in known}
    assert "кош" not in known
