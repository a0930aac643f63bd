"""The rules of dates: a pattern over a sentence and what its words say. Where two match the same words, the earlier rule wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.extract.dates.patterns import PARTS_OF_DAY, DateWords
from etl.extract.dates.when import Reference, When, iso, month_shifted, shifted

Match = re.Match[str]
Reader = Callable[[Match, DateWords, Reference], When | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` says when it was, None if the words are no date after all."""

    name: str
    pattern: str  # see DateWords.compile
    read: Reader


RULES: list[Rule] = []


def rule(pattern: str) -> Callable[[Reader], None]:
    """Add a rule named like its function."""
    return lambda read: RULES.append(Rule(read.__name__.replace("_", "-"), pattern, read))


def group(m: Match, name: str) -> str | None:
    return m.groupdict().get(name)


def part(m: Match, words: DateWords) -> str | None:
    return words.part_of_day(group(m, "part") or group(m, "part_after"))


def year_meant(m: Match, words: DateWords, ref: Reference, month: int, day: int) -> tuple[int | None, str]:
    """The year written, shifted («прошлого года») or meant, and the basis on which the date then stands."""
    if written := group(m, "year"):
        return int(written), "explicit"
    shift = words.value("unit_shift", group(m, "unit_shift"))
    if shift is not None:
        return (int(ref.published[:4]) + shift if ref.published else None), "relative"
    return ref.year_of(month, day), "explicit"


def day_of(m: Match, words: DateWords, ref: Reference, day: str, month: str) -> When:
    """That day of that month; its year as far as the match or the reference knows it."""
    number = words.number("month", month)
    year, basis = year_meant(m, words, ref, number, int(day))
    date = iso(year, number, int(day)) if year else None
    return When(date, basis if date else None, part_of_day=part(m, words))


def month_of(m: Match, words: DateWords, ref: Reference, number: int) -> When:
    year, basis = year_meant(m, words, ref, number, 15)
    return When(iso(year, number), basis) if year else When()


def stretch(first: When, last: When) -> When:
    return When(first.date, first.basis, last.date, first.part_of_day)


def relative(date: str | None, part_of_day: str | None = None) -> When:
    return When(date, "relative" if date else None, part_of_day=part_of_day)


# ── days by number ──


@rule(r"в {part} с (?P<first>\d{1,2})(?: {other_month})? на (?P<last>\d{1,2}) {month}(?: {year})?")
def night_between(m: Match, words: DateWords, ref: Reference) -> When:
    """«в ночь с 3 на 4 мая 2020 года»"""
    first = day_of(m, words, ref, m["first"], m["other_month"] or m["month"])
    return stretch(first, day_of(m, words, ref, m["last"], m["month"]))


@rule(r"(?:с |со |между )?(?P<first>\d{1,2}) {other_month}(?: ?[-–—] ?| по | до | и )(?P<last>\d{1,2}) {month}(?: {year})?")
def days_of_two_months(m: Match, words: DateWords, ref: Reference) -> When:
    """«с 30 марта по 2 апреля»"""
    return stretch(day_of(m, words, ref, m["first"], m["other_month"]), day_of(m, words, ref, m["last"], m["month"]))


@rule(r"{part_before}(?:с |со |между )?(?P<first>\d{1,2})(?: ?[-–—] ?| по | до | и | или )(?P<last>\d{1,2}) {month}(?: {year})?")
def days_of_a_month(m: Match, words: DateWords, ref: Reference) -> When:
    """«с 12 по 14 апреля», «6–7 марта»"""
    return stretch(day_of(m, words, ref, m["first"], m["month"]), day_of(m, words, ref, m["last"], m["month"]))


@rule(r"{part_before}(?:(?:в |во )?{weekday},? )?(?P<day>\d{1,2})(?:-?го)? {month}(?:,? {year}| {unit_shift} года)?{part_after}")
def day(m: Match, words: DateWords, ref: Reference) -> When:
    """«вечером 5 мая», «в понедельник, 4 мая 2020 года», «5 мая прошлого года»"""
    return day_of(m, words, ref, m["day"], m["month"])


@rule(r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)")
def day_in_digits(m: Match, words: DateWords, ref: Reference) -> When | None:
    """«05.05.2020», «2020-05-05»"""
    date = m["iso"] or iso(int(m["year"]), int(m["number"]), int(m["day"]))
    return When(date, "explicit") if date else None


# ── months and years by name ──


@rule(
    r"(?:(?:в|во|с|со|до|к|по|за|на) )?(?:(?:начале|середине|конце|концу|начала|середины|конца|течение) )?"
    r"{month}(?: {year}| {unit_shift} года)?"
)
def month(m: Match, words: DateWords, ref: Reference) -> When | None:
    """«в мае», «к концу мая 2020 года», «в мае прошлого года», but no bare «май»"""
    if m.group().lower() == m["month"].lower():
        return None
    return month_of(m, words, ref, words.number("month", m["month"]))


@rule(r"{adjective}(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими|ое)(?: {year})?")
def month_adjective(m: Match, words: DateWords, ref: Reference) -> When:
    """«сентябрьские взрывы»"""
    when = month_of(m, words, ref, words.month_of_adjective(m["adjective"]))
    return relative(when.date)


@rule(r"(?:с |в |во |между )?(?P<first>[12]\d{3})(?:-?го)?(?: года)?(?: ?[-–—] ?| по | до | и )(?P<last>[12]\d{3}){year_word}")
def years(m: Match, words: DateWords, ref: Reference) -> When:
    """«с 1999 по 2003 годы», «в 2013–2014 годах»"""
    return When(m["first"], "explicit", m["last"])


@rule(r"(?:(?:в|с|к|до|около|начале|середине|конце) )*(?P<decade>[12]\d{2}0)-?(?:е|х|ых|ые) (?:годы|годах|годов|гг\.)")
def decade(m: Match, words: DateWords, ref: Reference) -> When:
    """«в 1990-е годы»"""
    return When(m["decade"], "explicit", m["decade"][:3] + "9")


@rule(r"(?:(?:в|с|к|до|по|за|около|летом|осенью|зимой|весной|начале|середине|конце|концу|начала|конца) )*{year}")
def year(m: Match, words: DateWords, ref: Reference) -> When:
    """«в 2011 году», «летом 2011 года»"""
    return When(m["year"], "explicit")


@rule(r"{year_shift}")
def last_years(m: Match, words: DateWords, ref: Reference) -> When:
    """«прошлогодний парад»"""
    return relative(str(int(ref.published[:4]) - 1) if ref.published else None)


# ── counted from the article's day ──


@rule(r"(?:(?:в|с|со|до|к|на|за) )?{unit_shift} (?P<unit>недел[яюеи]|месяц[ае]?|год[ау]?)")
def shifted_unit(m: Match, words: DateWords, ref: Reference) -> When:
    """«в прошлом месяце», «в этом году»; a week is no day and no month: «на прошлой неделе» stays open"""
    shift, unit = words.number("unit_shift", m["unit_shift"]), m["unit"].lower()
    if unit.startswith("год"):
        return relative(str(int(ref.published[:4]) + shift) if ref.published else None)
    if unit.startswith("месяц") and ref.published and len(ref.published) > 4:
        return relative(month_shifted(ref.published, shift))
    return When()


@rule(r"(?:(?:в )?{part} )?(?:в|во|на|с|со|до|к|по) (?:{unit_shift} )?{weekday}{part_after}")
def weekday(m: Match, words: DateWords, ref: Reference) -> When:
    """«в среду», «в ночь на среду», «в субботу вечером»"""
    return weekday_of(m, words, ref)


def weekday_of(m: Match, words: DateWords, ref: Reference) -> When:
    """The last such day up to the article's own, or the next if it lies ahead."""
    if ref.today is None:
        return When(part_of_day=part(m, words))
    back = (ref.today.weekday() - words.number("weekday", m["weekday"])) % 7
    if (ref.ahead and back) or words.value("unit_shift", m["unit_shift"]) == 1:
        back -= 7
    return relative(shifted(ref.published, -back), part(m, words))


@rule(r"{part} (?:{unit_shift} )?{weekday}")
def part_of_weekday(m: Match, words: DateWords, ref: Reference) -> When:
    """«вечером пятницы»"""
    return weekday_of(m, words, ref)


@rule(r"{part_before}{from_article}{part_after}")
def today(m: Match, words: DateWords, ref: Reference) -> When:
    """«сегодня утром», «вчерашний митинг»"""
    return relative(shifted(ref.published, words.number("from_article", m["from_article"])), part(m, words))


@rule(r"{lately}")
def lately(m: Match, words: DateWords, ref: Reference) -> When:
    """«на днях», «несколько дней назад»: in the article's month, unless that has only begun"""
    if ref.published is None or (ref.today and ref.today.day < 8):
        return When()
    return relative(ref.published[:7])


@rule(r"(?:{count} )?(?P<unit>день|дня|дней|сутки|суток|недел[юиь]|недель|месяц|месяца|месяцев|год|года|лет) назад")
def ago(m: Match, words: DateWords, ref: Reference) -> When:
    """«два дня назад», «месяц назад», «три года назад»; «неделю назад» names no day"""
    count, unit = words.count(m["count"]), m["unit"].lower()
    if m["count"] is None and unit in ("дней", "недель", "месяцев", "лет"):
        return When()
    if unit.startswith(("д", "сут")):
        return relative(shifted(ref.published, -count))
    if unit.startswith("мес") and ref.published and len(ref.published) > 4:
        return relative(month_shifted(ref.published, -count))
    if unit.startswith(("год", "лет")) and ref.published:
        return relative(str(int(ref.published[:4]) - count))
    return When()


# ── counted from the date named before ──


@rule(r"{from_previous}(?! как)")
def same_day(m: Match, words: DateWords, ref: Reference) -> When:
    """«в тот же день», «на следующий день», «тогда»"""
    shift = words.number("from_previous", m["from_previous"])
    if shift == 0:
        return When(ref.previous, "carried" if ref.previous else None)
    return relative(shifted(ref.previous, shift))


@rule(r"(?:через|спустя) (?:{count} )?(?:день|дня|дней|сутки|суток)")
def days_later(m: Match, words: DateWords, ref: Reference) -> When:
    """«через три дня после пожара»"""
    return relative(shifted(ref.previous, words.count(m["count"])))


@rule(r"за (?:{count} )?(?:день|дня|дней|сутки|суток) до")
def days_before(m: Match, words: DateWords, ref: Reference) -> When:
    """«за два дня до выборов»"""
    return relative(shifted(ref.previous, -words.count(m["count"])))


@rule(r"(?:через|спустя) (?:{count} |несколько )?(?P<unit>дней|недел[юиь]|недель|месяц|месяца|месяцев|год|года|лет)")
def some_time_later(m: Match, words: DateWords, ref: Reference) -> When:
    """«через несколько дней»: the same month at best; «спустя год»"""
    if ref.previous and len(ref.previous) > 4 and m["unit"].lower() == "дней":
        return relative(ref.previous[:7])
    if ref.previous and m["unit"].lower().startswith(("год", "лет")) and "несколько" not in m.group():
        return relative(str(int(ref.previous[:4]) + words.count(m["count"])))
    return When()


@rule(r"{after_previous}")
def later(m: Match, words: DateWords, ref: Reference) -> When:
    """«позже»: the same month is all that can be said"""
    return When(ref.previous[:7], "carried") if ref.previous and len(ref.previous) > 4 else When()


@rule(r"{after_that}")
def after_that(m: Match, words: DateWords, ref: Reference) -> When:
    """«после этого»: the day named before"""
    return When(ref.previous, "carried" if ref.previous else None)


@rule(r"{before_previous}")
def earlier(m: Match, words: DateWords, ref: Reference) -> When:
    """«ранее»: not the date named before, and nothing more"""
    return When()


# ── hours ──


@rule(
    r"(?:примерно |около |в |к |до |с |после )+(?P<hour>[01]?\d|2[0-4])(?=:| час| утра| вечера| ночи)"
    r"(?::\d\d| час(?:а|ов)?)?(?: {part})?"
)
def clock(m: Match, words: DateWords, ref: Reference) -> When:
    """«около 14:40», «в три часа ночи»: of the day named before, else of the article's"""
    hour = int(m["hour"])
    named = words.part_of_day(m["part"])
    return hours(ref, named or PARTS_OF_DAY[0 if 5 <= hour < 12 else 1 if 12 <= hour < 18 else 2 if 18 <= hour < 23 else 3])


@rule(r"{part_of_day}")
def part_of_a_day(m: Match, words: DateWords, ref: Reference) -> When | None:
    """«утром»: of the day named before, else of the article's; «днем» only as the first word of its sentence"""
    named = words.part_of_day(m["part_of_day"])
    if named == "day" and m.start() > 0:
        return None
    return hours(ref, named)


def hours(ref: Reference, part_of_day: str | None) -> When:
    date = ref.previous if shifted(ref.previous, 0) else ref.published if ref.today else None
    return When(date, "carried" if date else None, part_of_day=part_of_day)
