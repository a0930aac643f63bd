"""STATEMENTS: who said what, in which words, on whose authority.

quotes, cues ──▶ drafts (direct, reported, in passing …) ──▶ one draft per act ──▶ speaker, act, day, medium … ──▶ Statement
"""

from __future__ import annotations

from dataclasses import replace

from etl.extract.reading import Reading
from etl.extract.statements.asides import find_asides, statements_of, tells_of_the_sentence_before
from etl.extract.statements.choice import chosen
from etl.extract.statements.direct import introduced, spoken
from etl.extract.statements.finish import finished
from etl.extract.statements.indirect import reported
from etl.extract.statements.newcomers import introduced_cast
from etl.extract.statements.nouns import named
from etl.extract.statements.questions import asked
from etl.extract.statements.script import Draft, Script, read_script
from etl.extract.statements.sentences import back_references, headlines
from etl.records import Statement


def find_statements(reading: Reading) -> tuple[Reading, tuple[Statement, ...]]:
    """The statements of one article in text order.

    The reading comes back with those speakers among its actors whom only their words bring in ('очевидцы', 'владелец дома').
    """
    script = read_script(reading)
    drafts = _drafted(script)
    introduced = replace(reading, cast=introduced_cast(script, drafts))
    return introduced, finished(replace(script, reading=introduced), drafts)


def _drafted(script: Script) -> tuple[Draft, ...]:
    """What is said in the article and by which words, before it is known who they mean."""
    direct = tuple(spoken(script))
    used = frozenset(d.token.i for d in direct)
    found = find_asides(script, used)
    within = tuple(a.span for a in found)
    asides = tuple(a for a in found if not tells_of_the_sentence_before(script, a, within))
    in_passing = {a.token.i for a in asides}
    # 'Врачи сообщили о двух раненых: «…»' says two things with one verb.
    double = frozenset(d.token.i for d in direct if d.rule in ("attributed_before", "paragraph_of_speech"))
    free = tuple(c for c in script.cues if c.token.i not in (used - double) | in_passing)
    back = tuple(back_references(script, free))
    free = tuple(c for c in free if c.token.i not in {d.token.i for d in back})
    spans = (*(a.span for a in asides), *introduced(script, direct))
    drafts = (
        *direct,
        *back,
        *statements_of(script, asides, spans),
        *reported(script, free, spans),
        *named(script, spans),
        *asked(script),
        *headlines(script),
    )
    return chosen(script, drafts)
