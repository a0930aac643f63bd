"""Where the counted were: with the number, in its paragraph, else where the article plays."""

from __future__ import annotations

from etl.extract.figures.measured import HUMAN, Measured
from etl.extract.figures.polls import poll_of
from etl.extract.lands import lands_of
from etl.extract.places import place_for
from etl.extract.places.locations import in_brackets
from etl.extract.places.near import COUNTRY, NOWHERE, Where
from etl.extract.reading import Location, Reading
from etl.extract.words import DASHES
from etl.records import Doc, Token

# Told where they are only near them: the place of the story says nothing about sums and things.
PEOPLE = frozenset((*HUMAN, "participants"))
ANYWHERE = frozenset({"money", "countries", "other"})


def where(found: Measured, reading: Reading) -> Where:
    """The first rule that answers decides."""
    for rule in (of_the_asked, of_its_people, across_a_dash, bracketed_behind, narrowest_near):
        place = rule(found, reading)
        if place is not None:
            return place
    anywhere = found.measure in ANYWHERE and found.unit != "votes"  # «442 478 голосов»: cast where the article plays
    place = place_for(reading, reading.doc.tokens[found.counted.top], story=not anywhere)
    return of_those_named(found, reading) if place.place is None and found.measure in PEOPLE else place


def of_the_asked(found: Measured, reading: Reading) -> Where | None:
    """«44 % опрошенных»: the country whose people were asked, whatever places their answers name."""
    if found.measure not in ("share", "participants"):
        return None
    poll = poll_of(reading)
    told = poll.told_in(found.counted.sentence.position)
    return Where(poll.place, "carried", None) if told and poll.place else None


def of_its_people(found: Measured, reading: Reading) -> Where | None:
    """«75 % россиян», «половина жителей Чили»: a share of a country's people is of that country."""
    if found.measure != "share":
        return None
    phrase = {t.i for t in found.counted.phrase}
    named = lands_of(reading.vocabulary).within(reading.doc, found.counted.sentence)
    codes = {land.code for land in named if land.head in phrase}
    homes = [p.key for p in reading.atlas.places if p.kind == "country" and p.country in codes]
    meant = [
        x.place for t in found.counted.phrase if (x := reading.atlas.location_at.get(t.i)) and x.width == COUNTRY
    ]  # «страны»
    only = homes or meant
    return Where(only[0], "carried", None) if len(only) == 1 else None


def across_a_dash(found: Measured, reading: Reading) -> Where | None:
    """«в Омске 15 человек, в Томске – 8», «500 человек, из них 300 – в Омске»."""
    doc, at, number = reading.doc, reading.atlas.location_at, found.counted.number
    words, sentence = doc.tokens, found.counted.sentence
    near = None
    if number.opens - 2 > sentence.first and words[number.opens - 1].text in DASHES:
        near = at.get(number.opens - 2)
        near = near if near and near.how == "in" else None
    elif found.counted.noun is None and number.closes + 2 < sentence.last and words[number.closes].text in DASHES:
        near = at.get(number.closes + 2) if words[number.closes + 1].text.lower() in ("в", "во", "на") else None
    return Where(near.place, "named", near.span) if near else None


def bracketed_behind(found: Measured, reading: Reading) -> Where | None:
    """«далее следуют Омск (20 погибших), Томск (12 раненых, трое погибших)»."""
    words, number, sentence = reading.doc.tokens, found.counted.number, found.counted.sentence
    before = (t for t in reversed(words[sentence.first : number.opens]) if t.text in ("(", ")"))
    mark = next(before, None)
    if mark is None or mark.text == ")":
        return None
    told = (x for x in reading.atlas.locations if words[x.head].sentence == mark.sentence)
    near = next((x for x in told if x.span.stop <= mark.start <= x.span.stop + 1), None)
    return Where(near.place, "named", near.span) if near and near.how != "from" else None


def of_those_named(found: Measured, reading: Reading) -> Where:
    """«президент Чили сообщил о 30 погибших»: where nothing tells the place, that of whoever is named in the sentence."""
    top = reading.doc.tokens[found.counted.top]
    at = reading.atlas.location_at
    named = [at[t.i] for t in reading.doc.words(found.counted.sentence) if t.i in at]
    best = min((x for x in named if x.how == "of" and x.width <= COUNTRY), key=lambda x: abs(x.head - top.i), default=None)
    return Where(best.place, "carried", best.span) if best else NOWHERE


def narrowest_near(found: Measured, reading: Reading) -> Where | None:
    """«в Чили 20 человек погибли при обстреле города Арика»: the town, where the clause itself locates by the country only."""
    top = reading.doc.tokens[found.counted.top]
    place = place_for(reading, top, carry=False)
    if place.place is None or reading.atlas.by_key[place.place].kind != "country":
        return None
    country = reading.atlas.by_key[place.place].country
    inside = [x for x in _near(found, reading, top) if reading.atlas.by_key[x.place].country in (country, None)]
    best = min(inside, key=lambda x: (x.width, abs(x.head - top.i)), default=None)
    return Where(best.place, "carried", best.span) if best else None


def _near(found: Measured, reading: Reading, top: Token) -> list[Location]:
    """Towns and regions of the sentence, without those in brackets: «20 человек (половина — в Арике)»."""
    at = reading.atlas.location_at
    told = [at[t.i] for t in reading.doc.words(found.counted.sentence) if t.i in at]
    return [x for x in told if x.width < COUNTRY and not _is_left(x, reading.doc) and not in_brackets(reading.doc, top.stop, x)]


def _is_left(location: Location, doc: Doc) -> bool:
    """«из Актау», «к Актау»; but «после обстрела Актау» was there."""
    return location.how == "from" and doc.child(doc.tokens[location.head], "case") is not None
