"""Who said what, in which words: one row of the tables per construction of Russian news prose."""

from __future__ import annotations

import pytest

from etl.extract.quotes import find_quotes
from etl.extract.statements import find_statements
from etl.records import Statement
from tests.conftest import annotated, read


def heard(text: str, **known: str) -> list[dict[str, str | None]]:
    """The statements of a text as plain values, with names instead of keys."""
    reading, found = find_statements(read(text, **known))
    name = {a.key: a.name for a in reading.cast.actors}
    fields = ("rule", "content", "mode", "act", "said_on", "medium", "resolution")
    who = ("speaker", "addressee", "via")
    return [{f: getattr(s, f) for f in fields} | {f: name.get(getattr(s, f)) for f in who} | {"cue": cue(s, text)} for s in found]


def cue(statement: Statement, text: str) -> str:
    return statement.cue.of(text)


DIRECT = [
    # (text, content of the one direct statement, cue, speaker, rule)
    (
        "«Мост закрыт до весны», — сказал мэр Омска Иван Петров.",
        "Мост закрыт до весны",
        "сказал",
        "Иван Петров",
        "attributed_after",
    ),
    (
        '"Мост закрыт до весны", - сказал мэр Омска Иван Петров.',
        "Мост закрыт до весны",
        "сказал",
        "Иван Петров",
        "attributed_after",
    ),
    (
        "“Мост закрыт до весны”, – сказал мэр Омска Иван Петров.",
        "Мост закрыт до весны",
        "сказал",
        "Иван Петров",
        "attributed_after",
    ),
    (
        "«Мост закрыт. Объезд есть», — заявила Анна Лебедева.",
        "Мост закрыт. Объезд есть",
        "заявила",
        "Анна Лебедева",
        "attributed_after",
    ),
    ('"Мост закрыт?" - спросила Анна Лебедева.', "Мост закрыт?", "спросила", "Анна Лебедева", "attributed_after"),
    ("Иван Петров сказал: «Мост закрыт».", "Мост закрыт", "сказал", "Иван Петров", "attributed_before"),
    (
        'Как заметил в эфире Иван Петров: "Мост закрыт, но ненадолго".',
        "Мост закрыт, но ненадолго",
        "заметил",
        "Иван Петров",
        "attributed_before",
    ),
    (
        "«Мост закрыт, — сказал Иван Петров. — Объезд есть».",
        "Мост закрыт … Объезд есть",
        "сказал",
        "Иван Петров",
        "attributed_inside",
    ),
    (
        '"Мост, - напомнил Иван Петров, - закрыт до весны".',
        "Мост … закрыт до весны",
        "напомнил",
        "Иван Петров",
        "attributed_inside",
    ),
    (
        "«Мост закрыт», — сказал Иван Петров. — «Объезд есть».",
        "Мост закрыт … Объезд есть",
        "сказал",
        "Иван Петров",
        "attributed_after",
    ),
    ("Иван Петров: «Мост закрыт до весны»", "Мост закрыт до весны", ":", "Иван Петров", "headed"),
    ("«Мост закрыт до весны»: Иван Петров открыл объезд", "Мост закрыт до весны", ":", "Иван Петров", "headed"),
    ("Жители кричали «Откройте мост!».", "Откройте мост!", "кричали", "жители", "exclaimed"),
    ("Демонстранты вышли с лозунгом «Мост людям».", "Мост людям", "лозунгом", "демонстранты", "exclaimed"),
    ("«Мост закрыт», — говорится в сообщении МЧС России.", "Мост закрыт", "говорится", "МЧС России", "attributed_after"),
    (
        '"Мы ждали школу "Радуга" три года", - сказал Иван Петров.',
        'Мы ждали школу "Радуга" три года',
        "сказал",
        "Иван Петров",
        "attributed_after",
    ),
    ("«Мы строим мост «Восток», — сказал Иван Петров.", "Мы строим мост «Восток", "сказал", "Иван Петров", "attributed_after"),
    (
        "— Мост закрыт, — сказал Иван Петров. — Объезд есть",
        "Мост закрыт … Объезд есть",
        "сказал",
        "Иван Петров",
        "line_of_dialogue",
    ),
    ("«Мост закрыт», — цитирует Ивана Петрова агентство Reuters.", "Мост закрыт", "цитирует", "Иван Петров", "attributed_after"),
]


@pytest.mark.parametrize(("text", "content", "cue", "speaker", "rule"), DIRECT)
def test_direct_speech_is_found_with_its_speaker(text: str, content: str, cue: str, speaker: str, rule: str) -> None:
    [found] = [s for s in heard(text) if s["mode"] == "direct"]
    assert (found["content"], found["cue"], found["speaker"], found["rule"]) == (content, cue, speaker, rule)


REPORTED = [
    # (text, content of the one statement, act, speaker, rule)
    ("Иван Петров заявил, что мост закрыт.", "мост закрыт", "assert", "Иван Петров", "that_clause"),
    ("Иван Петров сообщил о том, что мост закрыт.", "мост закрыт", "assert", "Иван Петров", "that_clause"),
    ("Иван Петров не исключил, что мост закроют.", "мост закроют", "assert", "Иван Петров", "that_clause"),
    ("Иван Петров настаивает на том, чтобы мост закрыли.", "мост закрыли", "urge", "Иван Петров", "that_clause"),
    ("Иван Петров призвал жителей остаться дома.", "остаться дома", "urge", "Иван Петров", "to_do"),
    ("Иван Петров приказал закрыть мост.", "закрыть мост", "order", "Иван Петров", "to_do"),
    ("Иван Петров пообещал открыть мост.", "открыть мост", "promise", "Иван Петров", "to_do"),
    ("Иван Петров предложил провести переговоры.", "провести переговоры", "propose", "Иван Петров", "to_do"),
    ("Иван Петров отказался признать вину.", "признать вину", "deny", "Иван Петров", "to_do"),
    ("Иван Петров заявил о готовности прислать врачей.", "о готовности прислать врачей", "offer", "Иван Петров", "about"),
    ("Офицер крикнул: «Дорога закрыта».", "Дорога закрыта", "assert", "офицер", "attributed_before"),
    ("Иван Петров предложил оказать помощь соседям.", "оказать помощь соседям", "offer", "Иван Петров", "to_do"),
    ("Иван Петров уточнил, есть ли пострадавшие.", "есть ли пострадавшие", "assert", "Иван Петров", "question"),
    ("Иван Петров объяснил, почему закрыл мост.", "почему закрыл мост", "assert", "Иван Петров", "question"),
    ("Иван Петров сообщил о закрытии моста.", "о закрытии моста", "assert", "Иван Петров", "about"),
    ("Полиция сообщила о 2 500 задержанных.", "о 2 500 задержанных", "assert", "полиция", "about"),
    ("Иван Петров поблагодарил за помощь.", "за помощь", "thank", "Иван Петров", "about"),
    ("Иван Петров обвинил соседей в обмане.", "соседей в обмане", "accuse", "Иван Петров", "about"),
    ("Иван Петров назвал протестующих преступниками.", "протестующих преступниками", "label", "Иван Петров", "label"),
    ("Иван Петров расценил взрыв как диверсию.", "взрыв как диверсию", "label", "Иван Петров", "as_what"),
    ("Иван Петров объяснил аварию погодой.", "аварию погодой", "assert", "Иван Петров", "reason"),
    ("Демонстранты потребовали отставки мэра.", "отставки мэра", "urge", "демонстранты", "thing"),
    ("Иван Петров осудил погромы.", "погромы", "condemn", "Иван Петров", "thing"),
    ("Иван Петров не признал себя виновным.", "себя виновным", "deny", "Иван Петров", "thing"),
    ("Иван Петров выразил надежду, что мост откроют.", "мост откроют", "assert", "Иван Петров", "mood"),
    ("Иван Петров говорит: мост закрыт.", "мост закрыт", "assert", "Иван Петров", "after_colon"),
    ("Мост закрыт, сообщил Иван Петров.", "Мост закрыт", "assert", "Иван Петров", "said_in_passing"),
    ("Мост, отметил Иван Петров, закрыт до весны.", "Мост … закрыт до весны", "assert", "Иван Петров", "said_in_passing"),
    ("Как сообщил Иван Петров, мост закрыт.", "мост закрыт", "assert", "Иван Петров", "as_said"),
    ("По словам Ивана Петрова, мост закрыт.", "мост закрыт", "assert", "Иван Петров", "according_to"),
    ("Мост, по данным полиции, закрыт до весны.", "Мост … закрыт до весны", "assert", "полиция", "according_to"),
    ("Кроме того, по мнению Ивана Петрова, мост опасен.", "мост опасен", "assert", "Иван Петров", "according_to"),
    ("Мост закрыт до весны. Об этом сообщил Иван Петров.", "Мост закрыт до весны", "assert", "Иван Петров", "back_reference"),
    ("Мост закрыт до весны. Это подтвердил Иван Петров.", "Мост закрыт до весны", "assert", "Иван Петров", "back_reference"),
    ("Мост закрыт до весны. Это отрицает Иван Петров.", "Мост закрыт до весны", "deny", "Иван Петров", "back_reference"),
    (
        "Младич был обвинён Гаагским Международным трибуналом в краже.",
        "в краже",
        "accuse",
        "Гаагский Международный трибунал",
        "about",
    ),
    ("Иван Петров заявил, что и не думал уезжать.", "и не думал уезжать", "assert", "Иван Петров", "that_clause"),
    ("Иван Петров не отрицает, что мост закрыт.", "мост закрыт", "assert", "Иван Петров", "that_clause"),
    ("Врачи не советуют купаться.", "купаться", "urge", "врачи", "to_do"),
    ("Сторона защиты обратила внимание, что мост цел.", "мост цел", "assert", "сторона защиты", "that_clause"),
    (
        "Адвокаты Чили не отрицают, что мост цел, но защита говорила о ремонте.",
        "мост цел",
        "assert",
        "адвокаты Чили",
        "that_clause",
    ),
    ("Иван Петров не скрывает, что мост закрыт.", "мост закрыт", "assert", "Иван Петров", "that_clause"),
    ("Мост закрыт, успокоил Иван Петров.", "Мост закрыт", "assert", "Иван Петров", "said_in_passing"),
    ("Иван Петров исключил участие армии.", "участие армии", "deny", "Иван Петров", "thing"),
    ("Партия осудила приказ Ивана Петрова стрелять.", "стрелять", "order", "Иван Петров", "noun_of_speech"),
    ("Активисты опубликовали обращение с призывом выйти на площадь.", "выйти на площадь", "urge", "активисты", "carried_noun"),
    (
        "Иван Петров выпустил заявление с осуждением убийства рыбаков.",
        "убийства рыбаков",
        "condemn",
        "Иван Петров",
        "carried_noun",
    ),
    ("Иван Петров обратился к ООН с просьбой прислать врачей.", "прислать врачей", "ask", "Иван Петров", "carried_noun"),
    ("Ответственность за взрыв взяла на себя партия «Заря».", "Ответственность за взрыв", "assert", "Заря", "carried_noun"),
    ("Иван Петров извинился перед жителями.", "перед жителями", "assert", "Иван Петров", "about"),
    ("Иван Петров оценил ущерб в 60 млн рублей.", "ущерб в 60 млн рублей", "assert", "Иван Петров", "about"),
    ("Иван Петров ответил согласием.", "согласием", "agree", "Иван Петров", "thing"),
    ("Иван Петров выразил соболезнования и уехал.", "соболезнования", "assert", "Иван Петров", "mood"),
]


@pytest.mark.parametrize(("text", "content", "act", "speaker", "rule"), REPORTED)
def test_reported_speech_is_found_by_what_the_verb_takes(text: str, content: str, act: str, speaker: str, rule: str) -> None:
    found = {(s["content"], s["act"], s["speaker"], s["rule"]) for s in heard(text)}
    assert (content, act, speaker, rule) in found


NO_STATEMENTS = [
    "Спортсмены, выступавшие за Чили, победили.",
    "На сайте почему-то назван мост, известный рыбаками.",
    "Депутаты получили письмо с просьбой закрыть мост.",
    "Поезд «Невский простор» прибыл в Омск.",
    "Фильм «Большая дорога» покажут в июле.",
    "Иван Петров не сообщил, когда откроют мост.",
    "Иван Петров сообщит о планах в пятницу.",
    "Матч обещает быть интересным.",
    "Иван Петров ушёл в отставку.",
    "Партия «Заря» — крупнейшая в стране.",
    "Городской суд осудил Ивана Петрова.",
    "Напомним, что мост закрыли весной.",
    "Иван Петров оценил работу студента.",
    "- Иван Петров открыл мост",
]


@pytest.mark.parametrize("text", NO_STATEMENTS)
def test_names_in_quotes_and_what_was_not_said_are_no_statements(text: str) -> None:
    assert heard(text) == []


def test_two_verbs_with_their_own_content_are_two_statements() -> None:
    found = heard("Иван Петров заявил, что ситуация улучшается, и поблагодарил за помощь.")
    assert [(s["content"], s["act"], s["speaker"]) for s in found] == [
        ("ситуация улучшается", "assert", "Иван Петров"),
        ("за помощь", "thank", "Иван Петров"),
    ]


def test_a_body_called_council_is_no_counsel() -> None:
    (statement,) = heard("Глава ООН Иван Петров призвал Совет Безопасности собраться.")
    assert (statement["act"], statement["content"]) == ("urge", "собраться")


def test_one_act_told_with_two_verbs_is_one_statement() -> None:
    [found] = heard("Иван Петров заявил, что осуждает погромы.")
    assert (found["content"], found["act"]) == ("осуждает погромы", "condemn")


def test_who_passes_words_on_is_via_and_gets_no_row() -> None:
    [found] = heard("Кремль сообщил, что Иван Петров призвал к миру.")
    assert (found["speaker"], found["via"]) == ("Иван Петров", "Кремль")


def test_whom_a_quote_is_cited_by_in_brackets_is_via() -> None:
    [found] = heard("«Мост закрыт на год», — сказала судья Анна Громова (цитата по «Интерфаксу»).")
    assert (found["speaker"], found["via"]) == ("Анна Громова", "Интерфакс")


def test_the_source_behind_a_reference_speaks() -> None:
    [found] = heard("Мост закрыт, сообщает Reuters со ссылкой на Ивана Петрова.")
    assert (found["speaker"], found["via"]) == ("Иван Петров", "Reuters")


def test_a_quoted_fragment_makes_reported_speech_mixed_and_a_quoted_name_does_not() -> None:
    [mixed] = heard("Иван Петров заявил, что мост «безнадёжно устарел».")
    [plain] = heard("Иван Петров заявил, что мост «Восток» закрыт.")
    assert (mixed["mode"], plain["mode"]) == ("mixed", "indirect")


def test_a_pronoun_beside_a_verb_of_speech_means_who_spoke_before() -> None:
    found = heard(
        "Глава МИД Иван Петров критиковал Сергея Ильина. «Я не согласен с Ильиным», — сказал Петров. «Это ошибка», — добавил он."
    )
    assert found[-1]["speaker"] == "Иван Петров"
    assert found[-1]["resolution"] == "pronoun"


def test_a_pronoun_never_means_a_speaker_of_the_other_gender() -> None:
    found = heard("«Я не согласен», — сказал Иван Петров. «Мы уходим», — добавила она.")
    assert found[-1]["speaker"] is None
    assert found[-1]["resolution"] == "ambiguous"


def test_a_quote_that_stands_alone_goes_on_with_the_speaker_before() -> None:
    found = heard("«Мост закрыт до весны», — сказал Иван Петров.\n«Объезд откроют через неделю».")
    assert [(s["speaker"], s["resolution"]) for s in found] == [("Иван Петров", "named"), ("Иван Петров", "elided")]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Иван Петров призывает жителей идти к мосту.", "жители"),
        ("Организация призвала Минск освободить всех задержанных.", "Беларусь"),
        ("Юристы призвали военных уйти с моста.", "военные"),
        ("Иван Петров сообщил журналистам, что мост закрыт.", "журналисты"),
        ("Мост закрыт, сообщил «Интерфаксу» мэр Омска Иван Петров.", "Интерфакс"),
    ],
)
def test_the_object_of_an_urging_verb_is_whom_one_speaks_to(text: str, addressee: str) -> None:
    assert [s["addressee"] for s in heard(text)] == [addressee]


def test_day_medium_and_addressee_are_read_around_the_cue() -> None:
    [found] = heard("5 мая 2021 года Иван Петров в эфире телеканала CNN призвал Россию закрыть мост.")
    assert (found["said_on"], found["medium"], found["addressee"]) == ("2021-05-05", "CNN", "Россия")


MEDIA = [
    # (text, the medium of its first statement)
    ("«Мост закрыт», — написал Иван Петров в твиттере.", "твиттер"),
    ("Иван Петров написал в телеграм-канале, что мост закрыт.", "телеграм-канал"),
    ("На своей странице в Facebook Иван Петров написал, что мост закрыт.", "Facebook"),
    ("«Мост закрыт», — пояснил создатель Facebook Иван Петров.", None),  # what he made is not where he speaks
    ("Иван Петров подал в суд на соседей, требуя компенсации.", None),
    ("Иван Петров в среду дал интервью НТВ. По его словам, мост закрыт.", "НТВ"),
    ("Как рассказал на презентации Иван Петров, мост закрыт.", "презентация"),
    ("Мост закрыт. Об этом заявил Иван Петров на пресс-конференции в пятницу.", "пресс-конференция"),
    ("Мэр Омска Иван Петров разослал письма, в которых обещал вернуть налог.", "письма"),
    ("Мэр Омска Иван Петров сообщил на пресс-брифинге, что мост закрыт.", "пресс-брифинг"),
    ("Как сообщил мэр Омска Иван Петров, выступая на заседании совета, мост закрыт.", "заседание совета"),
    ("На сайте most.ru говорится, что мост закрыт.", "сайт most.ru"),
    ("В пояснительной записке мэрия Омска отмечает, что мост стар.", "пояснительная записка"),
    ("Мэр Омска Иван Петров сообщил, что мост закрыт. Заявление было сделано в среду на пресс-конференции.", "пресс-конференция"),
]


def test_whom_one_congratulates_is_spoken_to() -> None:
    [found] = heard("Мэр Рустем Петров поздравил Ивана Громова с новым рекордом.")
    assert (found["speaker"], found["addressee"]) == ("Рустем Петров", "Иван Громов")


@pytest.mark.parametrize(("text", "medium"), MEDIA)
def test_a_medium_is_where_something_is_said(text: str, medium: str | None) -> None:
    assert heard(text)[0]["medium"] == medium


@pytest.mark.parametrize("earlier", ["Ранее Петров заявил, что мост опасен.", "Петров уже заявлял, что мост опасен."])
def test_what_somebody_said_at_other_times_was_not_said_on_this_occasion(earlier: str) -> None:
    said = heard(f"Мэр Омска Иван Петров сказал 5 мая 2021 года на пресс-конференции, что мост закрыт. {earlier}")
    assert [(s["said_on"] is not None, s["medium"]) for s in said] == [(True, "пресс-конференция"), (False, None)]


def test_the_day_of_speech_is_carried_to_the_next_words_of_the_same_speaker() -> None:
    found = heard("5 мая 2021 года Иван Петров заявил, что мост закрыт. Он добавил, что объезд есть.")
    assert [s["said_on"] for s in found] == ["2021-05-05", "2021-05-05"]


def test_a_day_inside_what_was_said_is_not_the_day_of_speech() -> None:
    [found] = heard("Иван Петров заявил, что 5 мая 2021 года мост закрыли.")
    assert found["said_on"] is None


def test_the_day_of_the_polls_is_not_that_of_what_somebody_says_next() -> None:
    [found] = heard("На состоявшихся 12 мая 2021 года выборах Иван Петров набрал 60%. Петров ещё до подсчёта заявил о победе.")
    assert found["said_on"] is None


def test_the_day_of_a_thing_beside_the_speaker_is_not_the_day_of_speech() -> None:
    [found] = heard("Послы, прибывшие в Омск после выборов 5 мая 2021 года, рассказали о своей работе.")
    assert found["said_on"] is None


BEFORE = [
    ("Союз «Якорь» опубликовал заявление. В нем говорится, что долг растет.", "Якорь"),
    ("Союз «Якорь» выпустил доклад. В документе отмечается, что долг растет.", "Якорь"),
    ("Мы обратились в компанию «Якорь». Там ответили, что долг растет.", "Якорь"),
    ("Прошла встреча с компанией «Якорь». Там говорили, что долг растет.", None),
]


@pytest.mark.parametrize(("text", "speaker"), BEFORE)
def test_a_writing_and_a_house_told_of_before_speak_for_those_whose_they_are(text: str, speaker: str | None) -> None:
    assert heard(text)[-1]["speaker"] == speaker


def test_unnamed_sources_leave_the_speaker_open() -> None:
    [found] = heard("Сообщалось, что мост закрыт.")
    assert (found["speaker"], found["resolution"]) == (None, "unattributed")


def test_speakers_whom_only_their_words_bring_in_are_actors() -> None:
    [found] = heard("Местные рыбаки рассказали, что мост закрыт.")
    assert found["speaker"] == "местные рыбаки"


QUOTES = [
    ("Он сказал: «Мы ждали «Зарю» год».", ["«Мы ждали «Зарю» год»", "«Зарю»"]),
    ('Он сказал: "Мы ждали "Зарю" год".', ['"Мы ждали "Зарю" год"', '"Зарю"']),
    ("«Мы ждали «Зарю», — сказал он.", ["«Мы ждали «Зарю»", "«Зарю»"]),
    ("„Мы ждали“, — сказал он.", ["„Мы ждали“"]),
    ('Он писал: "Мы ждали.\nМы ждём".', ['"Мы ждали.\nМы ждём"']),
    ('"Да. Нет", - сказал он. "Может быть".', ['"Да. Нет"', '"Может быть"']),
]


@pytest.mark.parametrize(("text", "quotes"), QUOTES)
def test_quotation_marks_pair_also_when_nested_or_straight(text: str, quotes: list[str]) -> None:
    _, doc = annotated(text)
    assert [q.span.of(text) for q in find_quotes(doc)] == quotes


def test_a_source_for_the_same_words_is_told_once() -> None:
    [found] = heard("По словам Ивана Петрова, мост закрыт, сообщает Reuters.")
    assert (found["speaker"], found["via"]) == ("Иван Петров", "Reuters")


def test_what_was_said_before_by_nobody_known_is_told_by_who_says_it_now() -> None:
    [found] = heard("Порт закрыт, а не вокзал, как сообщалось ранее, заявил мэр Олег Громов.")
    assert (found["speaker"], found["cue"]) == ("Олег Громов", "заявил")


def test_his_words_that_an_outlet_passes_on_are_his() -> None:
    found = heard("Врач Иван Петров сообщил о пожаре. По его словам, мост закрыт, передаёт Reuters.")
    assert [(s["speaker"], s["via"]) for s in found] == [("Иван Петров", None), ("Иван Петров", "Reuters")]


PASSED_ON = [
    # (text, the speaker and the medium that passes the words on)
    ("«Мост закрыт до весны», — передаёт слова министра транспорта Ивана Петрова газета «Берег».", ("Иван Петров", "Берег")),
    ("«Мост закрыт до весны», — цитирует Ивана Петрова Reuters.", ("Иван Петров", "Reuters")),
    ("Мост закрыт до весны, передаёт Reuters слова Ивана Петрова.", ("Иван Петров", "Reuters")),
    ("Мост закрыт до весны, передаёт Reuters.", ("Reuters", None)),
]


@pytest.mark.parametrize(("text", "said"), PASSED_ON)
def test_words_that_a_medium_passes_on_are_of_whom_it_quotes(text: str, said: tuple[str, str | None]) -> None:
    [found] = heard(text)
    assert (found["speaker"], found["via"]) == said


def test_an_outlet_at_the_end_passes_on_the_quote_and_what_the_speaker_adds() -> None:
    found = heard("«Мост закрыт», — отметил мэр Иван Петров и указал, что объезда нет, сообщает Reuters.")
    assert [(s["speaker"], s["content"], s["via"]) for s in found] == [
        ("Иван Петров", "Мост закрыт", "Reuters"),
        ("Иван Петров", "объезда нет", "Reuters"),
    ]


def test_the_reference_is_no_part_of_what_is_passed_on() -> None:
    [found] = heard("Газеты сообщили о пожаре со ссылкой на прохожего, который видел, что дым идёт с моста.")
    assert (found["speaker"], found["content"]) == ("прохожий", "о пожаре")


def test_what_is_quoted_word_for_word_stays_with_its_speaker() -> None:
    found = heard("По словам Ивана Петрова, «полиция сообщила, что мост закрыт».")
    assert found[0]["speaker"] == "Иван Петров"
    assert found[0]["content"].startswith("«полиция сообщила")


def test_bare_source_never_means_a_person_known_by_name() -> None:
    found = heard("Иван Петров уехал. «Мост закрыт», — сказал источник.")
    assert found[-1]["speaker"] != "Иван Петров"


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Мэр Омска Иван Петров рассказал о мосте.", "Иван Петров"),
        ("Разговор с мэром Иваном Петровым и рыбаком Олегом Лариным.", None),
        ("Рыбак Олег Ларин уехал. О мосте рассказал мэр Омска Иван Петров.", "Иван Петров"),
    ],
)
@pytest.mark.parametrize("dash", ["— ", ""])
def test_the_answers_of_an_interview_are_those_of_the_only_person_introduced(lead, speaker, dash) -> None:
    text = f"{lead}\n\n{dash}Когда откроют мост?\n\n— Весной. Опоры целы.\n\n{dash}А дорогу?\n\n— Она открыта."
    answers = [(s["speaker"], s["content"], s["mode"]) for s in heard(text) if s["rule"] == "answer"]
    assert answers == [(speaker, "Весной. Опоры целы.", "direct"), (speaker, "Она открыта.", "direct")]


def test_behind_an_answer_the_next_dash_asks_and_an_answer_may_ask_back() -> None:
    turns = ["Когда откроют мост?", "Весной.", "Рыбаки против.", "А кто за?", "И когда откроют дорогу?", "Летом."]
    text = "Мэр Омска Иван Петров рассказал о мосте.\n\n" + "\n\n".join(f"— {turn}" for turn in turns)
    answers = [(s["speaker"], s["content"]) for s in heard(text) if s["rule"] == "answer"]
    assert answers == [("Иван Петров", "Весной."), ("Иван Петров", "А кто за?"), ("Иван Петров", "Летом.")]


def test_what_is_said_in_an_entry_of_a_chronicle_was_said_on_its_day() -> None:
    found = heard("Мост закрыт.\n\n18:40 Мост опасен, сказал мэр Иван Петров.\n\n19:10 Рыбак Олег Ларин заявил, что уйдёт.")
    assert [s["said_on"] for s in found] == [None, None]
    found = heard(
        "Мост закрыт 5 мая 2021 года.\n\n18:40 Мост опасен, сказал мэр Иван Петров.\n\n19:10 Олег Ларин заявил, что уйдёт."
    )
    assert [s["said_on"] for s in found] == ["2021-05-05", "2021-05-05"]


def test_a_single_line_of_dialogue_is_no_interview() -> None:
    assert "answer" not in {s["rule"] for s in heard("Мэр Иван Петров молчал.\n\n— Когда?\n\n— Весной.")}
