"""The articles, their sentences, and the countries and places they speak of."""

from __future__ import annotations

from etl.schema.shape import Column, Table, choice, day, key, ref, text, whole

BLOCKS = ("title", "lead", "heading", "body", "caption", "credit", "background")

ARTICLES = Table(
    "articles",
    "Articles",
    "Статьи",
    "The articles everything was read from. Nothing is cut: every quote of every row can be found in `text` by its offsets.",
    "Статьи, из которых всё извлечено. Ничего не сокращено: любую цитату можно найти в `text` по её месту.",
    (
        key("Readable id: the path of the file below the source folder", "Читаемый идентификатор: путь файла в папке источника"),
        text("label", "Title, or the first words where there is none", "Заголовок, а если его нет — первые слова", required=True),
        text("title", "Headline", "Заголовок"),
        text("lead", "Lead: the paragraph that sums the article up", "Лид: абзац, в котором суть статьи"),
        text("outlet", "Who published it", "Издание", facet=True),
        text("author", "Who wrote it", "Автор", facet=True),
        text("url", "Address on the web", "Адрес в интернете"),
        day("published", "When it was published (year, month or day)", "Когда опубликована (год, месяц или день)"),
        choice(
            "published_basis",
            ("declared", "manifest", "inferred"),
            "How the date is known: declared by the article, given by the corpus's manifest, or inferred from the text",
            "Откуда известна дата: из самой статьи, из описи корпуса или выведена из текста",
        ),
        day("period", "What the manifest knows of the time", "Что опись корпуса знает о времени"),
        text("language", "Language code", "Код языка", required=True, facet=True),
        text(
            "text", "The whole text, newlines normalised", "Полный текст, переводы строк приведены к одному виду", required=True
        ),
        whole("words", "Number of words", "Число слов"),
        text("source_file", "File it came from", "Исходный файл", required=True),
        text(
            "also_in",
            "Other sources of the same article (same text or address), one a line",
            "Другие источники той же статьи (тот же текст или адрес), по одному в строке",
        ),
        text("sha256", "SHA-256 of the file's bytes", "SHA-256 байтов файла", required=True, facet=True),
        ref("copy_of_id", "articles", "An earlier article of nearly the same text", "Более ранняя статья с почти тем же текстом"),
    ),
    label="label",
    search=("title", "text"),
)

SENTENCES = Table(
    "sentences",
    "Sentences",
    "Предложения",
    "The sentences of the articles, with the part of the layout they stand in.",
    "Предложения статей и то, в какой части статьи они стоят.",
    (
        key("Article and position", "Статья и номер предложения"),
        ref("article_id", "articles", "The article", "Статья", required=True),
        whole("position", "Number in the article, from 0", "Номер в статье, от 0"),
        whole("paragraph", "Number of its paragraph, from 0", "Номер абзаца, от 0"),
        choice(
            "kind",
            BLOCKS,
            "Part of the layout; a credit (of a picture, a dateline, a link to another article) tells no news",
            "Часть статьи; credit (подпись, выходные данные, ссылка на другую статью) не сообщает новостей",
            required=True,
        ),
        whole("start", "Offset of the first character in articles.text", "Номер первого символа в articles.text"),
        whole("stop", "Offset just behind the last character", "Номер символа сразу за концом"),
        text("text", "The sentence", "Само предложение", required=True),
    ),
    label="text",
    search=("text",),
)

COUNTRIES = Table(
    "countries",
    "Countries",
    "Страны",
    "Countries by ISO 3166.",
    "Страны по ISO 3166.",
    (
        Column("id", "TEXT", "ISO 3166 alpha-2", "ISO 3166 alpha-2", required=True, check="id GLOB '[A-Z][A-Z]'"),
        text("iso3", "ISO 3166 alpha-3", "ISO 3166 alpha-3"),
        text("name", "Name in Russian, as the press writes it", "Название по-русски, как в прессе", required=True),
        text("name_en", "Name in English", "Название по-английски", required=True),
    ),
    label="name",
)

MEMBERSHIPS = Table(
    "memberships",
    "Memberships",
    "Членство",
    "Which country belongs to which organisation, where the organisation is mentioned.",
    "Какая страна состоит в какой организации, если организация упомянута.",
    (
        key("Country and organisation", "Страна и организация"),
        ref("country_id", "countries", "The member", "Страна-член", required=True),
        ref("actor_id", "actors", "The organisation", "Организация", required=True),
    ),
)

PLACES = Table(
    "places",
    "Places",
    "Места",
    "Places the articles name. Those of the gazetteer have coordinates.",
    "Места, названные в статьях. У мест из справочника есть координаты.",
    (
        key("The gazetteer's id, or the name in Latin letters", "Идентификатор справочника или название латиницей"),
        text("name", "Name in Russian, nominative", "Название, именительный падеж", required=True),
        text("name_en", "Name in English", "Название по-английски"),
        choice("kind", ("country", "region", "city", "site"), "What it is", "Что это", required=True),
        ref("country_id", "countries", "Country it lies in", "В какой стране"),
        Column("latitude", "REAL", "Degrees north", "Широта, градусы"),
        Column("longitude", "REAL", "Degrees east", "Долгота, градусы"),
        Column("geonames_id", "INTEGER", "Number in GeoNames", "Номер в GeoNames"),
    ),
    label="name",
)
