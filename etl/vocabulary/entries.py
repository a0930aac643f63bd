"""What an entry of each vocabulary file may say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """speech_acts.yml: what a speaker does with words."""

    id: str
    label: str
    label_ru: str
    description: str


@dataclass(frozen=True, slots=True)
class EventType:
    """event_types.yml: what happened, and the words that tell of it (that file explains the phrases).

    `plover` and `acled` are the codes of those ontologies where a mapping exists.
    """

    id: str
    label: str
    label_ru: str
    description: str
    plover: str | None = None
    acled: str | None = None
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    implies: str | None = None  # the collective (collectives.yml) that takes part by the nature of it, where none is named


@dataclass(frozen=True, slots=True)
class EventWords:
    """event_words.yml: a class of words that the phrases and filters of events ask for (dictionary forms)."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """measures.yml: what a figure measures, and the words that say so (dictionary forms).

    `happens_to` verbs tell it of their subject (погибнуть), `done_to` verbs of their object or passive subject (убить),
    `counted` are nouns for those it happened to (жертва), `acts` nouns for the happening (гибель),
    `phrases` verbs with a noun (получить ранение).
    """

    id: str
    label: str
    label_ru: str
    description: str
    happens_to: tuple[str, ...] = ()
    done_to: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Population:
    """populations.yml: who is counted. Words and phrases in their dictionary forms: «мирный житель»."""

    id: str
    label: str
    label_ru: str
    description: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """countries.yml: a state, or a territory the press treats like one. The id is its ISO 3166 alpha-2 code.

    Aliases are nominative; adjectives and people (demonyms) masculine singular. `official` are the aliases that an article
    may put into the names of bodies and offices instead of the name: «МИД КНР».
    """

    id: str
    iso3: str
    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capital:
    """capitals.yml: the seat of a government, whose name may stand for the state ('Москва заявила'). The id is the country's."""

    id: str
    name: str
    capital: bool = True  # False: the government sits there, and the capital is another town or disputed
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """memberships.yml: an organisation of countries. The id is the organisation's in actors.yml."""

    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """layout.yml: words by which a page shows what a stretch of text is."""

    id: str
    description: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateWord:
    """date_words.yml: a word of dates with its forms and what it counts; `adjective` is a month's ('январск')."""

    id: str
    kind: str
    forms: tuple[str, ...]
    value: int = 0
    adjective: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """actors.yml: a well-known actor. The id becomes the actor's permanent id."""

    id: str
    name: str
    name_en: str
    kind: str
    country: str | None = None  # ISO 3166 alpha-2
    wikidata_id: str | None = None
    aliases: tuple[str, ...] = ()

    def called(self, name: str) -> str:
        """This name as the vocabulary spells it, if it is one of the actor's full names; else the name the press uses."""
        if self.kind == "person" and (" " not in name or name[0].islower()):
            return self.name  # «Трамп», «бен Ладен»
        plain = name.lower().replace("ё", "е")
        return next((n for n in (self.name, *self.aliases) if n.lower().replace("ё", "е") == plain), self.name)


@dataclass(frozen=True, slots=True)
class Body:
    """bodies.yml: a body of some state, named with a country or place ('МВД Казахстана')."""

    id: str
    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    paraphrases: tuple[str, ...] = ()  # what else it is called without being named ('оборонное ведомство')
    minister: tuple[str, ...] = ()  # what its head is called ('министр обороны')
    country: str | None = None  # where only one state has it
    alone: bool = False  # its name never takes a country ('Кремль')
    serves: str = ""  # id of the body that it is in its country (the Pentagon is the USA's ministry of defence)
    owned: bool = False  # means this body only with a country beside it ('ВВС России'; alone it may be the BBC)
    local: bool = False  # many in one country: alone it does not take the story's country ('мэрия')
    elsewhere: bool = False  # other countries have one too: meant only where the article names its own ('Белый дом')
    building: bool = False  # its name also means its building ('ворвались в мэрию')
    personal: bool = False  # may be called after its head ('администрация Громова')
    seated: bool = False  # the place it sits in belongs to its name ('посольство России в Риме')
    of_people: bool = False  # behind people it only tells who they are ('сотрудники полиции')


@dataclass(frozen=True, slots=True)
class Collective:
    """collectives.yml: many people acting as one. `country`: when a country enters the name (see the file's head)."""

    id: str
    name: str
    name_en: str
    country: str
    kind: str = "group"
    complement: bool = False  # an actor only with words that say which ('страны ОДКБ')
    named: bool = False  # only with a name or country beside it ('режим Асада', 'страны НАТО')
    union: bool = False  # only of an organisation of countries ('члены ОДКБ')
    singular: bool = False  # said in the singular ('режим', 'оппозиция')
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """positions.yml: an office or occupation of one person. `of`: country, if alone it means that of the story's country."""

    id: str
    name: str
    name_en: str
    of: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationWord:
    """organization_words.yml: a common noun for a kind of organisation ('телеканал', 'партия')."""

    id: str
    name: str
    kind: str
    refers: bool = True  # alone it points back to one spoken of before ('в компании')
    ending: bool = False  # what one-word names of that kind end in ('Ростехнадзор', 'Lenta.ru')
    employer: bool = False  # a place too: an organisation only in somebody's office ('главврач больницы имени Боткина')
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberWord:
    """numbers.yml: a number in words. Kinds: cardinal, multiplier, vague, fraction, multiple («вдвое»).

    `loose` multipliers are a round guess when they stand alone; `stems` begin adjectives («двухдневный»).
    """

    id: str
    value: float
    words: tuple[str, ...]
    kind: str = "cardinal"
    loose: bool = False
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparator:
    """comparators.yml: how a number is meant, with the words before and after it and the verbs that say so."""

    id: str
    label: str
    label_ru: str
    description: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    not_verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """units.yml: what a number counts in. `measure` is what the unit measures unless the context says otherwise.

    `models` are the letters before the number of a model: «су» of «Су-24».
    """

    id: str
    label: str
    label_ru: str
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    measure: str = "other"


@dataclass(frozen=True, slots=True)
class FigureWords:
    """figure_words.yml and contribution_words.yml: other words that the reading of numbers and forces needs, by what they do."""

    id: str
    description: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergingRule:
    """merging.yml: kinds of events or measures for which resolution may take several tellings for one thing."""

    id: str
    description: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """place_words.yml: common nouns that tell the kind of the place named with them."""

    id: str
    words: tuple[str, ...]
    kind: str  # region, city, site
    kept: bool = False  # the noun belongs to the name
    houses: bool = False  # a building: the name may be that of a body in it
    shared: bool = False  # water: it belongs to no country


@dataclass(frozen=True, slots=True)
class NotActor:
    """not_actors.yml: a word after which a name means a street, a building, a vehicle or a platform, and no actor.

    Without `before_name` the word itself stands for people who are counted or meant in general.
    """

    id: str
    name: str
    before_name: bool = True
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacePronoun:
    """place_pronouns.yml: common nouns that point back to a place named before."""

    id: str
    words: tuple[str, ...]
    means: str  # country, region, city


@dataclass(frozen=True, slots=True)
class RoleWord:
    """role_words.yml: a verb or noun by which a text says that somebody holds an office. `use`: see the file's head."""

    id: str
    name: str
    use: str
