"""EXTRACT: everything one article says. A pure function; it never looks at another article."""

from __future__ import annotations

from etl.extract.actors import find_actors
from etl.extract.actors.bystanders import without_bystanders
from etl.extract.contributions import find_contributions
from etl.extract.dates import find_dates
from etl.extract.events import find_events
from etl.extract.figures import find_figures, measured
from etl.extract.figures.forces import with_forces
from etl.extract.places import find_places
from etl.extract.reading import Reading
from etl.extract.statements import find_statements
from etl.records import Article, Doc, Extraction
from etl.vocabulary import Vocabulary


def extract(article: Article, doc: Doc, vocabulary: Vocabulary) -> Extraction:
    """Read places, dates and actors first, since every fact refers to them; then the facts, each kind by its own rules."""
    places = find_places(article, doc, vocabulary)
    dates = find_dates(article, doc, vocabulary)
    cast = find_actors(article, doc, vocabulary, places)
    reading, statements = find_statements(Reading(article, doc, vocabulary, places, dates, cast))
    events = find_events(reading, statements)
    numbers = measured(reading)
    contributions = find_contributions(reading, numbers, statements)
    figures = with_forces(find_figures(reading, numbers, statements, events), contributions, doc.text)
    concerned = without_bystanders(reading.cast, statements, events, figures, contributions)
    return Extraction(
        article=article,
        sentences=doc.sentences,
        places=places.places,
        actors=concerned.actors,
        mentions=concerned.mentions,
        roles=concerned.roles,
        statements=statements,
        events=events,
        figures=figures,
        contributions=contributions,
    )
