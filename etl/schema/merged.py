"""What is merged over the articles: events, series of figures, and the ids that keep resolving."""

from __future__ import annotations

from etl.schema.shape import Table, choice, day, key, number, ref, text, whole

EVENTS = Table(
    "events",
    "Events",
    "События",
    "What happened, merged over the articles that tell it; only values on which all reports agree.",
    "Что произошло, сведено по статьям; только то, в чём все сообщения согласны.",
    (
        key("Readable id of one of its reports; those of the others stand in `aliases`", "Идентификатор одного из сообщений"),
        ref("type", "event_types", "What happened", "Что произошло", required=True),
        text("title", "Type, place and date in Russian", "Вид, место и дата", required=True),
        text("title_en", "Type, place and date in English", "Вид, место и дата по-английски", required=True),
        day("date", "When it happened, or began", "Когда произошло или началось"),
        day("date_end", "Last day of a span", "Последний день"),
        ref("place_id", "places", "Where", "Где"),
        whole(
            "dates_conflict",
            "1 if reports give days that cannot both be right",
            "1, если дни в сообщениях противоречат",
            facet=True,
        ),
        whole("reports", "Articles that tell it, copies not counted", "Сколько статей сообщают, копии не в счёт", facet=True),
    ),
    label="title",
    search=("title", "title_en"),
)

FIGURE_SERIES = Table(
    "figure_series",
    "Series of figures",
    "Ряды чисел",
    "Claims about one quantity, side by side.",
    "Утверждения об одной величине, рядом друг с другом.",
    (
        key("Readable id of one of its claims", "Читаемый идентификатор одного из утверждений"),
        text("title", "What is counted, in Russian", "Что считают", required=True),
        text("title_en", "What is counted, in English", "Что считают, по-английски", required=True),
        ref("measure", "measures", "What is measured", "Что измеряется", required=True),
        text("unit", "Unit of the values", "Единица"),
        ref("population", "populations", "Who or what is counted", "Кого или что считают"),
        ref("owner_id", "actors", "Whose: a country or body", "Чьё: страна или орган"),
        ref("place_id", "places", "Where", "Где"),
        ref("event_id", "events", "The event they belong to", "Событие, к которому относятся"),
        day("period", "The year the claims speak of", "Год, о котором речь"),
        whole("claims", "Number of claims, copies not counted", "Число утверждений, копии не в счёт"),
        number(
            "lowest",
            "Lowest number the texts give; empty if they give none («tens»)",
            "Наименьшее число, названное в текстах; пусто, если числа нет («десятки»)",
        ),
        number(
            "highest",
            "Highest number the texts give; empty if they give none",
            "Наибольшее число, названное в текстах; пусто, если числа нет",
        ),
        choice(
            "agreement",
            ("single", "agree", "growth", "conflict", "unclear"),
            "single: one claim; agree: all hold; growth: later, larger; conflict: same day, cannot both hold; unclear: no day",
            "single: одно; agree: согласны; growth: позже и больше; conflict: в один день противоречат; unclear: день не назван",
            required=True,
        ),
    ),
    label="title",
)

MERGED = ("actors", "events", "figure_series", "articles")

ALIASES = Table(
    "aliases",
    "Aliases",
    "Прежние идентификаторы",
    "Every id a merged row's members have of their own leads to the row, and so does that of an article kept once: no link dies.",
    "Собственный идентификатор каждого члена ведёт к сведённой записи: ссылки не умирают.",
    (
        key("A member's own id", "Собственный идентификатор члена"),
        choice("table_name", MERGED, "The table it leads to", "Таблица", required=True),
        text("now_id", "The id it has now", "Нынешний идентификатор", required=True, facet=True),
    ),
)
