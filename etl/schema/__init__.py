"""The public database as data: tables, columns and what they mean, keys, checks, indexes, search, views."""

from __future__ import annotations

from etl.schema.account import ACCURACY, BUILDS, EVIDENCE, FACTS
from etl.schema.actors import ACTOR_NAMES, ACTORS, MENTIONS, ROLES
from etl.schema.articles import ARTICLES, COUNTRIES, MEMBERSHIPS, PLACES, SENTENCES
from etl.schema.facts import EVENT_PARTICIPANTS, EVENT_REPORTS, FIGURES, STATEMENTS, TROOP_CONTRIBUTIONS
from etl.schema.merged import ALIASES, EVENTS, FIGURE_SERIES
from etl.schema.shape import TOKENIZE, Column, Table, View
from etl.schema.views import CASUALTIES, CONFLICTING_FIGURES, CONTRIBUTIONS_BY_COUNTRY, TIMELINE, WHO_SAID_WHAT
from etl.schema.vocabulary import EVENT_TYPES, MEASURES, POPULATIONS, SPEECH_ACTS

# A table stands behind those it refers to, so that they can be filled in this order.
TABLES: tuple[Table, ...] = (
    SPEECH_ACTS,
    EVENT_TYPES,
    MEASURES,
    POPULATIONS,
    COUNTRIES,
    ARTICLES,
    SENTENCES,
    PLACES,
    ACTORS,
    ACTOR_NAMES,
    MEMBERSHIPS,
    EVENTS,
    FIGURE_SERIES,
    ROLES,
    MENTIONS,
    STATEMENTS,
    EVENT_REPORTS,
    EVENT_PARTICIPANTS,
    FIGURES,
    TROOP_CONTRIBUTIONS,
    EVIDENCE,
    ALIASES,
    BUILDS,
    ACCURACY,
)
VIEWS: tuple[View, ...] = (TIMELINE, WHO_SAID_WHAT, CASUALTIES, CONFLICTING_FIGURES, CONTRIBUTIONS_BY_COUNTRY)

__all__ = ["FACTS", "TABLES", "TOKENIZE", "VIEWS", "Column", "Table", "View"]
