"""What the speaker does with the words: the verb's act, unless what is said shows a more particular one."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.statements.script import Draft, Script, is_finite
from etl.records import Token

TOLD = ("that_clause", "as_said", "said_in_passing", "according_to")
HELP = {"помочь", "помогать", "помощь", "содействие", "оказать"}
GIVING = HELP | {"прислать", "послать", "направить", "отправить", "предоставить", "выделить", "участвовать", "участие"}


def act(script: Script, draft: Draft) -> str:
    """The act of the cue; for a plain 'сказал' the first sign in the content decides."""
    words = tuple(t for c in draft.contents for t in script.tokens(c))
    if draft.act == "propose" and draft.mode != "direct" and {t.lemma for t in words} & HELP:
        return "offer"
    if draft.act != "assert" or draft.rule == "noun_of_speech":
        return draft.act
    for rule in (performed, shouted, refused, blamed, required, ready, promised):
        if found := rule(script, draft, words):
            return found
    return "assert"


def performed(script: Script, draft: Draft, words: tuple[Token, ...]) -> str | None:
    """«Я осуждаю насилие», «Предлагаю провести встречу»: a verb of another act in the first person."""
    for token in words:
        cue = script.cue_at.get(token.i)
        if cue and token.feats.get("Person") == "1" and token.feats.get("Tense") in ("Pres", "Fut") and not cue.negated:
            found = next((v.act for v in cue.verbs if v.act != "assert"), None)
            if found and draft.mode == "direct":
                return found
    return None


def refused(script: Script, draft: Draft, words: tuple[Token, ...]) -> str | None:
    """'Эти сообщения не соответствуют действительности'."""
    lemmas = [t.lemma for t in words]
    if "не" in lemmas and ("действительность" in lemmas or "соответствовать" in lemmas):
        return "deny"
    if {"невиновный", "непричастный", "невиновность", "непричастность"} & set(lemmas[:8]):
        return "deny"
    if (lemmas[:1] == ["ни"] and lemmas[1:2] != ["один"]) or lemmas[:2] == ["нет", "ни"]:
        return "deny"  # «Нет ни переговоров, ни встреч»
    first = next((t for t in words if is_finite(t)), None)
    if first and draft.rule == "that_clause" and lemmas[:1] == ["не"] and first.i == words[0].i + 1 and _past(first):
        return "deny"  # 'заявил, что не получал писем'
    return "deny" if first and draft.rule in TOLD and _never_did(script, first, words) else None


def _past(verb: Token) -> bool:
    return verb.feats.get("Tense") == "Past" and verb.feats.get("Aspect") == "Imp"


def blamed(script: Script, draft: Draft, words: tuple[Token, ...]) -> str | None:
    """'Громов причастен к взрыву', 'они несут ответственность за взрыв': of whom it is said; a court that finds so rules."""
    for before, token in pairwise(words):
        guilty = token.feats.get("Variant") == "Short" and token.lemma in script.words("guilt")
        bears = token.lemma == "ответственность" and before.lemma in ("нести", "понести")
        if (guilty or bears) and before.lemma != "не":
            return "accuse"
    return None


def _never_did(script: Script, verb: Token, words: tuple[Token, ...]) -> bool:
    """'Колонна не пересекала никаких границ', 'солдат никем не командовал': imperfective past under 'не', with never or none."""
    none = any(t.lemma in ("никакой", "никто", "ничто", "никогда", "нигде") for t in words)
    return _past(verb) and none and script.doc.tokens[verb.i - 1].lemma == "не"


def shouted(script: Script, draft: Draft, words: tuple[Token, ...]) -> str | None:
    """«Слава героям!», «Позор!»: a few words without a verb."""
    said = [t for t in words if t.pos != "PUNCT"]
    short = draft.mode == "direct" and len(said) <= 4 and draft.contents[-1].of(script.doc.text).endswith("!")
    return "slogan" if short and not any(is_finite(t) or t.lemma in ("спасибо", "да", "нет") for t in said) else None


def required(script: Script, draft: Draft, words: tuple[Token, ...]) -> str | None:
    """'Власти должны открыть дорогу', 'следует вести переговоры': what ought to be done."""
    for token in words[: 14 if draft.mode == "direct" else 8]:
        if token.lemma in ("должный", "следовать", "должен") and is_finite(token) and not _not_now(script, token):
            return "urge" if any(t.feats.get("VerbForm") == "Inf" for t in words) else None
    return None


def _not_now(script: Script, token: Token) -> bool:
    """'Рейс должен был вылететь', 'гости, которые должны вылететь': nobody is told to."""
    after = script.rest(token)[:1]
    return token.rel.startswith("acl") or any(t.lemma == "быть" and t.feats.get("Tense") == "Past" for t in after)


def ready(script: Script, draft: Draft, words: tuple[Token, ...]) -> str | None:
    """'Страна готова помочь', 'заявил о готовности прислать врачей'."""
    lemmas = {t.lemma for t in words[:8]}
    helps = {t.lemma for t in words} & GIVING
    return "offer" if lemmas & {"готовый", "готов", "готовность"} and helps else None


def promised(script: Script, draft: Draft, words: tuple[Token, ...]) -> str | None:
    """«Мы откроем дорогу», 'заявил, что будет бороться': what the speaker will do."""
    for k, token in enumerate(words):
        future = token.feats.get("Tense") == "Fut" or (token.lemma == "быть" and token.feats.get("Tense") == "Pres")
        if draft.mode == "direct" and is_finite(token):
            return "promise" if future and token.feats.get("Person") == "1" else None
        if draft.mode != "direct" and is_finite(token):
            verb = (script.doc.head(token) or token) if token.pos == "AUX" else token
            alone = draft.rule == "that_clause" and k <= 2 and script.doc.child(verb, "nsubj") is None
            return "promise" if alone and token.text.lower() in ("будет", "будут") else None
    return None
