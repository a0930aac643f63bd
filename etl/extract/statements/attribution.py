"""What the rules of direct speech share: the verb beside the quote, and the draft made of both."""

from __future__ import annotations

from etl.extract.quotes import Quote
from etl.extract.statements.cues import Cue
from etl.extract.statements.script import DASHES, Draft, Script, Voice, is_dash, is_finite
from etl.extract.statements.voices import voice
from etl.records import Span, Token

ENDS = ".!?…"


def sentence_like(script: Script, quote: Quote) -> bool:
    tokens = [t for t in script.tokens(quote.inner) if t.pos != "PUNCT"]
    text = quote.inner.of(script.doc.text)
    return (
        bool(tokens)
        and text[:1].isupper() | (not text[:1].isalpha()) | text[:1].islower()
        and (any(is_finite(t) or t.feats.get("Mood") == "Imp" for t in tokens) or len(tokens) > 3 or text[-1:] in ENDS)
    )


def zone_after(script: Script, first: Token) -> tuple[Token, ...]:
    return (first, *script.rest(first))[:12]


def cue_in(script: Script, zone: tuple[Token, ...]) -> Cue | None:
    """The verb that introduces the words; any finite verb of the third person will do beside quotation marks and a dash."""
    for token in zone:
        if token.text in (",", ";") or token.text in DASHES:
            return None
        cue = script.cue_at.get(token.i)
        if cue and cue.form in ("finite", "passive", "gerund"):
            return cue
        if is_finite(token) and token.pos in ("VERB", "ADJ") and token.feats.get("Person") not in ("1", "2"):
            return Cue(token, (), "finite", False) if person_follows(script, token) else None
    return None


def person_follows(script: Script, verb: Token) -> bool:
    """'— возмущён отец мальчика', '— горячился он'."""
    after = script.rest(verb)[:4]
    named = any(t.feats.get("Case") == "Nom" and (t.feats.get("Animacy") == "Anim" or t.pos == "PRON") for t in after)
    return named or (bool(after) and after[0].pos == "PROPN")


def direct_draft(script: Script, rule: str, cue: Cue, pieces: list[Span]) -> Draft | None:
    """The words a cue attributes; nothing where they are no words: «…», — сказал он."""
    verb = cue.takes("quote") or (cue.verbs[0] if cue.verbs else None)
    said = voice(script, cue)
    quoted = quoted_one(script, cue) if cue.passes_on else None
    kept = tuple(p for p in (stripped(script, p) for p in pieces) if any(ch.isalnum() for ch in p.of(script.doc.text)))
    if not kept:
        return None
    act, via = verb.act if verb else "assert", said.token if quoted else None
    return Draft(rule, cue.token.span, cue.token, act, "direct", kept, quoted or said, via=via)


def stripped(script: Script, span: Span) -> Span:
    text = script.doc.text
    start, stop = span.start, span.stop
    while start < stop and (text[start].isspace() or text[start] in DASHES):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return Span(start, stop)


def quoted_one(script: Script, cue: Cue) -> Voice | None:
    """'Цитирует министра агентство', 'приводит слова министра газета': the object, not the subject, speaks."""
    for token in script.rest(cue.token)[:10]:
        ends = token.text in (",", ";") or (token.text == "." and not script.doc.text[token.stop : token.stop + 1].isalpha())
        if ends or is_dash(script.doc.text, token) or is_finite(token):
            return None
        if token.lemma in script.words("passing_on"):
            whose = next(
                (
                    t
                    for t in script.rest(token)[:8]
                    if t.feats.get("Case") == "Gen" and t.pos in ("NOUN", "PROPN", "PRON", "DET") and t.i not in script.noun_at
                ),
                None,
            )
            return Voice(whose) if whose else None
        living = token.feats.get("Animacy") == "Anim" or token.pos == "PRON"
        if living and token.feats.get("Case") in ("Acc", "Gen") and token.pos in ("NOUN", "PROPN", "PRON"):
            return Voice(token)
    return None
