"""Days, months and years by their names and numbers."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.dates.patterns import DateWords
from etl.extract.dates.rule import Match, Rules, day_of, month_of, relative, stretch
from etl.extract.dates.when import Reference, When, iso

NAMED = Rules()


# ── days by number ──


@NAMED.rule("month", r"в {part} с (?P<first>\d{1,2})(?: {other_month})? на (?P<last>\d{1,2}) {month}(?: {year})?")
def night_between(m: Match, words: DateWords, ref: Reference) -> When:
    """«в ночь с 3 на 4 мая 2020 года»"""
    first = day_of(m, words, ref, m["first"], m["other_month"] or m["month"])
    return stretch(first, day_of(m, words, ref, m["last"], m["month"]))


@NAMED.rule(
    "month", r"(?:с |со |между )?(?P<first>\d{1,2}) {other_month}(?: ?[-–—] ?| по | до | и )(?P<last>\d{1,2}) {month}(?: {year})?"
)
def days_of_two_months(m: Match, words: DateWords, ref: Reference) -> When:
    """«с 30 марта по 2 апреля»"""
    return stretch(day_of(m, words, ref, m["first"], m["other_month"]), day_of(m, words, ref, m["last"], m["month"]))


@NAMED.rule(
    "month",
    r"{part_before}(?:с |со |между )?(?P<first>\d{1,2})(?: ?[-–—] ?| по | до | и | или )(?P<last>\d{1,2}) {month}(?: {year})?",
)
def days_of_a_month(m: Match, words: DateWords, ref: Reference) -> When:
    """«с 12 по 14 апреля», «6–7 марта»"""
    return stretch(day_of(m, words, ref, m["first"], m["month"]), day_of(m, words, ref, m["last"], m["month"]))


@NAMED.rule(
    "month",
    r"{part_before}(?:(?:в |во )?{weekday},? )?(?P<day>\d{1,2})(?:-?го)? {month}{its_year}{part_after}",
)
def day(m: Match, words: DateWords, ref: Reference) -> When:
    """«вечером 5 мая», «в понедельник, 4 мая 2020 года», «5 мая прошлого года»"""
    return day_of(m, words, ref, m["day"], m["month"])


@NAMED.rule("digit", r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)")
def day_in_digits(m: Match, words: DateWords, ref: Reference) -> When | None:
    """«05.05.2020», «2020-05-05»"""
    date = m["iso"] or iso(int(m["year"]), int(m["number"]), int(m["day"]))
    return When(date, "explicit") if date else None


# ── months and years by name ──


@NAMED.rule("month", r"(?:в |во |с |со )?{other_month}(?: ?[-–—] ?| по | и ){month}{its_year}")
def months(m: Match, words: DateWords, ref: Reference) -> When:
    """«в августе-сентябре 2020 года», «с мая по июль», «в мае и июне»"""
    first, last = (words.number("month", m[name]) for name in ("other_month", "month"))
    end = month_of(m, words, ref, last)
    if end.date is None:
        return end
    return replace(end, date=iso(int(end.date[:4]) - (first > last), first), date_end=end.date)


@NAMED.rule(
    "month",
    r"(?:(?:в|во|с|со|до|к|по|за|на) )?(?:(?:начале|середине|конце|концу|начала|середины|конца|течение) )?"
    r"{month}{its_year}",
)
def month(m: Match, words: DateWords, ref: Reference) -> When | None:
    """«в мае», «к концу мая 2020 года», «в мае прошлого года», «в мае 2020-го», but no bare «май»"""
    if m.group().lower() == m["month"].lower():
        return None
    return month_of(m, words, ref, words.number("month", m["month"]))


@NAMED.rule("adjective", r"{adjective}(?: {year})?")
def month_adjective(m: Match, words: DateWords, ref: Reference) -> When:
    """«сентябрьские взрывы»"""
    when = month_of(m, words, ref, words.month_of_adjective(m["adjective"]))
    return relative(when.date)


@NAMED.rule(
    "digit",
    r"(?:с |в |во |между )?(?P<first>[12]\d{3})(?:-?го)?(?: года)?(?: ?[-–—] ?| по | до | и )(?P<last>[12]\d{3}){year_word}",
)
def years(m: Match, words: DateWords, ref: Reference) -> When:
    """«с 1999 по 2003 годы», «в 2013–2014 годах»"""
    return When(m["first"], "explicit", m["last"])


@NAMED.rule(
    "digit",
    r"(?:(?:в|с|к|до|около|начале|середине|конце) )*"
    r"(?:(?P<decade>[12]\d{2}0)-?(?:е|х|ых|ые) (?:годы|годах|годов|гг\.)"
    r"|(?P<of_last_century>[3-9]0)-?(?:е|х|ых|ые)(?: (?:годы|годах|годов|гг\.))?)",
)
def decade(m: Match, words: DateWords, ref: Reference) -> When:
    """«в 1990-е годы», «в 90-х»"""
    first = m["decade"] or f"19{m['of_last_century']}"
    return When(first, "explicit", first[:3] + "9")


@NAMED.rule("веке века столетии", r"(?:в|конце|начале|середине) (?:{unit_shift}|[XVI]+|\d\d?-м) (?:век[еа]|столетии)")
def century(m: Match, words: DateWords, ref: Reference) -> When:
    """«в прошлом веке», «в XIX веке»: long ago"""
    return When()


@NAMED.rule("digit", r"(?:(?:в|с|к|до|по|за|около|летом|осенью|зимой|весной|начале|середине|конце|концу|начала|конца) )*{year}")
def year(m: Match, words: DateWords, ref: Reference) -> When:
    """«в 2011 году», «летом 2011 года»"""
    return When(m["year"], "explicit")


@NAMED.rule("year_shift", r"{year_shift}")
def last_years(m: Match, words: DateWords, ref: Reference) -> When:
    """«прошлогодний парад»"""
    return relative(str(int(ref.published[:4]) - 1) if ref.published else None)
