"""What actors are called, and which names are no actors: the article's own full name, ministries, names of things."""

import pytest
from conftest import read


def found(text: str) -> dict[str, str]:
    """Name → kind of everyone in the text."""
    return {a.name: a.kind for a in read(text).cast.actors}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Вакцину одобрила Всемирная организация здравоохранения.", "Всемирная организация здравоохранения", "organization"),
        ("Вакцину одобрила ВОЗ.", "ВОЗ", "organization"),
        ("ЕС молчит.", "Евросоюз", "organization"),
        ("Об этом пишет Guardian.", "Guardian", "media"),
        ("Об этом пишет РИА.", "РИА Новости", "media"),
        ("Президент Турции Тайип Эрдоган уехал.", "Тайип Эрдоган", "person"),
        ("Президент Турции Эрдоган уехал.", "Реджеп Тайип Эрдоган", "person"),
        ("Остров патрулируют военно-морские силы Перу.", "Военно-морские силы Перу", "state_body"),
        ("Об этом сообщает BBC Persian.", "BBC Persian", "media"),
        ("Об этом пишет Life.kg.", "Life.kg", "media"),
    ],
)
def test_an_actor_has_the_full_name_that_the_article_uses(text, name, kind):
    assert found(text).get(name) == kind


def test_the_name_used_most_wins():
    text = "ВОЗ ждет доклада. Всемирная организация здравоохранения молчит. В ВОЗ недовольны."
    assert [a.name for a in read(text).cast.actors if a.kind == "organization"] == ["ВОЗ"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Министр обороны Перу Хуан Лопес уехал.", "Министерство обороны Перу"),
        ("Так считает министр нефти и газа Ирака.", "Министерство нефти и газа Ирака"),
        ("Замминистра иностранных дел Чили Хуан Лопес уехал.", "МИД Чили"),
        ("Министр обороны США уехал.", "Министерство обороны США"),
    ],
)
def test_a_ministry_in_its_minister_s_position_is_an_actor(text, name):
    assert found(text).get(name) == "state_body"


def test_a_prime_minister_has_no_ministry():
    assert "state_body" not in found("Премьер-министр Перу Хуан Лопес уехал.").values()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Телескоп «Орион» сломан. Ремонт «Ориона» стоит дорого.", "Орион"),
        ("Встреча прошла в самой дорогой гостинице города - Palace Lima.", "Palace Lima"),
        ("К станции летит корабль «Союз ТМ-5».", "союз ТМ-5"),
        ("Он написал об этом в Facebook.", "Facebook"),
        ("Самолет подлетал к Омскому аэропорту.", "Омский аэропорт"),
        ("За него проголосуют на Национальном съезде Рабочей партии.", "Национальный съезд Рабочей партии"),
        ("Задачей ВВС и ПВО является охрана.", "ПВО"),
        ("Задачей ВВС и ПВО является охрана.", "ВВС"),
    ],
)
def test_names_of_things_are_no_actors(text, name):
    assert name not in found(text)


@pytest.mark.parametrize("text", ["Facebook представил новый сервис.", "Приехал основатель Facebook Иван Громов."])
def test_a_platform_that_acts_is_an_organisation(text):
    assert found(text).get("Facebook") == "organization"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Группой руководит глава торговой корпорации, выпускающей лекарство, Олег Громов.", "Олег Громов"),
        ("На место прибыл близкий друг певицы, актер Никита Петров.", "Никита Петров"),
        ("Как заявил командующий ВВС и войск ПВО Вооруженных сил Перу Игорь Громов, учения идут.", "Игорь Громов"),
        ("По словам Лео Громова, генерального секретаря Orapp, крупнейшего союза врачей Италии, мест нет.", "Лео Громов"),
        ("Внучка классика, певица Варвара Громова рассказала о деде.", "Варвара Громова"),
    ],
)
def test_a_description_in_apposition_is_the_person_it_stands_with(text, person):
    assert [name for name, kind in found(text).items() if kind == "person"] == [person]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Опыт повторили на овце Долли. Долли жила долго.", "Долли"),
        ("Задержан Иван Громов по прозвищу Жигуль.", "Жигуль"),
        ("Компания подала в суд на Громова.", "суд"),
        ("Он готов дать показания в суде.", "суд"),
        ("Сделку закрыла компания Norden (ОАО «УтроТелеком»).", "УтроТелеком"),
    ],
)
def test_animals_second_names_and_courts_to_which_one_goes_are_no_actors(text, name):
    assert name not in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Прокуратура Тихоокеанского флота начала проверку.", "Тихоокеанский флот"),
        ("Спектакль покажет Омский государственный театр кукол «Буратино».", "Омский государственный театр кукол «Буратино»"),
        ("Треть респондентов заявили, что довольны. Остальные опрошенные молчат.", "участники опроса"),
        ("Об этом сказал начальник отдела полиции Заречного района.", "начальник отдела полиции Заречного района"),
    ],
)
def test_names_in_names_are_told_once_and_whole(text, name):
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Он задержан по запросу Перу.", "Перу", "country"),
        ("Участие Чили в учениях отменено.", "Чили", "country"),
        ("Приехал учредитель Facebook Марк Громов.", "Марк Громов", "person"),
        ("Цитаты из российских газет приводит сайт.", "российские газеты", "media"),
        (
            "Ответил глава отдела внешних связей Лимского патриархата.",
            "отдел внешних связей Лимского патриархата",
            "organization",
        ),
        ("Доклад готовится в Конгрессе Перу.", "Конгресс Перу", "state_body"),
        ("Итальянский суд приговорил Громова.", "итальянский суд", "state_body"),
        ("На заседании кабинета министров спорили о Перу.", "кабинет министров Перу", "state_body"),
        ("Рабочие 12-го механического завода бастуют.", "12-й механический завод", "organization"),
        ("Минобороны молчит. Министерство обороны Перу ответило.", "Министерство обороны Перу", "state_body"),
    ],
)
def test_kinds_and_deeds(text, name, kind):
    assert found(text).get(name) == kind
