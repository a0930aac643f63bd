"""What was said, told before the verb: 'О взрыве сообщила полиция', 'вину мэр отрицает'."""

from __future__ import annotations

from etl.extract.statements.cues import Cue
from etl.extract.statements.prepositions import FORMS
from etl.extract.statements.script import Script
from etl.records import Span, Token
from etl.vocabulary.speech import SpeechVerb

FRONTED = ("о", "от", "против")  # 'против применения силы выступил посол', 'от комментариев мэр отказался'
THIS = "это"  # 'правительство это отрицает': who denies stays visible, though what is denied stands before
POINTING = ("этот", "это", "такой", "чей", "который")  # 'эту информацию подтвердил мэр' tells of what was said before


def fronted(script: Script, cue: Cue) -> tuple[SpeechVerb, Span] | None:
    """The verb's complement and the words of it, where they stand before the verb."""
    if cue.form not in ("finite", "passive"):
        return None
    for noun in script.doc.children(cue.token, "obj", "obl", "iobj", "xcomp"):
        this = noun.text.lower() == THIS
        if noun.i < cue.token.i and (noun.pos in ("NOUN", "PROPN") or this or noun.feats.get("VerbForm") == "Inf"):
            verb = next((v for v in cue.verbs if _takes(script, v, noun)), None)
            words = _phrase(script, cue, noun) if verb else []
            opens = bool(words) and words[0].i == script.sentence(cue.token).first
            if verb and words and (words[0].lemma not in POINTING or this or (cue.negated and not opens)):
                return verb, Span(words[0].start, words[-1].stop)
    return None


def _takes(script: Script, verb: SpeechVerb, noun: Token) -> bool:
    if noun.feats.get("VerbForm") == "Inf":
        return "infinitive" in verb.takes  # 'закрыть мост призвал мэр'
    place, case = script.doc.child(noun, "case"), noun.feats.get("Case", "")
    if place is None and case == "Acc" and "mood" in verb.takes:
        return noun.lemma in script.words("moods")  # 'соболезнования выразил посол'
    if place is None:
        return case == "Acc" and case in verb.takes
    frames = (frame.split() for frame in verb.takes if " " in frame)
    return any(case == asked and place.text.lower() in FORMS.get(form, (form,)) for form, asked in frames if form in FRONTED)


def _phrase(script: Script, cue: Cue, noun: Token) -> list[Token]:
    """The noun with what depends on it, an unbroken run before the verb, and what 'информацию | о пожаре' is about."""
    below = {t.i for t in script.doc.subtree(noun) if t.i < cue.token.i}
    first = last = noun.i
    while first - 1 in below:
        first -= 1
    while last + 1 in below:
        last += 1
    about = script.doc.tokens[last + 1]
    what = script.doc.head(about) if about.text.lower() in FORMS["о"] and noun.i in script.noun_at else None
    if what is not None and what.i > about.i:
        last = max((t.i for t in script.doc.subtree(what) if t.i < cue.token.i), default=last)
    between = script.doc.tokens[last + 1 : cue.token.i]
    if noun.lemma in script.words("moods") and all(t.pos != "PUNCT" and t.feats.get("Case") != "Nom" for t in between):
        last = cue.token.i - 1  # 'соболезнования в связи с кончиной выразил посол'
    words = list(script.doc.tokens[first : last + 1])
    while words and words[-1].pos == "PUNCT" and words[-1].text == ",":
        words.pop()
    return words
