"""Nothing of ours is left untranslated, and the catalogue holds nothing that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import datasette_qantar
from datasette_qantar import languages

PACKAGE = Path(datasette_qantar.__file__).parent


def messages() -> set[str]:
    methods = [("**.py", "python"), ("templates/**.html", "jinja2")]
    options = {"templates/**.html": {"extensions": "jinja2.ext.i18n"}}
    found = extract_from_dir(str(PACKAGE), method_map=methods, options_map=options)
    return {text[0] if isinstance(text, tuple) else text for _, _, text, _, _ in found}


def test_every_message_has_its_russian_words():
    with languages.LOCALE.joinpath("ru/LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = {(m.id[0] if isinstance(m.id, tuple) else m.id): m.string for m in read_po(file, locale="ru") if m.id}
    assert catalogue.keys() == messages()
    assert [id for id, string in catalogue.items() if not (all(string) if isinstance(string, tuple) else string)] == []


@pytest.mark.parametrize(
    ("language", "iso", "expected"),
    [
        ("ru", "2022-01-05", "5 января 2022"),
        ("en", "2022-01-05", "January 5, 2022"),
        ("ru", "2022-01", "январь 2022"),
        ("en", "2022-01", "January 2022"),
        ("ru", "2022", "2022"),
        ("ru", None, ""),
    ],
)
def test_days_are_written_as_people_write_them(language, iso, expected):
    languages._language.set(language)
    assert languages.day_words(iso) == expected


@pytest.mark.parametrize(
    ("path", "query", "lang", "expected"),
    [
        ("/timeline", "type=riot", "en", "/en/timeline?type=riot"),
        ("/en/timeline", "", "ru", "/timeline"),
        ("/en", "", "ru", "/"),
        ("/", "", "en", "/en"),
        ("/qantar/statements", "_sort=act", "en", "/qantar/statements?_sort=act&_lang=en"),
        ("/qantar/who-said-what", "_lang=en&lang=en", "ru", "/qantar/who-said-what"),
        ("/qantar/who-said-what", "", "en", "/qantar/who-said-what?_lang=en&lang=en"),
    ],
)
def test_the_switch_leads_to_the_same_page(path, query, lang, expected):
    languages._datasettes.add("qantar")
    languages._place.set((path, query))
    assert languages.in_language(lang) == expected
