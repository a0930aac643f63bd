"""Where an event happened: what its clause names, else the authority's country or the story's scene, as its type asks."""

from __future__ import annotations

from collections import Counter

from etl.extract.events.clause import instruments, lemma, objects, reach, subject, support
from etl.extract.events.triggers import words_of
from etl.extract.events.who import doers
from etl.extract.places import place_for
from etl.extract.places.adjectives import town_of
from etl.extract.places.near import (
    COUNTRY,
    NOWHERE,
    Step,
    Where,
    in_the_clauses_above,
    in_the_sentence,
    scene_before,
    with_the_word,
)
from etl.extract.reading import Location, Reading
from etl.records import PlaceKey, Token

WIDTH = {"site": 0, "city": 1, "region": 2, "country": 3}
# Types that happen between people, wherever they are; a place of the clause is that of one of them, or where forces are to go.
PLACELESS = frozenset({"call", "request_for_aid", "troop_decision", "sanctions"})
# Types that bring people together where the sentences around play.
GATHERINGS = frozenset({"address", "meeting", "negotiations", "agreement"})
# Types whose nouns say what was attacked.
ATTACKS = frozenset({"shooting", "seizure", "recapture", "explosion", "other"})
# Types whose place is the country of the authority that acts.
OFFICIAL = frozenset(
    {"decree", "dismissal", "appointment", "resignation", "trial", "election", "state_of_emergency", "price_change"}
)

# Those of them that befall one person, most often where that person lives or serves.
LOCAL = frozenset({"dismissal", "appointment", "resignation", "trial"})
SCENE: tuple[Step, ...] = (in_the_clauses_above, in_the_sentence, scene_before)
JUST_BEFORE = 2  # sentences


def place_of(reading: Reading, token: Token, kind: str, date: str | None = None) -> Where:
    """The place of what the token tells, `named` in its clause or `carried` from the story; `date` is what its clause says."""
    if kind in PLACELESS:
        return NOWHERE
    taken = token.pos == "VERB" or not with_the_word(reading, token)
    if kind in ATTACKS and taken and (target := struck(reading, token)):
        return Where(target.place, "named", target.span)
    town = town_of_the_authority(reading, token) if kind in OFFICIAL else None
    if town and kind == "trial":
        return town  # «Гаагский трибунал … за геноцид во время Боснийской войны»
    own = place_for(reading, token, carry=False)
    if own.place:
        return own
    if kind in GATHERINGS:
        return own if of_another_year(reading, date) else place_of_the_scene(reading, token)
    if kind not in OFFICIAL:
        found = place_for(reading, token)
        return found if found.place else country_meant(reading) or found
    if seat := seat_of_the_authority(reading, token):
        return Where(seat.place, "named", seat.span)
    if town:
        return town
    if abroad := land_of_the_authority(reading, token, kind):
        return abroad
    if kind in LOCAL and (near := town_spoken_of(reading, token)):
        return Where(near.place, "carried", near.span)
    return country_meant(reading) or place_for(reading, token)


def struck(reading: Reading, token: Token) -> Location | None:
    """«обстрел Чада», «захватили город Орск»: the land or town that was attacked"""
    targets = objects(reading.doc, token)
    if token.pos == "VERB":
        targets = tuple(a for t in targets for a in (t, *reading.doc.children(t, "appos")))
    return next((x for t in targets if (x := reading.atlas.location_at.get(t.i))), None)


def place_of_the_scene(reading: Reading, token: Token) -> Where:
    """«Послы прибыли в Дакар. Встреча продлилась час»: where the sentences up to this one play"""
    found = next((f for step in SCENE if (f := step(reading, token))), None)
    return Where(found.place, "carried", found.span) if found else NOWHERE


def of_another_year(reading: Reading, date: str | None) -> bool:
    """«В 2005 году заключили договор»: today's scene says nothing of it"""
    published = reading.article.published or reading.article.period
    return bool(date and published and date[:4] != published[:4])


def town_spoken_of(reading: Reading, token: Token) -> Location | None:
    """«Мэрия Твери молчит. Бухгалтера осудили»: the town or region in the country meant that was named just before"""
    country, sentence = main_country(reading), reading.doc.sentence(token).position
    if country is None:
        return None
    code = reading.atlas.by_key[country].country
    near = (
        x
        for x in reading.atlas.locations
        if x.how == "of" and x.width < COUNTRY and sentence - reading.doc.tokens[x.head].sentence in range(JUST_BEFORE + 1)
    )
    named = [x for x in near if reading.atlas.by_key[x.place].country == code]
    return min(named, key=lambda x: abs(x.head - token.i), default=None)


def country_meant(reading: Reading) -> Where | None:
    """The article's country, where nothing narrower is told."""
    country = main_country(reading)
    return Where(country, "carried", None) if country else None


def seat_of_the_authority(reading: Reading, token: Token) -> Location | None:
    """«Городской суд Твери вынес приговор», «мэр Твери подписал указ»: the town or region whose authority acts"""
    named = (reading.atlas.location_at.get(t.i) for a in agents_of(reading, token) for t in reach(reading.doc, a))
    return next((x for x in named if x is not None and x.how == "of" and x.width < COUNTRY), None)


def town_of_the_authority(reading: Reading, token: Token) -> Where | None:
    """«Пражский городской суд вынес приговор»: the town that the authority's adjective means, if the article names it"""
    doc, places = reading.doc, reading.atlas.places
    for agent in agents_of(reading, token):
        for adjective in doc.children(agent, "amod"):
            if town := town_of(lemma(adjective), places):
                return Where(town.key, "named", adjective.span)
    return None


def agents_of(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Who does it: the subject of the verb, or by whom it is done; the event's own noun aside."""
    doc = reading.doc
    verb = token if token.pos == "VERB" else support(doc, token)
    if verb is None:
        return ()
    return tuple(a for a in (subject(doc, verb), *instruments(doc, verb)) if a is not None and a.i != token.i)


def land_of_the_authority(reading: Reading, token: Token, kind: str) -> Where | None:
    """«решение чадских властей», «президент Чада уволил…»: the acting authority's country, where it is not the story's"""
    doc, main = reading.doc, main_country(reading)
    verb = token if token.pos == "VERB" else support(doc, token)
    owners = objects(doc, token) if token.pos != "VERB" else ()
    for agent in (*owners, *(doers(reading, verb) if verb is not None else ())):
        mention = reading.cast.by_head.get(agent.i)
        actor = reading.cast.by_key[mention.actor] if mention is not None else None
        if actor is None or actor.country is None or actor.kind not in ("state_body", "country", "person"):
            continue
        if kind == "trial" and actor.kind == "person" and lemma(agent) not in words_of(reading, "court"):
            continue  # who accuses, defends or testifies is no authority
        if main is None or reading.atlas.by_key[main].country == actor.country:
            return None
        named = next((p.key for p in reading.atlas.places if p.kind == "country" and p.country == actor.country), None)
        return Where(named, "carried", None) if named else NOWHERE
    return None


def main_country(reading: Reading) -> PlaceKey | None:
    """The country most of the article's places and actors belong to, if the article names it."""
    codes = Counter(reading.atlas.by_key[m.place].country for m in reading.atlas.mentions)
    codes.update(reading.cast.by_key[m.actor].country for m in reading.cast.mentions)
    codes.pop(None, None)
    named = {p.country: p.key for p in reading.atlas.places if p.kind == "country"}
    ranked = [c for c, _ in codes.most_common(1) if c in named]
    return named[ranked[0]] if ranked else None
