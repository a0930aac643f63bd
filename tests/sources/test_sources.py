"""Reading sources: real files in real folders."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from etl.errors import SourceError
from etl.records import RawArticle
from etl.sources import read_sources
from etl.sources.files import LARGEST

NEWS = "Парламент принял отставку правительства.\n\nНовый состав назовут в понедельник — сообщил спикер.\n"


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt").replace("_csv", ".csv").replace("_jsonl", ".jsonl")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def articles(sources: Iterable[Path]) -> list[RawArticle]:
    return [found for found in read_sources(sources) if isinstance(found, RawArticle)]


def errors(sources: Iterable[Path]) -> list[str]:
    return [str(found) for found in read_sources(sources) if isinstance(found, SourceError)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8_r", "cp866"])
def test_text_is_the_same_in_every_encoding_of_russian(tmp_path: Path, encoding: str) -> None:
    text = NEWS.replace("—", "-")
    assert [a.text for a in articles([write(tmp_path, a_txt=text.encode(encoding))])] == [text]


def test_only_newlines_are_changed(tmp_path: Path) -> None:
    text = " date 2022-01 Заголовок\r\n\r\n  Абзац с\u00a0пробелом. \rКонец\n\n"
    (article,) = articles([write(tmp_path, a_txt=text)])
    assert article.text == " date 2022-01 Заголовок\n\n  Абзац с\u00a0пробелом. \nКонец\n\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "bad.txt: the file is empty"),
        (b" \n\t\n", "bad.txt: the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "bad.txt: not a text but binary data"),
        (b"\x01\x02\x03\x04 ok \x05\x06", "bad.txt: not a text but binary data"),
        ((NEWS * 9).encode() + b"\n\xd0\n" + NEWS.encode(), "bad.txt:29: broken UTF-8 (byte 0xd0)"),
        (bytes(range(128, 256)) * 40, "bad.txt: the encoding is not known"),
        ("x" * (LARGEST + 1), "bad.txt: 5,000,001 bytes are too many for one article"),
    ],
)
def test_what_is_no_text_is_refused_by_name_and_the_others_are_read(tmp_path: Path, data: bytes | str, message: str) -> None:
    write(tmp_path, bad_txt=data, good_txt=NEWS)
    assert [a.id for a in articles([tmp_path])] == ["good"]
    (error,) = errors([tmp_path])
    assert error.startswith(message)


def test_pipes_and_dangling_links_do_not_stop_the_reading(tmp_path: Path) -> None:
    (write(tmp_path, a_txt=NEWS) / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")  # opening it would wait for ever
    assert [a.id for a in articles([tmp_path])] == ["a"]


def test_a_missing_source_an_empty_folder_and_an_unknown_format_are_errors(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "scan.tiff").write_bytes(b"II")
    told = errors([tmp_path / "empty", tmp_path / "nowhere", tmp_path / "scan.tiff"])
    assert [e.split(": ")[1] for e in told] == [
        "no articles in this folder",
        "no such file or folder",
        "no format known for .tiff",
    ]


@pytest.mark.parametrize(
    ("file", "id"),
    [
        ("000_2942b2d16e6a8a57.txt", "000-2942b2d16e6a8a57"),
        ("2022/январь/Протест в городе.txt", "2022-ianvar-protest-v-gorode"),
        ("Ночь.день.txt", "noch-den"),
    ],
)
def test_the_id_is_the_slug_of_the_path_below_the_source(tmp_path: Path, file: str, id: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(NEWS, encoding="utf-8")
    (article,) = articles([tmp_path])
    assert (article.id, article.source_file) == (id, file)


def test_ids_are_unique_and_the_second_claim_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt=NEWS)
    (tmp_path / "a-b.txt").write_text(f"{NEWS} Другое.", encoding="utf-8")
    assert [a.source_file for a in articles([tmp_path])] == ["a-b.txt"]
    assert errors([tmp_path]) == ["a/b.txt: the id a-b is already that of another article in a-b.txt"]


def test_order_does_not_depend_on_the_order_of_the_arguments_and_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one", b_txt=NEWS, d_txt=NEWS), write(tmp_path / "two", a_txt=NEWS, c_txt=NEWS)
    there, back = articles([one, two, one / "b.txt"]), articles([one / "b.txt", two, one])
    assert [a.id for a in there] == ["a", "b", "c", "d"]
    assert there == back


def test_the_manifest_tells_what_the_publisher_knows(tmp_path: Path) -> None:
    manifest = "file,title,outlet,author,url,published,period\na.txt,Заголовок,Газета,,https://example.org/1,2022-01-06,2022-01\n"
    write(tmp_path, a_txt=NEWS, b_txt=NEWS, articles_csv=manifest)
    a, b = articles([tmp_path])
    assert (a.title, a.outlet, a.author, a.url) == ("Заголовок", "Газета", None, "https://example.org/1")
    assert (a.published, a.published_basis, a.period) == ("2022-01-06", "manifest", "2022-01")
    assert (b.title, b.published, b.published_basis, b.period) == (None, None, None, None)


def test_a_manifest_also_knows_the_folders_below_it_and_the_nearest_one_wins(tmp_path: Path) -> None:
    write(tmp_path, sub__a_txt=NEWS, sub__b_txt=NEWS, sub__articles_csv="file,outlet\nb.txt,Ближняя\n")
    write(tmp_path, articles_csv="file,outlet\nsub/a.txt,Дальняя\nsub/b.txt,Дальняя\n")
    assert [a.outlet for a in articles([tmp_path])] == ["Дальняя", "Ближняя"]


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("file,period\na.txt,2022-13\nb.txt,2022\n", "articles.csv:2: period '2022-13' is not a date"),
        ("file,published\na.txt,вчера\nb.txt,2022\n", "articles.csv:2: published 'вчера' is not a date"),
        ("file,url\na.txt,javascript:alert(1)\n", "articles.csv:2: url 'javascript:alert(1)' is not a web address"),
        ("file,outlet\nb.txt,Газета\nc.txt,Газета\n", "articles.csv:3: no file c.txt beside or below the manifest"),
        ("file,outlet\nb.txt,Газета\nb.txt,Журнал\n", "articles.csv:3: b.txt for the second time"),
        ("file,outlet\n,Газета\n", "articles.csv:2: no file named"),
        ("file,outlet\na.txt,Газета,2022\n", "articles.csv:2: more values than columns"),
        ('file,outlet\na.txt,"Газета\nb.txt,Журнал\n', "articles.csv:2: bad CSV: unexpected end of data"),
        ('file,outlet\nb.txt,Газета\na.txt,"Газета"!\n', "articles.csv:3: bad CSV"),
        ("name,outlet\na.txt,Газета\n", "articles.csv:1: unknown column 'name'"),
        ("outlet\nГазета\n", "articles.csv:1: no column 'file'"),
        ("", "articles.csv: the file is empty"),
        (b"\x00\x01\x02", "articles.csv: not a text but binary data"),
    ],
)
def test_a_mistake_in_the_manifest_is_told_with_its_line_and_every_text_is_read(
    tmp_path: Path, manifest: str | bytes, message: str
) -> None:
    write(tmp_path, a_txt=NEWS, b_txt=NEWS, articles_csv=manifest)
    assert [a.id for a in articles([tmp_path])] == ["a", "b"]
    (error,) = errors([tmp_path])
    assert error.startswith(message)


def test_json_lines_are_articles_with_their_headline_in_the_text(tmp_path: Path) -> None:
    line = {
        "id": "2022_01",
        "url": "https://example.org",
        "published": "2022-01-05T10:20:00+06:00",
        "title": "Заголовок",
        "text": NEWS,
    }
    write(tmp_path, all_jsonl=json.dumps(line, ensure_ascii=False) + "\n\n" + json.dumps({"id": "Два слова", "text": NEWS}))
    one, two = articles([tmp_path])
    assert one.text == f"Заголовок\n\n{NEWS}"
    assert (one.id, one.title, one.published, one.published_basis) == ("2022_01", "Заголовок", "2022-01-05", "declared")
    assert (two.id, two.title, two.text, two.published) == ("dva-slova", None, NEWS, None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken", "all.jsonl:2: bad JSON"),
        ("[" * 100_000, "all.jsonl:2: bad JSON"),
        ("[]", "all.jsonl:2: expected an object"),
        ('{"id": "b"}', "all.jsonl:2: the field 'text' is missing"),
        ('{"id": "!", "text": "Текст"}', "all.jsonl:2: the id '!' has no letter"),
        ('{"id": "a", "text": "Текст"}', "all.jsonl: the id a is already that of another article in all.jsonl"),
        (b'{"id": "b", "text": "\xcf\xf0"}', "all.jsonl:2: broken characters"),
        (b'{"id": "b", "text": "' + b"x" * LARGEST + b'"}', "all.jsonl:2: more than 5,000,000 characters"),
    ],
)
def test_a_mistake_in_one_json_line_leaves_the_others_readable(tmp_path: Path, line: str | bytes, message: str) -> None:
    good = [json.dumps({"id": id, "text": NEWS}, ensure_ascii=False).encode() for id in "ac"]
    write(tmp_path, all_jsonl=b"\n".join([good[0], line if isinstance(line, bytes) else line.encode(), good[1]]))
    assert [a.id for a in articles([tmp_path])] == ["a", "c"]
    (error,) = errors([tmp_path])
    assert error.startswith(message)
