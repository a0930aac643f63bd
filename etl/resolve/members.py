"""What resolution needs of each article, and no more: a corpus of extractions need not fit into memory, its members do.

Made where the article is read, and kept with what was read: resolution alone starts from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.records import Actor, EventReport, Extraction, Figure, Place, Record
from etl.resolve.ids import digest, fact_ids, slug
from etl.resolve.wording import Wording, wording
from etl.vocabulary import Vocabulary

Order = tuple[str, str, int]  # published, article id, start: who came first


@dataclass(frozen=True, slots=True)
class ActorMember(Record):
    """An actor of one article. `own` is the id it has by itself."""

    own: str
    order: Order
    article: str
    actor: Actor
    roles: frozenset[str]  # lower case
    slug: str  # of the name
    named: bool = True  # False: only by a role, a description or a pronoun


@dataclass(frozen=True, slots=True)
class EventMember(Record):
    own: str
    order: Order
    article: str
    id: str  # of the report
    report: EventReport
    told: str  # digest of its words: the same in a copy


@dataclass(frozen=True, slots=True)
class FigureMember(Record):
    own: str
    order: Order
    article: str
    id: str
    figure: Figure
    report: str | None  # id of the event report it belongs to
    year: str | None  # of its as-of day, else of the article


@dataclass(frozen=True, slots=True)
class Member(Record):
    """One article as resolution sees it."""

    article: str
    order: Order
    wording: Wording
    places: tuple[Place, ...]
    actors: tuple[ActorMember, ...]
    events: tuple[EventMember, ...]
    figures: tuple[FigureMember, ...]


def member(extraction: Extraction, vocabulary: Vocabulary) -> Member:
    article = extraction.article
    published = article.published or "9999"  # undated articles come last
    reports = fact_ids(article.id, "event", extraction.events)
    report_at = {report.anchor: id for id, report in reversed(reports)}
    return Member(
        article.id,
        (published, article.id, 0),
        wording(article.text),
        extraction.places,
        tuple(_actors(extraction, published, vocabulary)),
        tuple(_event(id, r, published, extraction) for id, r in reports),
        tuple(
            FigureMember(
                _figure_id(id, f, year := _year(f, extraction)),
                (published, article.id, f.anchor),
                article.id,
                id,
                replace(f, parts=()),
                report_at.get(f.event) if f.event is not None else None,
                year,
            )
            for id, f in fact_ids(article.id, "figure", extraction.figures)
        ),
    )


def _actors(extraction: Extraction, published: str, vocabulary: Vocabulary) -> Iterator[ActorMember]:
    """Only actors that the article mentions or a fact refers to are listed by it, so all of them count."""
    article = extraction.article.id
    first: dict[str, int] = {}
    roles: dict[str, set[str]] = {}
    named = {m.actor for m in extraction.mentions if m.resolution == "named"}
    for mention in extraction.mentions:
        first[mention.actor] = min(first.get(mention.actor, mention.span.start), mention.span.start)
    for role in extraction.roles:
        roles.setdefault(role.actor, set()).add(role.role.lower())
    for actor in extraction.actors:
        order = (published, article, first.get(actor.key, 0))
        own = _actor_id(article, actor, vocabulary)
        said = frozenset(roles.get(actor.key, ()))
        yield ActorMember(own, order, article, actor, said, slug(actor.name), actor.key in named)


def _actor_id(article: str, actor: Actor, vocabulary: Vocabulary) -> str:
    """The authority's slug; a country's English name; a body's name with its country; else a name of this article's own.

    A person's name may be another's elsewhere, and so may that of a body whose country is not known: they get a digest.
    """
    if actor.authority:
        return actor.authority
    if actor.kind == "country" and actor.country and actor.country in vocabulary.countries:
        return slug(vocabulary.countries[actor.country].name_en)
    if actor.kind == "state_body" and actor.country:
        return f"{slug(actor.key)}-{actor.country.lower()}"  # under whichever of its names: «Минобороны», «Министерство обороны»
    if actor.kind != "person" and actor.country:
        return f"{slug(actor.name)}-{actor.country.lower()}"
    return f"{slug(actor.name)}-{digest(article, actor.key)}"


def _event(id: str, report: EventReport, published: str, extraction: Extraction) -> EventMember:
    article = extraction.article
    order = (published, article.id, report.anchor)
    told = digest(report.span.of(article.text))
    return EventMember(_event_id(id, report), order, article.id, id, replace(report, parts=()), told)


def _event_id(report_id: str, report: EventReport) -> str:
    return "-".join((report.date or "undated", report.type, *([slug(report.place)] if report.place else []), digest(report_id)))


def _figure_id(figure_id: str, figure: Figure, year: str | None) -> str:
    what = (figure.measure, figure.population, figure.place and slug(figure.place), year)
    return "-".join((*(w for w in what if w), digest(figure_id)))


def _year(figure: Figure, extraction: Extraction) -> str | None:
    """From the figure's own day, else from what article and manifest declare; never from another article."""
    known = figure.as_of or extraction.article.published or extraction.article.period
    return known[:4] if known else None
