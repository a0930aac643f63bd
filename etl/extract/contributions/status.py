"""What has become of a contribution: announced, agreed, sent or withdrawn, by the cue's meaning and tense."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.contributions.frames import Frame
from etl.morphology import lemmas, parses
from etl.records import Doc, Token

# What has come furthest holds: who agreed and sent has sent.
APPROVING = {"поддержать", "одобрить", "утвердить", "санкционировать", "проголосовать", "ратифицировать"}
APPROVED = {"решение", "участие", "отправка", "миссия", "операция", "мандат", "план", "предложение"}
GRANTING = {"выделять", "предоставлять"}
GRANTS = {"выделение", "предоставление"}
CONFIRMING = {"подтвердить", "подтверждать"}
PLANNED = ("announced", "agreed")
ORDER = ("announced", "agreed", "sent", "withdrawn")


def status(cue: Token, frame: Frame) -> str:
    """The first rule that answers decides."""
    return next((answer for rule in RULES if (answer := rule(cue, frame))), "sent")


def at_level(told: str, cue: Token, frame: Frame) -> str:
    """«число солдат снизится до 8 тысяч» tells of those who stay, not of those who go."""
    if told != "withdrawn":
        return told
    return announced(cue, frame) or "sent"


def kept(cue: Token, frame: Frame) -> str | None:
    """«не намерена выводить свои 300 солдат»: they are there."""
    return "sent" if cue.i in frame.kept else None


def withdrawn(cue: Token, frame: Frame) -> str | None:
    """«вывела из Ирака», «вернулись на родину», «выведут до конца года» too."""
    above = _governors(cue, frame.doc)[:1] if cue.pos == "NOUN" else []
    verb = next((t for t in frame.doc.ancestors(cue) if t.pos == "VERB"), cue) if cue.pos == "NOUN" else cue
    around = (cue, verb, *above, *frame.doc.children(cue, "xcomp", "obj"))
    described = (
        frame.doc.head(cue) if cue.feats.get("VerbForm") == "Part" else None
    )  # «выведен контингент, насчитывавший 300 солдат»
    if described is not None and (gone := frame.doc.head(described)) is not None:
        around = (*around, gone)
    home = frame.has("homeward") is not None
    gone_for = (t for t in around if frame.is_one_of(t, "withdrawing") and not _ends_something_else(t, cue, frame))
    return "withdrawn" if home or any(gone_for) else None


def _ends_something_else(verb: Token, cue: Token, frame: Frame) -> bool:
    """«переброску войск завершили», «ввод миротворцев позволил прекратить огонь»; but «участие в кампании прекратилось»."""
    if cue.pos != "NOUN" or verb == cue or not frame.is_one_of(verb, "ending"):
        return False
    return cue.head != verb.i or not any(frame.is_one_of(cue, kind) for kind in ("joining", "being_there", "missions"))


def agreed(cue: Token, frame: Frame) -> str | None:
    """«согласились на участие», «парламент одобрил отправку», unless the same sentence goes on: «и направили»."""
    above = (cue, *_governors(cue, frame.doc)) if cue.rel != "nsubj" else (cue,)  # not «ввод войск позволил прекратить огонь»
    if not any(frame.is_one_of(t, "agreeing") for t in above):
        return None
    went = any(_is_past(t) for t in frame.cues if frame.is_one_of(t, "sending"))
    return None if went else "agreed"


def granted(cue: Token, frame: Frame) -> str | None:
    """«Чили выделяет 200 солдат»: decided, and not yet there; «подтвердили выделение 200 солдат» too."""
    said = lemmas(cue.text)
    if cue.pos == "NOUN":
        above = frame.doc.head(cue)
        return "agreed" if said & GRANTS and above is not None and lemmas(above.text) & CONFIRMING else None
    present = cue.feats.get("Tense") == "Pres" and cue.feats.get("VerbForm") == "Fin"
    return "agreed" if present and said & GRANTING else None


def announced(cue: Token, frame: Frame) -> str | None:
    """«отправит», «будут отправлены», «планируется задействовать», «готова направить»."""
    if frame.is_one_of(cue, "remaining"):
        return None
    verb = cue if cue.pos != "NOUN" else next((t for t in frame.doc.ancestors(cue) if t.pos == "VERB"), cue)
    governors = () if _describes_a_subject(verb, frame.doc) else tuple(_governors(verb, frame.doc))
    near = tuple(t for t in frame.doc.tokens[max(frame.sentence.first, verb.i - 3) : verb.i] if t.pos in ("VERB", "ADJ", "NOUN"))
    above = (*governors, *((verb,) if verb is not cue else ()))
    planned = frame.has("planning", (*above, *near[-1:])) is not None
    intended = (
        (frame.is_one_of(cue, "intending") and not _under_way(verb, frame))
        or frame.is_one_of(cue, "planning")
        or verb.feats.get("VerbForm") == "Inf"
    )
    will_be = not frame.cues and any(t.text.lower() in ("будет", "будут", "составит") for t in frame.words)
    if not (is_future(verb, frame.doc) or planned or intended or will_be):
        return None
    return "agreed" if _is_approved(frame) else "announced"


def _describes_a_subject(verb: Token, doc: Doc) -> bool:
    """«Чили, у которой там [находятся] 480 солдат, намерена …»: what the main clause plans is another thing."""
    noun = doc.head(verb)
    return verb.rel == "acl:relcl" and noun is not None and noun.rel.startswith("nsubj") and not is_future(verb, doc)


def _under_way(verb: Token, frame: Frame) -> bool:
    """«начала переброску», not «начнет переброску»."""
    return frame.is_one_of(verb, "under_way") and not is_future(verb, frame.doc) and verb.feats.get("VerbForm") == "Fin"


def _is_approved(frame: Frame) -> bool:
    """«выделит два эсминца, решение об этом одобрил кабинет», «проголосовали за участие: туда отправятся 6 F-16»."""
    for verb in frame.words:
        if not lemmas(verb.text) & APPROVING or not _is_past(verb) or frame.doc.tokens[verb.i - 1].text.lower() == "не":
            continue
        if any(lemmas(t.text) & APPROVED for t in frame.doc.children(verb, "obj", "obl", "nsubj:pass")):
            return True
    return False


RULES = (kept, withdrawn, agreed, granted, announced)


def is_future(token: Token, doc: Doc) -> bool:
    """«отправит», «будут отправлены», «примут участие».

    Also where the clause above is: «[заменит их], отправив туда 170 военных», «[проведут учения], в которых задействуют».
    """
    if token.feats.get("Tense") == "Fut" or (token.pos == "VERB" and _means_future(token.text.lower())):
        return True
    dependent = token.feats.get("VerbForm") == "Conv" or (token.rel == "acl:relcl" and token.feats.get("Tense") == "Pres")
    if dependent and (above := doc.head(token)) is not None and above.pos in ("VERB", "NOUN"):
        verb = above if above.pos == "VERB" else next((t for t in doc.ancestors(above) if t.pos == "VERB"), None)
        return verb is not None and is_future(verb, doc)
    return any(c.text.lower() in ("будет", "будут", "буду") for c in doc.children(token, "aux", "cop"))


@lru_cache(maxsize=2000)
def _means_future(word: str) -> bool:
    """«откомандирует»: a form that the dictionary knows only as future, also where the tagger takes it for another."""
    return {p.tag.tense for p in parses(word) if p.tag.POS == "VERB"} == {"futr"}


def _is_past(token: Token) -> bool:
    return token.feats.get("Tense") == "Past" and token.feats.get("VerbForm") == "Fin"


def _governors(token: Token, doc: Doc) -> list[Token]:
    """The words right above: up to two steps, within the clause."""
    return list(doc.ancestors(token))[:2]
