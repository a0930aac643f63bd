"""The same speaker again under a bare word: 'источник', 'собеседник агентства', 'представитель', 'ведомство', 'издание'."""

from __future__ import annotations

from collections.abc import Callable

from etl.extract.statements.floor import NEAR, Floor
from etl.extract.statements.script import Draft, Script, Speaker
from etl.extract.statements.subjects import kind_of_body
from etl.morphology import lemmas, phrase_lemmas
from etl.records import ActorKey, Mention, Token

REPRESENTATIVES = ("представитель", "представительница")
SPOKESMEN = (*REPRESENTATIVES, "сотрудник", "сотрудница")  # of a press service


def same_source(script: Script, floor: Floor, draft: Draft, mention: Mention | None) -> Speaker | None:
    """'Источник', bare: the nameless one who spoke before; never a person known by name, whom 'собеседник' may mean."""
    token = draft.voice.token
    interlocutor = token is not None and token.lemma == "собеседник"
    described = token is not None and (script.doc.child(token, "nmod", "amod") or _before_name(script, token))
    placed = mention is not None and any(t.pos == "ADP" for t in script.tokens(mention.span))  # 'собеседник агентства в полиции'
    if token is None or (placed if interlocutor else described):
        return None
    if is_told_of_anew(script, token):
        whole = mention is not None and mention.span.stop > token.stop  # 'источник, близкий к следствию'
        return None if whole else Speaker(None, token.span, "unattributed")
    sources = [a for a in _spoken_near(floor, draft) if _is_nameless(script, a)]
    if interlocutor and sources:
        return Speaker(sources[0], token.span, "role")
    spoke = floor.last(draft, 2 * NEAR)
    if spoke and (_is_nameless(script, spoke[0]) or (interlocutor and script.reading.cast.by_key[spoke[0]].kind != "media")):
        return Speaker(spoke[0], token.span, "role")
    named = mention is not None and script.reading.cast.by_key[mention.actor].name[:1].isupper()
    return Speaker(None, token.span, "ambiguous") if named else None


def _spoken_near(floor: Floor, draft: Draft) -> list[ActorKey]:
    """Who has spoken a few sentences back, the last first."""
    return [a for a, position in reversed(floor.spoken) if floor.start(draft) - position <= 2 * NEAR]


def _is_nameless(script: Script, key: ActorKey) -> bool:
    """A source or another person without a name."""
    actor = script.reading.cast.by_key[key]
    return actor.name[:1].islower() and (actor.kind == "person" or "источник" in actor.name)


def is_told_of_anew(script: Script, token: Token) -> bool:
    """'Собеседник, близкий к администрации', 'человек, признавшийся в поджоге': what stands behind brings in somebody new."""
    behind = script.doc.children(token, "acl", "amod", "appos")
    return any(t.i > token.i and (t.pos == "ADJ" or t.feats.get("VerbForm") == "Part") for t in behind)


def same_representative(script: Script, floor: Floor, draft: Draft, token: Token) -> ActorKey | None:
    """'Представитель', bare: the representative of somebody who spoke before; 'представитель МЧС': who spoke for its press."""
    if whose := script.doc.child(token, "nmod"):
        return _spoke_for(script, floor, draft, whose)
    if token.lemma not in REPRESENTATIVES or script.doc.child(token, "amod") or _before_name(script, token):
        return None
    roles = {r.actor for r in script.reading.cast.roles if any(w in r.role.lower() for w in REPRESENTATIVES)}
    return next((a for a in _spoken_near(floor, draft) if a in roles), None)


def _spoke_for(script: Script, floor: Floor, draft: Draft, body: Token) -> ActorKey | None:
    """The person without a name who just spoke for the press service of this body, or for this press service."""
    words = {lemma for t in script.doc.subtree(body) for lemma in lemmas(t.text)}
    for actor in _spoken_near(floor, draft):
        said = phrase_lemmas(script.reading.cast.by_key[actor].name)
        if _is_nameless(script, actor) and "пресс-служба" in said and words <= said:
            return actor
    return None


def _before_name(script: Script, token: Token) -> bool:
    """'Источник Reuters'."""
    return any(t.text[0].isupper() for t in script.rest(token)[:1])


def same_body(script: Script, floor: Floor, draft: Draft, token: Token) -> ActorKey | None:
    """'Ведомство', 'издание', bare: the body that the words begin with, that spoke or was named before."""
    kind = kind_of_body(script, token)
    if kind is None or script.doc.child(token, "nmod", "amod"):
        return None

    def fits(actor: ActorKey) -> bool:
        known = script.reading.cast.by_key[actor].kind
        return known == kind or known == "organization" != kind

    if draft.contents[0].start < token.start and (own := _begins_with(script, draft)) and fits(own):
        return own
    told = sorted((*floor.spoken, *floor.passed), key=lambda s: -s[1])
    near = [a for a, position in told if floor.start(draft) - position <= 3 * NEAR and fits(a)]
    named = _named_before(script, token) if kind == "media" else None
    if named and token.lemma in phrase_lemmas(script.reading.cast.by_key[named].name):
        return named  # 'после публикаций «Новой газеты» … газета сообщила'
    called = [a for a in near if token.lemma in script.reading.cast.by_key[a].name.lower()]  # 'министерство' the ministry
    if found := next(iter((*called, *_so_called(script, token, fits), *near)), None):
        return _behind(script, found, token)
    return named


def _so_called(script: Script, token: Token, fits: Callable[[ActorKey], bool]) -> list[ActorKey]:
    """'По оценкам госкомитета': the one body of that name told of before, though it has not spoken."""
    before = {m.actor for m in script.reading.cast.mentions if m.span.stop <= token.start and fits(m.actor)}
    bearers = [a for a in before if token.lemma in phrase_lemmas(script.reading.cast.by_key[a].name)]
    return bearers if len(bearers) == 1 else []


def _behind(script: Script, actor: ActorKey, token: Token) -> ActorKey:
    """'Пресс-служба Минфина … В министерстве добавили': the body whose press service spoke, unless the word is 'служба'."""
    cast = script.reading.cast
    if not cast.by_key[actor].name.lower().startswith("пресс-") or token.lemma == "служба":
        return actor
    own = next(m for m in cast.mentions if m.actor == actor)
    inside = (m.actor for m in cast.mentions if m.actor != actor and m.span in own.span)
    return next((a for a in inside if cast.by_key[a].kind == "state_body"), actor)


def _begins_with(script: Script, draft: Draft) -> ActorKey | None:
    """'Мосводоканал ремонтирует трубу, говорится на сайте ведомства': the subject of what is said."""
    for token in script.tokens(draft.contents[0]):
        if token.rel.startswith("nsubj"):
            mention = script.reading.cast.by_head.get(token.i)
            return mention.actor if mention else None
    return None


def _named_before(script: Script, token: Token) -> ActorKey | None:
    """The outlet named last; one that only passes words on has not spoken."""
    before = (m.actor for m in reversed(script.reading.cast.mentions) if m.span.stop <= token.start)
    return next((a for a in before if script.reading.cast.by_key[a].kind == "media"), None)
