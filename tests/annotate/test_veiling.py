"""Marks of Markdown do not reach the taggers, and no letter moves."""

import pytest

from etl.annotate.veiling import veiled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Министр [сообщил](https://example.org/1), что порт закрыт.", "Министр сообщил , что порт закрыт."),
        ('Об этом [пишет](https://example.org/a_(b) "Газета") «Степь».', "Об этом пишет «Степь»."),
        ("**Главное:** порт _закрыт_.", "Главное: порт _закрыт_."),
        ("**[Олжас Сериков](/people/serikov)** ушёл.", "Олжас Сериков ушёл."),
        ("«Альфа»* и «Бета»* запрещены.", "«Альфа»* и «Бета»* запрещены."),
        ("Пункт [1] и 2*3*4.", "Пункт [1] и 2*3*4."),
    ],
)
def test_links_and_emphasis_become_blanks(text: str, words: str) -> None:
    assert " ".join(veiled(text).split()) == words
    assert len(veiled(text)) == len(text)
    assert all(letter == " " or letter == text[i] for i, letter in enumerate(veiled(text)))


def test_unfinished_marks_take_no_time() -> None:
    for marks in ("[а", "*а ", "__а ", "[а](", "[а](https://а("):
        assert len(veiled(marks * 50_000)) == len(marks) * 50_000
