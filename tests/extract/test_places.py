"""Places: which words name one, which place they mean, and where something happened."""

import pytest

from etl.extract.places import place_for
from etl.extract.places.adjectives import town_of
from etl.records import Place, Token
from tests.conftest import read


def places(text: str) -> list[tuple[str, str, str | None]]:
    return [(p.name, p.kind, p.country) for p in read(text).atlas.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Алма-Ате начались митинги.", [("Алматы", "city", "KZ")]),
        ("Делегация прилетела в Нур-Султан.", [("Астана", "city", "KZ")]),
        ("Пожар вспыхнул в Мангистауской области.", [("Мангистауская область", "region", "KZ")]),
        ("Переговоры прошли в Соединенных Штатах.", [("США", "country", "US")]),
        ("Президент Киргизии подписал закон.", [("Кыргызстан", "country", "KG")]),
        ("Войска вошли в провинцию Гильменд.", [("Гильменд", "region", "AF")]),
        ("Жители Южной Кореи вышли на улицы.", [("Южная Корея", "country", "KR")]),
        ("Поезд идет в Ростов-на-Дону.", [("Ростов-на-Дону", "city", "RU")]),
        ("Взрыв прогремел в селе Ольховатка на востоке Украины.", [("Ольховатка", "city", "UA"), ("Украина", "country", "UA")]),
        ("Самолет сел в Линденфилде, штат Небраска.", [("Линденфилд", "city", "US"), ("Небраска", "region", "US")]),
        ("Авария случилась на улице Кирова.", [("улица Кирова", "site", None)]),
        ("Шторм ждут в Черном море у берегов Турции.", [("Черное море", "region", None), ("Турция", "country", "TR")]),
        (
            "Выборы прошли в Винницкой и Полтавской областях.",
            [("Винницкая область", "region", "UA"), ("Полтавская область", "region", "UA")],
        ),
        ("Пожар тушили в Кирове.", [("Киров", "city", "RU")]),
        ("Дачи горят в Пушкине и Кемерове.", [("Пушкин", "city", "RU"), ("Кемерово", "city", "RU")]),
        ("Авария случилась севернее города Приморскограда.", [("Приморскоград", "city", None)]),
        ("Стрельба началась на полигоне Ашулук.", [("полигон Ашулук", "site", None)]),
        ("Министра держат в казармах Кадаму.", [("казармы Кадаму", "site", None)]),
    ],
)
def test_a_place_has_its_nominative_name_its_kind_and_its_country(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Крейсер «Москва» вышел в море.",
        "Министр встретился с главой Евросоюза.",
        "Казахстанские военные вернулись домой.",
        "По данным «Голоса Америки», переговоры сорваны.",
        "Владимир Киров приехал домой.",
        "Сообщил об этом Жуковский.",
        "Самолет Ан-2 разбился.",
        "Шоссе перекрыли.",
        "Население Королевства составляет миллион человек.",
    ],
)
def test_titles_organisations_adjectives_and_persons_are_no_place_mentions(text: str) -> None:
    assert read(text).atlas.mentions == ()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("В Сирии и Ливане ждут помощи. Ливанские власти открыли порт в Триполи.", "LB"),
        ("Ливийские войска заняли порт. Бои идут в Триполи, сообщают в Ливии.", "LY"),
        ("Бои идут в Триполи.", None),
    ],
)
def test_a_shared_name_means_the_place_in_the_storys_country_or_none(text: str, country: str | None) -> None:
    assert {p.name: p.country for p in read(text).atlas.places}["Триполи"] == country


def test_a_new_place_is_found_again_in_other_forms_and_keeps_one_record() -> None:
    atlas = read("Пожар начался в деревне Заболотино. Из Заболотина вывезли людей, сообщили в Заболотине.").atlas
    assert [p.key for p in atlas.places] == ["zabolotino"]
    assert len(atlas.mentions) == 3


def at(text: str, word: str) -> tuple[str | None, str | None]:
    """Name of the place of `word`, and its basis."""
    reading = read(text)
    token: Token = next(t for t in reading.doc.tokens if t.text == word)
    where = place_for(reading, token)
    return (reading.atlas.by_key[where.place].name if where.place else None), where.basis


@pytest.mark.parametrize(
    ("text", "word", "place", "basis"),
    [
        ("Митинг в Алматы разогнала полиция.", "Митинг", "Алматы", "named"),
        ("Днем в Алматы протестующие захватили мэрию.", "захватили", "Алматы", "named"),
        ("Солдаты заняли центр Алматы.", "заняли", "Алматы", "named"),
        ("В Казахстане протесты начались в Уральске.", "начались", "Уральск", "named"),
        ("Митинги в Казахстане начались в Мангистауской области.", "Митинги", "Мангистауская область", "named"),
        ("В Уральске толпа ворвалась в банк, после чего там начался пожар.", "пожар", "Уральск", "carried"),
        ("Жители Жанаозена вышли к мэрии.", "вышли", "Жанаозен", "named"),
        ("В Алматы начались беспорядки. Полиция задержала десять человек.", "задержала", "Алматы", "carried"),
        ("В Алматы начались беспорядки. В городе сгорел банк.", "сгорел", "Алматы", "named"),
        ("Казахстан закрыл границы. Бои идут в Алматы. В стране отключили интернет.", "отключили", "Казахстан", "named"),
        ("Пострадали сто человек (половина в Алматы) во время беспорядков в Казахстане.", "Пострадали", "Казахстан", "named"),
        ("В Москве сто человек вышли на Болотную площадь. На площади задержали двоих.", "задержали", "Москва", "carried"),
        ("Министр заявил об этом.", "заявил", None, None),
        ("Автобус упал с трассы Омск — Минеральные Воды в Ставропольском крае.", "упал", "Ставропольский край", "named"),
        ("Авария случилась в 20 км от Омска.", "случилась", "Омск", "named"),
        ("Белый дом осудил взрыв.", "взрыв", None, None),
        ("Выступая перед жителями города Захедан в провинции Систан, лидер пел.", "Выступая", "Захедан", "named"),
        ("Мира добились на переговорах повстанцев и мэрии, которые прошли в Омске.", "переговорах", "Омск", "named"),
        ("В Алматы шел бой. Об этом рассказали на брифинге в Омске. Погибли двое.", "Погибли", "Алматы", "carried"),
        ("Посол в Париже подал в отставку.", "подал", None, None),
        (
            "В Чаде бастуют. Власти Чада молчат, парламент Чада закрыт. Президент отдыхает в Китае. В стране гибнут люди.",
            "гибнут",
            "Чад",
            "named",
        ),
    ],
)
def test_a_fact_happens_at_the_narrowest_place_nearby(text: str, word: str, place: str | None, basis: str | None) -> None:
    assert at(text, word) == (place, basis)


@pytest.mark.parametrize(
    ("adjective", "town"),
    [
        ("пражский", "Прага"),
        ("рижский", "Рига"),
        ("казанский", "Казань"),
        ("московский", "Москва"),
        ("омский", "Омск"),
        ("тверской", "Тверь"),
        ("читинский", "Чита"),
        ("бакинский", "Баку"),
        ("тульский", "Тула"),
        ("городской", None),
        ("весёлый", None),
    ],
)
def test_a_town_is_known_by_its_adjective(adjective: str, town: str | None) -> None:
    names = ("Прага", "Рига", "Казань", "Москва", "Омск", "Тверь", "Чита", "Баку", "Тула")
    found = town_of(adjective, [Place(name, name, "city", None) for name in names])
    assert (found.name if found else None) == town
