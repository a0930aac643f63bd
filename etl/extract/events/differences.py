"""What tells two events of one type apart: rules, each of which is enough to keep two mentions two events."""

from __future__ import annotations

from collections.abc import Callable

from etl.extract.events.clause import lemma
from etl.extract.events.telling import MANY, TO_PEOPLE, Telling, done_to, narrated, repeats, stem
from etl.extract.reading import Reading
from etl.records import ActorKey

# Marks of another event of the same kind.
ANOTHER = frozenset(
    {"новый", "другой", "предыдущий", "следующий", "прошлый", "очередной", "второй", "повторный", "прошлогодний"}
    | {"снова", "вновь", "опять", "повторно", "вторично", "также", "тоже"}
)
MISFORTUNES = frozenset({"other", "disaster", "accident", "explosion"})  # of which the text tells earlier ones beside the news
LIKE_BY_WORD = frozenset({"other", "disaster"})  # types of which only the same word tells the same event

# Types of which two rows differ when they are done to different things, and types that verbs tell act by act.
DONE_TO = TO_PEOPLE | {"seizure", "arson", "looting", "deployment", "recapture", "evacuation", "visit"}
ACTS = frozenset(
    {"decree", "deployment", "agreement", "protest", "appointment", "address", "security_operation"}
    | {"trial", "killing", "withdrawal", "recapture", "looting"}
)
OF_MANY = frozenset({"election"})  # of which each mention names other parties: who observed it, who won
STAGES = frozenset({"trial"})  # of which each word names another step: the charge, the hearing, the sentence

Difference = Callable[[Reading, Telling, Telling], bool]


def another_is_meant(reading: Reading, one: Telling, other: Telling) -> bool:
    """«новые протесты», «предыдущая демонстрация», «его снова задержали», «также задержан водитель»"""
    return any(lemma(c) in ANOTHER for c in reading.doc.children(other.head, "amod", "det", "advmod"))


def unlike(reading: Reading, one: Telling, other: Telling) -> bool:
    """A criminal case is no parade, a flood no drought"""
    return one.type in LIKE_BY_WORD and lemma(one.head) != lemma(other.head)


def days_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«4 мая прошел митинг. 6 мая прошел митинг»"""
    here, there = one.own_date, other.own_date
    return not (here is None or there is None or here.startswith(there) or there.startswith(here))


def news_and_history(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Президент назначил министра. … В мае он назначил посла»: what the news tells undated is not what it dates earlier"""
    news_of = one.time.date if one.type in MISFORTUNES and not one.time.own and one.time.span is None else None
    if news_of and other.own_date and other.own_date[:4] != news_of[:4]:
        return True  # «В туннеле вспыхнул пожар. … 25 марта 1999 года пожар там унес 30 жизней»
    both_verbs = one.head.pos == other.head.pos == "VERB" and narrated(reading, one)
    news = not one.time.own and one.time.span is None and one.time.date is not None
    return both_verbs and news and not (other.own_date or one.time.date or "").startswith(one.time.date or "-")


def comes_later(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Позже протесты начались и в других городах»: told as the next thing, not as the same again"""
    if one.time.later and len(other.own_date or "") == 10:
        return True
    return other.time.later and narrated(reading, other) and one.own_date is not None


def told_of_another_day(reading: Reading, one: Telling, other: Telling) -> bool:
    """«5 мая прошел митинг, полиция задержала пятерых. На другой день суд арестовал троих»"""
    here, there = one.time.date or "", other.own_date or ""
    both = one.head.pos == other.head.pos == "VERB" and narrated(reading, one) and narrated(reading, other)
    return both and len(here) == len(there) == 10 and here != there


def places_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Митинг прошел в Казани. Митинг прошел в Самаре»"""
    here, there = (t.place if t.place_basis == "named" else None for t in (one, other))
    if here is None or there is None or here == there:
        return False
    first, second = reading.atlas.by_key[here], reading.atlas.by_key[there]
    unknown = None in (first.country, second.country) and repeats(reading, other)  # a headline names the country only
    return (first.country != second.country and not unknown) or first.kind == second.kind


def many_at_another_place(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Столкновения охватили страну. Самые тяжёлые столкновения произошли в столице»: the plural tells of several"""
    head = other.head
    plural = head.pos == "NOUN" and head.feats.get("Number") == "Plur" and narrated(reading, other)
    return plural and other.place_basis == "named" and one.place_basis != "named"


def objects_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«захватили мэрию … о захвате аэропорта»"""
    if one.type not in DONE_TO or other.head.rel == "nmod":
        return False
    here = frozenset(o for t in one.all for o in done_to(reading, t))
    there = done_to(reading, other)
    return bool(here) and bool(there) and not here & there


def another_victim(reading: Reading, one: Telling, other: Telling) -> bool:
    """«… об убийстве трёх человек. Сторож был застрелен»: a verb that names whom is no repetition of a noun that does not"""
    if one.type not in TO_PEOPLE or repeats(reading, one) or not narrated(reading, other):
        return False
    only_nouns = all(t.head.pos != "VERB" for t in one.all)
    return only_nouns and other.head.pos == "VERB" and bool(done_to(reading, other)) and not done_to(reading, one)


def acts_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«подписал закон … поручил министру … подписал указ»: each verb of an authority is an act, if not the same verb again"""
    if one.type not in ACTS or other.head.pos != "VERB" or not narrated(reading, other) or same_victim(reading, one, other):
        return False
    verbs = [t for t in one.all if t.head.pos == "VERB" and not repeats(reading, t)]
    if not verbs:
        return not any(hangs_together(reading, t, other) for t in one.all)
    return all(verbs_differ(reading, t, other) for t in verbs)


def same_victim(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Сторожа Иванова зарезали … Иванов был убит»"""
    here = frozenset(o for t in one.all for o in done_to(reading, t)) - {MANY}
    return one.type in TO_PEOPLE and bool(here & done_to(reading, other))


def hangs_together(reading: Reading, noun: Telling, verb: Telling) -> bool:
    """«Указ …, которым поручено …» in one sentence, or the verb with the same noun: «подписал указ»"""
    words = {lemma(reading.doc.tokens[i]) for i in verb.candidate.words}
    return noun.head.sentence == verb.head.sentence or lemma(noun.head) in words


def verbs_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    here, there = (done_to(reading, t) for t in (one, other))
    return lemma(one.head) != lemma(other.head) or (bool(here) and bool(there) and not here & there)


def stages_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Ему предъявили обвинение. … Слушания начались»: each word of the law names another step"""
    if one.type not in STAGES or repeats(reading, one) or not narrated(reading, other):
        return False
    return all(stem(t) != stem(other) for t in one.all)


def parties_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Премьер встретился с послом. Сенатор встретился с рабочими»: both tell who, and nobody of one is of the other"""
    if one.type in OF_MANY:
        return False
    return bool(one.participants and other.participants) and not any(
        akin(reading, a, b) for a in one.participants for b in other.participants
    )


def akin(reading: Reading, one: ActorKey, other: ActorKey) -> bool:
    """The same, or a state and its people: «власти Чада попросили помощи … президент Чада попросил помощи»"""
    first, second = reading.cast.by_key[one], reading.cast.by_key[other]
    return one == other or (first.country is not None and first.country == second.country and first.kind != second.kind)


REPETITION: tuple[Difference, ...] = (unlike, days_differ, places_differ)  # what sets a headline apart from the text
DIFFERENCES: tuple[Difference, ...] = (
    another_is_meant,
    unlike,
    days_differ,
    news_and_history,
    comes_later,
    told_of_another_day,
    places_differ,
    many_at_another_place,
    objects_differ,
    another_victim,
    acts_differ,
    stages_differ,
    parties_differ,
)
