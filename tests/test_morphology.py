"""Word forms: what a word or phrase is in the nominative, the genitive or the singular."""

import pytest

from etl.morphology import genitive, nominative, singular


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Саудовская Аравия", "Саудовской Аравии"),
        ("США", "США"),
        ("Нидерланды", "Нидерландов"),
        ("Министерство обороны", "Министерства обороны"),
        ("58-я армия", "58-й армии"),
    ],
)
def test_only_the_head_of_a_name_changes_in_the_genitive(phrase, expected):
    assert genitive(phrase) == expected


def test_ordinals_in_figures_keep_their_figure():
    assert nominative("58-й", {"Case": "Gen", "Number": "Sing", "Gender": "Fem"}) == "58-я"


@pytest.mark.parametrize(("word", "gender", "expected"), [("актеры", "Masc", "актер"), ("известные", "Fem", "известная")])
def test_a_plural_word_has_its_singular(word, gender, expected):
    assert singular(word, gender) == expected
