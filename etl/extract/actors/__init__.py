"""Who acts in an article: persons, organisations, countries and collectives, what they are called and who 'he' is."""

from __future__ import annotations

from etl.extract.actors.bodies import find_bodies
from etl.extract.actors.countries import find_countries
from etl.extract.actors.described import find_by_ending, find_described, find_quoted
from etl.extract.actors.employers import find_employers
from etl.extract.actors.groups import find_collectives
from etl.extract.actors.holders import find_holders
from etl.extract.actors.known import find_known
from etl.extract.actors.lexicon import lexicon
from etl.extract.actors.ministries import find_ministries
from etl.extract.actors.organizations import find_named
from etl.extract.actors.people import find_people
from etl.extract.actors.persons import find_persons
from etl.extract.actors.predicates import find_predicates
from etl.extract.actors.references import find_references
from etl.extract.actors.roles import find_roles
from etl.extract.actors.sites import find_sites
from etl.extract.actors.stage import Stage
from etl.extract.actors.strangers import find_one_of, find_strangers
from etl.extract.reading import Atlas, Cast
from etl.records import Article, Doc
from etl.vocabulary import Vocabulary

# Each rule sees what the earlier ones found and leaves claimed tokens alone.
RULES = (
    find_known,
    find_persons,
    find_bodies,
    find_named,
    find_sites,
    find_quoted,
    find_by_ending,
    find_described,
    find_collectives,
    find_people,
    find_countries,
    find_ministries,
    find_roles,
    find_predicates,
    find_holders,
    find_one_of,
    find_strangers,
    find_references,
    find_predicates,  # again, now that «он» is known: «он был послом»
    find_employers,
)


def find_actors(article: Article, doc: Doc, vocabulary: Vocabulary, atlas: Atlas) -> Cast:
    """The actors of one article and every word that means one of them."""
    stage = Stage(article, doc, vocabulary, atlas, lexicon(vocabulary))
    for rule in RULES:
        rule(stage)
    return stage.cast()
