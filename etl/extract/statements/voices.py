"""Whose words they are: the noun or pronoun beside a cue that names the speaker."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.statements.cues import Cue
from etl.extract.statements.messages import owner_of_message, owner_or_source, publisher, publisher_before
from etl.extract.statements.script import DASHES, ELIDED, MARKS, NOBODY, Script, Voice, is_finite
from etl.extract.statements.sharing import (
    coordinated,
    house,
    house_before,
    in_a_further_clause,
    subject_of_governor,
    whom_which_means,
)
from etl.extract.statements.subjects import agrees, could_speak, subject_of
from etl.records import Mention, Token


def voice(script: Script, cue: Cue) -> Voice:
    """The first rule that finds a speaker wins; without any, the speaker before goes on, or nobody is named."""
    if any(v.message for v in cue.verbs):
        whose = owner_of_message(script, cue)
        return Voice(whose) if whose else NOBODY
    if cue.form == "participle":
        described = own_subject(script, cue) or modified_noun(script, cue)
        return Voice(described) if described else NOBODY  # 'иск одного из соседей, просившего закрыть мост'
    for rule in RULES:
        if token := rule(script, cue):
            if rule is own_subject and token.i in script.noun_at and script.reading.cast.at(token) is None:
                whose = owner_or_source(script, cue, token)
                return Voice(whose) if whose else NOBODY
            return Voice(token, "shared" if rule in (coordinated, subject_of_governor) else "own")
    if cue.form == "passive":
        return ELIDED if cue.token.lemma in CARRIED_PASSIVES else NOBODY
    plural = cue.token.feats.get("Number") == "Plur" and cue.form == "finite"
    return NOBODY if plural and cue.token.feats.get("Person") == "3" else ELIDED


CARRIED_PASSIVES = (
    "отмечаться",
    "уточняться",
    "подчеркиваться",
    "подчёркиваться",
    "говориться",
    "добавляться",
    "указываться",
    "пояснять",
)


def person_after_outlet(script: Script, cue: Cue) -> Token | None:
    """'Рассказал Daily News аналитик Пётр Ильин': a Latin name without case is the outlet spoken to when a nominative follows."""
    subject = subject_of(script, cue.token) if cue.form == "finite" else None
    if subject is None or subject.i < cue.token.i:
        return None
    outlet = _outlet(script, subject)
    if outlet is None and not subject.text.isascii():
        return None
    for token in script.doc.tokens[script.index(outlet.span.stop) if outlet else subject.i + 1 : script.sentence(subject).last][
        :6
    ]:
        if token.pos in ("PUNCT", "VERB", "ADP") and token.text not in MARKS:
            return None
        living = token.pos in ("NOUN", "PROPN") and token.feats.get("Animacy") == "Anim"
        living = living or token.lemma in script.words("sources")
        if token.feats.get("Case") == "Nom" and (living or token.lemma == "один"):  # 'один из рабочих, Пётр Ильин'
            return token
    return None


def outlet_that_cites(script: Script, cue: Cue) -> Token | None:
    """'«…», — цитирует мэра Lenta.ru': an outlet behind the verb, whose Latin name has no case."""
    if cue.form != "finite" or not cue.passes_on:
        return None
    behind = (t for t in script.rest(cue.token)[:5] if t.text.isascii() and t.text[0].isalpha())
    found = next((m for t in behind if (m := script.reading.cast.at(t))), None)
    if found is None or script.reading.cast.by_key[found.actor].kind != "media":
        return None
    return script.doc.tokens[found.head]


def acting_official(script: Script, cue: Cue) -> Token | None:
    """'Рассказал и. о. мэра Олег Громов': a person whose abbreviated office right behind the verb the parser takes for a verb."""
    words = script.doc.tokens[cue.token.i + 1 : cue.token.i + 3]
    if cue.form != "finite" or [t.text for t in words] != ["и", "."]:
        return None
    mention = script.reading.cast.at(words[0])
    return script.doc.tokens[mention.head] if mention and script.reading.cast.by_key[mention.actor].kind == "person" else None


def _outlet(script: Script, token: Token) -> Mention | None:
    mention = script.reading.cast.at(token)
    known = mention and script.reading.cast.by_key[mention.actor].kind in ("media", "organization")
    return mention if known else None


def own_subject(script: Script, cue: Cue) -> Token | None:
    """'Мэр сообщил', 'сообщил мэр'; for 'мэр, который сообщил' the word before the clause."""
    subject = subject_of(script, cue.token) if cue.form != "passive" else None
    return subject if subject is None or not _only_one(script, subject, cue.token) else None


def _only_one(script: Script, subject: Token, verb: Token) -> bool:
    """'Гао описывают как тихого человека': one person beside a verb in the plural, whom the parser took for its subject."""
    mention = script.reading.cast.at(subject) if verb.feats.get("Number") == "Plur" else None
    if mention is None or script.reading.cast.by_key[mention.actor].kind != "person" or subject.feats.get("Number") == "Plur":
        return False
    after = [t.lemma for t in script.rest(subject) if t.start >= mention.span.stop][:1]
    joined = script.doc.child(subject, "conj") or after in (["и"], ["с"], ["вместе"])
    return not joined and mention.resolution == "named"


def name_before(script: Script, cue: Cue) -> Token | None:
    """'Свой уход Петров объяснил усталостью': a name in the nominative right before a verb that the parser gave no subject."""
    if cue.form != "finite":
        return None
    cast = script.reading.cast
    for token in reversed(script.before(cue.token)):
        if token.text == "%":
            return token  # '40% жителей уверены'
        if (
            token.pos in ("ADV", "PART", "ADP")
            or token.feats.get("Case") == "Loc"
            or (token.feats.get("Case") == "Gen" and token.pos not in ("PRON", "NUM", "VERB"))
        ):
            continue
        mention = cast.at(token)
        head = script.doc.tokens[mention.head] if mention and mention.resolution != "pronoun" else token
        alive = token.feats.get("Animacy") == "Anim" or token.lemma in script.words("institutions")
        speaks = alive or token.i in cast.by_head or head is not token
        nominative = head.feats.get("Case") == "Nom" and head.pos in ("NOUN", "PROPN", "X")
        return head if speaks and nominative and agrees(head, cue.token) else None
    return None


def name_across_a_phrase(script: Script, cue: Cue) -> Token | None:
    """'Иван Петров, задержанный в мае, считает': the name that opens the sentence, before a participle's phrase."""
    before = script.before(cue.token)
    if cue.form != "finite" or not before or before[-1].text != ",":
        return None
    name = next((t for t in before[:6] if t.feats.get("Case") == "Nom" and t.pos in ("NOUN", "PROPN")), None)
    between = script.doc.tokens[name.i + 1 : cue.token.i] if name else ()
    phrase = any(t.feats.get("VerbForm") == "Part" and t.feats.get("Case") == "Nom" for t in between)
    if name is None or not phrase or any(is_finite(t) for t in between) or not agrees(name, cue.token):
        return None
    return name if name.i in script.reading.cast.by_head or name.feats.get("Animacy") == "Anim" else None


def name_before_a_gerund(script: Script, cue: Cue) -> Token | None:
    """'«Новая газета», основываясь на мнении пилота, высказала': the name right before a gerund's phrase that the verb ends."""
    before = script.before(cue.token)
    if cue.form != "finite" or not before or before[-1].text != ",":
        return None
    for comma, gerund in pairwise(before):
        mention = script.reading.cast.at(_word_before(script, comma)) if comma.text == "," else None
        if (
            mention is None
            or gerund.feats.get("VerbForm") != "Conv"
            or any(is_finite(t) for t in before[gerund.i - before[0].i :])
        ):
            continue
        name = script.doc.tokens[mention.head]
        return name if name.feats.get("Case") in ("Nom", None) and agrees(name, cue.token) else None
    return None


def _word_before(script: Script, comma: Token) -> Token:
    """The word before the comma, quotation marks aside."""
    return next((t for t in reversed(script.before(comma)) if t.text not in MARKS), comma)


def _opens_attribution(script: Script, verb: Token) -> bool:
    """A mark, 'и' or the beginning of the sentence stands before the verb, adverbs aside; not 'что осуждает приказ'."""
    for token in reversed(script.before(verb)):
        if token.pos == "PUNCT" or token.text in DASHES or token.lemma in ("и", "как"):
            return True
        if token.pos not in ("ADV", "PART", "ADP", "NOUN", "ADJ", "DET", "NUM", "PROPN") and token.lemma != "это":
            return False
    return True


def modified_noun(script: Script, cue: Cue) -> Token | None:
    """'Жители, сообщившие о пожаре': the noun that the participle modifies; the one that agrees, if the parser chose another."""
    head = script.doc.head(cue.token)
    if cue.form != "participle" or head is None or head.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    if agrees(head, cue.token):
        return head
    case = cue.token.feats.get("Case")
    nouns = (t for t in reversed(script.before(cue.token)) if t.pos in ("NOUN", "PROPN") and t.feats.get("Case") == case)
    return next((t for t in nouns if agrees(t, cue.token)), head)


def nominative_beside(script: Script, cue: Cue) -> Token | None:
    """Where the tree is broken by quotation marks: the next nominative after 'сказал', of the same number and gender."""
    if cue.form != "finite" or not _opens_attribution(script, cue.token):
        return None
    for token in script.rest(cue.token)[:14]:
        if is_finite(token) or token.text in (":", ";") or token.pos == "SCONJ":
            return None
        if (
            could_speak(token)
            and token.feats.get("Case") == "Nom"
            and agrees(token, cue.token)
            and token.pos not in ("ADJ", "DET")
        ):
            return token
    return None


def agent(script: Script, cue: Cue) -> Token | None:
    """'Было заявлено министром', 'на форуме его организаторами было заявлено': the agent of a passive."""
    if cue.form != "passive":
        return None
    before = [t for t in script.before(cue.token)[-2:] if t.pos == "NOUN"]  # the parser may hang it on another noun
    found = (t for t in (*script.doc.children(cue.token, "obl"), *before) if t.feats.get("Case") == "Ins" and could_speak(t))
    return next((t for t in found if _is_somebody(script, t) and script.doc.child(t, "case") is None), None)


def press(script: Script, cue: Cue) -> Token | None:
    """'В чилийской прессе митинг был назван бунтом': media in which a passive tells what was said."""
    if cue.form != "passive":
        return None
    for token in script.doc.children(cue.token, "obl", "nmod"):
        place, mention = script.doc.child(token, "case"), script.reading.cast.by_head.get(token.i)
        media = mention is not None and script.reading.cast.by_key[mention.actor].kind == "media"
        if media and place is not None and place.lemma in ("в", "во") and token.feats.get("Case") == "Loc":
            return token
    return None


def _is_somebody(script: Script, token: Token) -> bool:
    return token.feats.get("Animacy") == "Anim" or token.i in script.reading.cast.by_head or token.text[0].isupper()


RULES = (
    outlet_that_cites,
    acting_official,
    person_after_outlet,
    own_subject,
    whom_which_means,
    name_before,
    name_across_a_phrase,
    name_before_a_gerund,
    in_a_further_clause,
    modified_noun,
    coordinated,
    house,
    house_before,
    nominative_beside,
    subject_of_governor,
    agent,
    press,
    publisher,
    publisher_before,
    owner_of_message,
)
