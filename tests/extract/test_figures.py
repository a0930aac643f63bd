"""Figures: what is measured, who is counted, with which bounds, and who claims it."""

from __future__ import annotations

import pytest

from etl.extract.figures import find_figures, measured
from etl.extract.statements import find_statements
from etl.records import Figure
from tests.conftest import read


def figures(text: str, published: str | None = None) -> tuple[Figure, ...]:
    reading, statements = find_statements(read(text, published))
    return find_figures(reading, measured(reading), statements, ())


MEASURES = [
    ("Жертвами столкновений, по данным газет Перу, стали более десяти человек.", [("killed", 10)]),
    ("Начались бои, жертвами которых, по данным газет, стали 12 человек.", [("killed", 12)]),
    ("Девяти пассажирам была оказана медицинская помощь.", [("injured", 9)]),
    ("В больницу доставили 10 пассажиров, 9 была оказана медицинская помощь.", [("hospitalised", 10), ("injured", 9)]),
    (
        "На лечении остаются 14 человек. Состояние троих из них тяжелое, 7 человек - в состоянии средней тяжести.",
        [("hospitalised", 14), ("injured", 3), ("injured", 7)],
    ),
    ("В суде выступили 160 свидетелей.", [("other", 160)]),
    ("Хлеб подорожал втрое.", [("price_ratio", 3)]),
    ("Мэрия более чем вдвое повысила цены на проезд.", [("price_ratio", 2)]),
    ("Лодок у рыбаков вчетверо меньше.", [("other", 4)]),
    ("Штраф составил 12 тысяч латов.", [("money", 12000)]),
    ("Наводнение унесло 150 жизней.", [("killed", 150)]),
    ("Рыбаки хотят вывести на площадь тысячу человек.", [("participants", 1000)]),
    ("На площади находятся до двух тысяч человек.", [("participants", 2000)]),
    ("Задержаны 126 человек, в больницы обратились 40.", [("detained", 126), ("hospitalised", 40)]),
    ("Погиб один человек, двоим удалось выжить.", [("killed", 1), ("other", 2)]),
    ("Погибли 18 человек, пострадали 748.", [("killed", 18), ("injured", 748)]),
    ("Известно о 16 погибших силовиках и 26 «ликвидированных боевиках».", [("killed", 16), ("killed", 26)]),
    ("В Перми задержали, по данным «Сети-Инфо», не менее 1000 человек.", [("detained", 1000)]),
    ("Полиция сообщила о более 4 тыс. задержанных.", [("detained", 4000)]),
    ("Сообщалось о 2 300 человек (половина — в столице), пострадавших в беспорядках.", [("injured", 2300), ("share", 0.5)]),
    ("Пять человек получили ранения, четверо госпитализированы.", [("injured", 5), ("hospitalised", 4)]),
    ("Число жертв превысило 50 человек, среди них не менее 5 - дети.", [("killed", 50), ("killed", 5)]),
    ("Под завалами нашли тела трех мужчин.", [("killed", 3)]),
    ("Полицейский и двое прохожих погибли, еще одна женщина ранена.", [("killed", 2), ("injured", 1)]),
    ("Среди задержанных — пять жителей поселка.", [("detained", 5)]),
    ("Задержаны двое из троих беглецов.", [("detained", 2), ("other", 3)]),
    ("Сотня человек числятся пропавшими без вести.", [("missing", 100)]),
    ("Из дома эвакуировали 54 жильца.", [("evacuated", 54)]),
    ("Скончались двое раненых.", [("killed", 2)]),
    (
        "Страна отправила 150 военных, 8 единиц бронетехники и 11 автомобилей.",
        [("personnel", 150), ("armoured_vehicles", 8), ("vehicles", 11)],
    ),
    ("Личный состав из 150 человек прибыл на базу.", [("personnel", 150)]),
    ("На площади собрались несколько сотен протестующих.", [("participants", None)]),
    ("Цены на газ выросли в два раза.", [("price_ratio", 2)]),
    ("Цены будут регулировать 180 дней.", [("duration", 180)]),
    ("Банк получил 4,6 млрд долларов.", [("money", 4.6e9)]),
    ("Ущерб составил €2,1 млрд.", [("money", 2.1e9)]),
    ("Явка составила 40%.", [("share", 40)]),
    ("До границы осталось 15 км.", [("distance", 15)]),
    ("Сгорели три дома.", [("buildings", 3)]),
    ("Помощь предложили пять стран.", [("countries", 5)]),
    ("В порту прогремели два взрыва.", [("other", 2)]),
    ("Отравились 15 школьников.", [("injured", 15)]),
    ("Милиция задержала 9 скинхедов.", [("detained", 9)]),
    ("Число раненых выросло с 20 до 35 человек.", [("injured", 20), ("injured", 35)]),
    ("К смерти приговорили двоих, найдены тела 30 из 50 пропавших.", [("other", 2), ("killed", 30), ("missing", 50)]),
    ("Освободить удалось 45 заложников.", [("other", 45)]),
    ("Погиб один, двое ранены.", [("killed", 1), ("injured", 2)]),
    ("Умерло 4 ребенка, 9 в тяжелом состоянии.", [("killed", 4), ("injured", 9)]),
    ("Воры похитили данные 50 тысяч клиентов.", [("other", 50000)]),
    ("Арестовали группу 20 рыбаков.", [("detained", 20)]),
    ("Число привитых достигло 3 тысяч, умерли 44.", [("other", 3000), ("killed", 44)]),
    ("Погибли как минимум двое, один ранен.", [("killed", 2), ("injured", 1)]),
    ("Число жертв достигло 1200, более 5000 человек ранены.", [("killed", 1200), ("injured", 5000)]),
    ("Ранены 12 горожан, 3 из них находятся в тяжелом состоянии.", [("injured", 12), ("injured", 3)]),
    ("Под стражей остаются 14 человек.", [("detained", 14)]),
    ("Троих туристов ищут.", [("missing", 3)]),
    ("Двум задержанным предъявлены обвинения.", [("detained", 2)]),
    ("Потеряли дома 12 тысяч человек.", [("other", 12000)]),
    ("Гараж сгорел, рядом с ним жили 50 стариков.", [("other", 50)]),
    ("Контингент насчитывает 2 тысячи человек.", [("personnel", 2000)]),
    ("Забастовку поддержали 3 тысячи рабочих.", [("participants", 3000)]),
    ("Банда держит в заложниках двух врачей.", [("other", 2)]),
    ("К мэрии пришли десятки тысяч человек.", [("participants", None)]),
    ("У банкоматов выстроились сотни человек.", [("participants", None)]),
    ("Около 1500 человек возвели баррикады.", [("participants", 1500)]),
    ("Город покинули 187 человек, из них 88 детей.", [("evacuated", 187), ("evacuated", 88)]),
    ("Из деревень выехали порядка 700 семей.", [("evacuated", 700)]),
    ("12 пациентов перевезены в Омск.", [("evacuated", 12)]),
    ("Хунта признала лишь четверых убитых.", [("killed", 4)]),
    ("Солдаты расстреляли 12 безоружных.", [("killed", 12)]),
    ("Комитет сообщил о шести нейтрализованных боевиках.", [("killed", 6)]),
    ("Армия Чили насчитывает 4 тыс. человек.", [("personnel", 4000)]),
    ("Численность населения составляет 2 млн человек.", [("other", 2000000)]),
    ("Сожгли два склада. Взяли штурмом две тюрьмы.", [("buildings", 2), ("buildings", 2)]),
    ("Обвал унес жизни девяти горняков.", [("killed", 9)]),
    ("В деле о сбитом лайнере обвинение предъявят троим чехам (бывшим пилотам).", [("other", 3)]),
    ("Жертвами обвала в старой шахте на севере страны стали 8 горняков.", [("killed", 8)]),
    ("Страну потрясло похищение боевиками двух врачей.", [("other", 2)]),
    ("Грузовик сбил троих пешеходов.", [("injured", 3)]),
    ("В отдел внутренних дел доставили 60 болельщиков.", [("detained", 60)]),
    (
        "Открыли огонь, погибли, согласно данным, 16 человек, а более ста были ранены; жители говорят о десятках жертв.",
        [("killed", 16), ("injured", 100), ("killed", None)],
    ),
    ("Очевидцы говорили о трёх раненых, к ночи их число выросло до семи.", [("injured", 3), ("injured", 7)]),
    ("Разрушены 86 домов, из них 31 ремонту не подлежит.", [("buildings", 86), ("buildings", 31)]),
    ("К маю работу прекратили около 1 700 человек.", [("participants", 1700)]),
    (
        "Цену литра бензина повысили с 8 тыс. до 10 тыс. франков, то есть на 25%.",
        [("money", 8000), ("money", 10000), ("price_ratio", 25)],
    ),
    ("Цены на хлеб подскочили на 15 процентов. Цена 5% акций выросла.", [("price_ratio", 15), ("share", 5)]),
    ("Ставку подняли с 12 до 15 процентов.", [("share", 12), ("share", 15)]),
    ("Сообщили о 31 погибшем.", [("killed", 31)]),
    ("Пострадали около 60 человек, в том числе 21 миротворец.", [("injured", 60), ("injured", 21)]),
    ("МОСКВА, 19 мар - РИА Новости. Около девяти вечера погибли двое.", [("killed", 2)]),
    ("Признана гибель пятерых — четырёх силовиков и одного гражданского.", [("killed", 5), ("killed", 4), ("killed", 1)]),
    ("За помощью обратились 38 сербов.", [("injured", 38)]),
    ("В отделах полиции остаются не менее 54 участников акции.", [("detained", 54)]),
    ("Погиб боец местного ОМОН, еще трое милиционеров и военнослужащий получили ранения.", [("injured", 3)]),
    ("Погиб боец и трое рабочих.", [("killed", 3)]),
    ("Голодовку продолжили восемь шахтеров.", [("participants", 8)]),
    ("Его участники - около 50 человек - молчали.", [("participants", 50)]),
    ("Подняты тела 12 пассажиров и двух пилотов.", [("killed", 12), ("killed", 2)]),
    ("Спасли троих членов экипажа и 10 пассажиров.", [("evacuated", 3), ("evacuated", 10)]),
    ("К суду привлекли 30 человек.", [("other", 30)]),
    ("Там проживают тысячи чехов.", [("other", None)]),
    ("У ратуши стоят 60 бастующих.", [("participants", 60)]),
    ("Двое туристов пытались убить себя.", [("other", 2)]),
    ("Отец троих детей задержан.", [("other", 3)]),
    ("Двое из них, оба финны, умерли.", [("killed", 2)]),
    ("Ответственность за убийство в среду двух прохожих взял отряд.", [("killed", 2)]),
    ("Двое бандитов выследили мальчика и посадили его в фургон.", [("other", 2)]),
    ("Бывшие с пострадавшей три человека вызвали врачей.", [("other", 3)]),
    ("К лету это число достигнет 900 солдат.", [("personnel", 900)]),
    ("Сгорели шесть зданий, из них два жилых.", [("buildings", 6), ("buildings", 2)]),
    ("Судьба семи рыбаков неизвестна.", [("missing", 7)]),
    ('"Трое из них умерли в пути, 9 человек лежат в больнице.', [("killed", 3), ("hospitalised", 9)]),
    ("Судья посадил на 10 суток одного из соседей.", [("duration", 10)]),
    ("Трещина шириной 4 миллиметра.", [("distance", 4)]),
    ("Почти 70 из 200 шахтеров прекратили спуск в забой.", [("participants", 70), ("other", 200)]),
    ("Число привитых достигло 9 тыс. человек, умерли 12 стариков.", [("other", 9000), ("killed", 12)]),
    ("Количество рыбаков, считающихся пропавшими без вести, достигло 40 человек.", [("missing", 40)]),
    ("Число участников похода достигло 60 человек.", [("participants", 60)]),
    ("Осмотрели 25 рыбаков, из них один умер.", [("other", 25), ("killed", 1)]),
    ("Суд велел освободить 12 из 40 арестованных офицеров.", [("other", 12), ("detained", 40)]),
    ("Погибли около 20 тысяч человек, и более миллиона людей лишились крова.", [("killed", 20000), ("other", 1000000)]),
    ("Дезертира в области ищут более 900 милиционеров и вертолет.", [("personnel", 900)]),
    ("Показания давали трое детей, родственники которых погибли.", [("other", 3)]),
    ("После взятия заложников сумма выкупа превысила 9 млн.", []),
    ("Число похищенных телефонов достигло 3 тысяч.", [("other", 3000)]),
    ("Истец просит наложить арест на 2 млн из гонорара.", []),
    ("Экипаж катера состоял из 12 человек.", [("personnel", 12)]),
    ("На станции остались три космонавта.", [("personnel", 3)]),
    ("Опрошены 900 горожан.", [("participants", 900)]),
    ("Сыщики вышли на след пятерых членов секты.", [("other", 5)]),
    ("Поезд сошел с рельсов, эвакуированы 40 семей.", [("evacuated", 40)]),
    ("В опыте участвовали 20 супружеских пар.", [("participants", 20)]),
    ("Собрались около 70 родственников заключенных.", [("participants", 70)]),
    ("Троих увезли в больницу.", [("hospitalised", 3)]),
    ("Около двух тысяч человек потребовали пересмотреть соглашение.", [("participants", 2000)]),
    ("Кип обесценился к доллару на 39%.", [("price_ratio", 39)]),
    ("Завод вернул 20-миллионный долг.", [("money", 2e7)]),
    ("Число погибших от толчков магнитудой 7,7 и 7,6 выросло до 4544 человек.", [("killed", 4544)]),
    ("Команда выиграла 7 из последних 10 матчей.", [("other", 7), ("other", 10)]),
]
ONE = [
    ("Один из нападавших убит.", [("killed", 1)]),
    ("Погиб один человек.", [("killed", 1)]),
    ("Упала минимум одна ракета.", [("other", 1)]),
    ("Он один из организаторов.", []),
    ("При взрыве погиб один из лидеров профсоюза бывший депутат Иван Громов.", []),
    ("Убит один из сторонников Громова.", [("killed", 1)]),
    ("Одним словом, марш не состоялся.", []),
    ("В одном из домов арестован мужчина.", []),
    ("Суд распорядился освободить одного из главарей.", []),
    ("Ему дали один год условно.", [("duration", 1)]),
    ("Оба брата уехали.", []),
    ("Обе женщины погибли.", [("killed", 2)]),
    ("Лидеры двух стран встретились.", []),
]
NOBODY = [
    "Врачи борются за жизнь семерых.",
    "Он спас жизни сотен детей.",
    "Нашли 40 трупов собак.",
    "Двое полицейских задержали мужчину.",
    "Пять человек не пострадали.",
    "В приюте погибли 300 животных.",
]
POPULATIONS = [
    ("Среди правоохранителей погибли 18 человек.", "security_forces"),
    ("Среди участников протеста 26 погибли.", "protesters"),
    ("Погибли 12 мирных жителей.", "civilians"),
    ("Убиты трое солдат.", "military"),
    ("Ранены четверо детей.", "children"),
    ("Ранены двое малышей.", "children"),
    ("Погибли 12 человек.", "all"),
    ("Число погибших полицейских составило 20 человек.", "security_forces"),
    ("Задержаны двое преступников.", None),
    ("Задержаны двое митингующих.", "protesters"),
    ("Задержаны двое участников мирной акции.", "protesters"),
    ("Убиты трое активистов партии.", None),
    ("Протест против закона. На митинге был протест. Задержаны трое активистов партии.", "protesters"),
    ("Сообщили о 12 погибших.", "all"),
    ("Погибли две гражданки Македонии.", None),
    ("Направлены 2,5 тыс. военных.", "military"),
    ("На митинг вышли сотни человек.", "protesters"),
    ("Поздравить ее пришли сотни человек.", "civilians"),
]
BOUNDS = [
    ("Погибли 18 человек.", (18, 18, 18, "text")),
    ("Погибли более 18 человек.", (18, 18, None, "text")),
    ("Погибли не менее 18 человек.", (18, 18, None, "text")),
    ("Погибли до 18 человек.", (18, None, 18, "text")),
    ("Погибли менее 18 человек.", (18, None, 18, "text")),
    ("Погибли от 10 до 15 человек.", (None, 10, 15, "text")),
    ("Погибли около 400 человек.", (400, 360, 440, "convention")),
    ("Погибли десятки человек.", (None, 20, None, "convention")),
]


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_each_number_measures_what_its_words_say(text: str, expected: list[tuple[str, float | None]]) -> None:
    assert [(f.measure, f.value) for f in figures(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_counts_only_where_it_counts_somebody(text: str, expected: list[tuple[str, float | None]]) -> None:
    assert [(f.measure, f.value) for f in figures(text)] == expected


@pytest.mark.parametrize("text", NOBODY)
def test_no_casualties_where_nobody_suffered(text: str) -> None:
    assert not {f.measure for f in figures(text)} & {"killed", "injured", "detained"}


@pytest.mark.parametrize(("text", "population"), POPULATIONS)
def test_who_is_counted(text: str, population: str | None) -> None:
    assert figures(text)[0].population == population


def test_a_population_holds_until_the_next_one_is_named() -> None:
    text = "Среди полицейских погибли 18 человек, пострадали 748, среди участников протеста 26 погибли и 18 были ранены."
    found = [(f.value, f.measure, f.population) for f in figures(text)]
    assert found == [
        (18, "killed", "security_forces"),
        (748, "injured", "security_forces"),
        (26, "killed", "protesters"),
        (18, "injured", "protesters"),
    ]


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_bounds_follow_the_comparator(text: str, expected: tuple[float | None, float | None, float | None, str]) -> None:
    (found,) = figures(text)
    assert (found.value, found.value_low, found.value_high, found.bounds_basis) == expected


def test_the_speaker_of_the_statement_claims_the_figure() -> None:
    (found,) = figures("МВД Казахстана сообщило, что погибли 18 человек.")
    assert (found.source, found.source_basis) == ("mvd-kazakhstana", "named")


def test_the_articles_own_figure_has_no_source() -> None:
    (found,) = figures("В городе погибли 18 человек.")
    assert (found.source, found.source_basis, found.statement) == (None, "article", None)


def test_the_owner_is_the_country_whose_people_are_counted() -> None:
    (found,) = figures("Казахстан попросил помощи. Убиты трое казахстанских солдат.")
    assert found.owner == "kazakhstan"


def test_as_of_is_the_day_the_count_speaks_of() -> None:
    (found,) = figures("По состоянию на 8 января задержаны 40 человек.", "2022-01-09")
    assert (found.as_of, found.as_of_text) == ("2022-01-08", "8 января")


def test_as_of_a_gathering_is_its_day() -> None:
    (found,) = figures("В понедельник 60 рабочих приостановили работу.", "2020-03-04")
    assert found.as_of == "2020-03-02"


@pytest.mark.parametrize(
    ("money", "unit"),
    [
        ("300 рублей", "RUB"),
        ("300 белорусских рублей", "BYN"),
        ("20 тыс. канадских долларов", "CAD"),
        ("20 тыс. долларов США", "USD"),
        ("200 долларов Намибии", "NAD"),
        ("5 млн египетских фунтов", "EGP"),
        ("5 млн фунтов стерлингов", "GBP"),
        ("5 млн фунтов", "pounds"),
        ("10 тыс. гвинейских франков", "GNF"),
        ("10 тыс. франков", "francs"),
        ("100 чешских крон", "CZK"),
        ("30 млн сумов", "UZS"),
        ("500 найр", "NGN"),
        ("3 млрд кьятов", "MMK"),
        ("19 тыс. кипов", "LAK"),
        ("7 млн афгани", "AFN"),
    ],
)
def test_a_currency_is_that_of_the_country_the_words_name(money, unit):
    (found,) = figures(f"Ущерб составил {money}.")
    assert (found.measure, found.unit) == ("money", unit)


def test_a_sign_before_the_number_is_its_unit() -> None:
    (found,) = figures("Собрано £30 млн дня врачей.")
    assert (found.measure, found.unit) == ("money", "GBP")


def test_a_figure_told_twice_is_one_row() -> None:
    (found,) = figures("В городе погибли 18 человек. Напомним, погибли 18 человек.")
    assert found.anchor == 17
    assert [p.part for p in found.parts].count("also") == 1


def test_a_share_told_twice_may_be_of_two_things() -> None:
    assert len(figures("За переезд 19% жителей. Столько же (19%) против.")) == 2


def test_the_ministry_and_its_press_service_are_one_source() -> None:
    text = "Пресс-служба полиции Чили сообщила, что задержаны 5 человек. Полиция Чили подтвердила, что задержаны 5 человек."
    assert len(figures(text)) == 1


def test_two_populations_are_two_rows() -> None:
    assert len(figures("Погибли 18 солдат. Погибли 18 детей.")) == 2


def test_shares_of_one_poll_have_one_source() -> None:
    text = "По данным ВЦИОМ, 44% россиян за переезд. Против выступают 28% опрошенных. Инфляция составила 5%."
    assert [f.source for f in figures(text)][:2] == [figures(text)[0].source] * 2
    assert figures(text)[0].source is not None
    assert figures(text)[2].source is None


def test_what_is_said_to_be_so_is_the_last_speakers() -> None:
    first, second = figures("ТАСС сообщил о взрыве и двух раненых. В городе якобы погибли шесть человек.")
    assert (second.value, second.source) == (6, first.source)


def test_a_number_without_noun_counts_the_same_people_as_the_one_before() -> None:
    found = figures("Двое военнослужащих убиты и пятеро ранены.")
    assert [f.population for f in found] == ["military", "military"]


def test_people_detained_at_a_protest_are_protesters() -> None:
    (found,) = figures("За проведение несанкционированной акции задержаны девять человек.")
    assert (found.measure, found.population) == ("detained", "protesters")


def told(text: str) -> list[tuple[float | None, str | None, str | None]]:
    """Values with the names of their claimants and places."""
    reading, statements = find_statements(read(text))
    cast, places = reading.cast.by_key, reading.atlas.by_key
    found = find_figures(reading, measured(reading), statements, ())
    return [(f.value, cast[f.source].name if f.source else None, places[f.place].name if f.place else None) for f in found]


def test_places_stand_across_a_dash() -> None:
    text = "В Алматы за сутки умерли 15 человек, в Астане — 8."
    assert [p for *_, p in told(text)] == ["Алматы", "Астана"]
    text = "В Казахстане задержали 500 человек, из них 300 — в Алматы."
    assert [p for *_, p in told(text)] == ["Казахстан", "Алматы"]


def test_a_town_told_with_its_region_is_the_place() -> None:
    text = "В мае, в Детройте, штат Мичиган, тоже случился обвал, тогда погибло 11 человек."
    assert [p for *_, p in told(text)] == ["Детройт"]


def test_a_poll_has_one_pollster_and_is_held_among_one_people() -> None:
    text = (
        "Опрос провел ВЦИОМ. Переезд поддержали 44% россиян.\n"
        "20% респондентов заявили, что ждут войны в Германии. Еще 5% промолчали.\n"
        "Против все остальные.\nИнфляция составила 7%."
    )
    assert [(v, s) for v, s, _ in told(text)] == [(44, "ВЦИОМ"), (20, "ВЦИОМ"), (5, "ВЦИОМ"), (7, None)]
    assert [p for *_, p in told(text)][:3] == ["Россия"] * 3


def test_what_a_newspaper_writes_fills_its_paragraph() -> None:
    text = "Газета «Коммерсантъ» пишет, что завод готов. Станки обойдутся в 3 млн рублей.\nЗавод потратил 5 млн рублей."
    assert [s is not None for _, s, _ in told(text)] == [True, False]
    assert told("«Коммерсантъ» сообщает, что завод готов. Станки обойдутся в 3 млн рублей.")[0][1] == "Коммерсантъ"
    assert told("В среду «Коммерсантъ» сообщил, что завод готов. Станки обойдутся в 3 млн рублей.")[0][1] is None


def test_an_estimate_in_brackets_has_its_own_claimant() -> None:
    text = "Митинг собрал тысячи горожан (по оценкам полиции Чили, до 15 тысяч, по оценке BBC - около 40 тысяч)."
    assert [s for _, s, _ in told(text)] == [None, "полиция Чили", "BBC"]
    assert {f.population for f in figures(text)} == {"protesters"}
    assert figures(text)[-1].span.of(text) == "около 40 тысяч"  # without the verb, which is far


def test_an_estimate_may_follow_its_number() -> None:
    assert told("На площади собралось не более тысячи человек, по оценке полиции Чили.")[0][1] == "полиция Чили"


def test_an_order_claims_nothing() -> None:
    assert [s for _, s, _ in told("Президент Чили Педро Морель поручил ввести на 90 дней комендантский час.")] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("В Казахстане 20 человек погибли при обстреле города Актау.", "Актау"),
        ("В Казахстане ранены 20 человек (половина — в Актау).", "Казахстан"),
        ("Против выступают 75% россиян.", "Россия"),
        ("В Актау строят завод. Он обойдется в 3 млн тенге.", "Актау"),
        ("Он потребовал 3 млн долларов США.", None),
        ("В Чили прошел опрос. Против высказались 60% жителей страны.", "Чили"),
        ("Выборы идут в Чили.\n\nГромов набрал 442478 голосов.", "Чили"),
        ("Долги бывшего СССР достигли 3 млн долларов.", None),
        ("По словам мэра Актау, эвакуированы 300 человек.", "Актау"),
    ],
)
def test_where_the_counted_were(text: str, place: str | None) -> None:
    assert told(text)[0][2] == place


def test_a_number_that_takes_up_another_is_quoted_alone() -> None:
    text = "Ранения получили 176 человек, 17 из них тяжелые."
    assert [f.span.of(text) for f in figures(text)] == ["176 человек", "17"]
