"""Numbers that are dates, years, times of day, ages or moments: points in time, not amounts."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extract.numbers.surroundings import Place, is_animate, said
from etl.extract.words import DASHES
from etl.morphology import lemmas, tags
from etl.records import Token
from etl.vocabulary import Vocabulary


def date(p: Place) -> bool:
    """«8 января», «в 1976 году», «2022-й», «в 20-х числах июля», «26 числа»."""
    if p.digits[0].isdigit() and "число" in lemmas(said(p.after())):
        return True
    span = p.number.words(p.doc)
    inside = any(m.span.start <= span.start and span.stop <= m.span.stop for m in p.calendar.mentions)
    return inside or said(p.after()) in p.words("months")


def year(p: Place) -> bool:
    """«в 2022 году», «с 1976 года», «летом 2022», «2014-2015 годы»: a four-digit number of our time that counts nothing."""
    if re.fullmatch(r"(1[5-9]|20)\d0-х", p.digits):
        return True  # «в начале 1990-х»
    after = p.after()
    if re.fullmatch(r"\d0-[хе]", p.digits) and (after is None or after.pos != "NOUN" or "год" in lemmas(after.text)):
        return True  # «в 70-х годах»
    if not re.fullmatch(r"(1[5-9]|20)\d\d([-–—](1[5-9]|20)?\d\d)?", p.digits):
        return False
    before = p.before()
    if before is not None and lemmas(before.text) & p.words("month_names"):
        return True  # «с июня 2010 число людей выросло», «по май 2010»
    if said(after) in ("г", "гг"):
        return True
    if after and "год" in lemmas(after.text):
        return after.text.lower() not in ("лет",)
    if said(p.before()) == "до" and p.number.comparator == "exact":
        return False  # «вырос до 1500»: a level
    if before is not None and before.text in DASHES and p.digits.endswith("00") and p.digits != "2000":
        return False  # «Чили пошлет 800 солдат, Перу – 1500»
    dated = said(p.before()) in ("в", "с", "до", "зимой", "летом", "весной", "осенью")
    return after is None or after.pos not in ("NOUN", "ADJ", "PROPN") or (dated and after.pos == "PROPN")


def clock(p: Place) -> bool:
    """«14:06», «в 14 часов», «к 10 утра», «около 15.30»."""
    if said(p.after()) == ":" or (said(p.before()) == ":" and (p.before(2) is not None and said(p.before(2)).isdigit())):
        return True
    if re.fullmatch(r"([01]?\d|2[0-4])\.[0-5]\d", p.digits) and said(p.before()) in p.words("clock_prepositions"):
        return True
    value = p.number.value
    if said(p.after()) in ("утра", "вечера", "ночи") and value is not None and value <= 12:
        return True  # «около девяти вечера»
    if said(p.after(2)) in ("утра", "вечера", "дня", "ночи") and p.after() and "час" in lemmas(said(p.after())):
        return True
    if after_hours(p) or half_hour(p) or half_of_a_time(p):
        return True
    if value is None or value > 24 or said(p.before()) not in ("в", "к", "с", "до", "после"):
        return False
    after = p.after()
    if after is None or not lemmas(after.text) & p.words("clock"):
        return False
    return p.number.comparator in ("exact", "up_to") and "минута" not in lemmas(after.text)


def after_hours(p: Place) -> bool:
    """«в 14 часов [40] минут»."""
    hours = p.before()
    return hours is not None and "час" in lemmas(hours.text) and p.after() is not None and "минута" in lemmas(said(p.after()))


def half_of_a_time(p: Place) -> bool:
    """«во второй половине дня», «в первой половине 2010 года», «в третьей четверти матча»: a time, no share."""
    before = p.before()
    return p.number.fraction and before is not None and any("Anum" in tag for tag in tags(before.text))


def half_hour(p: Place) -> bool:
    """«в половине десятого»."""
    after = p.after()
    return p.number.fraction and after is not None and any("Anum" in tag for tag in tags(after.text))


SPANS_OF_LIFE = ("летн", "месячн", "недельн", "дневн")
JUBILEES = {"юбилей", "годовщина", "рубеж"}


def age(p: Place) -> bool:
    """«75-летний политик», «в возрасте 35 лет», «Иванов, 45 лет», «ему исполнилось 18»."""
    number, after = p.number, p.after()
    if number.adjective and number.adjective.startswith(SPANS_OF_LIFE):
        named = after is None or after.pos == "PROPN" or said(after) in (",", "«", '"', "“")
        noun = described(p)
        old = number.adjective.startswith("летн") and named
        return old or (noun is not None and (is_animate(noun) or not lemmas(noun.text).isdisjoint(JUBILEES)))
    if after is not None and after.lemma == "летний" and (aged := p.after(2)) and (aged.pos == "PROPN" or is_animate(aged)):
        return True  # «72-х летний певец»
    near = p.doc.tokens[max(p.sentence.first, number.first - 5) : min(p.sentence.last, number.last + 2)]
    years = next((t for t in p.doc.tokens[number.last : p.sentence.last] if not _joins_numbers(t)), None)
    if any(lemmas(t.text) & p.words("age") for t in near) and years is not None and lemmas(years.text) & {"год", "лето"}:
        return True
    if after is not None and said(after) in ("лет", "год", "года") and has_an_age(p):
        return True
    if of_somebody(p) or at_an_age(p):
        return True
    comma = p.before()
    name = p.before(2)
    named = name is not None and (name.pos == "PROPN" or said(name) == ")")  # «Фаиз Халид (Faiz Khaleed), 26 лет»
    return bool(after and said(after) in ("лет", "год", "года") and said(comma) in (",", "(") and named)


def at_an_age(p: Place) -> bool:
    """«в 19 лет вступил в партию», «работает с 14 лет», «на 85 году жизни»; but «срок в 5 лет», «к 5 годам колонии»."""
    after, following, whose = p.after(), p.after(2), p.before(2)
    if after is None or not lemmas(after.text) & {"год", "лето"}:
        return False
    if said(after) == "году" and said(following) == "жизни":
        return True
    if said(p.before()) == "с" and said(after) == "до":
        return False
    term = following is not None and following.pos == "NOUN"
    measured = whose is not None and whose.pos in ("NOUN", "ADJ")
    return said(after) == "лет" and said(p.before()) in ("в", "с") and not term and not measured


def of_somebody(p: Place) -> bool:
    """«женщина примерно 60 лет», «братья 27 и 29 лет»; but «президент 20 лет правил», «дал грабителю 5 лет»."""
    before = reversed(p.doc.tokens[p.sentence.first : p.number.opens])
    who = next((t for t in before if not _joins_numbers(t)), None)
    unit = [t for t in p.doc.tokens[p.number.last : p.sentence.last] if not _joins_numbers(t)][:2]
    if not unit or said(unit[0]) not in ("лет", "года") or unit[0].i - p.number.last > JOINED:
        return False
    if who is None or who.pos != "NOUN" or not is_animate(who) or who.feats.get("Case") in ("Dat", "Ins"):
        return False
    return not any(t.pos in ("VERB", "NOUN", "ADJ") for t in unit[1:])


JOINING = {"и", "или", "около", "примерно", "почти", "с", "от", "до", "старше", "младше"}
JOINED = 3  # words between a number and the years that another number has: «27 [и около 29] лет»


def _joins_numbers(token: Token) -> bool:
    return token.pos == "NUM" or token.text[0].isdigit() or token.text.lower() in JOINING


def described(p: Place) -> Token | None:
    """The noun of «35-летняя [безработная жительница]»."""
    following = p.doc.tokens[p.number.last : min(p.sentence.last, p.number.last + 4)]
    return next((t for t in following if t.pos != "ADJ" and t.feats.get("VerbForm") != "Part"), None)


def has_an_age(p: Place) -> bool:
    """«министру было 54 года», «ей 30 лет»."""
    verb = p.before()
    whose = p.before(2) if verb is not None and said(verb) in ("было", "будет", "исполнилось") else verb
    if whose is None or whose.feats.get("Case") != "Dat":
        return False
    governor = p.doc.head(whose)
    if whose is verb and governor is not None and governor.pos == "VERB":
        return False  # «суд дал ему два года»
    return whose.pos in ("PROPN", "PRON") or (whose.pos == "NOUN" and is_animate(whose))


def moment(p: Place) -> bool:
    """«три года назад», «через 10 минут», «за два дня до выборов», «спустя 5 лет»: a point in time, not a length."""
    after = p.after()
    if after is None or lemmas(after.text).isdisjoint(_durations(p.vocabulary)):
        return said(p.before()) == "минут"
    before, opening = said(p.before()), said(p.doc.tokens[p.number.opens - 1]) if p.number.opens > p.sentence.first else ""
    if {before, opening} & p.words("moments") or said(p.after(2)) in p.words("moments") or said(p.after(3)) in p.words("moments"):
        return True
    if said(p.after(2)) in ("до", "после") and {before, opening} & {"за", "через", "спустя"}:
        return True
    return said(p.after(2)) in ("спустя", "раньше", "позже") or said(p.after(2)) == "после"


@lru_cache(maxsize=4)
def _durations(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word for unit in vocabulary.units.values() if unit.measure == "duration" for word in unit.words)
