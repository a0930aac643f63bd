"""Damaged text: marks, words and numbers out of place, sentences cut off. Nothing of it breaks the reading of an article.

A hundred damaged texts are read; with QANTAR_DAMAGED=10000 in the environment a thousand.
"""

import os
import random
import re
from pathlib import Path

import pytest

from etl.engine.reading import packed
from etl.extract import extract
from etl.vocabulary import load
from tests.conftest import annotated

TEXTS = int(os.environ.get("QANTAR_DAMAGED", 1_000)) // 10
SEEDS = [p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parents[2] / "seeds").rglob("*.txt"))]
MARKS = [*'«»"()—-:;,.…!?', "\n", "\n— ", "\u00a0", "...", "«»", "1", " и ", " что ", " который ", "%", "№"]
NUMBERS = ["0", "31", "2022", "1,5", "0,0", "5-10", "10-5", "1.000.000", "½", "1" + "0" * 20]
DATES = ["2022-01-10", None, "2012-12", "2012", "2024-02-29", "1800-01-01", "2199-12-31"]


def marks(text, chance):
    letters = list(text)
    for _ in range(30):
        at, kind = chance.randrange(len(letters)), chance.random()
        letters[at] = chance.choice(MARKS) if kind < 0.3 else "" if kind < 0.6 else letters[at] + chance.choice(MARKS)
    return "".join(letters)


def words(text, chance):
    found = text.split(" ")
    for _ in range(30):
        one, other = chance.randrange(len(found)), chance.randrange(len(found))
        found[one], found[other] = found[other], chance.choice([found[one], found[one].upper(), found[one][::-1], ""])
    return " ".join(found)


def order(text, chance):
    sentences = re.split(r"(?<=[.!?]) ", text)
    chance.shuffle(sentences)
    return " ".join(sentences)


def numbers(text, chance):
    return re.sub(r"\d+", lambda _: chance.choice(NUMBERS), text)


def cut(text, chance):
    return text[: chance.randrange(10, len(text))].rstrip(" .")


@pytest.mark.parametrize("damage", [marks, words, order, numbers, cut])
def test_damaged_text_is_read_and_its_rows_are_taken(damage):
    vocabulary = load()
    for n in range(TEXTS // 5):
        chance = random.Random(n)
        seed = chance.choice(SEEDS)
        at = chance.randrange(len(seed) - 1_000)
        text = damage(seed[at : at + 1_000], chance)
        article, doc = annotated(text, chance.choice(DATES))
        found = extract(article, doc, vocabulary)
        packed(found, vocabulary)
        for fact in (*found.mentions, *found.statements, *found.events, *found.figures, *found.contributions):
            assert fact.span.of(article.text).strip(), text


@pytest.mark.parametrize(
    "text",
    [
        "Мэр замолчал. «…», — сказал он.",
        "— Да, — ответил мэр. «...», — заявил глава района Олег Громов, — «",
        "Учения пройдут в среду, 0 июня.",
        "Учения прошли 99 декабря.",
        "Пожар потушен. Так решил областной суд",
        "Мэр выступил с критикой в",
        "Пожар потушен. Однако, по данным газеты «Степь»,",
        f"Погибли 1{'0' * 20} человек.",
    ],
)
def test_text_that_broke_the_reading_once_is_read(text):
    vocabulary = load()
    article, doc = annotated(text, "2022-01-10")
    packed(extract(article, doc, vocabulary), vocabulary)
