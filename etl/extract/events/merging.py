"""One event told twice in an article is one row: which mentions mean the same."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from etl.extract.events.clause import entered, lemma, objects, support
from etl.extract.events.triggers import Candidate
from etl.extract.events.when import Time, in_passing
from etl.extract.events.where import WIDTH
from etl.extract.reading import Reading
from etl.records import ActorKey, PlaceKey, Span, Token

# Marks of another event of the same kind: «новые протесты», «предыдущая демонстрация».
ANOTHER = frozenset({"новый", "другой", "предыдущий", "следующий", "прошлый", "очередной", "второй", "повторный", "прошлогодний"})

# Types of which two rows differ when they are done to different things, and types that verbs tell act by act.
DONE_TO = {"seizure", "arson", "looting", "killing", "detention", "release", "dismissal", "appointment", "deployment"}
DONE_TO |= {"recapture", "evacuation", "visit"}
TO_PEOPLE = {"killing", "detention", "release", "dismissal", "appointment"}  # where a verb that names whom tells a new one
TO_SOMEONE = {"seizure", "evacuation"}  # whose people, too, may be called now this, now that
MANY = "*"  # stands for people only counted
ACTS = {"decree", "deployment", "agreement", "protest", "appointment", "address", "security_operation"}


@dataclass(slots=True)
class Telling:
    """One mention of an event with its circumstances; `also` collects the further mentions of the same event."""

    candidate: Candidate
    span: Span
    time: Time
    place: PlaceKey | None
    place_basis: str | None
    place_span: Span | None
    participants: tuple[ActorKey, ...]
    participant_spans: tuple[Span, ...]
    also: list[Telling] = field(default_factory=list)


def merged(reading: Reading, tellings: list[Telling]) -> list[Telling]:
    """The events, each further mention put under the one it repeats: the text tells, headlines and captions repeat."""
    events: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: repeats(reading, t)):
        same = [e for e in events if same_event(reading, e, telling)]
        if same:
            join(reading, nearest(same, telling), telling)
        else:
            events.append(telling)
    return [fullest(reading, e) for e in events if not in_general(reading, e)]


def in_general(reading: Reading, event: Telling) -> bool:
    """«уровень самоубийств», «сообщения о ссорах»: nouns in passing without a day, a place or anybody tell of no one event"""
    tellings = (event, *event.also)
    told = any(narrated(reading, t) or t.time.own or t.place_basis == "named" or t.participants for t in tellings)
    return not told and all(t.candidate.head.pos == "NOUN" and in_passing(reading, t.candidate.head) for t in tellings)


def repeats(reading: Reading, telling: Telling) -> bool:
    return reading.doc.sentence(telling.candidate.head).kind in ("title", "heading", "caption")


def nearest(events: list[Telling], telling: Telling) -> Telling:
    """The one told last before, else the first."""
    before = [e for e in events if e.candidate.head.i < telling.candidate.head.i]
    return before[-1] if before else events[0]


def same_event(reading: Reading, one: Telling, other: Telling) -> bool:
    if one.candidate.type != other.candidate.type:
        return False
    if one.candidate.head.i in other.candidate.words or other.candidate.head.i in one.candidate.words:
        return True
    differences = (unlike, days_differ, places_differ) if repeats(reading, other) else DIFFERENCES
    return not any(differ(reading, one, other) for differ in differences)


# ── what tells two events of one type apart ──


def another_is_meant(reading: Reading, one: Telling, other: Telling) -> bool:
    """«новые протесты», «предыдущая демонстрация»"""
    return any(lemma(c) in ANOTHER for c in reading.doc.children(other.candidate.head, "amod", "det"))


def unlike(reading: Reading, one: Telling, other: Telling) -> bool:
    """Of the type `other` only the same word tells the same: a criminal case is no parade"""
    return one.candidate.type == "other" and lemma(one.candidate.head) != lemma(other.candidate.head)


def days_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    here, there = own_date(one), own_date(other)
    return not (here is None or there is None or here.startswith(there) or there.startswith(here))


def news_and_history(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Президент назначил министра. … В мае он назначил посла»: what the news tells undated is not what it dates earlier"""
    both_verbs = one.candidate.head.pos == other.candidate.head.pos == "VERB" and narrated(reading, one)
    news = not one.time.own and one.time.span is None and one.time.date is not None
    return both_verbs and news and not (own_date(other) or one.time.date or "").startswith(one.time.date or "-")


def comes_later(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Позже протесты начались и в других городах»: told as the next thing, not as the same again"""
    if one.time.later and len(own_date(other) or "") == 10:
        return True
    return other.time.later and narrated(reading, other) and own_date(one) is not None


def places_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    here, there = (t.place if t.place_basis == "named" else None for t in (one, other))
    if here is None or there is None or here == there:
        return False
    first, second = reading.atlas.by_key[here], reading.atlas.by_key[there]
    return first.country != second.country or first.kind == second.kind


def many_at_another_place(reading: Reading, one: Telling, other: Telling) -> bool:
    """«Столкновения охватили страну. Самые тяжёлые столкновения произошли в столице»: the plural tells of several"""
    head = other.candidate.head
    plural = head.pos == "NOUN" and head.feats.get("Number") == "Plur" and narrated(reading, other)
    return plural and other.place_basis == "named" and one.place_basis != "named"


def objects_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«захватили мэрию … о захвате аэропорта»"""
    if one.candidate.type not in DONE_TO or other.candidate.head.rel == "nmod":
        return False
    here = frozenset(o for t in (one, *one.also) for o in done_to(reading, t))
    there = done_to(reading, other)
    return bool(here) and bool(there) and not here & there


def another_victim(reading: Reading, one: Telling, other: Telling) -> bool:
    """«… об убийстве трёх человек. Сторож был застрелен»: a verb that names whom is no repetition of a noun that does not"""
    if one.candidate.type not in TO_PEOPLE or repeats(reading, one) or not narrated(reading, other):
        return False
    only_nouns = all(t.candidate.head.pos != "VERB" for t in (one, *one.also))
    return only_nouns and other.candidate.head.pos == "VERB" and bool(done_to(reading, other)) and not done_to(reading, one)


def acts_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """«подписал закон … поручил министру … подписал указ»: each verb of an authority is an act, if not the same verb again"""
    if one.candidate.type not in ACTS or other.candidate.head.pos != "VERB" or not narrated(reading, other):
        return False
    tellings = (one, *one.also)
    verbs = [t for t in tellings if t.candidate.head.pos == "VERB" and not repeats(reading, t)]
    if not verbs:
        return not any(hangs_together(reading, t, other) for t in tellings)
    return all(verbs_differ(reading, t, other) for t in verbs)


def hangs_together(reading: Reading, noun: Telling, verb: Telling) -> bool:
    """«Указ …, которым поручено …» in one sentence, or the verb with the same noun: «подписал указ»"""
    first, second = noun.candidate, verb.candidate
    words = {lemma(reading.doc.tokens[i]) for i in second.words}
    return first.head.sentence == second.head.sentence or lemma(first.head) in words


def verbs_differ(reading: Reading, one: Telling, other: Telling) -> bool:
    here, there = (done_to(reading, t) for t in (one, other))
    return lemma(one.candidate.head) != lemma(other.candidate.head) or (bool(here) and bool(there) and not here & there)


DIFFERENCES = (
    another_is_meant,
    unlike,
    days_differ,
    news_and_history,
    comes_later,
    places_differ,
    many_at_another_place,
    objects_differ,
    another_victim,
    acts_differ,
)


def narrated(reading: Reading, telling: Telling) -> bool:
    """A verb, or a noun of which a verb says that it happened: no mere mention in passing."""
    head = telling.candidate.head
    if repeats(reading, telling):
        return False
    verb = support(reading.doc, head)
    return head.pos == "VERB" or (verb is not None and head.rel.split(":")[0] in ("nsubj", "obj"))


def done_to(reading: Reading, telling: Telling) -> frozenset[str]:
    """Whom or what it was done to: actors by their keys, things by their words; people only if they are told by name,
    since «журналист», «мужчина» and «он» may all be the same one."""
    found = set()
    head = telling.candidate.head
    for t in objects(reading.doc, head) or entered(reading.doc, head):
        mention = reading.cast.by_head.get(t.i)
        person = mention is not None and reading.cast.by_key[mention.actor].kind != "group"
        if telling.candidate.type in TO_PEOPLE:
            if mention is not None and person:
                found.add(mention.actor)
            elif numbered(reading, t):
                found.add(MANY)
        elif telling.candidate.type in TO_SOMEONE and t.feats.get("Animacy") == "Anim" and not person:
            continue  # «похитили инженеров», «египтяне похищены»
        elif mention is not None or t.pos == "NOUN":
            found.add(mention.actor if mention else lemma(t))
    return frozenset(found)


def numbered(reading: Reading, token: Token) -> bool:
    """«задержаны около 60 сторонников»: not the one person told of elsewhere"""
    return any(lemma(c) != "один" for c in (*reading.doc.children(token, "nummod"), *([token] if token.pos == "NUM" else [])))


def own_date(telling: Telling) -> str | None:
    return telling.time.date if telling.time.own else None


def join(reading: Reading, event: Telling, telling: Telling) -> None:
    """Another mention of the same event: what it knows better, the event now knows."""
    event.also.append(telling)
    if better_dated(telling.time, event.time):
        event.time = telling.time
    if telling.place_basis == "named" and (event.place_basis != "named" or narrower(reading, telling, event)):
        event.place, event.place_basis, event.place_span = telling.place, telling.place_basis, telling.place_span
    event.participants = tuple(dict.fromkeys([*event.participants, *telling.participants]))


def better_dated(one: Time, other: Time) -> bool:
    """Its own date beats the story's, a day beats a month, and any beats none."""
    if one.own != other.own:
        return one.own or (other.date is None and not other.own)
    return len(one.date or "") > len(other.date or "") and (one.own or other.date is None)


def narrower(reading: Reading, one: Telling, other: Telling) -> bool:
    places = [reading.atlas.by_key[t.place] for t in (one, other) if t.place]
    return len(places) == 2 and WIDTH[places[0].kind] < WIDTH[places[1].kind]


def fullest(reading: Reading, event: Telling) -> Telling:
    """The event anchored in the mention that tells most of it: narrated, with its day and its place."""
    best = max((event, *event.also), key=lambda t: (worth(reading, t), -t.candidate.head.i))
    if best is event:
        return event
    others = [replace(event, also=[]), *(t for t in event.also if t is not best)]
    return replace(event, candidate=best.candidate, span=best.span, also=others)


def worth(reading: Reading, telling: Telling) -> int:
    return 2 * narrated(reading, telling) + bool(telling.time.own and telling.time.date) + (telling.place_basis == "named")
