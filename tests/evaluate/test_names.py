import pytest

from etl.evaluate.names import same_actor, same_words


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Мария Крылова", "Крылова", "person", True),
        ("Мария Крылова", "Нина Крылова", "person", False),
        ("М. Крылова", "Мария Крылова", "person", False),
        ("правительство Болгарии", "болгарское правительство", "state_body", True),
        ("минздрав", "минздрав Армении", "state_body", True),
        ("минздрав Польши", "минздрав Армении", "state_body", False),
        ("Киргизия", "Кыргызстан", "country", True),
        ("МВД РК", "МВД Казахстана", "state_body", True),
        ("Армения", "Польша", "country", False),
        (None, None, None, True),
        ("Крылова", None, "person", False),
        ("…", "Крылова", "person", False),
    ],
)
def test_two_names_mean_one_actor(one: str | None, other: str | None, kind: str | None, same: bool) -> None:
    assert same_actor(one, other, kind) is same
    assert same_actor(other, one, kind) is same


def test_one_shared_word_is_enough_for_a_medium() -> None:
    assert same_words("обращение к нации", "телевизионное обращение")
    assert same_words(None, "")
    assert not same_words("Twitter", None)
