"""How the database accounts for itself: evidence, builds, accuracy."""

from __future__ import annotations

from etl.schema.shape import Column, Table, key, ref, text, whole

FACTS = {
    "statement_id": "statements",
    "figure_id": "figures",
    "event_report_id": "event_reports",
    "contribution_id": "troop_contributions",
    "role_id": "roles",
}

EVIDENCE = Table(
    "evidence",
    "Evidence",
    "Свидетельства",
    "The pieces of text a fact was read from, each with its part in the fact.",
    "Куски текста, из которых извлечена запись, и их роль в ней.",
    (
        key("Fact, part and number", "Запись, часть и номер"),
        ref("article_id", "articles", "The article", "Статья", required=True),
        *(ref(name, table, f"The row of {table} it belongs to", f"Запись таблицы {table}") for name, table in FACTS.items()),
        text(
            "part",
            "speaker, cue, content, addressee, date, place, participant, trigger, also, number …",
            "Роль",
            required=True,
            facet=True,
        ),
        whole("start", "Offset of the first character in articles.text", "Номер первого символа в articles.text"),
        whole("stop", "Offset just behind the last character", "Номер символа сразу за концом"),
        text("quote", "The words", "Слова", required=True),
    ),
    label="quote",
    checks=(" + ".join(f"({name} IS NOT NULL)" for name in FACTS) + " = 1",),
)

BUILDS = Table(
    "builds",
    "Builds",
    "Сборки",
    "When and from what this file was made.",
    "Когда и из чего сделан этот файл.",
    (
        key("Day and input", "День и вход"),
        text("built_at", "Time of the build, UTC", "Время сборки, UTC", required=True),
        text("version", "Version of the program", "Версия программы", required=True),
        whole("articles", "Number of articles", "Число статей"),
        Column("seconds", "REAL", "How long it took", "Сколько заняла, секунды", required=True),
        text("input_digest", "SHA-256 over the articles' own digests", "SHA-256 от сумм статей", required=True),
        text("recipe", "SHA-256 over the code and the vocabulary", "SHA-256 от программы и словаря", required=True),
    ),
)

ACCURACY = Table(
    "accuracy",
    "Measured accuracy",
    "Измеренная точность",
    "How often rows are right, measured against annotated articles. No person has reviewed these annotations yet.",
    "Как часто записи верны, по размеченным статьям. Разметку ещё не проверял человек.",
    (
        key("Table, measure and gold", "Таблица, мера и разметка"),
        text("table_name", "The table", "Таблица", required=True, facet=True),
        text("measure", "What was measured", "Что измерено", required=True),
        Column("value", "REAL", "From 0 to 1", "От 0 до 1", required=True, check="value BETWEEN 0 AND 1"),
        whole("n", "Annotated rows it rests on", "На скольких размеченных записях"),
        text("gold", "Which annotations", "Какая разметка", required=True, facet=True),
        whole("unseen", "1 if the rules were never tuned on these articles", "1, если правила на них не настраивали", facet=True),
        text("version", "Version of the program", "Версия программы", required=True),
    ),
)
