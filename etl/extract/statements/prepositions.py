"""Complements with a preposition: 'о закрытии', 'в краже', 'на встрече'."""

from __future__ import annotations

from etl.extract.statements.cues import Cue
from etl.extract.statements.script import Script, is_finite
from etl.records import Token

FORMS = {"о": ("о", "об", "обо"), "в": ("в", "во"), "к": ("к", "ко"), "с": ("с", "со"), "от": ("от", "ото")}


def complement_noun(script: Script, cue: Cue, preposition: str, case: str) -> Token | None:
    """The preposition that opens a complement of the cue: 'о закрытии' for ('о', 'Loc'); no clause border in between.

    The tree is not asked where the preposition follows the verb at once, or a day: numbers and names confuse it there.
    """
    for token in script.rest(cue.token):
        if is_finite(token) or token.text in (";", ":"):
            return None
        if token.pos == "ADP" and token.text.lower() in FORMS.get(preposition, (preposition,)):
            noun = script.doc.head(token)
            if noun is None or noun.i < token.i or noun.lemma in ("это", "тот", "то", "что", "который"):
                return None
            if script.doc.tokens[token.i - 1].lemma in ("ни", "память"):
                return None  # 'не признали ни в мэрии, ни в полиции', 'написан в память о жертвах'
            at_once = all(_tells_when(script, t) for t in script.doc.tokens[cue.token.i + 1 : token.i])
            cased = noun.feats.get("Case") == case or (preposition == "о" and case == "Loc")
            counted = noun.pos == "SYM" or script.doc.child(noun, "nummod", "nummod:gov") is not None
            cased = cased or (case == "Acc" and counted)  # 'в 1000 человек', 'в $90 млн'
            if cased and (at_once or _depends(script, noun, cue.token)):
                return token
    return None


def _tells_when(script: Script, token: Token) -> bool:
    """'Сообщила [во вторник] о пожаре'."""
    return any(m.span.start <= token.start and token.stop <= m.span.stop for m in script.reading.calendar.mentions)


def _depends(script: Script, noun: Token, cue: Token) -> bool:
    """The noun hangs on the cue, at most over its subject or object: 'сообщил глава МИД о встрече'."""
    if all(above.i > cue.i and above.pos in ("NOUN", "ADJ") for above in script.doc.ancestors(noun)):
        return True  # a phrase that the parser hung nowhere
    for step, above in enumerate(script.doc.ancestors(noun)):
        if above.i == cue.i:
            return True
        if step > 2 or above.i > noun.i or above.pos in ("VERB", "AUX"):
            return False
    return False
