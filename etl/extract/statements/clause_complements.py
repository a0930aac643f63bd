"""Complements of a verb of speech that are clauses, infinitives or quoted words: which verb takes them, and where they begin."""

from __future__ import annotations

from etl.extract.statements.cues import Cue
from etl.extract.statements.phrase_complements import leftmost
from etl.extract.statements.script import DASHES, MARKS, Script, is_finite
from etl.records import Token
from etl.vocabulary.speech import SpeechVerb


def that_clause(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр заявил, что дорога закрыта'; 'сообщил о том, что'; 'призвал к тому, чтобы'."""
    verb = cue.takes("clause")
    if verb is None:
        return None
    to_do_what = False
    for token in script.rest(cue.token):
        to_do_what = to_do_what or (token.feats.get("VerbForm") == "Inf" and token.head == cue.token.i)
        if token.lemma == "чтобы" and to_do_what and cue.takes("infinitive"):
            return None  # 'предложил закрыть мост, чтобы он не рухнул': what for
        if token.lemma in ("что", "чтобы", "будто") and script.doc.tokens[token.i - 1].text == ",":
            inside = (quote := script.quote_around(token.span)) is not None and quote.span.start > cue.token.start
            return None if inside or _relative(script, token) else _next(script, token, verb)
        nearer = script.cue_at.get(token.i)
        if nearer and nearer.takes("clause"):
            return None
        if is_finite(token) or token.text in (":", ";") or token.text in DASHES:
            return None
    return None


def without_conjunction(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр заявил в интервью радио, авария произошла ночью': subject and verb stand first, a clause of its own follows."""
    verb = cue.takes("clause")
    subject = script.doc.child(cue.token, "nsubj")
    opens = verb is not None and verb.act == "assert" and cue.form == "finite" and subject is not None and subject.i < cue.token.i
    if not opens or verb is None or any(is_finite(t) or t.text == "," for t in script.before(cue.token)):
        return None
    comma = next((t for t in script.rest(cue.token) if t.text in (",", ";", ":") or is_finite(t)), None)
    after = script.rest(comma)[:1] if comma is not None and comma.text == "," else ()
    if not after or after[0].pos not in ("NOUN", "PROPN", "ADJ") or after[0].feats.get("Case") != "Nom":
        return None
    own = next((t for t in script.rest(after[0]) if is_finite(t) or t.text == ","), None)
    told = own is not None and is_finite(own) and own.i not in script.cue_at
    return (verb, after[0]) if told else None


def words_of_another(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Агентство приводит слова мэра о том, что мост закрыт'."""
    verb = next((v for v in cue.verbs if v.passes_on), None)
    words = script.rest(cue.token)
    given = next((k for k, t in enumerate(words[:3]) if t.lemma in script.words("passing_on")), None)
    if verb is None or given is None or cue.form != "finite":
        return None
    that = next((t for t in words[given:] if t.lemma == "что" and script.doc.tokens[t.i - 1].text == ","), None)
    return _next(script, that, verb) if that and not any(is_finite(t) for t in words[given : that.i - words[0].i]) else None


def question(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Полиция уточняет, есть ли пострадавшие'; 'объяснил, почему закрыл дорогу'."""
    verb = cue.takes("clause")
    if verb is None:
        return None
    for token in script.rest(cue.token):
        if is_finite(token) or token.text in (":", ";"):
            return None
        if token.pos == "ADP" or token.i > cue.token.i + 5:
            return None
        if token.text == ",":
            after = script.rest(token)[:4]
            asks = after and (after[0].lemma in script.words("questions") or any(t.lemma == "ли" for t in after))
            in_what = len(after) > 1 and after[0].pos == "ADP" and after[1].lemma in ("что", "кто", "какой") and verb.act == "ask"
            return (verb, after[0]) if asks or in_what else None
    return None


def after_colon(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр говорит: дорога закрыта'."""
    verb = cue.takes("quote") and cue.takes("clause")
    if verb is None or cue.form != "finite":
        return None
    for token in script.rest(cue.token):
        if is_finite(token):
            return None
        if token.text == ":":
            first = next(iter(script.rest(token)), None)
            return (verb, first) if first and first.text not in MARKS and first.text not in DASHES else None
    return None


def to_do(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр призвал жителей остаться дома'."""
    verb = cue.takes("infinitive")
    if verb is None:
        return None
    for token in script.rest(cue.token):
        if is_finite(token) or token.text in (";", ":"):
            return None
        if token.feats.get("VerbForm") == "Inf":
            return verb, leftmost(script, cue, token)
    return None


def fragment(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Министры подчеркнули «важность мира» и уехали', 'пообещал соседям «мир»': the verb's object is a quoted fragment."""
    verb = cue.takes("quote")
    rest = script.rest(cue.token)
    whom = rest and rest[0].feats.get("Case") == "Dat" and rest[0].pos in ("NOUN", "PROPN") and rest[0].head == cue.token.i
    opening = next(iter(rest[1:] if whom else rest), None)
    if verb is None or cue.form == "passive" or opening is None or opening.text not in MARKS:
        return None
    if cue.passes_on or script.reading.cast.at(next(iter(script.rest(opening)), opening)):
        return None  # 'его слова приводит «Заря»'
    return verb, opening


def _relative(script: Script, what: Token) -> bool:
    """'Не исключает увольнений, что ударит по городу': 'which', the subject of its clause, far from the verb of speech."""
    before = script.doc.tokens[what.i - 2]
    return what.lemma == "что" and what.rel.startswith("nsubj") and before.pos == "NOUN" and before.feats.get("Case") != "Nom"


def _next(script: Script, token: Token, verb: SpeechVerb) -> tuple[SpeechVerb, Token] | None:
    after = next(iter(script.rest(token)), None)
    return (verb, after) if after else None
