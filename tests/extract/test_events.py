"""Events: what tells of one, what is none, when, where and with whom it happened, and what is told twice."""

import pytest

from etl.extract.events import find_events
from tests.conftest import read


def events_of(text, published="2020-05-13"):
    return find_events(read(text, published=published), ())


TOLD = [
    ("На площади прошел митинг.", "protest", "митинг"),
    ("Сотни рабочих вышли на улицы города.", "protest", "вышли на улицы"),
    ("Митинг перерос в столкновения с полицией.", "clash", "столкновения"),
    ("Толпа ворвалась в мэрию.", "seizure", "ворвалась"),
    ("Неизвестные подожгли склад.", "arson", "подожгли"),
    ("Солдаты открыли огонь по толпе.", "shooting", "открыли огонь"),
    ("Журналиста застрелили у дома.", "killing", "застрелили"),
    ("На заводе прогремел взрыв.", "explosion", "взрыв"),
    ("Полиция задержала активиста.", "detention", "задержала"),
    ("Суд приговорил банкира к пяти годам.", "trial", "приговорил"),
    ("Правительство ушло в отставку.", "resignation", "ушло в отставку"),
    ("Президент отправил министра в отставку.", "dismissal", "отправил министра в отставку"),
    ("В стране прошли выборы.", "election", "выборы"),
    ("В области ввели режим чрезвычайного положения.", "state_of_emergency", "ввели режим чрезвычайного положения"),
    ("Президент подписал указ о льготах.", "decree", "подписал указ"),
    ("Министр поручил ведомству проверить больницы.", "decree", "поручил"),
    ("Хлеб подорожал вдвое.", "price_change", "подорожал"),
    ("Премьер попросил соседей о помощи.", "request_for_aid", "попросил"),
    ("Страна отправила в Ливан военных.", "deployment", "отправила"),
    ("Власти отключили мобильный интернет.", "internet_shutdown", "отключили мобильный интернет"),
    ("Министры провели телефонный разговор.", "call", "телефонный разговор"),
    ("Президент выступил с обращением к нации.", "address", "выступил с обращением"),
    ("На трассе произошла авария.", "accident", "авария"),
    ("У побережья произошло землетрясение.", "disaster", "землетрясение"),
    ("Жителей поселка эвакуировали.", "evacuation", "эвакуировали"),
    ("Студента доставили в отделение полиции.", "detention", "доставили в отделение полиции"),
    ("Пилота отпустили через час.", "release", "отпустили"),
    ("Повстанцы взяли город Сарань под контроль.", "seizure", "взяли"),
    ("Болельщики забросали автобус петардами.", "riot", "забросали"),
    ("Над морем сбили вертолет.", "shooting", "сбили"),
    ("Саперы обезвредили бомбу.", "security_operation", "обезвредили бомбу"),
    ("Катер сел на мель.", "accident", "сел на мель"),
    ("Стороны достигли соглашения о границе.", "agreement", "достигли соглашения"),
    ("Инженер стал министром энергетики.", "appointment", "стал"),
    ("Бухгалтер осужден за растрату.", "trial", "осужден"),
    ("Похитили и убили сторожа.", "seizure", "Похитили"),
    ("В Перми убит один из водителей колонны.", "killing", "убит"),
    ("Арест менеджера может быть связан с проверкой.", "detention", "Арест"),
    ("Пассажир получил травмы и был схвачен.", "detention", "схвачен"),
]


@pytest.mark.parametrize(("text", "kind", "trigger"), TOLD)
def test_verbs_nouns_and_phrases_tell_events(text, kind, trigger):
    assert (kind, trigger) in [(e.type, e.trigger) for e in events_of(text)]


NONE = [
    "Мэрию не захватили.",
    "Обошлось без столкновений.",
    "Если начнутся протесты, власти уйдут.",
    "Толпа могла бы захватить мэрию.",
    "Соседи призвали освободить журналиста.",
    "Рабочие потребовали отставки правительства.",
    "Страна отправит в Ливан военных.",
    "Кто захватил мэрию?",
    "Погибли 18 человек.",
    "Картина «Взрыв» висит в музее.",
    "Задержанные дают показания.",
    "Движение «Заря» (запрещено судом в 2015 году) молчит.",
    "Студенты сменили тему в знак протеста.",
    "Заводы используют газ.",
    "Среди задержанных нет студентов.",
    "Ожидается, что 20 мая начнется суд.",
    "Горожане смогут выйти на улицы.",
    "Уровень самоубийств растет.",
    "Тони пришел домой.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_did_not_happen_or_is_only_counted_is_no_event(text):
    assert events_of(text) == ()


WHEN = [
    ("Вечером 4 мая толпа захватила мэрию.", "2020-05-04", "explicit", "evening"),
    ("Толпа захватила мэрию в понедельник.", "2020-05-11", "relative", None),
    ("Взрыв, прогремевший в понедельник, разрушил дом.", "2020-05-11", "relative", None),
    ("4 мая толпа вышла на площадь. Полиция открыла огонь.", "2020-05-04", "carried", None),
    ("Толпа захватила мэрию.", "2020-05", "carried", None),
    ("Директора уволили в 2012 году.", None, None, None),
    ("В поезде прогремел взрыв. Инцидент произошел в понедельник.", "2020-05-11", "relative", None),
    ("В понедельник приехал певец, которого уволили из театра.", "2020-05", "carried", None),
]


@pytest.mark.parametrize(("text", "date", "basis", "part_of_day"), WHEN)
def test_the_day_is_that_of_the_clause_else_the_storys_day_or_month(text, date, basis, part_of_day):
    event = events_of(text)[-1]
    assert (event.date, event.date_basis, event.part_of_day) == (date, basis, part_of_day)


def test_without_any_date_of_the_article_an_event_has_none():
    assert [e.date for e in events_of("Толпа захватила мэрию.", published=None)] == [None]


def test_a_year_alone_stays_as_words():
    (event,) = events_of("Директора уволили в 2012 году.")
    assert (event.date, event.date_text, event.date_precision) == (None, "в 2012 году", "year")


WHERE = [
    ("В Казани толпа захватила мэрию.", "Казань", "named"),
    ("В столице Исландии Рейкьявике прошел митинг.", "Рейкьявик", "named"),
    ("Митинг прошел в Казани. Полиция задержала студента.", "Казань", "carried"),
]


@pytest.mark.parametrize(("text", "place", "basis"), WHERE)
def test_the_place_is_the_narrowest_of_the_clause_else_the_storys(text, place, basis):
    reading = read(text, published="2020-05-13")
    event = find_events(reading, ())[-1]
    assert (reading.atlas.by_key[event.place].name, event.place_basis) == (place, basis)


def test_the_doer_stands_first_among_the_participants():
    reading = read("Президент Иван Петров уволил министра Сергея Сидорова.", published="2020-05-13")
    (event,) = find_events(reading, ())
    assert [reading.cast.by_key[p].name for p in event.participants][:2] == ["Иван Петров", "Сергей Сидоров"]


ONCE = [
    ("На заводе прогремел взрыв. Взрыв разрушил цех. После взрыва цех закрыли.", 2),
    ("Президент подписал указ. Указ вступит в силу завтра.", 1),
    ("4 мая в Казани прошел митинг. Участники митинга разошлись.", 1),
    ("Террористы похитили инженеров. Египтян похитили у дома.", 1),
    ("Магазин подожгли ночью. Полиция отвергла версию поджога склада.", 1),
]


@pytest.mark.parametrize(("text", "further"), ONCE)
def test_an_event_told_twice_is_one_row_with_the_further_mentions_beside_it(text, further):
    (event,) = events_of(text)
    assert [p.part for p in event.parts].count("also") == further


TWICE = [
    "4 мая в городе прошел митинг. 6 мая в городе прошел митинг.",
    "Митинг прошел в Казани. Митинг прошел в Самаре.",
    "Толпа захватила мэрию и захватила аэропорт.",
    "6 мая задержали Ивана Петрова. В тот же день были задержаны 60 студентов.",
    "Президент подписал закон и поручил министру составить план.",
]


@pytest.mark.parametrize("text", TWICE)
def test_other_days_places_objects_and_acts_are_other_events(text):
    assert len(events_of(text)) == 2


def test_the_quote_of_an_event_holds_its_trigger():
    for text, _, _ in TOLD:
        assert all(e.span.start <= e.anchor < e.span.stop for e in events_of(text))
