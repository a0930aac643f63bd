"""The field's words as data: `load()` reads and checks every file of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from etl.vocabulary.entries import (
    Authority,
    Body,
    Capital,
    Collective,
    Comparator,
    Country,
    DateWord,
    EventType,
    EventWords,
    FigureWords,
    LayoutWords,
    Measure,
    Membership,
    MergingRule,
    NotActor,
    NumberWord,
    OrganizationWord,
    PlacePronoun,
    PlaceWord,
    Population,
    Position,
    RoleWord,
    SpeechAct,
    Unit,
)
from etl.vocabulary.loading import ALPHA_2, UNIT_ID, entries
from etl.vocabulary.names import (
    actor_claims,
    check_actors,
    check_members,
    check_merging,
    country_adjectives,
    country_claims,
    country_people,
    fold,
    index,
)
from etl.vocabulary.phrases import check_phrases
from etl.vocabulary.places import KnownPlace, by_name, read_places
from etl.vocabulary.speech import Calling, SpeechNoun, SpeechVerb, SpeechWords

HERE = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All vocabulary files, each as id → record in the file's order. Hashed by identity: indexes over it can be cached."""

    speech_acts: Mapping[str, SpeechAct] = field(default_factory=dict)
    speech_verbs: Mapping[str, SpeechVerb] = field(default_factory=dict)
    speech_nouns: Mapping[str, SpeechNoun] = field(default_factory=dict)
    speech_words: Mapping[str, SpeechWords] = field(default_factory=dict)
    callings: Mapping[str, Calling] = field(default_factory=dict)
    event_types: Mapping[str, EventType] = field(default_factory=dict)
    event_words: Mapping[str, EventWords] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    populations: Mapping[str, Population] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    numbers: Mapping[str, NumberWord] = field(default_factory=dict)
    comparators: Mapping[str, Comparator] = field(default_factory=dict)
    figure_words: Mapping[str, FigureWords] = field(default_factory=dict)
    contribution_words: Mapping[str, FigureWords] = field(default_factory=dict)
    date_words: Mapping[str, DateWord] = field(default_factory=dict)
    layout: Mapping[str, LayoutWords] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    capitals: Mapping[str, Capital] = field(default_factory=dict)
    memberships: Mapping[str, Membership] = field(default_factory=dict)
    merging: Mapping[str, MergingRule] = field(default_factory=dict)
    authority: Mapping[str, Authority] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    collectives: Mapping[str, Collective] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    organization_words: Mapping[str, OrganizationWord] = field(default_factory=dict)
    not_actors: Mapping[str, NotActor] = field(default_factory=dict)
    role_words: Mapping[str, RoleWord] = field(default_factory=dict)
    # Folded words (`etl.vocabulary.names.fold`) → alpha-2 code.
    country_names: Mapping[str, str] = field(default_factory=dict)  # казахстан, рк, северная корея
    country_adjectives: Mapping[str, str] = field(default_factory=dict)  # казахстанский
    country_people: Mapping[str, str] = field(default_factory=dict)  # казахстанец
    capital_names: Mapping[str, str] = field(default_factory=dict)  # астана
    places: Mapping[str, KnownPlace] = field(default_factory=dict)
    place_words: Mapping[str, PlaceWord] = field(default_factory=dict)
    place_pronouns: Mapping[str, PlacePronoun] = field(default_factory=dict)
    place_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # folded name → ids of all places that bear it


@lru_cache(maxsize=4)
def load(folder: Path = HERE) -> Vocabulary:
    """Read the vocabulary. Raises VocabularyError with file and line."""
    countries = entries(folder / "countries.yml", Country, ALPHA_2)
    authority = entries(folder / "actors.yml", Authority)
    check_actors(authority, countries, folder / "actors.yml")
    memberships = entries(folder / "memberships.yml", Membership)
    check_members(memberships, authority, countries, folder / "memberships.yml")
    event_types = entries(folder / "event_types.yml", EventType)
    event_words = entries(folder / "event_words.yml", EventWords)
    collectives = entries(folder / "collectives.yml", Collective)
    check_phrases(event_types, event_words, collectives, folder / "event_types.yml")
    measures = entries(folder / "measures.yml", Measure)
    merging = entries(folder / "merging.yml", MergingRule)
    check_merging(merging, {*event_types, *measures}, folder / "merging.yml")
    country_names = index(country_claims(countries, folder / "countries.yml"))
    actor_names = index([*country_claims(countries, folder / "countries.yml"), *actor_claims(authority, folder / "actors.yml")])
    # Persons and newspapers may bear a town's name; the text tells them apart.
    taken = {n: id for n, id in actor_names.items() if id not in authority or authority[id].kind not in ("person", "media")}
    places = read_places(folder / "places.csv", countries, taken)
    capitals = entries(folder / "capitals.yml", Capital, ALPHA_2)
    return Vocabulary(
        speech_acts=entries(folder / "speech_acts.yml", SpeechAct),
        speech_verbs=entries(folder / "speech_verbs.yml", SpeechVerb),
        speech_nouns=entries(folder / "speech_nouns.yml", SpeechNoun),
        speech_words=entries(folder / "speech_words.yml", SpeechWords),
        callings=entries(folder / "callings.yml", Calling),
        event_types=event_types,
        event_words=event_words,
        measures=measures,
        populations=entries(folder / "populations.yml", Population),
        units=entries(folder / "units.yml", Unit, UNIT_ID),
        numbers=entries(folder / "numbers.yml", NumberWord),
        comparators=entries(folder / "comparators.yml", Comparator),
        figure_words=entries(folder / "figure_words.yml", FigureWords),
        contribution_words=entries(folder / "contribution_words.yml", FigureWords),
        date_words=entries(folder / "date_words.yml", DateWord),
        layout=entries(folder / "layout.yml", LayoutWords),
        countries=countries,
        capitals=capitals,
        memberships=memberships,
        merging=merging,
        authority=authority,
        bodies=entries(folder / "bodies.yml", Body),
        collectives=collectives,
        positions=entries(folder / "positions.yml", Position),
        organization_words=entries(folder / "organization_words.yml", OrganizationWord),
        not_actors=entries(folder / "not_actors.yml", NotActor),
        role_words=entries(folder / "role_words.yml", RoleWord),
        country_names=country_names,
        country_adjectives=index(country_adjectives(countries, folder / "countries.yml")),
        country_people=index(country_people(countries, folder / "countries.yml")),
        capital_names={fold(name): c.id for c in capitals.values() for name in (c.name, *c.aliases)},
        places=places,
        place_words=entries(folder / "place_words.yml", PlaceWord),
        place_pronouns=entries(folder / "place_pronouns.yml", PlacePronoun),
        place_names=by_name(places.values()),
    )
