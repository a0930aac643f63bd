"""What only a game tells: «встреча завершилась вничью», «форвард ворвался в штрафную»."""

from __future__ import annotations

from etl.extract.events.clause import lemma_readings
from etl.extract.events.triggers import Candidate, words_of
from etl.extract.reading import Reading
from etl.records import Doc

MANY, SEVERAL = 6, 3  # words of sport in a text about it, and how many different ones


def only_played(reading: Reading, candidate: Candidate) -> bool:
    """Meetings, attacks and rounds of a game, where the article tells of sport."""
    may_be = not lemma_readings(candidate.head).isdisjoint(words_of(reading, "game"))
    return may_be and reading.doc.once(is_of_sport, words_of(reading, "sport"))


def is_of_sport(doc: Doc, sport: frozenset[str]) -> bool:
    """Whether a text uses several words of sport again and again."""
    used = [t.lemma for t in doc.tokens if t.lemma in sport]
    return len(used) >= MANY and len(set(used)) >= SEVERAL
