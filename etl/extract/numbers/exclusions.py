"""Numbers that measure nothing: dates, ages, times of day, ordinals, names with numbers, numbers of lists and telephones."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.extract.numbers.number import Number
from etl.extract.numbers.surroundings import Place, is_animate, said
from etl.extract.numbers.times import age, clock, date, moment, year
from etl.extract.reading import Calendar
from etl.morphology import lemmas
from etl.records import Doc, Sentence
from etl.vocabulary import Vocabulary


def is_amount(number: Number, doc: Doc, sentence: Sentence, vocabulary: Vocabulary, calendar: Calendar) -> bool:
    """Whether the number measures something."""
    place = Place(number, doc, sentence, vocabulary, calendar)
    return not any(rule(place) for rule in RULES)


def ordinal(p: Place) -> bool:
    """«40-й день», «79-я бригада», «1990-е», «5-летие», «9-этажный»: of compounds only those of a unit measure."""
    adjective = p.number.adjective
    if p.number.fraction and p.doc.tokens[p.number.first].pos == "ADJ":
        return True  # «назвал [третью] цифру»
    if p.doc.tokens[p.number.first].pos == "ADJ" and "тысячн" in p.digits.lower() and _counts_one(p):
        return True
    if not adjective and (p.digits.endswith("-ю") and p.after() is not None and p.after().feats.get("Number") == "Sing"):  # type: ignore[union-attr]
        return True  # «в 5-ю больницу»
    if adjective:
        units = {a for u in p.vocabulary.units.values() for a in u.adjectives}
        return not lemmas(adjective) & units
    after, second = p.after(), p.after(2)
    glued = after is not None and second is not None and after.text == "-" and after.start == p.doc.tokens[p.number.last - 1].stop
    return bool(glued and second and second.start == after.stop and len(second.text) <= 3)  # type: ignore[union-attr]


def _counts_one(p: Place) -> bool:
    """«100-тысячный посетитель», «двухтысячные годы»; but «10-тысячный митинг» is a number of people."""
    after = p.after()
    return after is not None and (is_animate(after) or "год" in lemmas(after.text))


LEGAL = {"часть", "статья", "пункт", "глава"}
CODES = {"ук", "коап", "упк", "гк", "тк"}


def label(p: Place) -> bool:
    """«статья 205», «ст. 15», «№ 5», «дом 7», «пункт 6 части 2», «110.2 УК»."""
    if said(p.after()) in CODES and p.digits[0].isdigit():
        return True
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


def on_a_scale(p: Place) -> bool:
    """«землетрясения магнитудой 7,7 и 7,6»: nothing is counted."""
    near = p.doc.tokens[max(p.sentence.first, p.number.first - 3) : p.number.first]
    return any("магнитуда" in lemmas(t.text) for t in near)


def name(p: Place) -> bool:
    """«Рубеж-2014», «Т-90», «Ту-154», «112 Украина»: a number glued to letters or standing inside a name in quotation marks."""
    first, last = p.doc.tokens[p.number.first], p.doc.tokens[p.number.last - 1]
    text = p.doc.text
    if first.start and text[first.start - 1] in "-–/\\@#_" and text[first.start - 2 : first.start - 1].isalpha():
        return True
    if first.start and text[first.start].isdigit() and text[first.start - 1].isalpha():
        return True  # «Панцирь-С1»
    if _opens_a_title(p):
        return True
    if last.stop < len(text) and text[last.stop].isalpha() and text[last.stop].isascii():
        return True
    opening, after, before = said(p.before()), p.after(), p.before()
    if before and before.text.isascii() and before.text.isalpha() and len(before.text) > 1 and p.digits.isdigit():
        return True
    closing = p.after(2)
    if opening in QUOTES and after is not None and (after.pos == "PROPN" or said(closing) in QUOTES):
        return True  # «112 Украина», клуб «16 тонн»
    span = p.number.words(p.doc)
    return any(e.span.start < span.start and span in e.span and e.kind in ("ORG", "LOC") for e in p.doc.entities)


TITLE = 4  # words


def _opens_a_title(p: Place) -> bool:
    """«Три дня мая», «Двенадцать стульев»: a short name in quotation marks that begins with a number word."""
    if said(p.before()) not in QUOTES or not p.digits[0].isupper():
        return False
    inside = p.doc.tokens[p.number.last : min(p.sentence.last, p.number.last + TITLE)]
    close = next((n for n, t in enumerate(inside) if t.text in QUOTES), None)
    return close is not None and all(t.pos not in ("VERB", "PUNCT") for t in inside[:close])


def unit_number(p: Place) -> bool:
    """«командир 42 мотострелковой дивизии», «в 6 городской больнице»: behind a count an adjective is plural."""
    after, noun = p.after(), p.after(2)
    if not p.digits.isdigit() or p.digits.endswith("1") or after is None or noun is None:
        return False
    return after.pos == "ADJ" and noun.pos == "NOUN" and all(t.feats.get("Number") == "Sing" for t in (after, noun))


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


def both(p: Place) -> bool:
    """«оба раза», «обе стороны», «оба были заняты»: nobody counts them, they are known; but «обе женщины погибли»."""
    after = p.after()
    return bool(lemmas(p.digits) & {"оба"}) and (after is None or after.pos not in ("NOUN", "ADJ") or not is_animate(after))


def nobody_in_particular(p: Place) -> bool:
    """«убийство двух или более лиц»: the words of a law."""
    after = p.number.closes > p.number.last
    return bool(after and p.number.value == 2 and p.number.comparator == "at_least" and not p.digits[0].isdigit())


def told_in_percent(p: Place) -> bool:
    """«почти треть опрошенных (29%)», «более половины - 54%»: the percent are the number."""
    words = p.doc.tokens[p.number.last : min(p.sentence.last, p.number.last + 6)]
    opened = next((n for n, t in enumerate(words) if t.text in ("(", "-", "–", "—")), None)
    if not p.number.fraction or opened is None or len(words) < opened + 3:
        return False
    return words[opened + 1].text[0].isdigit() and (words[opened + 2].text == "%" or "процент" in lemmas(words[opened + 2].text))


def one_of(p: Place) -> bool:
    """«один из организаторов», «ни один», «одна и та же», «зависит от одного»: «один» that chooses instead of counting."""
    if p.number.value != 1 or p.digits[0].isdigit():
        return False
    if said(p.before()) == "от" or (said(p.before()) == "на" and "один" in lemmas(said(p.before(2)))):
        return True
    same = p.after(2)
    if said(p.after()) == "и":
        return same is not None and same.lemma == "тот"
    return said(p.after()) in ("или", "только", "лишь", "за", "на") or said(p.before()) in (
        "ни",
        "еще один",
        "не",
        "друг",
    )


QUOTES = ("«", "»", '"', "“", "”")


Rule = Callable[[Place], bool]
RULES: tuple[Rule, ...] = (
    date,
    year,
    clock,
    age,
    ordinal,
    label,
    on_a_scale,
    name,
    unit_number,
    list_number,
    telephone,
    score,
    moment,
    both,
    nobody_in_particular,
    told_in_percent,
    one_of,
)
