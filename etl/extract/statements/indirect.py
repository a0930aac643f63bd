"""What was said, told in the reporter's own syntax: one rule per kind of complement, tried in order for every verb of speech."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.extract.statements.attribution import quoted_one
from etl.extract.statements.clause_complements import (
    after_colon,
    fragment,
    question,
    that_clause,
    to_do,
    without_conjunction,
    words_of_another,
)
from etl.extract.statements.clauses import clause
from etl.extract.statements.cues import Cue
from etl.extract.statements.fronted import fronted
from etl.extract.statements.happened import done, happened
from etl.extract.statements.phrase_complements import about, as_what, label, mood, reason, thing
from etl.extract.statements.script import Draft, Script
from etl.extract.statements.voices import voice
from etl.records import Span, Token
from etl.vocabulary.speech import SpeechVerb

Rule = Callable[[Script, Cue], tuple[SpeechVerb, Token] | None]

PHRASES = (about, label, as_what, reason, thing, mood)
RULES: tuple[Rule, ...] = (
    words_of_another,
    that_clause,
    to_do,
    question,
    about,
    label,
    as_what,
    reason,
    thing,
    mood,
    fragment,
    after_colon,
    without_conjunction,
)


def reported(script: Script, cues: tuple[Cue, ...], asides: tuple[Span, ...]) -> Iterator[Draft]:
    """The statements of these cues; a cue makes at most one, by the first rule that finds where its complement begins."""
    for cue in cues:
        if not _tells(script, cue):
            continue
        found = next(((rule, *begins) for rule in RULES if (begins := rule(script, cue))), None)
        draft = _draft(script, cue, *found, asides) if found else _fronted(script, cue)
        if draft:
            yield draft


def _tells(script: Script, cue: Cue) -> bool:
    """Whether somebody in particular has said something here."""
    if cue.form == "gerund" and cue.token.lemma in script.words("references"):
        return False  # 'ссылаясь на министра' names whose words they are
    subject = script.doc.child(cue.token, "nsubj")
    if subject is not None and subject.lemma == "кто":
        return False  # 'ошибаются те, кто думает, что'
    return happened(script, cue) and (cue.form != "infinitive" or done(script, cue))


def _draft(script: Script, cue: Cue, rule: Rule, verb: SpeechVerb, first: Token, asides: tuple[Span, ...]) -> Draft | None:
    contents = clause(script, cue.token, first, asides, phrase=rule in PHRASES)
    if not contents:
        return None
    act = _act(cue, verb)
    if act == "assert" and script.doc.tokens[first.i - 1].lemma == "чтобы":
        act = "urge"
    draft = Draft(rule.__name__, cue.token.span, cue.token, act, "indirect", contents, voice(script, cue))
    if rule is words_of_another and (whose := quoted_one(script, cue)):
        return replace(draft, voice=whose, via=draft.voice.token)
    return draft


def _fronted(script: Script, cue: Cue) -> Draft | None:
    """What was said stands before the verb."""
    told = fronted(script, cue)
    if told is None:
        return None
    return Draft("fronted", cue.token.span, cue.token, _act(cue, told[0]), "indirect", (told[1],), voice(script, cue))


def _act(cue: Cue, verb: SpeechVerb) -> str:
    return verb.negated_act if cue.negated and verb.negated_act else verb.act
