"""The field's words as tables: what the codes in the facts mean."""

from __future__ import annotations

from etl.schema.shape import Column, Table, key, text


def _words(name: str, title: str, title_ru: str, en: str, ru: str, *more: Column) -> Table:
    columns = (
        key("The code", "Код"),
        text("label", "Name in English", "Название по-английски", required=True),
        text("label_ru", "Name in Russian", "Название по-русски", required=True),
        text("description", "What it takes in and what not", "Что сюда входит и что нет", required=True),
        *more,
    )
    return Table(name, title, title_ru, en, ru, columns, label="label")


SPEECH_ACTS = _words(
    "speech_acts", "Speech acts", "Речевые действия", "What a speaker does with words.", "Что говорящий делает словами."
)
EVENT_TYPES = _words(
    "event_types",
    "Types of events",
    "Виды событий",
    "What kinds of events there are, with the codes of two known ontologies.",
    "Какие бывают события, с кодами двух известных онтологий.",
    text("plover", "Code in PLOVER", "Код в PLOVER"),
    text("acled", "Sub-event type in ACLED", "Подтип события в ACLED"),
)
MEASURES = _words("measures", "Measures", "Что измеряют", "What a figure measures.", "Что измеряет число.")
POPULATIONS = _words("populations", "Populations", "Кого считают", "Who or what is counted.", "Кого или что считают.")
