"""Views for people: names instead of ids, one per question.

Everything is a LEFT JOIN, also what is always there: SQLite then starts at the facts themselves, by their index, and a count
leaves out the joins it does not need.
"""

from __future__ import annotations

from etl.schema.shape import Column, View, day, number, text, whole

SAYS_SO = (
    text("outlet", "Who published it", "Издание"),
    text("article", "Title of the article", "Заголовок статьи"),
    text("article_id", "The article", "Статья"),
)

TIMELINE = View(
    "timeline",
    "Timeline",
    "Хронология",
    "What happened, in order; events without a known day come last.",
    "Что произошло, по порядку; события без известного дня — в конце.",
    """
    SELECT e.date, e.date_end,
           (SELECT min(r.part_of_day) FROM event_reports r WHERE r.event_id = e.id
            HAVING count(DISTINCT r.part_of_day) = 1) AS part_of_day,
           t.label_ru AS type, t.label AS type_en, p.name AS place, p.name_en AS place_en, e.title, e.title_en,
           (SELECT group_concat(name, ', ') FROM
               (SELECT DISTINCT a.name FROM event_reports r
                JOIN event_participants ep ON ep.event_report_id = r.id JOIN actors a ON a.id = ep.actor_id
                WHERE r.event_id = e.id ORDER BY ep.id)) AS participants,
           e.reports, e.dates_conflict, p.latitude, p.longitude, e.id AS event_id, e.rowid AS row
    FROM events e LEFT JOIN event_types t ON t.id = e.type LEFT JOIN places p ON p.id = e.place_id
    ORDER BY e.date IS NULL, e.date, e.id
    """,
    (
        day("date", "When it happened, or began", "Когда произошло или началось"),
        day("date_end", "Last day of a span", "Последний день"),
        text("part_of_day", "Part of the day, if the reports agree", "Время суток, если сообщения согласны"),
        text("type", "What happened, in Russian", "Что произошло"),
        text("type_en", "What happened, in English", "Что произошло, по-английски"),
        text("place", "Where", "Где"),
        text("place_en", "Where, in English", "Где, по-английски"),
        text("title", "Type, place and date in Russian", "Вид, место и дата"),
        text("title_en", "Type, place and date in English", "Вид, место и дата по-английски"),
        text("participants", "Who took part, by any report", "Кто участвовал, по любому из сообщений"),
        whole("reports", "Articles that tell it, copies not counted", "Сколько статей сообщают, копии не в счёт"),
        whole("dates_conflict", "1 if the reports' days contradict", "1, если дни в сообщениях противоречат"),
        Column("latitude", "REAL", "Degrees north", "Широта, градусы"),
        Column("longitude", "REAL", "Degrees east", "Долгота, градусы"),
        text("event_id", "The event", "Событие"),
        whole("row", "Row number in events, for searching", "Номер строки в events, для поиска"),
    ),
    search="events",
    row="row",
)

WHO_SAID_WHAT = View(
    "who_said_what",
    "Who said what",
    "Кто что сказал",
    "Every statement with the names of those who speak, are spoken to and pass it on.",
    "Каждое высказывание с именами тех, кто говорит, кому и кто передаёт.",
    """
    SELECT s.said_on, who.name AS speaker, who.name_en AS speaker_en, s.speaker_text, act.label_ru AS act, act.label AS act_en,
           s.mode, s.content, s.cue, addressee.name AS addressee, s.medium, via.name AS via,
           a.published, a.outlet, a.label AS article, s.article_id, s.id AS statement_id, s.speaker_id, s.rowid AS row
    FROM statements s LEFT JOIN articles a ON a.id = s.article_id LEFT JOIN speech_acts act ON act.id = s.act
    LEFT JOIN actors who ON who.id = s.speaker_id LEFT JOIN actors addressee ON addressee.id = s.addressee_id
    LEFT JOIN actors via ON via.id = s.via_id
    """,
    (
        day("said_on", "Day it was said", "Когда сказано"),
        text("speaker", "Who speaks", "Кто говорит"),
        text("speaker_en", "Who speaks, in English", "Кто говорит, по-английски"),
        text("speaker_text", "The words that name the speaker here", "Слова, которыми здесь назван говорящий"),
        text("act", "What the speaker does with the words, in Russian", "Что говорящий делает словами"),
        text("act_en", "What the speaker does with the words", "Что говорящий делает словами, по-английски"),
        text("mode", "Direct, indirect, or indirect with quoted words", "Прямая, косвенная или смешанная речь"),
        text("content", "What was said", "Что сказано"),
        text("cue", "The word of speech", "Слово речи"),
        text("addressee", "To whom", "Кому"),
        text("medium", "Where it was said", "Где сказано"),
        text("via", "Who passes it on", "Кто передаёт"),
        day("published", "When the article was published", "Когда вышла статья"),
        *SAYS_SO,
        text("statement_id", "The statement", "Высказывание"),
        text("speaker_id", "The speaker", "Говорящий"),
        whole("row", "Row number in statements, for searching", "Номер строки в statements, для поиска"),
    ),
    search="statements",
    row="row",
)

_CLAIM = """f.value_text, f.value, f.value_low, f.value_high, f.comparator,
           m.label_ru AS measure, m.label AS measure_en, pop.label_ru AS population, pop.label AS population_en,
           f.population_text, p.name AS place, f.as_of, who.name AS claimant, who.name_en AS claimant_en,
           f.source_basis, f.quote"""
_CLAIM_FROM = """figures f LEFT JOIN articles a ON a.id = f.article_id LEFT JOIN measures m ON m.id = f.measure
    LEFT JOIN figure_series s ON s.id = f.series_id
    LEFT JOIN populations pop ON pop.id = f.population LEFT JOIN places p ON p.id = f.place_id
    LEFT JOIN actors who ON who.id = f.source_id"""
_CLAIM_COLUMNS = (
    text("value_text", "The number in the article's words", "Число словами статьи"),
    number("value", "The number", "Число"),
    number("value_low", "Lowest value the words allow", "Наименьшее, что допускают слова"),
    number("value_high", "Highest value the words allow", "Наибольшее, что допускают слова"),
    text("comparator", "How the number is meant", "Как понимать число"),
    text("measure", "What is measured, in Russian", "Что измеряется"),
    text("measure_en", "What is measured", "Что измеряется, по-английски"),
    text("population", "Who is counted, in Russian", "Кого считают"),
    text("population_en", "Who is counted", "Кого считают, по-английски"),
    text("population_text", "The words for who is counted", "Слова о том, кого считают"),
    text("place", "Where", "Где"),
    day("as_of", "Day the number speaks of", "На какой день"),
    text("claimant", "Who claims it", "Кто утверждает"),
    text("claimant_en", "Who claims it, in English", "Кто утверждает, по-английски"),
    text("source_basis", "How the claimant is known", "Откуда известно, кто утверждает"),
    text("quote", "The words", "Слова"),
)
HUMAN = ("killed", "injured", "hospitalised", "detained", "missing", "evacuated")

CASUALTIES = View(
    "casualties",
    "People killed, hurt, detained",
    "Погибшие, пострадавшие, задержанные",
    "Figures about people, each with who claims it and as of which day.",
    "Числа о людях: кто утверждает и на какой день.",
    f"""
    SELECT {_CLAIM}, s.agreement, a.outlet, a.label AS article, f.article_id, f.id AS figure_id, f.series_id, f.rowid AS row
    FROM {_CLAIM_FROM}
    WHERE f.measure IN ({", ".join(f"'{m}'" for m in HUMAN)})
    """,
    (
        *_CLAIM_COLUMNS,
        text("agreement", "How the claims of its series stand to each other", "Как соотносятся утверждения ряда"),
        *SAYS_SO,
        text("figure_id", "The figure", "Число"),
        text("series_id", "Its series", "Его ряд"),
        whole("row", "Row number in figures, for searching", "Номер строки в figures, для поиска"),
    ),
    search="figures",
    row="row",
)

CONFLICTING_FIGURES = View(
    "conflicting_figures",
    "Conflicting figures",
    "Противоречивые числа",
    "Claims of different origin about one quantity on one day that cannot all be right.",
    "Утверждения разного происхождения об одной величине на один день, которые не могут быть верны все.",
    f"""
    SELECT s.title AS series, s.title_en AS series_en, {_CLAIM},
           a.outlet, a.label AS article, f.article_id, f.id AS figure_id, f.series_id
    FROM {_CLAIM_FROM}
    WHERE s.agreement = 'conflict'
    ORDER BY s.id, f.as_of, f.value, f.id
    """,
    (
        text("series", "What is counted, in Russian", "Что считают"),
        text("series_en", "What is counted", "Что считают, по-английски"),
        *_CLAIM_COLUMNS,
        *SAYS_SO,
        text("figure_id", "The figure", "Число"),
        text("series_id", "Its series", "Его ряд"),
    ),
)

CONTRIBUTIONS_BY_COUNTRY = View(
    "contributions_by_country",
    "Contributions by country",
    "Вклад стран",
    "What each country sends to a mission; `number_stated` 0: how many is not said. The last row of a mission is its total.",
    "Что каждая страна отправляет в миссию; `number_stated` 0: сколько — не сказано. Последняя строка — итог миссии.",
    """
    SELECT c.mission, coalesce(k.name, 'вся миссия') AS country, coalesce(k.name_en, 'whole mission') AS country_en,
           c.country_id IS NULL AS is_total, c.status, c.comparator,
           c.personnel, c.armoured_vehicles, c.vehicles, c.aircraft,
           coalesce(c.personnel, c.armoured_vehicles, c.vehicles, c.aircraft) IS NOT NULL AS number_stated,
           c.as_of, who.name AS claimant, a.outlet, a.label AS article, c.article_id, c.id AS contribution_id, c.quote
    FROM troop_contributions c LEFT JOIN articles a ON a.id = c.article_id
    LEFT JOIN countries k ON k.id = c.country_id LEFT JOIN actors who ON who.id = c.source_id
    ORDER BY c.mission, c.country_id IS NULL, k.name, c.id
    """,
    (
        text("mission", "The mission or its organisation", "Миссия или её организация"),
        text("country", "The country, in Russian", "Страна"),
        text("country_en", "The country", "Страна, по-английски"),
        whole("is_total", "1 for the mission's total", "1 для итога миссии"),
        text("status", "How far it has come", "Стадия"),
        text("comparator", "How the number is meant", "Как понимать число"),
        number("personnel", "People", "Люди"),
        number("armoured_vehicles", "Armoured vehicles", "Бронетехника"),
        number("vehicles", "Other vehicles", "Другие машины"),
        number("aircraft", "Aircraft", "Воздушные суда"),
        whole("number_stated", "0 if no number is stated", "0, если число не названо"),
        day("as_of", "Day it speaks of", "На какой день"),
        text("claimant", "Who says so", "Кто сообщает"),
        *SAYS_SO,
        text("contribution_id", "The row", "Запись"),
        text("quote", "The words", "Слова"),
    ),
)
