"""The rows that belong to no single article: vocabulary, countries, places, and what was merged over the articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from etl.load.article import Row, number
from etl.load.titles import Titles, event_title, series_title
from etl.records import Place
from etl.resolve.facts import Facts, MergedActor
from etl.schema import TABLES
from etl.vocabulary import Vocabulary

WORDS = ("speech_acts", "event_types", "measures", "populations")


def vocabulary_rows(vocabulary: Vocabulary) -> Iterator[tuple[str, list[Row]]]:
    """The vocabulary tables, each with the columns its table has, and all countries."""
    columns = {t.name: [c.name for c in t.columns] for t in TABLES}
    for name in WORDS:
        yield name, [{c: getattr(entry, c) for c in columns[name]} for entry in getattr(vocabulary, name).values()]
    yield "countries", [{c: getattr(entry, c) for c in columns["countries"]} for entry in vocabulary.countries.values()]


def merged_rows(facts: Facts, vocabulary: Vocabulary) -> Iterator[tuple[str, list[Row]]]:
    """Places, actors with their names and memberships, events, series, aliases."""
    places = [_place(p, vocabulary) for p in facts.places]
    named = {p["id"]: (p["name"], p["name_en"] or p["name"]) for p in places}
    yield "places", places
    yield "actors", [_actor(a) for a in facts.actors]
    yield (
        "actor_names",
        [
            {"id": f"{a.id}-{n}", "actor_id": a.id, "name": name, "basis": basis}
            for a in facts.actors
            for n, (name, basis) in enumerate(a.names, 1)
        ],
    )
    yield "memberships", list(_memberships(facts, vocabulary))
    yield "events", list(_events(facts, vocabulary, named))
    yield "figure_series", list(_series(facts, vocabulary, named))
    yield "aliases", [{"id": a.id, "table_name": a.table, "now_id": a.now} for a in facts.aliases]


def _place(place: Place, vocabulary: Vocabulary) -> Row:
    """What the gazetteer or the list of countries knows of it, else what the articles say."""
    row: Row = {"id": place.key, "name": place.name, "name_en": None, "kind": place.kind, "country_id": place.country}
    row |= dict.fromkeys(("latitude", "longitude", "geonames_id"))
    if known := vocabulary.places.get(place.key):
        row |= {n: getattr(known, n) for n in ("name", "name_en", "kind", "latitude", "longitude", "geonames_id")}
        row["country_id"] = known.country
    elif place.kind == "country" and (state := vocabulary.countries.get(place.country or "")):
        row["name_en"] = state.name_en
    return row


def _actor(actor: MergedActor) -> Row:
    row: Row = {n: getattr(actor, n) for n in ("id", "name", "name_en", "kind", "wikidata_id")}
    row |= {"country_id": actor.country, "spellings": "\n".join(name for name, _ in actor.names)}
    return row | {"articles": 0, "mentions": 0, "statements": 0}


def _memberships(facts: Facts, vocabulary: Vocabulary) -> Iterator[Row]:
    for actor in facts.actors:
        if actor.id in vocabulary.memberships:
            for country in vocabulary.memberships[actor.id].members:
                yield {"id": f"{actor.id}-{country.lower()}", "country_id": country, "actor_id": actor.id}


def _events(facts: Facts, vocabulary: Vocabulary, places: Mapping[str, Titles]) -> Iterator[Row]:
    for e in facts.events:
        title, title_en = event_title(e, vocabulary, places)
        row: Row = {"id": e.id, "type": e.type, "title": title, "title_en": title_en, "date": e.date, "date_end": e.date_end}
        yield row | {"place_id": e.place, "dates_conflict": int(e.dates_conflict), "reports": e.reports}


def _series(facts: Facts, vocabulary: Vocabulary, places: Mapping[str, Titles]) -> Iterator[Row]:
    actors = {a.id: a for a in facts.actors}
    for s in facts.series:
        title, title_en = series_title(s, vocabulary, places, actors)
        row: Row = {"id": s.id, "title": title, "title_en": title_en, "measure": s.measure, "unit": s.unit, "period": s.period}
        row |= {"population": s.population, "owner_id": s.owner, "place_id": s.place, "event_id": s.event, "claims": s.claims}
        yield row | {"lowest": number(s.lowest), "highest": number(s.highest), "agreement": s.agreement}
