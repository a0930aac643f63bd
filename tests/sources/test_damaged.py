"""Damaged files: none stops the reading of the others, and each becomes an article or is refused by its name.

A thousand are read and some of them built; with QANTAR_DAMAGED=10000 in the environment ten thousand are read and built.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3

import pytest

from etl.errors import SourceError
from etl.pipeline import build
from etl.sources import FORMATS, read_sources
from tests.sources.damage import DAMAGES
from tests.test_invariants import assert_sound

FILES = int(os.environ.get("QANTAR_DAMAGED", 1_000))
BUILT = FILES if "QANTAR_DAMAGED" in os.environ else 150
TEXT = (
    "Власти Актау закрыли порт\n\n"
    "Министр связи Олжас Сериков 5 января заявил, что в Актау погибли 12 полицейских. "
    "«Порядок будет восстановлен», — сказал он.\n\n"
    "Протестующие захватили здание почты. Полиция задержала более 30 человек, сообщили в ведомстве."
)
FIELDS = {"id": "port", "title": "Власти Актау закрыли порт", "text": TEXT, "published": "2022-01-05", "outlet": "Степь"}
FIELDS |= {"url": "https://example.org/port", "author": "А. Б."}
LINE = json.dumps(FIELDS, ensure_ascii=False)
HTML = (
    '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Власти Актау закрыли порт</title>'
    '<meta property="article:published_time" content="2022-01-05T10:00:00+06:00"></head><body>'
    '<nav><a href="/">Главная</a></nav>'
    f"<article><h1>Власти Актау закрыли порт</h1>{''.join(f'<p>{p}</p>' for p in TEXT.splitlines() if p)}</article></body></html>"
)
MARKDOWN = (
    f"---\ntitle: Власти Актау закрыли порт\ndate: 2022-01-05\n---\n\n# Власти Актау закрыли порт\n\n{TEXT}\n\n> «Мы ждём»\n"
)
CSV = f'id,title,text,date,url\nport,Порт,"{TEXT}",2022-01-05,https://example.org/port\nmore,Ещё,"{TEXT[::-1]}",,\n'
GOOD = {".txt": TEXT, ".jsonl": f"{LINE}\n{LINE.replace('port', 'more')}\n", ".ndjson": f"{LINE}\n", ".json": f"[{LINE}]"}
GOOD |= {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".csv": CSV,
    ".tsv": CSV.replace(",", "\t"),
}

# What no chance would hit upon.
WORST = {
    "line-of-10-mb": "слово " * 1_700_000,
    "word-of-10-mb": "ё" * 5_000_000,
    "line-of-10-mb-in-quotes": '"' + "а" * 5_000_000,
    "tags-100000-deep": "<div>" * 100_000,
    "brackets-100000-deep": "[" * 100_000,
    "braces-100000-deep": '{"text":' * 100_000,
    "quotes-only": '"' * 100_000,
    "newlines-only": "\n" * 1_000_000,
    "zeros-only": "\0" * 100_000,
    "separators-only": "," * 1_000_000,
    "entities": "&amp;" * 100_000,
    "references": "&#1090;" * 100_000,
    "combining-marks": "а" + "\u0301" * 100_000,
    "right-to-left": "\u202e" * 1_000 + TEXT,
    "billion-laughs": '<!DOCTYPE x [<!ENTITY a "ха">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><x>&i;</x>",
    "yaml-bomb": "---\na: &a [x,x]\n"
    + "".join(f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + f"---\n{TEXT}",
}


def assert_all_are_named(folder):
    """Each file is an article, or the file of an error; what kind of error, is told in a sentence."""
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    named = set()
    for found in read_sources([folder]):
        if isinstance(found, SourceError):
            assert found.message
            assert "Traceback" not in str(found)
            named.add(found.file)
        else:
            assert found.text.strip()
            found.text.encode()  # no half characters
            named.add(found.source_file)
    assert files - named == set()


def test_the_good_files_are_good(tmp_path):
    for ending, text in GOOD.items():
        if ending in FORMATS:
            (tmp_path / f"good-{ending[1:]}{ending}").write_text(text.replace("port", f"port{ending[1:]}"), encoding="utf-8")
    refused = [str(e) for e in read_sources([tmp_path]) if isinstance(e, SourceError) and "already" not in str(e)]
    assert refused == []


def test_every_format_is_tried():
    assert set(FORMATS) <= set(GOOD)


def damaged(folder, count):
    """Every format with every damage, as often as it takes."""
    kinds = [(ending, name) for ending in sorted(FORMATS) for name in DAMAGES]
    for n in range(count):
        ending, name = kinds[n % len(kinds)]
        chance = random.Random(n)
        data = DAMAGES[name](GOOD[ending].replace("port", f"port-{n}").encode(), chance)
        if chance.random() < 0.2:
            data = chance.choice(list(DAMAGES.values()))(data, chance) if data else data
        below = folder / f"{n % 50:02}"
        below.mkdir(exist_ok=True)
        (below / f"{n:05}-{name}{ending}").write_bytes(data)


def test_damaged_files_are_each_an_article_or_refused_by_name(tmp_path):
    damaged(tmp_path, FILES)
    assert_all_are_named(tmp_path)


@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_are_each_an_article_or_refused_by_name(tmp_path, name):
    for ending in FORMATS:
        (tmp_path / f"{name}-{ending[1:]}{ending}").write_text(WORST[name], encoding="utf-8")
    assert_all_are_named(tmp_path)


def test_what_is_left_of_damaged_articles_builds_a_sound_database(tmp_path):
    damaged(tmp_path, BUILT)
    report = build([tmp_path], tmp_path / "q.db")
    assert report.articles
    assert_sound(tmp_path / "q.db")
    refused = {e.file for e in report.refused}
    db = sqlite3.connect(tmp_path / "q.db")
    named = {
        name.split(" ")[0]
        for row in db.execute("SELECT source_file, also_in FROM articles")
        for name in "\n".join(filter(None, row)).split("\n")
    }
    files = {p.relative_to(tmp_path).as_posix() for p in tmp_path.glob("*/*")}
    assert files - refused - named == set()
