"""Web pages as they were saved."""

from pathlib import Path

import pytest

from tests.sources.reading import article, read

HEAD = """<title>Порт закрыт — Степная газета</title>
<meta property="og:title" content="Порт закрыт — Степная газета"><meta property="og:site_name" content="Степная газета">
<meta property="og:image" content="https://step.example/2020/03/04/p.jpg"><meta name="author" content="Айгуль Сомова">
<link rel="canonical" href="https://step.example/news/port">"""
BODY = """<nav><ul><li><a href="/">Главная</a></li><li><a href="/e">Экономика</a></li></ul></nav>
<article><h1>Порт закрыт</h1>
<p>Министр связи Олжас Сериков 3 января 2022 года заявил, что в порту пострадали 12 рабочих.</p>
<h2>Что дальше</h2><script>document.write("Тайное слово скрипта")</script>
<p>«Порядок будет восстановлен», — сказал он журналистам. По его словам, работы начнутся завтра.</p>
<noscript>Включите скрипты</noscript><style>.a { color: red }</style>
<p>Полиция задержала более 30 человек, сообщили в ведомстве.</p></article>
<aside><time datetime="2022-03-01">1 марта</time> <a href="/x">Другая новость</a></aside><footer>© 2023 Степная газета</footer>"""


def page(head: str = HEAD, body: str = BODY) -> str:
    return f'<!DOCTYPE html>\n<html lang="ru"><head>{head}</head><body>{body}</body></html>'


def test_the_article_is_found_among_menus_and_scripts_with_what_is_known_of_it(tmp_path: Path) -> None:
    told = '<meta property="article:published_time" content="2022-01-05T23:30:00+06:00">'
    found = article(tmp_path, "port.html", page(HEAD + told))
    assert found.text.splitlines()[0] == "Порт закрыт"
    assert "Что дальше" in found.text.splitlines()
    assert "Полиция задержала более 30 человек" in found.text
    assert not any(words in found.text for words in ("Тайное", "Включите", "color", "Экономика", "Другая", "©", "<"))
    assert (found.title, found.outlet, found.author) == ("Порт закрыт", "Степная газета", "Айгуль Сомова")
    assert (found.url, found.published, found.published_basis) == ("https://step.example/news/port", "2022-01-05", "declared")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8", '<meta charset="windows-1251">'),  # saved again by a browser
        ("utf-16", ""),
        ("cp1251", '<meta charset="windows-1251">'),
        ("cp1251", "<meta http-equiv='Content-Type' content='text/html; charset=WINDOWS-1251'>"),
        ("koi8_r", "<meta charset=koi8-r>"),
        ("koi8_r", '<meta charset="windows-1251">'),
        ("cp1251", '<meta charset="utf-8">'),
        ("cp1251", '<meta charset="no-such-charset">'),
        ("cp866", ""),
    ],
)
def test_the_text_is_the_same_in_every_encoding_declared_or_not_or_wrongly(tmp_path: Path, encoding: str, declared: str) -> None:
    found = article(tmp_path, "a.htm", page(declared + HEAD).encode(encoding, errors="xmlcharrefreplace"))
    assert "«Порядок будет восстановлен», — сказал он журналистам." in found.text
    assert found.title == "Порт закрыт"


META = '<meta property="article:published_time" content="{}">'
JSON_LD = """<script type="application/ld+json">
{"@type": "NewsArticle", "dateModified": "2022-02-02", "datePublished": "2022-01-05T10:00Z",}</script>"""


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (META.format("2022-01-05T23:30:00+06:00"), BODY, "2022-01-05"),
        (META.format("05.01.2022"), BODY, "2022-01-05"),
        (META.format("2022-01"), BODY, "2022-01"),
        ('<meta itemprop="datePublished" content="2022-01-05">', BODY, "2022-01-05"),
        ('<meta name="mediator_published_time" content="2022-01-05T10:00:00+0300">', BODY, "2022-01-05"),
        (JSON_LD, BODY, "2022-01-05"),
        ('<link rel="canonical" href="https://step.example/2022/01/05/port">', BODY, "2022-01-05"),
        ("", BODY.replace("<h2>", '<div class="date">5 января 2022, 10:15</div><h2>'), "2022-01-05"),
        ("", BODY.replace("<h2>", '<time datetime="2022-01-05T10:15">вчера</time><h2>'), "2022-01-05"),
        # Neither a day in the text, nor one of two that are shown, nor that of a change, a picture or another article.
        ("", BODY, None),
        ("", BODY.replace("<h2>", '<b class="date">05.01.2022</b><b class="date">06.01.2022</b><h2>'), None),
        ('<meta property="article:modified_time" content="2022-01-05">', BODY, None),
        (META.format("вчера"), BODY, None),
    ],
)
def test_the_day_is_the_one_the_page_says_it_was_published(tmp_path: Path, head: str, body: str, published: str | None) -> None:
    assert article(tmp_path, "a.html", page(HEAD[: HEAD.index("<link")] + head, body)).published == published


def test_the_address_under_which_a_browser_saved_the_page_is_its_address(tmp_path: Path) -> None:
    html = page("<title>Порт закрыт</title>").replace(
        "<html", "<!-- saved from url=(0029)https://step.example/port?id=1 -->\n<html"
    )
    assert article(tmp_path, "a.html", html).url == "https://step.example/port?id=1"


def test_markup_in_a_title_stays_words(tmp_path: Path) -> None:
    head = '<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt; Порт">'
    head += '<link rel="canonical" href="javascript:alert(1)">'
    found = article(tmp_path, "a.html", page(head, BODY.replace("<h1>Порт закрыт</h1>", "")))
    assert (found.title, found.url) == (found.text.splitlines()[0], None)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("", "a.html: the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.html: not a text but binary data"),
        (page().replace("Порт", "По\0рт").encode(), "a.html: not a text but binary data"),
        (page("", ""), "a.html: no article found in this page"),
        (page("", "<script>var a = 'Порт закрыт до завтра';</script>"), "a.html: no article found in this page"),
        (page().encode() + b"<p>\xd0</p>", "a.html:12: broken UTF-8"),
        ("<div>" * 100_000, "a.html: no web page"),
    ],
)
def test_a_page_without_an_article_is_refused_by_name(tmp_path: Path, html: str | bytes, message: str) -> None:
    articles, (error,) = read(tmp_path, "a.html", html)
    assert (articles, error[: len(message)]) == ([], message)


def test_the_frames_that_a_browser_saves_with_a_page_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "Порт_files").mkdir()
    (tmp_path / "Порт_files" / "banner.html").write_text(page(), encoding="utf-8")
    assert article(tmp_path, "Порт.html", page()).id == "port"
