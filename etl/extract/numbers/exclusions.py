"""Numbers that measure nothing: dates, ages, times of day, ordinals, names with numbers, numbers of lists and telephones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.extract.numbers.number import Number
from etl.extract.reading import Calendar
from etl.extract.words import figure_words
from etl.morphology import lemmas, parses
from etl.records import Doc, Sentence, Token
from etl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Place:
    """A number with its neighbourhood."""

    number: Number
    doc: Doc
    sentence: Sentence
    vocabulary: Vocabulary
    calendar: Calendar

    def before(self, n: int = 1) -> Token | None:
        i = self.number.first - n
        return self.doc.tokens[i] if i >= self.sentence.first else None

    def after(self, n: int = 1) -> Token | None:
        i = self.number.last + n - 1
        return self.doc.tokens[i] if i < self.sentence.last else None

    def words(self, kind: str) -> frozenset[str]:
        return figure_words(self.vocabulary, kind)

    @property
    def digits(self) -> str:
        first, last = self.doc.tokens[self.number.first], self.doc.tokens[self.number.last - 1]
        return self.doc.text[first.start : last.stop]


def is_amount(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary, calendar: Calendar) -> bool:
    """Whether the number measures something."""
    place = Place(number, doc, sentence, vocabulary, calendar)
    return not any(rule(place) for rule in RULES)


def said(token: Token | None) -> str:
    return token.text.lower() if token else ""


def date(p: Place) -> bool:
    """«8 января», «в 1976 году», «2022-й»."""
    span = p.number.words(p.doc)
    inside = any(m.span.start <= span.start and span.stop <= m.span.stop for m in p.calendar.mentions)
    return inside or said(p.after()) in p.words("months")


def year(p: Place) -> bool:
    """«в 2022 году», «с 1976 года», «летом 2022», «2014-2015 годы»: a four-digit number of our time that counts nothing."""
    if not re.fullmatch(r"(1[5-9]|20)\d\d([-–—](1[5-9]|20)?\d\d)?", p.digits):
        return False
    after = p.after()
    if said(after) in ("г", "гг"):
        return True
    if after and "год" in lemmas(after.text):
        return after.text.lower() not in ("лет",)
    if said(p.before()) == "до" and p.number.comparator == "exact":
        return False  # «вырос до 1500»: a level
    dated = said(p.before()) in ("в", "с", "до", "зимой", "летом", "весной", "осенью")
    return after is None or after.pos not in ("NOUN", "ADJ", "PROPN") or (dated and after.pos == "PROPN")


def clock(p: Place) -> bool:
    """«14:06», «в 14 часов», «к 10 утра», «около 15.30»."""
    if said(p.after()) == ":" or (said(p.before()) == ":" and (p.before(2) is not None and said(p.before(2)).isdigit())):
        return True
    if re.fullmatch(r"([01]?\d|2[0-4])\.[0-5]\d", p.digits) and said(p.before()) in p.words("clock_prepositions"):
        return True
    value = p.number.value
    if said(p.after(2)) in ("утра", "вечера", "дня", "ночи") and p.after() and "час" in lemmas(said(p.after())):
        return True
    if value is None or value > 24 or said(p.before()) not in ("в", "к", "с", "до", "после"):
        return False
    after = p.after()
    if after is None or not lemmas(after.text) & p.words("clock"):
        return False
    return p.number.comparator in ("exact", "up_to") and "минута" not in lemmas(after.text)


def age(p: Place) -> bool:
    """«75-летний политик», «в возрасте 35 лет», «Иванов, 45 лет», «ему исполнилось 18»."""
    number, after = p.number, p.after()
    if number.adjective and number.adjective.startswith("летн"):
        return after is None or after.pos == "PROPN" or is_animate(after) or said(after) == ","
    near = p.doc.tokens[max(p.sentence.first, number.first - 4) : min(p.sentence.last, number.last + 2)]
    if any(lemmas(t.text) & p.words("age") for t in near) and after is not None and lemmas(after.text) & {"год", "лето"}:
        return True
    comma = p.before()
    name = p.before(2)
    return bool(after and said(after) in ("лет", "год", "года") and said(comma) in (",", "(") and name and name.pos == "PROPN")


def ordinal(p: Place) -> bool:
    """«40-й день», «79-я бригада», «1990-е», «5-летие», «9-этажный»: of compounds only those of a unit measure."""
    adjective = p.number.adjective
    if adjective:
        units = {a for u in p.vocabulary.units.values() for a in u.adjectives}
        return not lemmas(adjective) & units
    after, second = p.after(), p.after(2)
    glued = after is not None and second is not None and after.text == "-" and after.start == p.doc.tokens[p.number.last - 1].stop
    return bool(glued and second and second.start == after.stop and len(second.text) <= 3)  # type: ignore[union-attr]


LEGAL = {"часть", "статья", "пункт", "глава"}


def label(p: Place) -> bool:
    """«статья 205», «ст. 15», «№ 5», «дом 7», «пункт 6 части 2»."""
    before, n = p.before(), 1
    if said(before) == ".":
        before, n = p.before(2), 2
    if before is None or p.number.last - p.number.first > 1 or not p.digits[0].isdigit():
        return False
    follows = p.after() is not None and lemmas(said(p.after())) & LEGAL and said(before) in ("и", ",")
    if follows:
        return True
    if not ({said(before)} | lemmas(before.text)) & p.words("labels"):
        return False
    after = p.after()
    return n == 2 or len(before.text) > 1 or after is None or after.pos != "NOUN"


def name(p: Place) -> bool:
    """«Рубеж-2014», «Т-90», «Ту-154», «112 Украина»: a number glued to letters or standing inside a name in quotation marks."""
    first, last = p.doc.tokens[p.number.first], p.doc.tokens[p.number.last - 1]
    text = p.doc.text
    if first.start and text[first.start - 1] in "-–/\\@#_" and text[first.start - 2 : first.start - 1].isalpha():
        return True
    if last.stop < len(text) and text[last.stop].isalpha() and text[last.stop].isascii():
        return True
    opening, after, before = said(p.before()), p.after(), p.before()
    if before and before.text.isascii() and before.text.isalpha() and len(before.text) > 1 and p.digits.isdigit():
        return True
    if opening in ("«", '"', "“") and after is not None and after.pos == "PROPN":
        return True
    span = p.number.words(p.doc)
    return any(e.kind in ("ORG", "LOC") and span in e.span and e.span.start < span.start for e in p.doc.entities)


def list_number(p: Place) -> bool:
    """«1. Первое», «2) второе»."""
    return p.number.first == p.sentence.first and said(p.after()) in (".", ")") and len(p.digits) < 3


def telephone(p: Place) -> bool:
    """«+7 (495) 123-45-67», numbers inside links."""
    if said(p.before()) == "+":
        return True
    first = p.doc.tokens[p.number.first]
    around = p.doc.text[max(0, first.start - 60) : first.start].rsplit(None, 1)
    return bool(around) and bool(re.search(r"https?://\S*$", p.doc.text[max(0, first.start - 200) : first.start]))


def score(p: Place) -> bool:
    """«со счётом 3:2», «1/8 финала», «11/9»."""
    text, last, first = p.doc.text, p.doc.tokens[p.number.last - 1], p.doc.tokens[p.number.first]
    return text[last.stop : last.stop + 1] in ("/", ":") or (first.start > 0 and text[first.start - 1] in ("/", ":"))


def moment(p: Place) -> bool:
    """«три года назад», «через 10 минут», «за два дня до выборов», «спустя 5 лет»: a point in time, not a length."""
    after = p.after()
    durations = {w for u in p.vocabulary.units.values() if u.measure == "duration" for w in u.words}
    if after is None or not lemmas(after.text) & durations:
        return said(p.before()) == "минут"
    before, opening = said(p.before()), said(p.doc.tokens[p.number.opens - 1]) if p.number.opens > p.sentence.first else ""
    if {before, opening} & p.words("moments") or said(p.after(2)) in p.words("moments") or said(p.after(3)) in p.words("moments"):
        return True
    if said(p.after(2)) in ("до", "после") and {before, opening} & {"за", "через", "спустя"}:
        return True
    return said(p.after(2)) in ("спустя", "раньше", "позже") or said(p.after(2)) == "после"


def one_of(p: Place) -> bool:
    """«один из организаторов», «ни один», «одна и та же»: «один» that chooses instead of counting."""
    if p.number.value != 1 or p.digits[0].isdigit():
        return False
    return said(p.after()) in ("и", "или", "только", "лишь", "за", ",", "на") or said(p.before()) in (
        "ни",
        "еще один",
        "не",
        "друг",
    )


def is_animate(token: Token) -> bool:
    """Whether the word can mean a living being."""
    return any(p.tag.animacy == "anim" for p in parses(token.text.lower()))


Rule = Callable[[Place], bool]
RULES: tuple[Rule, ...] = (date, year, clock, age, ordinal, label, name, list_number, telephone, score, moment, one_of)
