"""Where something was said: an outlet, a platform, or an occasion ('брифинг в министерстве')."""

from __future__ import annotations

from itertools import zip_longest

from etl.extract.statements.messages import is_message
from etl.extract.statements.script import Draft, Script
from etl.morphology import genitive, nominative
from etl.records import ActorKey, Token

PLATFORMS = ("twitter", "твиттер", "facebook", "фейсбук", "telegram", "телеграм", "instagram", "инстаграм", "youtube")

SITES = ("сайт", "страница")
INTO = ("эфир", "твиттер", "twitter", "facebook", "фейсбук", "instagram", "telegram", "блог", "интервью")  # 'написал в блог'


def medium(script: Script, draft: Draft, telling: tuple[Token, ...]) -> str | None:
    """The first outlet, platform or occasion among the words of the telling."""
    for rule in (_platform, _carrier_of_slogan, _occasion):
        for token in telling:
            if name := rule(script, draft, token):
                return name
    return _in_which(script, draft)


def _in_which(script: Script, draft: Draft) -> str | None:
    """'Мэр разослал письма, в которых обещал': what was written right before the clause."""
    before = script.before(draft.token)[-12:]
    for what, comma, preposition, which in zip(before, before[1:], before[2:], before[3:], strict=False):
        if which.lemma == "который" and preposition.lemma in ("в", "во") and comma.text == ",":
            return nominative(what.text, what.feats) if what.lemma in script.words("occasions") else None
    return None


def _occasion(script: Script, draft: Draft, token: Token) -> str | None:
    """'В интервью газете', 'на брифинге в министерстве', 'в эфире канала', 'на сайте мэрии', 'по телефону'."""
    if token.lemma not in script.words("occasions"):
        return None
    place, head = script.doc.child(token, "case"), script.doc.head(token)
    given = token.lemma == "интервью" and head is not None and head.lemma in ("дать", "давать")  # 'дал интервью газете'
    if given and place is None:
        outlet = _outlet_in(script, head) if head else None
        return script.reading.cast.by_key[outlet].name if outlet else "интервью"
    if place and place.lemma in ("в", "во") and token.feats.get("Case") == "Acc" and token.lemma not in INTO:
        return None  # 'подал в суд'
    on_a_site = token.lemma in SITES and head is not None and is_message(script, head)  # 'в сообщении на сайте мэрии'
    if head and head.pos in ("NOUN", "PROPN") and head.lemma not in script.words("occasions") and not on_a_site:
        return None
    if script.doc.child(token, "det") is not None and place and token.lemma in ("выступление", "разговор", "беседа", "речь"):
        return None  # 'в своём выступлении': the occasion that is known already
    if place is None or place.lemma not in script.words("occasion_prepositions"):
        return None
    if place.lemma == "с" and token.feats.get("Case") != "Ins":
        return None
    outlet = _outlet_in(script, token)
    if outlet and token.lemma not in SITES:
        return script.reading.cast.by_key[outlet].name
    if token.lemma == "телефон":
        return "телефонный разговор"
    return _nominative_phrase(script, token)


def _outlet_in(script: Script, token: Token) -> ActorKey | None:
    """The news outlet named in the token's phrase."""
    found = (script.reading.cast.by_head.get(t.i) for t in script.doc.subtree(token))
    return next((m.actor for m in found if m and _is_media(script, m.actor)), None)


def _platform(script: Script, draft: Draft, token: Token) -> str | None:
    """'В Twitter', 'на своей странице в Facebook', 'в твиттере'."""
    if token.lemma not in PLATFORMS:
        return None
    before = script.doc.tokens[token.i - 1] if token.i else token
    inside = before.pos == "ADP" or before.lemma in (*script.words("occasions"), "свой") or script.doc.child(token, "case")
    name = token.lemma if token.text.islower() else token.text
    return name if inside else None


def _carrier_of_slogan(script: Script, draft: Draft, token: Token) -> str | None:
    """'Баннер с лозунгом «…»', 'плакат «…»'."""
    signs = ("баннер", "плакат", "транспарант", "растяжка", "щит")
    return token.lemma if draft.act == "slogan" and token.lemma in signs else None


def _is_media(script: Script, actor: ActorKey) -> bool:
    return script.reading.cast.by_key[actor].kind == "media"


def _nominative_phrase(script: Script, token: Token) -> str:
    """The occasion's words with its head in the nominative: 'брифинг в министерстве', 'сайт Ростуризма'."""
    below = [t for t in script.doc.subtree(token) if t.rel not in ("case", "punct")]
    near = [t for t in below if token.i - 4 < t.i < token.i and t.pos == "ADJ" and t.head == token.i]
    after = [t for t in script.doc.subtree(token) if t.i > token.i]
    chain: list[Token] = []
    for t, following in zip_longest(after, after[1:]):
        glued = bool(chain) and chain[-1].stop == t.start and following is not None and t.stop == following.start  # «step.ru»
        ends = t.pos == "VERB" or (t.pos == "PUNCT" and not glued) or _is_an_agent(script, t)
        if ends or t.i != token.i + 1 + len(chain) or t.i in script.reading.calendar.by_head:
            break
        chain.append(t)
    while chain and chain[-1].pos in ("ADP", "CCONJ", "DET", "PRON"):
        chain.pop()  # 'на пресс-конференции в пятницу'
    mention = next((m for t in chain if t.head == token.i and (m := script.reading.cast.by_head.get(t.i))), None)
    head = " ".join(nominative(t.text, t.feats) for t in (*near, token))
    if mention and token.lemma in SITES:
        return f"{head} {genitive(script.reading.cast.by_key[mention.actor].name)}"
    tail = script.doc.text[chain[0].start : chain[-1].stop] if chain else ""
    return f"{head} {tail}".strip()


def _is_an_agent(script: Script, token: Token) -> bool:
    """'На форуме его организаторами было заявлено': who speaks, and no part of the occasion's name."""
    return token.feats.get("Case") == "Ins" and token.feats.get("Animacy") == "Anim" and script.doc.child(token, "case") is None
