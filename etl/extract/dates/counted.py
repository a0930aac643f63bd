"""Dates counted from the article's own day, or from the date the text named before; and hours."""

from __future__ import annotations

import datetime
from dataclasses import replace

from etl.extract.dates.patterns import PARTS_OF_DAY, DateWords
from etl.extract.dates.rule import Match, Rules, part, relative
from etl.extract.dates.when import Reference, When, month_shifted, shifted

COUNTED = Rules()
ABOUT = "(?:почти |примерно |около )?"


# ── counted from the article's day ──


@COUNTED.rule("unit_shift", r"(?:(?:в|с|со|до|к|на|за) )?{unit_shift} (?P<unit>недел[яюеи]|месяц[ае]?|год[ау]?)")
def shifted_unit(m: Match, words: DateWords, ref: Reference) -> When:
    """«в прошлом месяце», «в этом году», «на прошлой неделе»: a week is of a month if all its days are"""
    shift, unit = words.number("unit_shift", m["unit_shift"]), m["unit"].lower()
    if unit.startswith("год"):
        return relative(str(int(ref.published[:4]) + shift) if ref.published else None)
    if unit.startswith("месяц") and ref.published and len(ref.published) > 4:
        return relative(month_shifted(ref.published, shift))
    return relative(month_of_week(ref, shift)) if unit.startswith("недел") else When()


@COUNTED.rule("unit_shift", r"{unit_shift} (?:летом|осенью|зимой|весной)")
def season(m: Match, words: DateWords, ref: Reference) -> When:
    """«прошлым летом»: several months, which no date can tell"""
    return When()


@COUNTED.rule("начала", r"с начала (?:{unit_shift} )?года")
def since_new_year(m: Match, words: DateWords, ref: Reference) -> When:
    """«с начала года»: from January to the article's day"""
    if ref.published is None or words.value("unit_shift", m["unit_shift"]):
        return When()
    return replace(relative(f"{ref.published[:4]}-01"), date_end=ref.published)


def month_of_week(ref: Reference, shift: int) -> str | None:
    if ref.today is None:
        return None
    monday, sunday = (shifted(ref.published, 7 * shift - ref.today.weekday() + days) for days in (0, 6))
    return monday[:7] if monday and sunday and monday[:7] == sunday[:7] else None


@COUNTED.rule("weekday", r"(?:(?:в )?{part} )?(?:в|во|на|с|со|до|к|по) (?:{unit_shift} )?{weekday}{part_after}")
def weekday(m: Match, words: DateWords, ref: Reference) -> When:
    """«в среду», «в ночь на среду», «в субботу вечером»"""
    return weekday_of(m, words, ref)


def weekday_of(m: Match, words: DateWords, ref: Reference) -> When:
    """The last such day up to the article's own, or the next if it lies ahead; else the day named before, if it is one."""
    if ref.today is None:
        before = shifted(ref.previous, 0)
        same = before is not None and datetime.date.fromisoformat(before).weekday() == words.number("weekday", m["weekday"])
        return relative(before if same else None, part(m, words))
    back = (ref.today.weekday() - words.number("weekday", m["weekday"])) % 7
    if (ref.ahead and back) or words.value("unit_shift", m["unit_shift"]) == 1:
        back -= 7
    return relative(shifted(ref.published, -back), part(m, words))


@COUNTED.rule("weekday", r"{part} (?:{unit_shift} )?{weekday}")
def part_of_weekday(m: Match, words: DateWords, ref: Reference) -> When:
    """«вечером пятницы»"""
    return weekday_of(m, words, ref)


@COUNTED.rule("from_article", r"{part_before}{from_article}{part_after}")
def today(m: Match, words: DateWords, ref: Reference) -> When:
    """«сегодня утром», «вчерашний митинг»"""
    return relative(shifted(ref.published, words.number("from_article", m["from_article"])), part(m, words))


@COUNTED.rule("ночью", r"(?:прошлой|минувшей|сегодняшней) ночью")
def last_night(m: Match, words: DateWords, ref: Reference) -> When:
    """«минувшей ночью»: it ended on the article's day"""
    return relative(ref.published if ref.today else None, "night")


@COUNTED.rule("lately", r"{lately}")
def lately(m: Match, words: DateWords, ref: Reference) -> When:
    """«на днях», «несколько дней назад»: in the article's month, unless that has only begun"""
    if ref.published is None or (ref.today and ref.today.day < 8):
        return When()
    return relative(ref.published[:7])


@COUNTED.rule(
    "назад",
    r"(?:" + ABOUT + r"{count} )?"
    r"(?P<unit>день|дня|дней|сутки|суток|недел[юиь]|недель|месяц|месяца|месяцев|год|года|лет) назад",
)
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


@COUNTED.rule("from_previous", r"{from_previous}(?! как)")
def same_day(m: Match, words: DateWords, ref: Reference) -> When:
    """«в тот же день», «на следующий день», «тогда»"""
    shift = words.number("from_previous", m["from_previous"])
    if shift == 0:
        return When(ref.previous, "carried" if ref.previous else None)
    return relative(shifted(ref.previous, shift))


@COUNTED.rule("через спустя", r"(?:через|спустя) " + ABOUT + r"(?:{count} )?(?:день|дня|дней|сутки|суток)")
def days_later(m: Match, words: DateWords, ref: Reference) -> When:
    """«через три дня после пожара»; what is told as past is no later than the article"""
    date = shifted(ref.previous, words.count(m["count"]))
    not_yet = date is not None and ref.today is not None and date > ref.today.isoformat() and not ref.ahead
    return When() if not_yet else relative(date)


@COUNTED.rule("днями", r"{instrumental} днями (?P<way>позже|позднее|ранее|раньше)")
def days_apart(m: Match, words: DateWords, ref: Reference) -> When:
    """«двумя днями позже»"""
    days = words.number("instrumental", m["instrumental"])
    return relative(shifted(ref.previous, days if m["way"].lower().startswith("поз") else -days))


@COUNTED.rule("за", r"за (?:{count} )?(?:день|дня|дней|сутки|суток) до")
def days_before(m: Match, words: DateWords, ref: Reference) -> When:
    """«за два дня до выборов»"""
    return relative(shifted(ref.previous, -words.count(m["count"])))


@COUNTED.rule(
    "через спустя",
    r"(?:через|спустя) " + ABOUT + r"(?:{count} |несколько )?"
    r"(?P<unit>дней|недел[юиь]|недель|месяц|месяца|месяцев|год|года|лет)",
)
def some_time_later(m: Match, words: DateWords, ref: Reference) -> When:
    """«через несколько дней»: the same month at best; «спустя год»"""
    if ref.previous and len(ref.previous) > 4 and m["unit"].lower() == "дней":
        return relative(ref.previous[:7])
    if ref.previous and m["unit"].lower().startswith(("год", "лет")) and "несколько" not in m.group():
        return relative(str(int(ref.previous[:4]) + words.count(m["count"])))
    return When()


@COUNTED.rule(
    "минут минуты минуту час часа часов полчаса часом часами минутами",
    r"(?:(?:через|спустя) " + ABOUT + r"(?:{count} |несколько )?(?:минут[уы]?|час(?:а|ов)?|полчаса)"
    r"|(?:[а-яё]+ )?(?:часом|часами|минутами) (?:позже|позднее|спустя))",
)
def soon_after(m: Match, words: DateWords, ref: Reference) -> When:
    """«спустя 15 минут», «через пять часов», «двумя часами позже»"""
    return hours(ref, None)


@COUNTED.rule("after_previous", r"{after_previous}")
def later(m: Match, words: DateWords, ref: Reference) -> When:
    """«позже»: the same month is all that can be said"""
    return When(ref.previous[:7], "carried") if ref.previous and len(ref.previous) > 4 else When()


@COUNTED.rule("after_that", r"{after_that}")
def after_that(m: Match, words: DateWords, ref: Reference) -> When:
    """«после этого»: the day named before"""
    return When(ref.previous, "carried" if ref.previous else None)


@COUNTED.rule("before_previous", r"{before_previous}")
def earlier(m: Match, words: DateWords, ref: Reference) -> When:
    """«ранее»: not the date named before, and nothing more"""
    return When()


# ── hours ──


@COUNTED.rule(
    "digit",
    r"(?:примерно |около |в |к |до |с |после )+(?P<hour>[01]?\d|2[0-4])(?=:| час| утра| вечера| ночи)"
    r"(?::\d\d| час(?:а|ов)?)?(?: {part})?",
)
def clock(m: Match, words: DateWords, ref: Reference) -> When:
    """«около 14:40», «в три часа ночи»: of the day named before, else of the article's"""
    hour = int(m["hour"])
    named = words.part_of_day(m["part"])
    return hours(ref, named or PARTS_OF_DAY[0 if 5 <= hour < 12 else 1 if 12 <= hour < 18 else 2 if 18 <= hour < 23 else 3])


@COUNTED.rule(
    "утра вечера ночи",
    r"(?:примерно |около |ближе |в |к |до |с |после )+(?:час[уа]?|[а-яё]+)(?: час(?:а|ов|ам))? (?P<part>утра|вечера|ночи)",
)
def clock_in_words(m: Match, words: DateWords, ref: Reference) -> When:
    """«около девяти вечера», «в час ночи»"""
    return hours(ref, words.part_of_day(m["part"]))


@COUNTED.rule("вечеру утру ночи полуночи утро", r"(?:к|ближе к|под) (?P<part>вечер[у]?|утр[уо]|ноч[иь]|полуноч[иь])")
def towards(m: Match, words: DateWords, ref: Reference) -> When:
    """«к вечеру», «под утро», «к полуночи»"""
    named = m["part"].lower().removeprefix("полу")
    return hours(ref, words.part_of_day(named))


@COUNTED.rule("part_of_day", r"{part_of_day}")
def part_of_a_day(m: Match, words: DateWords, ref: Reference) -> When | None:
    """«утром»: of the day named before, else of the article's; «днем» only as the first word of its sentence"""
    named = words.part_of_day(m["part_of_day"])
    if named == "day" and m.start() > 0:
        return None
    return hours(ref, named)


def hours(ref: Reference, part_of_day: str | None) -> When:
    date = ref.previous if shifted(ref.previous, 0) else ref.published if ref.today else None
    return When(date, "carried" if date else None, part_of_day=part_of_day)
