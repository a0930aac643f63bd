"""Complements of a verb of speech that are noun phrases: which verb takes them, and where they begin."""

from __future__ import annotations

from itertools import takewhile

from etl.extract.actors.phrases import QUOTES
from etl.extract.statements.cues import Cue
from etl.extract.statements.prepositions import complement_noun
from etl.extract.statements.script import Script
from etl.morphology import parses
from etl.records import Token
from etl.vocabulary.speech import SpeechVerb

ESTIMATED = ("оцениваться", "оценивать", "оценить")
RECOGNISING = ("признать", "признавать")


def about(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Полиция сообщила о пожаре'; 'поблагодарил за помощь'; 'настаивает на встрече': a preposition with its case."""
    if _recognised(script, cue):
        return None
    for verb in cue.verbs:
        for frame in verb.takes:
            if " " in frame:
                if cue.form == "gerund" and cue.token.lemma in ("говорить", "рассказывать"):
                    continue  # 'говоря о мосте, мэр отметил': of what, not what
                preposition, case = frame.split()
                first = complement_noun(script, cue, preposition, case)
                if first and not _plays_for(script, cue, first):
                    return verb, _what_is_estimated(script, cue) or _with_objects(script, cue, verb, first)
    return None


def _plays_for(script: Script, cue: Cue, preposition: Token) -> bool:
    """'Атлеты, выступавшие за Чили', 'он выступает за «Спартак»': for a team, not for a cause."""
    team = script.doc.head(preposition)
    mention = script.reading.cast.by_head.get(team.i) if team is not None and preposition.text == "за" else None
    sides = mention is not None and script.reading.cast.by_key[mention.actor].kind in ("country", "organization")
    return sides and cue.token.lemma in ("выступать", "выступить")


def _what_is_estimated(script: Script, cue: Cue) -> Token | None:
    """'Ущерб оценивается в миллион': the whole clause is said."""
    subject = script.doc.child(cue.token, "nsubj", "nsubj:pass") if cue.form == "passive" else None
    if subject is None or cue.token.lemma not in ESTIMATED or subject.i > cue.token.i:
        return None
    return script.doc.subtree(subject)[0]


def label(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр назвал решение ошибкой'; 'называя это заботой'."""
    verb = cue.takes("label")
    if verb is None or (cue.token.lemma in RECOGNISING and not _observes(script, cue)):
        return None
    after = script.rest(cue.token)
    if cue.form == "passive":
        after = tuple(takewhile(lambda t: t.text != ",", after))  # 'назван штат, известный пустынями'
    as_what = any(t.feats.get("Case") == "Ins" and not script.doc.child(t, "case") for t in after[:15])
    as_what = as_what or any(_is_instrumental(script, t) for t in after[:6])
    return (verb, after[0]) if after and as_what else None


def _is_instrumental(script: Script, token: Token) -> bool:
    """'Торгом', whatever the tagger takes it for: the dictionary knows no other case of it."""
    if token.pos not in ("NOUN", "ADJ") or token.text[0].isupper() or script.doc.tokens[token.i - 1].pos == "ADP":
        return False
    return {p.tag.case for p in parses(token.text) if p.tag.POS == "NOUN" and "Name" not in p.tag} == {"ablt"}


def as_what(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Прокуратура квалифицировала взрыв как теракт', 'взрыв расценили как теракт': with what stands behind the verb."""
    verb = cue.takes("as")
    how = next((t for t in script.rest(cue.token)[:12] if t.lemma == "как"), None)
    if verb is None or how is None:
        return None
    things = (t for t in script.doc.children(cue.token, "obj", "obl", "iobj") if cue.token.i < t.i < how.i and t.pos != "PRON")
    what = next((t for t in things if t.feats.get("Case") in ("Acc", "Gen") and not script.doc.child(t, "case")), None)
    return verb, leftmost(script, cue, what) if what else how


def reason(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Власти объясняют аварию погодой'."""
    verb = cue.takes("reason")
    if verb is None:
        return None
    things = script.doc.children(cue.token, "obj", "iobj", "obl", "xcomp")
    what = next((t for t in things if t.feats.get("Case") == "Acc" and not script.doc.child(t, "case")), None)
    quoted = (
        t for t in script.rest(what or cue.token)[:3] if script.doc.tokens[t.i - 1].text in QUOTES
    )  # no tree spans the mark
    by = (t for t in (*things, *quoted) if t.feats.get("Case") == "Ins" and not script.doc.child(t, "case"))
    return (verb, leftmost(script, cue, what)) if what and any(by) else None


def thing(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Жители потребовали отставки мэра': a bare object."""
    for verb in cue.verbs:
        charge = script.doc.child(cue.token, "nsubj") if cue.form == "passive" and verb.act == "accuse" else None
        if charge and "Acc" in verb.takes and charge.i > cue.token.i:
            return verb, leftmost(script, cue, charge)  # 'ему вменяется кража'
        for case in ("Gen", "Acc", "Ins"):
            if case not in verb.takes or _recognised(script, cue):
                continue
            for token in script.doc.children(cue.token, "obj", "iobj", "obl", "xcomp"):
                if (
                    (token.feats.get("Case") == case or (case == "Acc" and _counted_people(script, token)))
                    and token.i > cue.token.i
                    and (token.pos != "PRON" or token.lemma == "себя" or verb.act == "label")
                    and not script.doc.child(token, "case")
                    and not (verb.act == "propose" and _points_back(script, token))
                ):
                    return verb, leftmost(script, cue, token)
    return None


def _points_back(script: Script, token: Token) -> bool:
    """'Мэр выдвинул такую инициативу': what was said is told before."""
    return token.i in script.noun_at and any(t.lemma in ("такой", "этот") for t in script.doc.children(token, "det", "amod"))


def _counted_people(script: Script, token: Token) -> bool:
    """'Признали четверых убитых': an accusative that looks like a genitive."""
    number = script.doc.child(token, "nummod", "nummod:gov") is not None or token.pos == "NUM"
    return token.rel == "obj" and token.feats.get("Case") == "Gen" and number


def mood(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр выразил сожаление по поводу аварии'."""
    verb = cue.takes("mood")
    if verb is None:
        return None
    things = (t for t in script.doc.children(cue.token, "obj", "xcomp") if t.i > cue.token.i)
    noun = next((t for t in things if t.lemma in script.words("moods")), None)
    if noun is None:
        return None
    if _stands_alone(script, noun):
        return verb, noun
    after = [t for t in script.rest(noun) if t.text != ","]
    first = next(iter(after), None)
    if first and first.lemma in ("что", "чтобы"):
        first = next(iter(after[1:]), None)
    whom = first is not None and first.feats.get("Case") == "Dat" and first.head in (noun.i, cue.token.i)
    return (verb, noun if first is None or whom else first)  # 'выразил соболезнования родным'


def _stands_alone(script: Script, noun: Token) -> bool:
    """'Совет выразил озабоченность, Чили молчит', 'выразил соболезнования и уехал'"""
    rest = script.rest(noun)
    goes_on = len(rest) > 1 and rest[1].lemma in ("что", "чтобы", "который", "связанный", "вызванный")
    return bool(rest) and (rest[0].pos == "CCONJ" or (rest[0].text == "," and not goes_on))


def leftmost(script: Script, cue: Cue, token: Token) -> Token:
    """The first word of the phrase that follows the cue without a gap."""
    i = token.i
    below = {t.i for t in script.doc.subtree(token)}
    while i - 1 > cue.token.i and i - 1 in below and script.doc.tokens[i - 1].text != ",":
        i -= 1
    return script.doc.tokens[i]


def _observes(script: Script, cue: Cue) -> bool:
    """'Наблюдатели признали выборы честными': people who judge; courts and states rule."""
    who = script.doc.child(cue.token, "nsubj") if cue.form != "passive" else None  # 'мэр признан виновным'
    mention = script.reading.cast.at(who) if who is not None else None
    himself = any(t.lemma == "себя" for t in script.doc.children(cue.token))  # 'не признал себя виновным': what one admits
    people = (
        not himself
        and mention is not None
        and script.reading.cast.by_key[mention.actor].kind in ("person", "group", "organization")
    )
    return people and who is not None and who.lemma not in script.reading.vocabulary.event_words["court"].words


def _recognised(script: Script, cue: Cue) -> bool:
    """'Суд признал его виновным', 'признал договор недействительным', 'суд осудил мэра': a ruling."""
    court = script.reading.vocabulary.event_words["court"].words
    if cue.token.lemma in ("осудить", "осуждать") and (who := script.doc.child(cue.token, "nsubj")):
        return who.lemma in court
    if cue.token.lemma not in RECOGNISING:
        return False
    things = script.doc.children(cue.token, "obj", "iobj", "obl", "xcomp")
    by = any(t.feats.get("Case") == "Ins" and not script.doc.child(t, "case") for t in things)
    return by and not any(t.lemma == "себя" for t in things)


def _with_objects(script: Script, cue: Cue, verb: SpeechVerb, first: Token) -> Token:
    """'Обвинил мэра во лжи': whom one accuses belongs to what is said."""
    if verb.addressee or cue.form == "passive":
        return first  # 'обвинён судом | в краже'
    after = script.rest(cue.token)
    return after[0] if after and after[0].i < first.i else first
