"""What single articles say: statements, event reports, figures, troop contributions."""

from __future__ import annotations

from etl.schema.shape import Table, choice, day, evidence, key, number, ref, text

COMPARATORS = ("exact", "about", "more_than", "at_least", "less_than", "up_to", "range", "vague")
BASES = ("explicit", "relative", "carried")
BASIS_EN = "How the day is known: a date, a word such as 'yesterday', or carried over from the sentences before"
BASIS_RU = "Откуда известен день: дата, слово вроде «вчера» или перенесён из предыдущих предложений"
FACT_KEY = key(
    "Article, kind and position: nothing outside the article changes it", "Статья, вид и место: от других статей не зависит"
)

STATEMENTS = Table(
    "statements",
    "Statements",
    "Высказывания",
    "Who said what: one reported act of communication of one speaker.",
    "Кто что сказал: одно сообщённое высказывание одного говорящего.",
    (
        FACT_KEY,
        ref(
            "speaker_id", "actors", "Who speaks; empty if unattributed or if two fit equally", "Кто говорит; пусто, если не ясно"
        ),
        text("speaker_text", "The words that name the speaker here", "Слова, которыми здесь назван говорящий"),
        choice(
            "resolution",
            ("named", "role", "pronoun", "elided", "ambiguous", "unattributed"),
            "How the speaker was found: by name, role, pronoun, elided subject; or left open",
            "Как найден говорящий: имя, должность, местоимение, опущен; или оставлен открытым",
            required=True,
        ),
        text("cue", "The word or phrase of speech", "Слово или оборот речи", required=True, facet=True),
        choice("mode", ("direct", "indirect", "mixed"), "Direct, indirect, or indirect with quoted words", "Речь", required=True),
        ref("act", "speech_acts", "What the speaker does with the words", "Что говорящий делает словами", required=True),
        text("content", "What was said; parts joined by ' … '", "Что сказано; части соединены « … »", required=True),
        day("said_on", "Day it was said", "Когда сказано"),
        text("said_on_text", "The words of the day", "Слова о дне"),
        choice("said_on_basis", BASES, BASIS_EN, BASIS_RU),
        text("medium", "Where it was said: channel, network, occasion", "Где сказано: канал, сеть, повод", facet=True),
        ref("addressee_id", "actors", "To whom", "Кому"),
        ref("via_id", "actors", "Who passes it on, nearest to the article", "Кто передаёт, ближайший к статье"),
        *evidence(),
    ),
    label="content",
    search=("content", "quote", "speaker_text"),
)

EVENT_REPORTS = Table(
    "event_reports",
    "Reports of events",
    "Сообщения о событиях",
    "One article's telling of one event, with its own values.",
    "Как одна статья рассказывает об одном событии, со своими данными.",
    (
        FACT_KEY,
        ref("event_id", "events", "The event, merged over the articles", "Событие, сведённое по статьям", required=True),
        ref("type", "event_types", "What happened", "Что произошло", required=True),
        text("trigger", "The verb or noun that tells it", "Глагол или имя, которое о нём говорит", required=True, facet=True),
        day("date", "Day or month it happened, or began", "Когда произошло или началось"),
        day("date_end", "Last day of a span", "Последний день"),
        text("date_text", "The words of the date", "Слова о дате"),
        choice("date_precision", ("day", "month", "year"), "How precise the date is", "Точность даты"),
        choice("date_basis", BASES, BASIS_EN, BASIS_RU),
        choice("part_of_day", ("morning", "day", "evening", "night"), "Part of the day", "Время суток"),
        ref("place_id", "places", "Where", "Где"),
        choice("place_basis", ("named", "carried"), "Named with the event, or carried over", "Место названо или перенесено"),
        *evidence(),
    ),
    label="quote",
    search=("quote", "trigger"),
)

EVENT_PARTICIPANTS = Table(
    "event_participants",
    "Participants of events",
    "Участники событий",
    "Who took part, by one article's report.",
    "Кто участвовал, по сообщению одной статьи.",
    (
        key("Report and number, agents first", "Сообщение и номер, сначала действующие"),
        ref("event_report_id", "event_reports", "The report", "Сообщение", required=True),
        ref("actor_id", "actors", "Who took part", "Участник", required=True),
    ),
)

FIGURES = Table(
    "figures",
    "Figures",
    "Числа",
    "Every number that measures something: how many, of whom, according to whom, as of when.",
    "Каждое число, которое что-то измеряет: сколько, кого, по чьим данным, на какой день.",
    (
        FACT_KEY,
        text("value_text", "The number in the article's words", "Число словами статьи", required=True),
        number("value", "The number; empty for ranges and vague words", "Число; пусто для промежутков и неточных слов"),
        number("value_low", "Lowest value the words allow", "Наименьшее, что допускают слова"),
        number("value_high", "Highest value the words allow", "Наибольшее, что допускают слова"),
        choice(
            "bounds_basis",
            ("text", "convention"),
            "Bounds from the text, or by convention",
            "Границы из текста или по соглашению",
        ),
        choice("comparator", COMPARATORS, "How the number is meant", "Как понимать число", required=True),
        ref("measure", "measures", "What is measured", "Что измеряется", required=True),
        text("unit", "Unit of the value", "Единица", facet=True),
        ref("population", "populations", "Who or what is counted", "Кого или что считают"),
        text("population_text", "The words for who is counted", "Слова о том, кого считают"),
        ref("owner_id", "actors", "Whose: a country or body", "Чьё: страна или орган"),
        ref("place_id", "places", "Where", "Где"),
        day("as_of", "Day the number speaks of", "На какой день"),
        text("as_of_text", "The words of that day", "Слова об этом дне"),
        choice("as_of_basis", BASES, BASIS_EN, BASIS_RU),
        ref(
            "source_id",
            "actors",
            "Who claims it; empty: the article itself or nobody named",
            "Кто утверждает; пусто: статья или не назван",
        ),
        choice(
            "source_basis",
            ("named", "article", "passive", "ambiguous"),
            "Claimed by a named source, by the article, by an unnamed passive; or open",
            "Источник назван, говорит статья, безличная форма; или не ясно",
            required=True,
        ),
        ref("via_id", "actors", "Who passes the claim on", "Кто передаёт"),
        ref("statement_id", "statements", "The statement it stands in", "Высказывание, в котором стоит"),
        ref("event_report_id", "event_reports", "The event report it belongs to", "Сообщение о событии, к которому относится"),
        ref(
            "series_id", "figure_series", "The quantity it is a claim about", "Величина, о которой это утверждение", required=True
        ),
        *evidence(),
    ),
    label="quote",
    search=("quote", "population_text"),
    checks=("value_low IS NULL OR value_high IS NULL OR value_low <= value_high", "comparator <> 'range' OR value IS NULL"),
)

TROOP_CONTRIBUTIONS = Table(
    "troop_contributions",
    "Troop contributions",
    "Участие в миссии",
    "What each country sends or agrees to send to a joint mission; an empty country is the mission's total.",
    "Что каждая страна отправляет или согласилась отправить в общую миссию; без страны — итог миссии.",
    (
        FACT_KEY,
        ref("country_id", "countries", "The country; empty: the mission's total", "Страна; пусто: итог миссии"),
        text("mission", "The mission or its organisation", "Миссия или её организация", facet=True),
        number("personnel", "People; empty if not stated", "Люди; пусто, если не названо"),
        number("armoured_vehicles", "Armoured vehicles", "Бронетехника"),
        number("vehicles", "Other vehicles", "Другие машины"),
        number("aircraft", "Aircraft", "Воздушные суда"),
        choice("comparator", COMPARATORS, "How the number is meant", "Как понимать число"),
        choice("status", ("announced", "agreed", "sent", "withdrawn"), "How far it has come", "Стадия", required=True),
        day("as_of", "Day it speaks of", "На какой день"),
        ref("source_id", "actors", "Who says so", "Кто сообщает"),
        *evidence(),
    ),
    label="quote",
)
