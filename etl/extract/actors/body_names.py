"""What a body of a state is called: its noun and adjectives, the country, region or town whose it is, where an embassy sits."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.actors.naming import Phrase
from etl.extract.actors.seats import COURT, names_a_seat, seat
from etl.extract.actors.stage import Stage
from etl.extract.dates.governing import clause_verb
from etl.morphology import genitive, in_case, lemmas
from etl.records import Token
from etl.vocabulary.entries import Body

PREPOSITIONS = frozenset({"по"})
MINISTRY = "ministerstvo"  # in bodies.yml


def body_name(stage: Stage, body: Body, words: Phrase, owners: set[str], head: Token) -> tuple[str, str | None]:
    """The name of a body and its country; `owners` are the countries with which the article names it elsewhere."""
    if not body.local and words.adjectives.startswith("местн"):
        words = replace(words, adjectives="", country=words.country or country_told_of(stage, head))
    if words.adjectives == "региональное" and words.complement:
        words = replace(words, adjectives="")  # «региональное правительство Омской области»
    name = " ".join(w for w in (words.adjectives, body.name, words.complement) if w).replace(" ,", ",")  # «министерство труда, …»
    if body.country:
        return name, body.country
    code = words.country
    sits = names_a_seat(words.adjectives)
    if not words.complement and code is None and (sits or (body.local and not words.adjectives)):
        return _local(stage, body, words, name, head)
    if body.id == COURT and words.nation and not words.complement:
        return " ".join(w for w in (words.adjectives, words.nation, body.name) if w), words.country  # one of the country's
    if body.id == COURT and (nation := _nation_of_its_seat(stage, words)):
        return " ".join(w for w in (words.adjectives, nation, body.name) if w), words.country
    if code is None and not words.complement:
        own = next(iter(owners)) if len(owners) == 1 and not words.home else None
        code = own or _country_of_the_clause(stage, head) or stage.story_country
    if host := _host(stage, body, words):
        return f"{stage.of_country(name, words.country)} в {in_case(host, 'Loc')}", words.country
    if words.complement.split()[:1] in (["в"], ["во"]) and words.country and words.nation:
        return " ".join((words.adjectives, stage.of_country(body.name, words.country), words.complement)).strip(), words.country
    one_of_many = words.complement or (words.adjectives and words.country is None and not words.home)
    if one_of_many and not _of_the_whole_country(stage, body, words):
        return name, code or stage.story_country  # «областная прокуратура», and not its country's
    return stage.of_country(name, code or stage.story_country), code or stage.story_country


def _nation_of_its_seat(stage: Stage, words: Phrase) -> str:
    """«итальянский» for the «суд в Италии»; '' for one that sits elsewhere."""
    if not words.country or words.complement != f"в {in_case(stage.called(words.country), 'Loc')}":
        return ""
    return next(iter(stage.vocabulary.countries[words.country].adjectives), "")


def _of_the_whole_country(stage: Stage, body: Body, words: Phrase) -> bool:
    """«Министерство водных ресурсов», «канцелярия президента», «тайная полиция»: a country has one of each."""
    if words.country:
        return False
    if not words.complement:
        return all(lemmas(w) & stage.role_words("national") for w in words.adjectives.split())
    of = words.complement.split()
    ministry = body.id == MINISTRY and of[0] not in PREPOSITIONS
    return ministry or (len(of) == 1 and not lemmas(of[0]).isdisjoint(stage.role_words("ruler")))


def sits_abroad(body: Body) -> bool:
    """«посольство», «консульство»: a country has many."""
    return body.seated and body.building


def _host(stage: Stage, body: Body, words: Phrase) -> str:
    """«посольство Чили» in a story about Peru is the one in Peru; '' for any other body, or where it says where it sits."""
    story = stage.story_country
    if not sits_abroad(body) or words.complement or words.country in (None, story) or story is None:
        return ""
    return stage.called(story)


def country_told_of(stage: Stage, head: Token) -> str | None:
    """«В Перу, по данным местного Минздрава»: the country of the place the sentence named last."""
    first = stage.doc.sentence(head).first
    named = [m for m in stage.atlas.mentions if first <= m.head < head.i]
    return stage.atlas.by_key[named[-1].place].country if named else None


def _country_of_the_clause(stage: Stage, head: Token) -> str | None:
    """«Перу направила спасателей МЧС»: a country that acts has its own bodies."""
    verb = clause_verb(stage.doc, head)
    subject = stage.doc.child(verb, "nsubj") if verb is not None else None
    hit = stage.country_tokens.get(subject.i) if subject is not None and subject.i != head.i else None
    return hit.entry.id if hit is not None else None


def _local(stage: Stage, body: Body, words: Phrase, name: str, head: Token) -> tuple[str, str | None]:
    """«городская администрация» after «в Алматы» is «администрация Алматы»; «областное ГУВД» is that of the region told of."""
    adjective = words.adjectives
    place = seat(stage, adjective, head)
    if place is None or not (body.building or adjective or body.name.isupper()):
        return name, stage.story_country
    return f"{name.removeprefix(adjective).strip()} {genitive(place.name)}", place.country


def called_elsewise(stage: Stage, body: Body, code: str | None) -> str:
    """What this body is called in its country: the defence ministry of the USA is «Пентагон». '' if it has no other name."""
    other = next((b for b in stage.vocabulary.bodies.values() if code and b.country == code and b.serves == body.id), None)
    return "" if other is None else other.name if other.alone else stage.of_country(other.name, other.country)
