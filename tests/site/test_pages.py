"""Every page of ours answers its question, in both languages, as a page and as data."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from sample import MARKUP, RAW

PAGES = [
    "/",
    "/timeline",
    "/figures",
    "/figures/killed-security-forces",
    "/figures/injured-people",
    "/contributions",
    "/actors/olzhas-serikov",
]
PAGES += [
    "/actors/anna-kim",
    "/articles/steppe",
    "/articles/review",
    "/articles/raw",
    "/events/2022-01-05-seizure-karaganda",
    "/search",
]
PAGES += ["/search?q=протестующим", "/about", "/downloads", "/timeline?type=seizure", "/timeline?actor=протестующим&from=2022-01"]


def words(page: str) -> str:
    """What a reader sees, without markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<(script|style).*?</\1>", " ", page, flags=re.S))).split())


def english(path: str) -> str:
    return "/en" if path == "/" else f"/en{path}"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_both_languages_and_says_so(visitor, path):
    russian, other = visitor.get(path), visitor.get(english(path))
    assert (russian.status_code, other.status_code) == (200, 200)
    assert '<html lang="ru">' in russian.text and '<html lang="en">' in other.text
    for page in (russian.text, other.text):
        assert page.count("<h1>") == 1
        assert 'hreflang="ru"' in page and 'hreflang="en"' in page
    assert "Хронология" in russian.text and "Timeline" in other.text


def test_only_quotes_and_names_are_russian_on_an_english_page(visitor):
    page = re.sub(
        r'<(\w+)[^>]*\blang="ru"[^>]*>.*?</\1>', " ", visitor.get("/en/figures/killed-security-forces").text, flags=re.S
    )
    head = words(page).split("Every claim")[0]
    assert not re.search("[а-яё]{4,}", head.replace("Русский", "").replace("десятки", ""))


@pytest.mark.parametrize("path", [path for path in PAGES if "?" not in path])
def test_a_page_gives_the_same_rows_as_csv_and_json(visitor, path):
    stem = "/home" if path == "/" else path
    rows = visitor.get(f"{stem}.json").json()["rows"]
    answer = visitor.get(f"{stem}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    read = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"))))
    assert len(read) == len(rows)
    if rows:
        assert read[0].keys() == rows[0].keys()


def test_numbers_take_the_right_plural(visitor):
    assert "3 события" in words(visitor.get("/timeline").text)
    assert "1 событие" in words(visitor.get("/timeline?type=seizure").text)
    assert "1 event" in words(visitor.get("/en/timeline?type=seizure").text)


def test_former_ids_lead_to_the_present_ones(visitor):
    for path in ("/actors/serikov", "/en/actors/serikov"):
        answer = visitor.get(path)
        assert answer.status_code == 301
        assert answer.headers["location"] == path.replace("serikov", "olzhas-serikov")
    assert visitor.get("/events/review-e2").headers["location"] == "/events/2022-01-05-seizure-karaganda"


@pytest.mark.parametrize(
    "path", ["/actors/nobody", "/articles/nothing", "/figures/nothing", "/events/nothing", "/en/actors/nobody", "/nothing"]
)
def test_what_is_not_there_is_a_404(visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("query", ["page=0", "page=x", "from=yesterday", "page=99999999", "actor=" + "a" * 600])
def test_what_cannot_be_asked_is_a_400(visitor, query):
    assert visitor.get(f"/timeline?{query}").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/articles/raw",
        "/timeline",
        "/search?q=разметкой",
        "/figures/killed-security-forces",
        "/qantar/articles",
        "/actors/anna-kim",
    ],
)
def test_markup_in_an_article_is_shown_as_text(visitor, path):
    assert MARKUP not in visitor.get(path).text


def test_the_reader_shows_the_text_to_the_character(visitor):
    page = visitor.get("/articles/raw").text
    article = page.split('<article class="text"')[1].split(">", 1)[1].split("</article>")[0]
    assert "".join(unescape(re.sub(r"<[^>]+>", "", article)).split()) == "".join(RAW.split())


def test_every_fact_of_an_article_has_its_place_and_its_note(visitor):
    page = visitor.get("/articles/steppe").text
    for row in visitor.get("/articles/steppe.json").json()["rows"]:
        assert f'id="{row["id"]}"' in page and f'href="#note-{row["id"]}"' in page and f'id="note-{row["id"]}"' in page


def test_every_row_can_be_cited(visitor):
    row = visitor.get("/articles/steppe.json").json()["rows"][0]
    for part in (
        "Вестник степи",
        "2022-01-06",
        f"{row['start']}–{row['stop']}",
        "2022-02-01-abc",
        f"/articles/steppe#{row['id']}",
    ):
        assert part in row["citation"]
    assert "characters" in words(visitor.get("/qantar/statements/steppe-s1").text)


def test_a_contradiction_is_called_one_and_growth_is_not(visitor):
    conflict, growth = (words(visitor.get(f"/en/figures/{id}").text) for id in ("killed-security-forces", "injured-people"))
    assert "cannot both be right" in conflict and "12 : as of January 6, 2022" in conflict and "day not stated" in conflict
    assert "That is no contradiction" in growth and "more than 300" in growth


def test_unknown_contributions_stay_unknown_beside_the_known_sum_and_the_claimed_total(visitor):
    text = words(visitor.get("/en/contributions").text)
    assert "Tajikistan agreed not stated" in text
    assert "Sum of what is known (1 country without a number) 70" in text
    assert "Claimed total according to пресс-служба миссии 2,500" in text


def test_filters_of_the_timeline(visitor):
    def shown(query: str) -> list[str]:
        return [row["id"] for row in visitor.get(f"/timeline.json?{query}").json()["rows"]]

    assert len(shown("")) == 3
    assert shown("type=negotiations") == ["2022-01-07-negotiations-aktobe"]
    assert shown("place=karaganda") == ["2022-01-05-seizure-karaganda"]
    assert shown("actor=протестующими") == ["2022-01-05-seizure-karaganda"]
    assert shown("from=2022-01-06&to=2022-01") == ["2022-01-07-negotiations-aktobe"]


def test_search_groups_what_it_finds_and_marks_the_words(visitor):
    page = visitor.get("/search", q="Серикову").text
    assert "<mark>Сериков</mark>" in page
    assert [name for name in ("articles", "statements", "figures", "actors") if f'id="group-{name}"' in page] == [
        "articles",
        "statements",
        "actors",
    ]
    rows = visitor.get("/search.json", q="протестующим", kind="statements").json()["rows"]
    assert [row["article_id"] for row in rows] == ["review"]
    assert visitor.get("/search.json", q="Сериков", kind="statements", outlet="Пресс-Обзор").json()["rows"] == rows


def test_datasettes_search_box_finds_word_forms(visitor):
    rows = visitor.get("/qantar/statements.json", _search="террорист", _shape="array").json()
    assert [row["article_id"] for row in rows] == ["review"]
    assert len(visitor.get("/qantar/who_said_what.json", _search="Серикову", _shape="array").json()) == 3


def test_a_russian_table_page_has_no_words_in_english_alone_and_an_english_one_leads_on_in_english(visitor):
    russian = visitor.get("/qantar/actors?kind=person").text
    assert '<a href="/">главная</a>' in russian
    assert "sorted by" not in russian
    english = visitor.get("/qantar/actors?kind=person&_lang=en").text
    assert '<a href="/en">home</a> / <a href="/qantar?_lang=en">qantar</a>' in english
    assert "sorted by mentions descending" in english


def test_tables_show_names_instead_of_ids_and_lead_to_the_words(visitor):
    page = visitor.get("/qantar/statements").text
    assert 'href="/actors/olzhas-serikov" title="olzhas-serikov">Олжас Сериков</a>' in page
    assert 'href="/articles/steppe#steppe-s1"' in page
    row = visitor.get("/qantar/statements/steppe-s1").text
    assert ">Олжас Сериков</a>" in row and 'href="/articles/steppe#steppe-s1"' in row


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/search")])
def test_a_page_takes_few_queries_whatever_it_shows(visitor, path, monkeypatch):
    from datasette.database import Database

    asked = []
    execute = Database.execute

    async def counted(self, sql, *args, **kwargs):
        asked.append(sql)
        return await execute(self, sql, *args, **kwargs)

    monkeypatch.setattr(Database, "execute", counted)
    assert visitor.get(path).status_code == 200
    assert len(asked) <= 9
    assert len(asked) == len(set(asked)), "the same query twice"


def test_the_csv_of_a_table_holds_every_row(visitor):
    page = visitor.get("/qantar/mentions").text
    address = unescape(re.search(r'<a href="([^"]+)">CSV</a>', page)[1])
    assert "_stream=on" in address
    assert len(list(csv.DictReader(io.StringIO(visitor.get(address).text)))) == 12


def test_naming_the_ids_of_a_table_takes_no_query_per_row(visitor, monkeypatch):
    from datasette.database import Database

    asked = []
    execute_fn = Database.execute_fn

    async def counted(self, fn):
        asked.append(fn)
        return await execute_fn(self, fn)

    monkeypatch.setattr(type(visitor.datasette.get_database("qantar")), "execute_fn", counted)
    counts = []
    for size in ("1", "6"):
        asked.clear()
        assert visitor.get("/qantar/statements", _size=size).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] or counts[1] - counts[0] <= 3  # more rows may have more kinds of labels, never a query each
