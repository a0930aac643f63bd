"""The vocabulary: every mistake is told with its file and line, and what the project ships is sound."""

import shutil
from pathlib import Path

import pytest

from etl.errors import VocabularyError
from etl.morphology import lemmas
from etl.vocabulary import HERE, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped vocabulary to make mistakes in."""
    for path in HERE.iterdir():
        if path.suffix in (".yml", ".csv"):
            shutil.copy(path, tmp_path)
    return tmp_path


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


ACT = "  label: Swear\n  label_ru: Клянётся\n  description: An oath.\n"
LAND = "  iso3: XXX\n  name: Новая земля обетованная\n  name_en: New Land\n"


@pytest.mark.parametrize(
    ("file", "added", "line", "message"),
    [
        ("speech_acts.yml", f"swear:\n{ACT}  colour: red\n", 5, "swear: unknown field 'colour'"),
        ("speech_acts.yml", f"swear:\n{ACT}  label: Again\n", 5, "swear: field 'label' twice"),
        ("speech_acts.yml", "swear:\n  label: Swear\n", 2, "swear: missing description, label_ru"),
        ("speech_acts.yml", f"assert:\n{ACT}", 1, "duplicate entry 'assert'"),
        ("speech_acts.yml", f"Клятва:\n{ACT}", 1, "id 'Клятва' does not match"),
        ("speech_acts.yml", "swear: [a, b]\n", 1, "swear: expected fields"),
        (
            "speech_acts.yml",
            f"swear:\n{ACT}  label_ru: [a]\n".replace("  label_ru: Клянётся\n", ""),
            4,
            "swear.label_ru: expected text",
        ),
        ("speech_acts.yml", "swear: {label: «\n", 2, "bad YAML"),
        ("countries.yml", f"zz:\n{LAND}", 1, "id 'zz' does not match"),
        ("countries.yml", f"ZZ:\n{LAND}  aliases: [РФ]\n", 5, "ZZ: the name 'РФ' already means RU"),
        ("countries.yml", f"ZZ:\n{LAND}  adjectives: [шведский]\n", 5, "ZZ: the name 'шведский' already means SE"),
        ("countries.yml", f"ZZ:\n{LAND}  people: [швед]\n", 5, "ZZ: the name 'швед' already means SE"),
        ("countries.yml", f"ZZ:\n{LAND}  aliases: РФ\n", 5, "ZZ.aliases: expected a list"),
        ("actors.yml", "nobody: {name: Никто, name_en: Nobody, kind: person, country: ZZ}\n", 1, "nobody: no country 'ZZ'"),
        (
            "actors.yml",
            "nobody: {name: Никто, name_en: Nobody, kind: person, aliases: [нато]}\n",
            1,
            "the name 'нато' already means nato",
        ),
        (
            "actors.yml",
            "nobody: {name: Перу, name_en: Nobody, kind: person}\n",
            1,
            "the name 'Перу' already means PE in countries.yml",
        ),
        ("memberships.yml", "oon:\n  name: ООН\n  members: [RU, ZZ]\n", 3, "oon: the member 'ZZ' is not in countries.yml"),
        ("memberships.yml", "club:\n  name: Клуб\n  members: [RU]\n", 1, "no organisation 'club' in actors.yml"),
        ("places.csv", "x,Новгород-на-Луне,Moon,city,RU,1,2\n", 1, "expected 9 fields, found 7"),
        ("places.csv", "x,Луноград,Moon,town,RU,1,2,,\n", 1, "x: needs a name and a kind"),
        ("places.csv", "x,Луноград,Moon,city,RU,north,2,,\n", 1, "x: could not convert string to float"),
        ("places.csv", "x,Луноград,Moon,city,ZZ,1,2,,\n", 1, "x: no country 'ZZ' in countries.yml"),
        ("places.csv", "moskva,Луноград,Moon,city,RU,1,2,,\n", 1, "duplicate entry 'moskva'"),
        ("places.csv", "x,Луноград,Moon,city,RU,1,2,,Москва\n", 1, "x: the name 'Москва' already means moskva"),
        ("places.csv", "x,Луноград,Moon,city,RU,1,2,,Непал\n", 1, "x: the name 'Непал' already means NP"),
        ("places.csv", "x,НАТО,Moon,city,RU,1,2,,\n", 1, "x: the name 'НАТО' already means nato"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(folder: Path, file: str, added: str, line: int, message: str) -> None:
    path = folder / file
    before = line_count(path)
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    with pytest.raises(VocabularyError) as error:
        load(folder)
    assert str(error.value).startswith(f"{file}:{before + line}: ")
    assert message in str(error.value)


@pytest.mark.parametrize("content", [b"", b"- a\n- b\n", b"\xff\xfe\xfd"])
def test_a_file_that_is_no_vocabulary_is_told_by_name(folder: Path, content: bytes) -> None:
    (folder / "measures.yml").write_bytes(content)
    with pytest.raises(VocabularyError, match=r"measures\.yml"):
        load(folder)


def test_one_name_may_stand_for_places_of_two_countries() -> None:
    ids = load().place_names["триполи"]
    assert {load().places[id].country for id in ids} == {"LY", "LB"}


def test_country_words_are_dictionary_forms_so_that_lemmas_find_them() -> None:
    vocabulary = load()
    words = [w for w in (*vocabulary.country_adjectives, *vocabulary.country_people) if w not in lemmas(w)]
    assert words == []


@pytest.mark.parametrize(
    ("word", "code"), [("киргизия", "KG"), ("кыргызстан", "KG"), ("рф", "RU"), ("южная корея", "KR"), ("норвегия", "NO")]
)
def test_a_country_is_found_by_any_of_its_names(word: str, code: str) -> None:
    assert load().country_names[word] == code


def test_every_region_of_russia_kazakhstan_ukraine_and_belarus_is_there() -> None:
    counted = dict.fromkeys(("RU", "KZ", "UA", "BY"), 0)
    for place in load().places.values():
        if place.kind == "region" and place.country in counted and (place.latitude is not None):
            counted[place.country] += 1
    assert counted == {"RU": 81, "KZ": 18, "UA": 25, "BY": 6}  # cities that are regions stand as cities; Ukraine: 24 and Donbas


def test_an_official_name_of_a_country_is_one_of_its_aliases() -> None:
    assert all(set(country.official) <= set(country.aliases) for country in load().countries.values())
