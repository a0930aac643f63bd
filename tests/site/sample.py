"""A small database of an invented crisis, written row by row, so that the site's tests do not depend on what extraction finds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from etl.schema.account import BUILDS
from etl.schema.ddl import create_indexes, create_tables, create_views

MARKUP = "<script>alert('x')</script>"

STEPPE = """В Караганде вышли на улицы

Вечером 5 января в Караганде протестующие захватили здание почты. \
Министр Олжас Сериков заявил, что «порядок будет восстановлен», и поблагодарил жителей за терпение.

По данным минздрава на 6 января, погибли 12 силовиков, пострадали более 300 человек. \
Армения отправила 70 военных, Таджикистан согласился участвовать в миссии.

«Мы просим разъяснений у Серикова, — сказала депутат Анна Ким. — Людей на площади надо услышать»."""

REVIEW = """Число погибших уточнили

МВД 8 января сообщило о 18 силовиках, погибших на 6 января. Ранены 748 человек, передал Олжас Сериков на брифинге.

В Караганде 5 января захвачено почтовое отделение. 7 января в Актобе начались переговоры.

Всего миссия получит 2,5 тыс. военных, сообщила пресс-служба. Сериков назвал протестующих «террористами» и бандитами."""

RAW = f"""Заметка с разметкой {MARKUP} & <b>жирно</b>. Анна Ким заявила: «Стреляли по людям & домам». \
Погибли десятки силовиков. 😀 Ким добавила, что ждёт ответа."""


@dataclass
class Sample:
    """Puts rows into a database; every quote is found in its article, and every fact gets its evidence columns."""

    db: Database
    texts: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def article(self, id: str, text: str, **values: Any) -> None:
        self.texts[id] = text
        row = {"language": "ru", "words": len(text.split()), "source_file": f"{id}.txt", "sha256": f"{id}" * 2, "text": text}
        self.db["articles"].insert(row | {"id": id, "label": values.get("title") or text[:40]} | values)
        spans = re.finditer(r"[^\n]+?(?:[.!?»]+(?=\s)|$)", text, re.MULTILINE)
        for i, found in enumerate(spans):
            sentence = {"id": f"{id}-{i}", "article_id": id, "position": i, "paragraph": text[: found.start()].count("\n\n")}
            kind = "title" if values.get("title") == found[0] else "body"
            self.db["sentences"].insert(sentence | {"kind": kind, "start": found.start(), "stop": found.end(), "text": found[0]})

    def fact(self, table: str, article: str, quote: str, parts: dict[str, str] | None = None, **values: Any) -> str:
        text = self.texts[article]
        start = text.index(quote)
        number = self.counts[table] = self.counts.get(table, 0) + 1
        id = values.pop("id", None) or f"{article}-{table[0]}{number}"
        sentence = self.db.execute(
            "select id from sentences where article_id = ? and start <= ? order by start desc limit 1", (article, start)
        ).fetchone()[0]
        place = {
            "article_id": article,
            "sentence_id": sentence,
            "start": start,
            "stop": start + len(quote),
            "quote": quote,
            "rule": "by_hand",
        }
        self.db[table].insert({"id": id} | values | place)
        column = {
            "statements": "statement_id",
            "figures": "figure_id",
            "event_reports": "event_report_id",
            "roles": "role_id",
        }.get(table, "contribution_id")
        for i, (part, words) in enumerate((parts or {}).items()):
            at = text.index(words, start)
            row = {
                "id": f"{id}-{part}-{i}",
                "article_id": article,
                column: id,
                "part": part,
                "start": at,
                "stop": at + len(words),
                "quote": words,
            }
            self.db["evidence"].insert(row)
        return id

    def mention(self, article: str, actor: str, words: str, nth: int = 0) -> None:
        text = self.texts[article]
        start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
        number = self.counts["mentions"] = self.counts.get("mentions", 0) + 1
        sentence = self.db.execute(
            "select id from sentences where article_id = ? and start <= ? order by start desc limit 1", (article, start)
        ).fetchone()[0]
        row = {
            "id": f"{article}-m{number}",
            "actor_id": actor,
            "resolution": "named",
            "article_id": article,
            "sentence_id": sentence,
        }
        self.db["mentions"].insert(row | {"start": start, "stop": start + len(words), "quote": words, "rule": "by_hand"})


def build(path: Path) -> Path:
    db = Database(path)
    create_tables(db)
    sample = Sample(db)
    with db.conn:
        _vocabulary(db)
        _world(db)
        _articles(sample)
        _events(sample)
        _statements(sample)
        _figures(sample)
        _account(db)
    create_indexes(db)
    create_views(db)
    db.close()
    return path


def _vocabulary(db: Database) -> None:
    def words(table: str, rows: dict[str, tuple[str, str]]) -> None:
        db[table].insert_all(
            {"id": id, "label": label, "label_ru": label_ru, "description": f"{label}, as a test knows it"}
            for id, (label, label_ru) in rows.items()
        )

    words(
        "speech_acts",
        {
            "assert": ("asserts", "утверждает"),
            "thank": ("thanks", "благодарит"),
            "ask": ("asks", "просит"),
            "label": ("labels", "называет"),
        },
    )
    words(
        "event_types",
        {"seizure": ("seizure", "захват"), "negotiations": ("negotiations", "переговоры"), "protest": ("protest", "протест")},
    )
    words(
        "measures",
        {"killed": ("killed", "погибшие"), "injured": ("injured", "пострадавшие"), "personnel": ("personnel", "личный состав")},
    )
    words("populations", {"security_forces": ("security forces", "силовики"), "military": ("military", "военные")})


def _world(db: Database) -> None:
    countries = [
        ("KZ", "KAZ", "Казахстан", "Kazakhstan"),
        ("AM", "ARM", "Армения", "Armenia"),
        ("TJ", "TJK", "Таджикистан", "Tajikistan"),
    ]
    db["countries"].insert_all({"id": a, "iso3": b, "name": c, "name_en": d} for a, b, c, d in countries)
    places = [
        ("karaganda", "Караганда", "Karaganda", 49.8, 73.1),
        ("aktobe", "Актобе", "Aktobe", 50.3, 57.2),
        ("ploshchad", "площадь", None, None, None),
    ]
    db["places"].insert_all(
        {
            "id": id,
            "name": name,
            "name_en": en,
            "kind": "city" if lat else "site",
            "country_id": "KZ",
            "latitude": lat,
            "longitude": lon,
        }
        for id, name, en, lat, lon in places
    )
    actors = [
        ("olzhas-serikov", "Олжас Сериков", "Olzhas Serikov", "person", "KZ", 4, 3),
        ("anna-kim", "Анна Ким", None, "person", "KZ", 3, 3),
        ("mvd", "МВД Казахстана", "Ministry of Internal Affairs", "state_body", "KZ", 1, 0),
        ("minzdrav", "Минздрав Казахстана", "Ministry of Health", "state_body", "KZ", 1, 0),
        ("protestuyushchie", "протестующие", "protesters", "group", "KZ", 2, 0),
        ("press-sluzhba", "пресс-служба миссии", None, "organization", None, 1, 0),
    ]
    db["actors"].insert_all(
        {
            "id": i,
            "name": n,
            "name_en": e,
            "kind": k,
            "country_id": c,
            "spellings": n,
            "articles": 2,
            "mentions": m,
            "statements": s,
        }
        for i, n, e, k, c, m, s in actors
    )
    names = [("olzhas-serikov", "Сериков", "text"), ("olzhas-serikov", "Олжас Сериков", "authority"), ("anna-kim", "Ким", "text")]
    db["actor_names"].insert_all({"id": f"{a}-{i}", "actor_id": a, "name": n, "basis": b} for i, (a, n, b) in enumerate(names))
    db["memberships"].insert({"id": "am-mvd", "country_id": "AM", "actor_id": "press-sluzhba"})


def _articles(sample: Sample) -> None:
    basis = {"published_basis": "declared"}
    sample.article("steppe", STEPPE, title="В Караганде вышли на улицы", outlet="Вестник степи", published="2022-01-06", **basis)
    url = "https://example.org/review"
    sample.article(
        "review", REVIEW, title="Число погибших уточнили", outlet="Пресс-Обзор", published="2022-01-09", url=url, **basis
    )
    sample.article("raw", RAW)
    for article, actor, words, nth in [
        ("steppe", "olzhas-serikov", "Олжас Сериков", 0),
        ("steppe", "olzhas-serikov", "Серикова", 0),
        ("steppe", "anna-kim", "Анна Ким", 0),
        ("steppe", "protestuyushchie", "протестующие", 0),
        ("steppe", "minzdrav", "минздрава", 0),
        ("review", "olzhas-serikov", "Олжас Сериков", 0),
        ("review", "olzhas-serikov", "Сериков", 1),
        ("review", "mvd", "МВД", 0),
        ("review", "protestuyushchie", "протестующих", 0),
        ("review", "press-sluzhba", "пресс-служба", 0),
        ("raw", "anna-kim", "Анна Ким", 0),
        ("raw", "anna-kim", "Ким", 1),
    ]:
        sample.mention(article, actor, words, nth)
    sample.fact("roles", "steppe", "Министр Олжас Сериков", actor_id="olzhas-serikov", role="министр", kind="office")
    sample.fact("roles", "steppe", "депутат Анна Ким", actor_id="anna-kim", role="депутат", kind="office")


def _events(sample: Sample) -> None:
    day = {"date_precision": "day", "date_basis": "explicit"}
    seizure = {"type": "seizure", "place_id": "karaganda", "date": "2022-01-05"}
    sample.db["events"].insert_all(
        [
            {
                "id": "2022-01-05-seizure-karaganda",
                "title": "захват: Караганда, 2022-01-05",
                "title_en": "seizure: Karaganda, 2022-01-05",
            }
            | seizure
            | {"dates_conflict": 0, "reports": 2},
            {
                "id": "2022-01-07-negotiations-aktobe",
                "title": "переговоры: Актобе, 2022-01-07",
                "title_en": "negotiations: Aktobe, 2022-01-07",
            }
            | {"type": "negotiations", "place_id": "aktobe", "date": "2022-01-07", "dates_conflict": 0, "reports": 1},
            {
                "id": "protest-raw",
                "title": "протест",
                "title_en": "protest",
                "type": "protest",
                "dates_conflict": 0,
                "reports": 1,
            },
        ],
        alter=True,
    )
    one = sample.fact(
        "event_reports",
        "steppe",
        "Вечером 5 января в Караганде протестующие захватили здание почты",
        {"date": "5 января", "place": "Караганде", "participant": "протестующие", "trigger": "захватили"},
        event_id="2022-01-05-seizure-karaganda",
        trigger="захватили",
        part_of_day="evening",
        date_text="5 января",
        place_basis="named",
        **seizure,
        **day,
    )
    sample.db["event_participants"].insert({"id": f"{one}-0", "event_report_id": one, "actor_id": "protestuyushchie"})
    sample.fact(
        "event_reports",
        "review",
        "В Караганде 5 января захвачено почтовое отделение",
        {"trigger": "захвачено"},
        event_id="2022-01-05-seizure-karaganda",
        trigger="захвачено",
        date_text="5 января",
        place_basis="named",
        **seizure,
        **day,
    )
    sample.fact(
        "event_reports",
        "review",
        "7 января в Актобе начались переговоры",
        {"trigger": "начались переговоры"},
        event_id="2022-01-07-negotiations-aktobe",
        type="negotiations",
        trigger="переговоры",
        date="2022-01-07",
        date_text="7 января",
        place_id="aktobe",
        place_basis="named",
        **day,
    )
    sample.fact("event_reports", "raw", "Стреляли по людям & домам", event_id="protest-raw", type="protest", trigger="Стреляли")
    aliases = [("review-e2", "events", "2022-01-05-seizure-karaganda"), ("serikov", "actors", "olzhas-serikov")]
    sample.db["aliases"].insert_all({"id": i, "table_name": t, "now_id": n} for i, t, n in aliases)


def _statements(sample: Sample) -> None:
    serikov, kim = {"speaker_id": "olzhas-serikov"}, {"speaker_id": "anna-kim"}
    named = {"resolution": "named", "mode": "indirect"}
    sample.fact(
        "statements",
        "steppe",
        "Министр Олжас Сериков заявил, что «порядок будет восстановлен»",
        {"speaker": "Олжас Сериков", "cue": "заявил", "content": "«порядок будет восстановлен»"},
        speaker_text="Министр Олжас Сериков",
        cue="заявил",
        act="assert",
        content="«порядок будет восстановлен»",
        said_on="2022-01-05",
        said_on_text="5 января",
        said_on_basis="carried",
        **serikov,
        **named | {"mode": "mixed"},
    )
    sample.fact(
        "statements",
        "steppe",
        "поблагодарил жителей за терпение",
        {"cue": "поблагодарил", "content": "за терпение"},
        cue="поблагодарил",
        act="thank",
        content="за терпение",
        **serikov,
        **named | {"resolution": "elided"},
    )
    sample.fact(
        "statements",
        "steppe",
        "«Мы просим разъяснений у Серикова, — сказала депутат Анна Ким. — Людей на площади надо услышать»",
        {"content": "Мы просим разъяснений у Серикова", "cue": "сказала", "speaker": "депутат Анна Ким"},
        speaker_text="депутат Анна Ким",
        cue="сказала",
        act="ask",
        content="Мы просим разъяснений у Серикова … Людей на площади надо услышать",
        addressee_id="olzhas-serikov",
        **kim,
        **named | {"mode": "direct"},
    )
    sample.fact(
        "statements",
        "review",
        "Сериков назвал протестующих «террористами» и бандитами",
        {"cue": "назвал", "content": "протестующих «террористами»"},
        speaker_text="Сериков",
        cue="назвал",
        act="label",
        content="протестующих «террористами»",
        via_id="press-sluzhba",
        medium="брифинг",
        said_on="2022-01-08",
        said_on_text="8 января",
        said_on_basis="explicit",
        **serikov,
        **named,
    )
    sample.fact(
        "statements",
        "raw",
        "Анна Ким заявила: «Стреляли по людям & домам»",
        {"speaker": "Анна Ким", "cue": "заявила", "content": "Стреляли по людям & домам"},
        speaker_text="Анна Ким",
        cue="заявила",
        act="assert",
        content="Стреляли по людям & домам",
        **kim,
        **named | {"mode": "direct"},
    )
    sample.fact(
        "statements", "raw", "Ким добавила, что ждёт ответа", cue="добавила", act="assert", content="ждёт ответа", **kim, **named
    )


def _figures(sample: Sample) -> None:
    killed = {"measure": "killed", "unit": "people", "population": "security_forces"}
    injured = {"measure": "injured", "unit": "people"}
    personnel = {"measure": "personnel", "unit": "people", "population": "military"}

    def series(id: str, title: str, en: str, low: float, high: float, claims: int, agreement: str, kind: dict[str, str]) -> None:
        counts = {"lowest": low, "highest": high, "claims": claims, "agreement": agreement, "period": "2022"}
        sample.db["figure_series"].insert({"id": id, "title": title, "title_en": en} | kind | counts, alter=True)

    series("killed-security-forces", "погибшие: силовики", "killed: security forces", 12, 20, 3, "conflict", killed)
    series("injured-people", "пострадавшие", "injured", 300, 748, 2, "growth", injured)
    series("mission-personnel", "личный состав миссии", "personnel of the mission", 2500, 2500, 1, "single", personnel)

    def claim(article: str, quote: str, text: str, value: float | None, comparator: str = "exact", **values: Any) -> None:
        bounds = {
            "value": value,
            "value_low": value,
            "value_high": value if comparator == "exact" else None,
            "bounds_basis": "text",
        }
        parts = {"number": text} | ({"date": values["as_of_text"]} if "as_of_text" in values else {})
        row = (
            {"value_text": text, "comparator": comparator}
            | bounds
            | {"source_basis": "named" if "source_id" in values else "article"}
        )
        sample.fact("figures", article, quote, {k: v for k, v in parts.items() if v in quote}, **row | values)

    six = {"as_of": "2022-01-06", "as_of_text": "6 января", "as_of_basis": "explicit"}
    dead = killed | {"series_id": "killed-security-forces", "population_text": "силовиков"}
    claim("steppe", "погибли 12 силовиков", "12", 12, source_id="minzdrav", **six, **dead)
    claim("review", "18 силовиках, погибших на 6 января", "18", 18, source_id="mvd", **six, **dead)
    claim("raw", "Погибли десятки силовиков", "десятки", None, "vague", value_low=20, bounds_basis="convention", **dead)
    hurt = injured | {"series_id": "injured-people"}
    claim("steppe", "пострадали более 300 человек", "более 300", 300, "more_than", source_id="minzdrav", **six, **hurt)
    eight = {"as_of": "2022-01-08", "as_of_text": "8 января", "as_of_basis": "carried"}
    claim("review", "Ранены 748 человек", "748", 748, source_id="olzhas-serikov", **eight, **hurt)
    claim("review", "2,5 тыс. военных", "2,5 тыс.", 2500, series_id="mission-personnel", **personnel)
    mission = {"mission": "миротворческая миссия"}
    sent = {"country_id": "AM", "personnel": 70, "comparator": "exact", "status": "sent", "as_of": "2022-01-06"}
    sample.fact("troop_contributions", "steppe", "Армения отправила 70 военных", {"number": "70"}, **mission, **sent)
    sample.fact(
        "troop_contributions", "steppe", "Таджикистан согласился участвовать", country_id="TJ", status="agreed", **mission
    )
    total = {"personnel": 2500, "comparator": "exact", "status": "announced", "source_id": "press-sluzhba"}
    sample.fact(
        "troop_contributions", "review", "Всего миссия получит 2,5 тыс. военных", {"number": "2,5 тыс."}, **mission, **total
    )


def _account(db: Database) -> None:
    build = {column.name: "" for column in BUILDS.columns if column.required}
    build |= {"id": "2022-02-01-abc", "built_at": "2022-02-01T10:00:00Z", "version": "0.1.0", "articles": 3, "seconds": 1.5}
    db["builds"].insert(build | {"input_digest": "ab" * 32})
    db["accuracy"].insert_all(
        [
            {
                "id": "s-f1",
                "table_name": "statements",
                "measure": "f1@0.3",
                "value": 0.71,
                "n": 42,
                "gold": "a test",
                "unseen": 1,
                "version": "0.1.0",
            },
            {
                "id": "f-f1",
                "table_name": "figures",
                "measure": "f1",
                "value": 0.8,
                "n": 17,
                "gold": "a test",
                "unseen": 0,
                "version": "0.1.0",
            },
        ]
    )


if __name__ == "__main__":
    import sys

    build(Path(sys.argv[1]))
