"""Words are razdel's, whether razdel was asked or not."""

import random

import pytest
from razdel import tokenize

from etl.annotate.segmenting import words_of

WORDS = ["Он", "мэр", "Ёлки", "ёж", "24", "3,5", "2022", "kg", "Σ", "yahoo", "=)", ":-(", "+7"]
PIECES = [*WORDS, *"!?.…,;:)(»«\"-–—_/\\%*'[=№"]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Он сказал: «Ждём, (пока)».",
        "кто -то и когда- то, из -за",
        "в 2021, 2022 и 10, 5 года",
        "10 ,5 и 1 .5 и 3/ 4",
        "За -5 °C — «минус»; 24.kg, e-mail: a_b@mail.ru, www.ok.kz/a-b",
        "Ура!!! Что?! Да... Нет… Yahoo! yahoo !",
        "Ё-моё,\u00a0сказал\tон.\nИ ушёл)))",
        "Σ-частицы, mβж и Δσ",
        "№5, 25% и $1,5млрд",
    ],
)
def test_words_are_those_of_razdel(sentence):
    assert [tuple(w) for w in words_of(sentence)] == [(t.start, t.stop, t.text) for t in tokenize(sentence)]


def test_words_are_those_of_razdel_whatever_stands_beside_what():
    chance = random.Random(5)
    for _ in range(3_000):
        sentence = "".join(chance.choice(PIECES) + chance.choice(("", "", " ")) for _ in range(12))
        assert [tuple(w) for w in words_of(sentence)] == [(t.start, t.stop, t.text) for t in tokenize(sentence)], sentence
