"""Articles that come as records: JSON, JSON Lines and tables call things by many names."""

import json
from pathlib import Path

import pytest

from etl.sources.files import LARGEST
from tests.sources.reading import article, read

TEXT = "Порт закрыли до завтра.\n\nМинистр объяснил причины."
RECORD = {
    "ID": "port-1",
    "Link": "https://example.org/port",
    "Headline": "Порт закрыт",
    "Body": TEXT,
    "Pub Date": "5 января 2022, 10:15",
    "Source": {"id": 7, "name": "Степь"},
    "authors": ["А. Сомов", "Б. Ким"],
    "views": 12,
}
OTHER = {"url": "https://example.org/other", "text": "Другая новость."}


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def table(*rows: list[str], delimiter: str = ",") -> str:
    return "".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)


HEADING = ["ID", "Link", "Заголовок", "Body", "Date", "Издание", "Author", "Views"]
CELLS = ["port-1", "https://example.org/port", "Порт закрыт", TEXT, "05.01.2022 10:15", "Степь", "А. Сомов, Б. Ким", "12"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", dumped(RECORD)),
        ("a.json", dumped([RECORD])),
        ("a.json", dumped({"total": 1, "articles": [RECORD], "pages": {"next": None}})),
        ("a.json", "\ufeff" + dumped({"articles": [RECORD]})),
        ("a.json", dumped([RECORD]).encode("cp1251")),
        ("a.json", dumped([RECORD]).encode("utf-16")),
        ("a.jsonl", dumped(RECORD)),
        ("a.ndjson", ("\n" + dumped(RECORD) + "\r\n").encode("koi8_r")),
        ("a.csv", table(HEADING, CELLS)),
        ("a.csv", "\ufeff" + table(HEADING, CELLS, delimiter=";")),
        ("a.csv", table(HEADING, CELLS, delimiter="|").encode("cp1251")),
        ("a.csv", table(HEADING, CELLS, delimiter="\t").encode("utf-16")),
        ("a.TSV", table(HEADING, CELLS, delimiter="\t")),
        ("articles.csv", table(HEADING, CELLS)),  # the texts are in it: no manifest
    ],
)
def test_an_article_is_the_same_in_every_format(tmp_path: Path, name: str, content: str | bytes) -> None:
    found = article(tmp_path, name, content)
    assert (found.id, found.url, found.title) == ("port-1", "https://example.org/port", "Порт закрыт")
    assert found.text.replace("\r\n", "\n") == f"Порт закрыт\n\n{TEXT}"
    assert (found.published, found.published_basis) == ("2022-01-05", "declared")
    assert (found.outlet, found.author) == ("Степь", "А. Сомов, Б. Ким")


def test_an_article_without_an_id_has_one_of_its_address_else_of_its_words_wherever_it_stands(tmp_path: Path) -> None:
    (one, two), _ = read(tmp_path, "a.json", dumped([OTHER, {"text": "Третья."}]))
    (new, again, same), _ = read(
        tmp_path, "a.json", dumped([{"text": "Новая."}, {"text": "Третья."}, {**OTHER, "text": "Исправлена."}])
    )
    assert {one.id, two.id} == {same.id, again.id}
    assert all(a.id.startswith("a-") for a in (one, two, new))


def test_a_bare_number_is_an_id_only_inside_its_file(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(dumped([{**OTHER, "id": 1}]), encoding="utf-8")
    articles, errors = read(tmp_path, "a.csv", "id,text\n1,Первая новость.\n2,Вторая.\n")
    assert ([a.id for a in articles], errors) == (["a-1", "a-2", "b-1"], [])


def test_the_same_article_in_two_exports_is_no_mistake_but_another_under_its_id_is(tmp_path: Path) -> None:
    (tmp_path / "10.jsonl").write_text(dumped(RECORD), encoding="utf-8")
    corrected = {**RECORD, "Body": f"{TEXT} Дополнено."}
    articles, errors = read(
        tmp_path, "11.jsonl", f"{dumped(RECORD)}\n{dumped(corrected)}\n{dumped({'id': 'port-1', 'text': 'Чужая.'})}"
    )
    assert [a.id for a in articles] == ["port-1", "port-1-copy2", "port-1-copy3"]
    assert errors == ["11.jsonl: the id port-1 is already that of another article in 10.jsonl"]


def test_the_manifest_tells_of_a_file_what_its_articles_do_not(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("file,outlet,published\na.json,Газета,2022-01-07\n", encoding="utf-8")
    (one, two), errors = read(tmp_path, "a.json", dumped([RECORD, OTHER]))
    assert errors == []
    assert [(a.outlet, a.published, a.published_basis) for a in (one, two)] == [
        ("Степь", "2022-01-05", "declared"),
        ("Газета", "2022-01-07", "manifest"),
    ]


HTML = (
    "<p>Порт&nbsp;закрыт <b>до завтра</b>.<br>Ждите.</p><script>alert('тайно')</script>\n<ul><li>Первое</li></ul><!-- тайно -->"
)


@pytest.mark.parametrize("field", ["text", "content"])
def test_html_in_a_text_is_read_as_a_reader_would_see_it(tmp_path: Path, field: str) -> None:
    value = HTML if field == "text" else {"rendered": HTML}
    found = article(tmp_path, "a.json", dumped({"title": "A &amp; B <script>", field: value}))
    assert found.text.split() == ["A", "&", "B", "Порт", "закрыт", "до", "завтра.", "Ждите.", "Первое"]
    assert "закрыт до завтра.\nЖдите." in found.text.replace("\u00a0", " ")


def test_a_text_that_only_looks_a_little_like_html_is_left_alone(tmp_path: Path) -> None:
    text = "Если a < b и c > d, то <так>. Отдел R&D; 5 & 6."
    assert article(tmp_path, "a.json", dumped({"text": text})).text == text


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", "", "a.json: the file is empty"),
        ("a.json", "[]", "a.json: no articles in this file"),
        ("a.json", '"текст"', "a.json: expected an object {…} or a list of objects"),
        ("a.json", "{}", "a.json: article 1: the field 'text' is missing"),
        ("a.json", "[" * 100_000, "a.json: bad JSON: nested too deeply"),
        ("a.json", '{"text":' * 100_000, "a.json: bad JSON: nested too deeply"),
        ("a.json", '{"text": "Порт', "a.json: bad JSON: parse error"),
        ("a.json", b"\x00\x01", "a.json: not a text but binary data"),
        ("a.jsonl", "\n\n", "a.jsonl: the file is empty"),
        ("a.csv", "id,title\n1,Порт\n", "a.csv:1: no column with the text"),
        ("a.csv", "id,text\n", "a.csv: no articles in this file"),
        ("a.csv", "," * 100_000, "a.csv:1: 100,001 columns are too many"),
    ],
)
def test_a_file_without_articles_is_refused_by_name(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    articles, (error,) = read(tmp_path, name, content)
    assert (articles, error[: len(message)]) == ([], message)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("7", "expected an object"),
        ('{"text": "Порт\\u0000закрыт"}', "the text is binary data"),
        ('{"text": " \\n"}', "the field 'text' is missing"),
        ('{"id": "x", "text": {"a": ["b"]}}', "the field 'text' is missing"),
        (f'{{"id": "{"й" * 300}", "text": "Порт"}}', "the id "),
        (f'{{"id": "x", "text": "{"й" * (LARGEST + 1)}"}}', "5,000,001 characters are too many"),
    ],
)
def test_one_bad_record_leaves_the_others_readable(tmp_path: Path, record: str, message: str) -> None:
    (one, two), (error,) = read(tmp_path, "a.json", f"[{dumped(RECORD)}, {record}, {dumped(OTHER)}]")
    assert (one.id, two.url) == ("port-1", OTHER["url"])
    assert error.startswith(f"a.json: article 2: {message}")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('b,"Порт" закрыт', "a.csv:3: bad CSV"),
        ("b,Порт,закрыт", "a.csv:3: 3 cells, but 2 columns"),
        ("b,", "a.csv:3: the field 'text' is missing"),
        ("b", "a.csv:3: the field 'text' is missing"),
        ("b," + "й" * (LARGEST + 1), "a.csv:3: more than 5,000,000 characters"),
        ("b,По\0рт", "a.csv:3: the text is binary data"),
    ],
)
def test_one_bad_row_leaves_the_others_readable(tmp_path: Path, row: str, message: str) -> None:
    filler = "й" * 200_000  # the encoding is known before the row is reached
    articles, (error,) = read(tmp_path, "a.csv", f'id,text\na,"Первая.{filler}"\n{row}\nc,Третья.\n')
    assert ([a.id for a in articles], error[: len(message)]) == (["a", "c"], message)


def test_broken_bytes_are_told_with_their_line(tmp_path: Path) -> None:
    lines = b"id,text\n" + "a,Первая новость дня.\n".encode() + b"b,\xd0\xff\n" + "c,Третья новость.\n".encode()
    articles, (error,) = read(tmp_path, "a.csv", lines)
    assert ([a.id for a in articles], error) == (
        ["a", "c"],
        "a.csv:3: broken characters: bytes that are no text in this encoding",
    )


def test_a_wrong_date_or_address_is_told_and_left_empty(tmp_path: Path) -> None:
    (found,), errors = read(tmp_path, "a.jsonl", dumped({**RECORD, "Pub Date": "вчера", "Link": "javascript:alert(1)"}))
    assert (found.id, found.published, found.url) == ("port-1", None, None)
    assert errors == [
        "a.jsonl:1: url 'javascript:alert(1)' is not a web address (expected https://…): left empty",
        "a.jsonl:1: published 'вчера' is not a date (expected YYYY, YYYY-MM or YYYY-MM-DD): left empty",
    ]


def test_half_characters_are_refused(tmp_path: Path) -> None:
    articles, (error,) = read(tmp_path, "a.jsonl", '{"id": "a", "text": "Порт \\ud800 закрыт"}')
    assert (articles, error) == ([], "a.jsonl:1: broken characters: bytes that are no text in this encoding")
