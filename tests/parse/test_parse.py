"""What each stretch of an article is, and the date it declares."""

from itertools import pairwise

import pytest

from etl.parse import parse
from etl.parse.declared import declared_date
from etl.parse.inline import cut
from etl.records import RawArticle
from etl.vocabulary import load

LABELS = load().layout["declared_date"].words
CREDITS = load().layout["credit"].words


def article(text, **known):
    return parse(RawArticle(id="a", source_file="a.txt", text=text, sha256="", **known), load())


def kinds(text, **known):
    return [(b.kind, b.span.of(text)) for b in article(text, **known).blocks]


LINES = """Мэр встретился с жителями затопленного района

Разговор занял три часа
Фото: gorod.example
Мэр города встретился с жителями. Он обещал помощь.

Что дальше

Воду начнут откачивать завтра.

Контекст:

Паводок начался 3 мая.
"""


def test_every_line_gets_the_kind_its_place_and_form_show():
    assert [kind for kind, _ in kinds(LINES)] == [
        "title", "lead", "credit", "body", "heading", "body", "heading", "background",
    ]  # fmt: skip
    assert article(LINES).title == "Мэр встретился с жителями затопленного района"
    assert article(LINES).lead == "Разговор занял три часа"


def test_a_name_below_the_title_is_a_caption_and_no_lead():
    text = "Умер старейший врач области\nПётр Сомов\nВрач скончался в субботу.\n"
    assert [kind for kind, _ in kinds(text)] == ["title", "caption", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Читайте также: В порту задержан мэр", "credit"),
        ("Теги: порт, протест", "credit"),
        ("Автор: Пётр Сомов", "credit"),
        ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", "credit"),
        ("По теме безопасности порта министры говорили три часа.", "body"),
        ("Автор письма назвал мэра вором.", "body"),
    ],
)
def test_what_a_page_says_of_itself_is_no_part_of_the_news(line, kind):
    assert kinds(f"Порт закрыт\n\nМэр закрыл порт.\n\n{line}\n\nРыбаки ждут.")[2] == (kind, line)


def test_an_article_without_a_headline_has_no_title():
    assert article("Вода спала. Жители вернулись.\n\nДороги открыты.").title is None
    assert [k for k, _ in kinds("Вода спала.")] == ["body"]


def test_the_source_s_own_title_wins_over_the_first_line():
    text = "Вода спала, жители вернулись\n\nДороги открыты."
    assert article(text, title="Итоги дня").title == "Итоги дня"
    assert kinds(text, title="Вода спала, жители вернулись")[0][0] == "title"


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        (" date 2022-01 США просят", "2022-01", " date 2022-01"),
        ("Дата: 9 января 2022\nТекст.", "2022-01-09", "Дата: 9 января 2022"),
        ("Опубликовано: 09.01.2022, 10:15\nТекст.", "2022-01-09", "Опубликовано: 09.01.2022, 10:15"),
        ("Заголовок\n9 января 2022, 10:15\nТекст.", "2022-01-09", "9 января 2022, 10:15"),
        ("Заголовок\nТекст.\n2022-01-09", "2022-01-09", "2022-01-09"),
    ],
)
def test_a_declared_date_is_read_as_precisely_as_it_is_written(text, date, words):
    found = declared_date(text, LABELS)
    assert found is not None
    assert (found.date, found.span.of(text).rstrip("\n")) == (date, words)
    assert words.strip() not in [w for _, w in kinds(text)]


@pytest.mark.parametrize(
    "text", ["9 января 2022 года прошёл митинг.\nТекст.", "Текст 2022-01.", "date 2022-13 Текст.", "9 января 2022"]
)
def test_a_date_inside_the_text_is_not_the_article_s_own(text):
    assert declared_date(text, LABELS) is None


def test_published_of_the_manifest_wins_and_its_basis_is_kept():
    assert article("date 2022-01 Текст.", published="2022-01-09", published_basis="manifest").published == "2022-01-09"
    assert article("date 2022-01 Текст.").published_basis == "declared"
    assert article("Текст.").published is None


FILLER = "Дороги в районе закрыты, автобусы стоят, школы перешли на занятия из дома. " * 25


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Мэр уехал. Пётр Сомов. Фото: Wikimedia Сомов вернулся.",
            [("body", "Мэр уехал."), ("caption", "Пётр Сомов."), ("credit", "Фото: Wikimedia"), ("body", "Сомов вернулся.")],
        ),
        (
            "Мэр уехал. Паводок в Орске 5 мая. Фото: Orsk.example На фоне паводка мэр ушёл.",
            [
                ("body", "Мэр уехал."),
                ("caption", "Паводок в Орске 5 мая."),
                ("credit", "Фото: Orsk.example"),
                ("body", "На фоне паводка мэр ушёл."),
            ],
        ),
        (
            "Мэр выступает 5 мая. Скриншот с видео. Он ушёл.",
            [("caption", "Мэр выступает 5 мая."), ("credit", "Скриншот с видео."), ("body", "Он ушёл.")],
        ),
        ("Фото опубликовал мэр города. Он ушёл.", [("body", "Фото опубликовал мэр города. Он ушёл.")]),
        ("ЛИМА, 3 мая. /ТАСС/. Порт закрыт.", [("credit", "ЛИМА, 3 мая. /ТАСС/."), ("body", "Порт закрыт.")]),
        ("Лима. 3 мая. ИНТЕРФАКС - Порт закрыт.", [("credit", "Лима. 3 мая. ИНТЕРФАКС -"), ("body", "Порт закрыт.")]),
        ("САН-ХОСЕ, 3 апр — РИА Новости. Порт закрыт.", [("credit", "САН-ХОСЕ, 3 апр — РИА Новости."), ("body", "Порт закрыт.")]),
        ("Лима, 3 мая. Порт закрыт.", [("body", "Лима, 3 мая. Порт закрыт.")]),
        ("22.40 Порт закрыт. Мэр ушёл.", [("heading", "22.40"), ("body", "Порт закрыт. Мэр ушёл.")]),
        ("[9:05] — «Порт закрыт», — сказал мэр.", [("heading", "[9:05] —"), ("body", "«Порт закрыт», — сказал мэр.")]),
        ("22.40 рубля стоит билет.", [("body", "22.40 рубля стоит билет.")]),
        (
            FILLER + "Паводок и эвакуация в Орске Вода в городе поднялась 3 мая.",
            [("body", FILLER.strip()), ("heading", "Паводок и эвакуация в Орске"), ("body", "Вода в городе поднялась 3 мая.")],
        ),
        (
            FILLER + "Призывы отменить плату за проезд Кравцов также заявил, что поможет.",
            [
                ("body", FILLER.strip()),
                ("heading", "Призывы отменить плату за проезд"),
                ("body", "Кравцов также заявил, что поможет."),
            ],
        ),
    ],
)  # fmt: skip
def test_headings_captions_and_credits_are_cut_out_of_a_page_that_was_run_together(text, pieces):
    assert [(kind, span.of(text)) for kind, span in cut(text, "body", CREDITS)] == pieces


@pytest.mark.parametrize(
    "sentence",
    [
        "Глава службы спасения Пётр Сомов заявил, что вода спала.",
        "Компания Водоканал также заявила об ущербе.",
        "Бывший президент страны Пётр Сомов был убит.",
        "Своё согласие на участие в работах ООН в районе высказали пять стран.",
        "3 мая президент страны Пётр Сомов приехал в Орск.",
    ],
)
def test_a_position_before_a_name_is_no_heading(sentence):
    text = FILLER + sentence
    assert [(kind, span.of(text)) for kind, span in cut(text, "body", CREDITS)] == [("body", text)]


@pytest.mark.parametrize(
    "text", [LINES, FILLER + "Паводок и эвакуация в Орске Вода в городе поднялась 3 мая. Он. Фото: А На фоне."]
)
def test_blocks_hold_every_word_once_in_text_order(text):
    blocks = article(text).blocks
    assert all(a.span.stop <= b.span.start for a, b in pairwise(blocks))
    assert "".join("".join(b.span.of(text).split()) for b in blocks) == "".join(text.split())


MARKDOWN = """---
title: "Порт закрыт"
date: 2022-01-05
---

![Порт ночью](port.jpg)

Министр объяснил причины на встрече с рыбаками.

## Что дальше

> «Мы ждём», — сказал он.

***

Порт откроют завтра.
"""


def test_markdown_is_read_by_its_marks_and_they_are_no_words():
    assert kinds(MARKDOWN, title="Порт закрыт", body=MARKDOWN.index("\n\n") + 1) == [
        ("title", "Порт закрыт"),
        ("caption", "Порт ночью"),
        ("body", "Министр объяснил причины на встрече с рыбаками."),
        ("heading", "Что дальше"),
        ("body", "«Мы ждём», — сказал он."),
        ("body", "Порт откроют завтра."),
    ]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("# Порт закрыт\n\nОн откроется завтра.", {}),
        ("# Порт закрыт #\n\nОн откроется завтра.", {"title": "Порт закрыт"}),
        ("title: Порт закрыт\n\n# Порт закрыт\n\nОн откроется завтра.", {"title": "Порт закрыт", "body": 20}),
    ],
)
def test_the_first_marked_heading_is_the_title(text, known):
    assert kinds(text, **known) == [("title", "Порт закрыт"), ("body", "Он откроется завтра.")]


def test_a_marked_heading_may_end_like_a_sentence():
    text = "Порт закрыт\n\nОн откроется завтра.\n\n### Почему?\n\nНикто не знает."
    assert [kind for kind, _ in kinds(text)] == ["title", "body", "heading", "body"]
