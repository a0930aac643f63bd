"""What a table, a column and a view are made of, and short ways to write them down.

A column's English and Russian words are the only description there is: metadata and documentation are made from them.
"""

from __future__ import annotations

from dataclasses import dataclass

KEY = "NOT GLOB '*[^a-z0-9_-]*'"
DAY = ("[0-9][0-9][0-9][0-9]", "-[0-1][0-9]", "-[0-3][0-9]")
TOKENIZE = "unicode61 remove_diacritics 2"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `type` is an SQLite type name; NUMERIC keeps whole numbers whole."""

    name: str
    type: str
    en: str
    ru: str
    required: bool = False
    references: str | None = None  # the table whose `id` it holds
    choices: tuple[str, ...] = ()  # the only values allowed
    facet: bool = False  # worth counting by
    check: str | None = None  # what must hold of it, in SQL

    @property
    def indexed(self) -> bool:
        return bool(self.references) or self.facet


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Its first column is the primary key `id`; `label` names the column that stands for a row in a link."""

    name: str
    title: str
    title_ru: str
    en: str
    ru: str
    columns: tuple[Column, ...]
    label: str = "id"
    search: tuple[str, ...] = ()  # columns of its full-text index
    checks: tuple[str, ...] = ()  # what must hold of a row, in SQL
    indexes: tuple[tuple[str, ...], ...] = ()  # beyond those of the single columns

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)

    @property
    def has_evidence(self) -> bool:
        return any(c.name == "quote" for c in self.columns) and any(c.name == "rule" for c in self.columns)


@dataclass(frozen=True, slots=True)
class View:
    """One view for people. Where it can be searched, `search` names the table with the index, `row` the column to join on."""

    name: str
    title: str
    title_ru: str
    en: str
    ru: str
    sql: str
    columns: tuple[Column, ...]
    search: str | None = None
    row: str | None = None


def text(name: str, en: str, ru: str, *, required: bool = False, facet: bool = False) -> Column:
    return Column(name, "TEXT", en, ru, required, facet=facet)


def whole(name: str, en: str, ru: str, *, required: bool = True, facet: bool = False) -> Column:
    """A count or a position."""
    return Column(name, "INTEGER", en, ru, required, facet=facet)


def number(name: str, en: str, ru: str) -> Column:
    """A quantity the text may leave out."""
    return Column(name, "NUMERIC", en, ru, check=f"{name} IS NULL OR typeof({name}) IN ('integer', 'real')")


def day(name: str, en: str, ru: str) -> Column:
    """An ISO 8601 prefix: year, month or day."""
    shapes = " OR ".join(f"{name} GLOB '{''.join(DAY[:n])}'" for n in (1, 2, 3))
    return Column(name, "TEXT", en, ru, facet=True, check=f"{name} IS NULL OR {shapes}")


def choice(name: str, choices: tuple[str, ...], en: str, ru: str, *, required: bool = False) -> Column:
    return Column(name, "TEXT", en, ru, required, choices=choices, facet=True)


def ref(name: str, table: str, en: str, ru: str, *, required: bool = False) -> Column:
    return Column(name, "TEXT", en, ru, required, references=table)


def key(en: str, ru: str) -> Column:
    return Column("id", "TEXT", en, ru, required=True, check=f"id {KEY}")


def evidence() -> tuple[Column, ...]:
    """The columns that lead from a fact to the very words: `articles.text[start:stop] == quote`."""
    return (
        ref("article_id", "articles", "The article that says it", "Статья, в которой это сказано", required=True),
        ref("sentence_id", "sentences", "The sentence of its key word", "Предложение с ключевым словом", required=True),
        whole(
            "start",
            "Offset of the quote's first character in articles.text, in Unicode code points from 0",
            "Номер первого символа цитаты в articles.text, в символах Юникода от 0",
        ),
        whole("stop", "Offset just behind the quote's last character", "Номер символа сразу за концом цитаты"),
        text("quote", "The words themselves, to the character", "Сами слова, с точностью до символа", required=True),
        text(
            "rule", "The name of the rule that found it", "Название правила, которое нашло эту запись", required=True, facet=True
        ),
    )
