"""Who is meant by the words that name a speaker: one row per construction."""

from __future__ import annotations

import pytest

from etl.annotate import annotate
from etl.extract import extract
from etl.parse import parse
from etl.records import RawArticle
from etl.vocabulary import load
from tests.extract.test_statements import heard

SPEAKERS = [
    # (text, the speakers of its statements in text order)
    (  # a name right before the verb, which the parser hung elsewhere
        "Мэр Омска Иван Петров ушёл. Свой уход Петров объяснил тем, что устал.",
        ["Иван Петров"],
    ),
    (  # an acting official with a name
        "Исполняющий обязанности губернатора Камчатки Пётр Ильин сообщил, что дороги расчищены.",
        ["Пётр Ильин"],
    ),
    (  # offices in a row before the name
        "Как сообщила начальник отдела благоустройства, депутат городского совета Анна Лебедева, парк откроют в мае.",
        ["Анна Лебедева"],
    ),
    (  # 'which' behind a name means the bearer, not the noun the parser chose
        "Речь идёт о письме главы фонда Анны Лебедевой, которая в мае поздравила коллектив музея с юбилеем.",
        ["Анна Лебедева"],
    ),
    (  # whoever sits where the words were said
        "Пожар потушен, сообщили в Северном региональном центре спасения.",
        ["Северный региональный центр спасения"],
    ),
    (  # the subject of the next clause does not speak
        "Как сообщили в полиции Омска, усиленные поиски пропавших дали результат.",
        ["полиция Омска"],
    ),
    (  # sources without a name
        "Агентство «Интерфакс» сообщило, что мост закрыт. Источники агентства говорят, что опоры ветхие.",
        ["Интерфакс", "источники Интерфакса"],
    ),
    ("Мост закрыт, по данным канадских источников.", ["канадские источники"]),
    (  # a capital and a country for their state
        "В Анкаре считают, что договор нарушен. По словам Сеула, это не так.",
        ["Турция", "Южная Корея"],
    ),
    ("Как передаёт телестанция Al-Nahar, мост закрыт.", ["Al-Nahar"]),
    ("Об этом пишет в среду The Harbor Times.", []),
    ("Мост закрыт, пишет The Harbor Times.", ["The Harbor Times"]),
    (  # a writing and who published it
        "Мэрия Омска выпустила справку, в которой говорится, что мост закрыт.",
        ["мэрия Омска"],
    ),
    (  # relatives are somebody else
        "Мэр Омска Иван Петров сообщил, что мост закрыт. Однако брат заявил, что мост открыт.",
        ["Иван Петров", None],
    ),
    (  # the outlet named before, though it has only passed words on
        "Мост закрыт, сообщает «Интерфакс» со ссылкой на мэра Омска Ивана Петрова. Как отмечает издание, объезд есть.",
        ["Иван Петров", "Интерфакс"],
    ),
    (  # clauses of place and of writings go on with the subject before
        "Вечером Иван Петров прилетел в Омск, где в беседе с журналистами отметил, что мост закрыт.",
        ["Иван Петров"],
    ),
    ("Начальники двух округов написали отчёты, в которых признали, что мост закрыт.", ["начальники двух округов"]),
    ("Как заявил журналистам Иван Петров, по его мнению, мост закроют ненадолго.", ["Иван Петров"]),
    ("Два источника Reuters говорят, что мост закрыт.", ["источники Reuters"]),
    (  # a spokeswoman under two names
        "Пресс-секретарь МВД Анна Лебедева сказала, что мост закрыт. Представитель МВД добавила, что объезд есть.",
        ["Анна Лебедева", "Анна Лебедева"],
    ),
    (  # whoever told the agency is its interlocutor
        "В полиции Омска сообщили, что мост закрыт. «Объезд есть», — сказал собеседник агентства.",
        ["полиция Омска", "полиция Омска"],
    ),
    (  # 'the region' of the story
        "В Омской области тает лёд. Мост закрыт, сообщили в Минздраве региона.",
        ["Минздрав Омской области"],
    ),
    (
        "Делегация Пакистана уехала. Министерство обороны этой страны заявило, что мост закрыт.",
        ["Министерство обороны Пакистана"],
    ),
    (  # somebody else made the call: no subject, and a verb that cannot be the mayor's
        "Мэр Омска Иван Петров заявил, что мост закрыт. Его попросили покинуть зал.",
        ["Иван Петров", None],
    ),
    ("Рыбаки, как полагают, уплыли.", [None]),  # nobody in particular supposes it
    ("Родственники Анны Лебедевой по-прежнему выдвигают требование открыть мост.", ["родственники Анны Лебедевой"]),
    ("По данным Вашингтона, мост закрыт.", ["США"]),
    ("Следствие считает, что мост закрыли намеренно.", ["следствие"]),
    ("«Мост закрыт», — заявил Н1.ru епископ Амурский Евгений.", ["Амурский Евгений"]),
    ("Ростуризм следит за погодой, говорится на сайте ведомства.", ["Ростуризм"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_words_that_name_a_speaker_mean_the_right_one(text: str, speakers: list[str | None]) -> None:
    assert [s["speaker"] for s in heard(text)] == speakers


def test_a_name_without_an_office_beside_an_office_without_a_name_is_its_holder() -> None:
    said = heard(
        "Правительство России обсудило реформу. Премьер-министр сказал, что она коснётся всех. "
        "Пётр Ильин также заметил, что школы останутся бесплатными."
    )
    assert [s["speaker"] for s in said] == ["Пётр Ильин", "Пётр Ильин"]
    other = heard(
        "Правительство России обсудило реформу. Премьер-министр встретил Петра Ильина. Он сказал, что реформа коснётся всех."
    )
    assert "Пётр Ильин" not in [s["speaker"] for s in other]


SAID = [
    # (text, (speaker, act, content) of its statements in text order)
    ("В Минздраве Омска уверены, что мост закрыт.", [("Минздрав Омска", "assert", "мост закрыт")]),
    ("Комиссия Госдумы пришла к выводу, что мост закрыт.", [("комиссия Госдумы", "assert", "мост закрыт")]),
    ("Согласно сводке полиции Омска, мост закрыт.", [("полиция Омска", "assert", "мост закрыт")]),
    ("Ожидается, что мост закроют. Считается, что это надолго.", []),
    ("Поступили сообщения о гибели двух человек.", [(None, "assert", "о гибели двух человек")]),
    ("Мэр Омска Иван Петров отказался сообщить детали.", [("Иван Петров", "deny", "сообщить детали")]),
    ("Мэр Омска Иван Петров выступил против застройки парка.", [("Иван Петров", "condemn", "против застройки парка")]),
    ("Мэр Омска Иван Петров обвинил фирму в том, что она закрыла мост.", [("Иван Петров", "accuse", "она закрыла мост")]),
    (  # a gerund of speech behind an aside says something of its own
        "Мост закрыт, сообщил мэр Омска Иван Петров, добавив, что объезд есть.",
        [("Иван Петров", "assert", "Мост закрыт"), ("Иван Петров", "assert", "объезд есть")],
    ),
    (  # who passes on the words that somebody else says in the same sentence
        "Как уточнил мэр Омска Иван Петров, мост закрыт, передает «Интерфакс».",
        [("Иван Петров", "assert", "мост закрыт")],
    ),
    (  # a day between the verb and its clause
        "Мэр Омска Иван Петров заявил в пятницу 10 ноября о том, что мост закрыт.",
        [("Иван Петров", "assert", "мост закрыт")],
    ),
    (  # a source that is nobody else's words
        "Мэр Омска Иван Петров сообщил, что, по данным предварительной описи земель, в городе сто участков.",
        [("Иван Петров", "assert", "в городе сто участков")],
    ),
    ("В мэрии Омска убеждены: мост закрыли рано.", [("мэрия Омска", "assert", "мост закрыли рано")]),
    (  # what was said stands before the verb
        "О взрыве на складе сообщила полиция Омска. Мэр Иван Петров вину отрицал.",
        [("полиция Омска", "assert", "О взрыве на складе"), ("Иван Петров", "deny", "вину")],
    ),
    ("Закрыть мост до весны призвал мэр Омска Иван Петров.", [("Иван Петров", "urge", "Закрыть мост до весны")]),
    ("Мэр Омска Иван Петров долго молчал. Эту новость подтвердил он же.", []),
    (  # a phrase ends where the next verb of speech or an explanation begins
        "Мэр Омска Иван Петров назвал критику глупостью, заявил, что мост надёжен.",
        [("Иван Петров", "label", "критику глупостью"), ("Иван Петров", "assert", "мост надёжен")],
    ),
    (  # the source of a sentence leads to the quote
        "По словам Петра Ильина, он ждёт, когда откроют мост: «Мне очень нравится этот мост».",
        [
            ("Петр Ильин", "assert", "он ждёт, когда откроют мост"),
            ("Петр Ильин", "assert", "Мне очень нравится этот мост"),
        ],
    ),
    (  # a quotation whose marks were its layout
        "Мэр Омска Иван Петров сказал после обхода:\n\nМост закрыт до весны. Объезд есть.",
        [("Иван Петров", "assert", "Мост закрыт до весны. Объезд есть.")],
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_acts_of_speech_are_found_with_their_content(text: str, said: list[tuple[str | None, str, str]]) -> None:
    assert [(s["speaker"], s["act"], s["content"]) for s in heard(text)] == said


def test_a_headline_gives_the_words_of_whom_it_names_before_a_colon() -> None:
    text = "Мэрия Омска: мост закроют до весны\n\nРабочие уехали с набережной вечером. Движение остановлено."
    article = parse(RawArticle(id="a", source_file="a.txt", text=text, sha256="0", title=text.split("\n")[0]), load())
    found = extract(article, annotate(article), load())
    name = {a.key: a.name for a in found.actors}
    assert [(name.get(s.speaker or ""), s.content) for s in found.statements] == [("мэрия Омска", "мост закроют до весны")]
