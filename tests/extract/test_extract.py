"""What one kind of fact tells of another in the same article, and that every process reads it alike."""

import os
import subprocess
import sys

from etl.annotate import annotate
from etl.extract import extract
from etl.parse import parse
from etl.records import RawArticle
from etl.vocabulary import load
from tests.conftest import annotated

READ = "from etl.extract import extract; from etl.vocabulary import load; from tests.conftest import annotated; "


def test_people_whom_a_country_sends_are_personnel_among_the_figures_too():
    text = "Лидеры ЭКОВАС одобрили миротворческую миссию. Сенегал направит 150 человек. На рынок пришли 150 человек."
    found = extract(*annotated(text), load())
    assert [(c.country, c.personnel) for c in found.contributions] == [("SN", 150)]
    assert [(f.value, f.measure, f.population) for f in found.figures] == [
        (150, "personnel", "military"),
        (150, "participants", "civilians"),
    ]


def test_numbers_that_only_a_contribution_knows_to_be_people_are_figures_too():
    found = extract(*annotated("Контингенты предоставили Чили (800) и Перу (1,2 тысячи)."), load())
    assert [(c.country, c.personnel) for c in found.contributions] == [("CL", 800), ("PE", 1200)]
    assert [(f.value, f.value_text, f.measure, f.unit) for f in found.figures] == [
        (800, "800", "personnel", "people"),
        (1200, "1,2 тысячи", "personnel", "people"),
    ]


def test_links_tags_and_credits_tell_no_facts():
    lines = (
        "Порт закрыт",
        "Мэр закрыл порт.",
        "Читайте также: В Лиме задержан мэр",
        "Фото: Рейтер",
        "Теги: взрыв, полиция",
        "Всё.",
    )
    text = "\n\n".join(lines)
    article = parse(RawArticle(id="a", source_file="a.txt", text=text, sha256="0"), load())
    found = extract(article, annotate(article), load())
    below = text.index("Читайте")
    assert [a.name for a in found.actors if a.kind != "country"] == []
    facts = (*found.mentions, *found.statements, *found.events, *found.figures)
    assert [f for f in facts if f.span.start >= below] == []


def test_no_rule_depends_on_the_order_that_a_process_gives_to_its_sets():
    text = "Осужденный ждет казни в тюрьме Перта."  # «казнь» or «казнить»: the noun and the verb both tell of a killing
    program = f"{READ} print([e.rule for e in extract(*annotated({text!r}), load()).events])"
    seeds = ({**os.environ, "PYTHONHASHSEED": str(seed)} for seed in (1, 2, 3))
    found = {subprocess.run([sys.executable, "-c", program], env=e, check=True, capture_output=True).stdout for e in seeds}
    assert found == {b"['killing-noun']\n"}
