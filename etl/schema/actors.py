"""Who acts: actors, their names, roles and mentions."""

from __future__ import annotations

from etl.schema.shape import Table, choice, evidence, key, ref, text, whole

KINDS = ("person", "organization", "state_body", "media", "country", "group")

ACTORS = Table(
    "actors",
    "Actors",
    "Действующие лица",
    "Persons, organisations, state bodies, media, countries and groups, merged over all articles.",
    "Люди, организации, государственные органы, СМИ, страны и группы людей, сведённые по всем статьям.",
    (
        key(
            "Readable id; ids of merged members stay valid through `aliases`",
            "Читаемый идентификатор; прежние остаются в `aliases`",
        ),
        text("name", "Name in Russian, nominative, the fullest", "Имя в именительном падеже, самое полное", required=True),
        text("name_en", "Name in English, from the authority file", "Имя по-английски, из авторитетного файла"),
        choice("kind", KINDS, "What kind of actor", "Кто это", required=True),
        ref("country_id", "countries", "Country the actor belongs to", "Страна, к которой относится"),
        text("wikidata_id", "Item in Wikidata", "Объект Викиданных"),
        text("spellings", "All names met, one a line, for searching", "Все встреченные имена, для поиска"),
        whole("articles", "Articles that mention the actor", "Сколько статей упоминает"),
        whole("mentions", "Mentions", "Упоминаний"),
        whole("statements", "Statements the actor made", "Высказываний"),
    ),
    label="name",
    search=("name", "name_en", "spellings"),
)

ACTOR_NAMES = Table(
    "actor_names",
    "Names of actors",
    "Имена действующих лиц",
    "Every name and spelling of an actor.",
    "Все имена и написания.",
    (
        key("Actor and number", "Действующее лицо и номер"),
        ref("actor_id", "actors", "Whose name", "Чьё имя", required=True),
        text("name", "The name", "Имя", required=True),
        choice(
            "basis",
            ("authority", "text"),
            "From the authority file or met in an article",
            "Из файла или из статьи",
            required=True,
        ),
    ),
    label="name",
)

ROLES = Table(
    "roles",
    "Roles",
    "Должности и роли",
    "The positions articles give to actors.",
    "Должности и роли, которые статьи называют.",
    (
        key("Article, kind and position", "Статья, вид и место"),
        ref("actor_id", "actors", "Who holds the role", "Чья роль", required=True),
        text(
            "role",
            "The role in the article's words, nominative",
            "Роль словами статьи, именительный падеж",
            required=True,
            facet=True,
        ),
        choice(
            "kind",
            ("office", "description"),
            "An office or occupation, or what else identifies a person: relative, origin, honour, accusation",
            "Должность или занятие (office) или иное описание человека: родство, происхождение, награда, обвинение",
            required=True,
        ),
        ref(
            "organization_id", "actors", "Where: the body or country named in the role", "Где: орган или страна, названные в роли"
        ),
        ref(
            "place_id",
            "places",
            "Of which country, region or city: the first one its words name",
            "Какой страны, какого региона или города: первые названные в роли",
        ),
        *evidence(),
    ),
    label="role",
)

MENTIONS = Table(
    "mentions",
    "Mentions",
    "Упоминания",
    "Words that mean an actor: names, roles that stand for a name, pronouns.",
    "Слова, которыми названо действующее лицо: имена, должности вместо имени, местоимения.",
    (
        key("Article, kind and position", "Статья, вид и место"),
        ref("actor_id", "actors", "Who is meant", "Кто имеется в виду", required=True),
        choice(
            "resolution",
            ("named", "role", "pronoun"),
            "By name, by a role or description, by a pronoun",
            "Именем, должностью или описанием, местоимением",
            required=True,
        ),
        *evidence(),
    ),
    label="quote",
)
