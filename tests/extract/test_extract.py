"""What one kind of fact tells of another in the same article."""

from etl.extract import extract
from etl.vocabulary import load
from tests.conftest import annotated


def test_people_whom_a_country_sends_are_personnel_among_the_figures_too():
    text = "Лидеры ЭКОВАС одобрили миротворческую миссию. Сенегал направит 150 человек. На рынок пришли 150 человек."
    found = extract(*annotated(text), load())
    assert [(c.country, c.personnel) for c in found.contributions] == [("SN", 150)]
    assert [(f.value, f.measure, f.population) for f in found.figures] == [
        (150, "personnel", "military"),
        (150, "participants", "civilians"),
    ]
