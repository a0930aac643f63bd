from pathlib import Path

import pytest

from etl.errors import SourceError
from etl.evaluate.gold import gold_files, read_gold


def written(folder: Path, text: str) -> Path:
    path = folder / "a.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("article: {file: a.txt}\nfigures:\n- {quote: 5 дней, measure: duration, valu: 5}\n", "a.yml:3: .*unknown field 'valu'"),
        ("article: {file: a.txt}\nfigures:\n- {quote: 5 дней, measure: duration, value: пять}\n", "a.yml:3: .*expected a number"),
        ("article: {file: a.txt}\nevents:\n- {quote: 5 дней, type: riot}\n", "a.yml:3: .*missing trigger"),
        ("article: {file: a.txt\nevents: []\n", "a.yml:2: bad YAML"),
        ("events: []\n", "a.yml:1: .*missing article"),
        ("", "a.yml:1: the file is empty"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_gold(written(tmp_path, text))


def test_a_folder_without_annotations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no annotations"):
        gold_files(tmp_path)


def test_quotes_are_found_across_white_space_and_by_number(tmp_path: Path) -> None:
    text = "Погибли 5 человек. Ранены\n5\u00a0человек, пропали 5  человек."
    gold = read_gold(
        written(tmp_path, "article: {file: a.txt}\nfigures:\n- {quote: 5 человек, measure: injured, value: 5, nth: 2}\n")
    )
    (figure,) = gold.rows(text).figures
    assert min(figure.chars) == text.index("\n") + 1


def test_a_trigger_is_taken_where_its_clause_is(tmp_path: Path) -> None:
    text = "Взрыв был утром. Вечером прогремел ещё один взрыв, взрыв слышали все."
    event = "{trigger: взрыв, quote: прогремел ещё один взрыв, type: explosion, also: [Взрыв]}"
    (row,) = read_gold(written(tmp_path, f"article: {{file: a.txt}}\nevents:\n- {event}\n")).rows(text).events
    assert min(row.trigger) == text.index("взрыв")
    assert min(row.every) == 0


def test_a_quote_that_is_not_in_the_text_is_named(tmp_path: Path) -> None:
    gold = read_gold(written(tmp_path, "article: {file: a.txt}\nfigures:\n- {quote: 6 человек, measure: killed, value: 6}\n"))
    assert gold.strays("Погибли 5 человек.") == ["6 человек"]
    assert gold.rows("Погибли 5 человек.").figures[0].chars == frozenset()
