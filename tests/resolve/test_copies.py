"""Near-identical articles are linked to the earliest; what was told anew is not."""

import random

import pytest

from etl.resolve import resolve
from etl.resolve.copies import alike
from etl.resolve.wording import wording
from etl.vocabulary import load
from tests.making import extraction

VOCABULARY = load()
WIRE = (
    "Правительство Актюбинской области приостановило работу трёх рынков до конца недели, сообщила пресс-служба акимата. "
    "По её данным, торговцы не выполнили требований пожарной инспекции и не вывезли склады горючего. "
    "Рынки откроются после новой проверки, которую инспекция проведёт 12 февраля. Торговцам обещаны места на ярмарке."
)
COPIES = {
    "another headline": "В Актобе закрыли рынки\n\n" + WIRE,
    "an agency's line": "АКТОБЕ, корреспондент агентства. " + WIRE,
    "white space and marks": WIRE.replace(" ", "  ").replace(",", ""),
    "the last sentence cut": WIRE[: WIRE.rindex(" Торговцам")],
    "a word changed": WIRE.replace("обещаны", "предложены"),
}
OTHERS = {
    "another number": WIRE.replace("12 февраля", "14 февраля"),
    "half of it": WIRE[: len(WIRE) // 2],
    "told in other words": "Три рынка закрыты. Торговцы хранили горючее, говорят в акимате; инспекторы придут 12 февраля.",
    "nothing": "",
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_a_copy_is_found_from_either_side(text):
    assert alike(wording(WIRE), wording(text))
    assert alike(wording(text), wording(WIRE))


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_report_is_no_copy(text):
    assert not alike(wording(WIRE), wording(text))


def test_texts_without_a_word_are_copies_of_nothing():
    assert not alike(wording("…"), wording("—"))


def test_the_earliest_is_the_original_whatever_the_order():
    made = [extraction(f"a{n}", text, f"2022-02-{9 - n:02}") for n, text in enumerate((WIRE, *COPIES.values(), *OTHERS.values()))]
    first = "a5"  # the last of the copies was published first
    for seed in range(5):
        random.Random(seed).shuffle(made)
        assert resolve(made, VOCABULARY).copy_of == {f"a{n}": first for n in range(5)}


def test_published_together_the_smaller_id_is_the_original():
    assert resolve([extraction("b", WIRE), extraction("a", WIRE)], VOCABULARY).copy_of == {"b": "a"}
