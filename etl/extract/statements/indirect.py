"""What was said, told in the reporter's own syntax: one rule per kind of complement, tried in order for every verb of speech."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from etl.extract.statements.attribution import quoted_one
from etl.extract.statements.clauses import clause, complement_noun
from etl.extract.statements.cues import Cue
from etl.extract.statements.fronted import fronted
from etl.extract.statements.happened import done, happened
from etl.extract.statements.script import DASHES, MARKS, Draft, Script, is_finite
from etl.extract.statements.voices import voice
from etl.records import Span, Token
from etl.vocabulary.speech import SpeechVerb

Rule = Callable[[Script, Cue], tuple[SpeechVerb, Token] | None]


def reported(script: Script, cues: tuple[Cue, ...], asides: tuple[Span, ...]) -> Iterator[Draft]:
    """The statements of these cues; a cue makes at most one."""
    for cue in cues:
        if cue.form == "gerund" and cue.token.lemma in script.words("references"):
            continue  # 'ссылаясь на министра' names whose words they are
        if _whoever(script, cue) or not happened(script, cue) or (cue.form == "infinitive" and not done(script, cue)):
            continue
        for rule in RULES:
            found = rule(script, cue)
            if found is None:
                continue
            verb, first = found
            if rule is words_of_another and (whose := quoted_one(script, cue)):
                contents = clause(script, cue.token, first, asides)
                agency = voice(script, cue).token
                yield Draft(rule.__name__, cue.token.span, cue.token, verb.act, "indirect", contents, whose, via=agency)
                break
            contents = clause(script, cue.token, first, asides, phrase=rule in PHRASES)
            if contents:
                act = verb.negated_act if cue.negated and verb.negated_act else verb.act
                if act == "assert" and script.doc.tokens[first.i - 1].lemma == "чтобы":
                    act = "urge"
                yield Draft(rule.__name__, cue.token.span, cue.token, act, "indirect", contents, voice(script, cue))
            break
        else:
            if told := fronted(script, cue):
                act = told[0].negated_act if cue.negated and told[0].negated_act else told[0].act
                yield Draft("fronted", cue.token.span, cue.token, act, "indirect", (told[1],), voice(script, cue))


def _whoever(script: Script, cue: Cue) -> bool:
    """'Ошибаются те, кто думает, что': nobody in particular."""
    subject = script.doc.child(cue.token, "nsubj")
    return subject is not None and subject.lemma == "кто"


def that_clause(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр заявил, что дорога закрыта'; 'сообщил о том, что'; 'призвал к тому, чтобы'."""
    verb = cue.takes("clause")
    if verb is None:
        return None
    for token in script.rest(cue.token):
        if token.lemma in ("что", "чтобы", "будто") and script.doc.tokens[token.i - 1].text == ",":
            return None if _relative(script, token) else _next(script, token, verb)
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
            return verb, _leftmost(script, cue, token)
    return None


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
                if first := complement_noun(script, cue, preposition, case):
                    return verb, _with_objects(script, cue, verb, first)
    return None


def label(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр назвал решение ошибкой'; 'называя это заботой'."""
    verb = cue.takes("label")
    if verb is None:
        return None
    after = script.rest(cue.token)
    instrumental = any(t.feats.get("Case") == "Ins" and not script.doc.child(t, "case") for t in after[:15])
    return (verb, after[0]) if after and instrumental else None


def as_what(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Прокуратура квалифицировала взрыв как теракт'."""
    verb = cue.takes("as")
    how = next((t for t in script.rest(cue.token)[:12] if t.lemma == "как"), None)
    return (verb, how) if verb and how else None


def reason(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Власти объясняют аварию погодой'."""
    verb = cue.takes("reason")
    if verb is None:
        return None
    things = script.doc.children(cue.token, "obj", "iobj", "obl", "xcomp")
    what = next((t for t in things if t.feats.get("Case") == "Acc" and not script.doc.child(t, "case")), None)
    by = next((t for t in things if t.feats.get("Case") == "Ins" and not script.doc.child(t, "case")), None)
    return (verb, _leftmost(script, cue, what)) if what and by else None


def thing(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Жители потребовали отставки мэра': a bare object."""
    for verb in cue.verbs:
        charge = script.doc.child(cue.token, "nsubj") if cue.form == "passive" and verb.act == "accuse" else None
        if charge and "Acc" in verb.takes and charge.i > cue.token.i:
            return verb, _leftmost(script, cue, charge)  # 'ему вменяется кража'
        for case in ("Gen", "Acc", "Ins"):
            if case not in verb.takes or _recognised(script, cue):
                continue
            for token in script.doc.children(cue.token, "obj", "iobj", "obl", "xcomp"):
                if (
                    token.feats.get("Case") == case
                    and token.i > cue.token.i
                    and (token.pos != "PRON" or token.lemma == "себя" or verb.act == "label")
                    and not script.doc.child(token, "case")
                ):
                    return verb, _leftmost(script, cue, token)
    return None


def _recognised(script: Script, cue: Cue) -> bool:
    """'Суд признал его виновным', 'признал договор недействительным', 'суд осудил мэра': a ruling."""
    court = script.reading.vocabulary.event_words["court"].words
    if cue.token.lemma in ("осудить", "осуждать") and (who := script.doc.child(cue.token, "nsubj")):
        return who.lemma in court
    if cue.token.lemma not in ("признать", "признавать"):
        return False
    things = script.doc.children(cue.token, "obj", "iobj", "obl", "xcomp")
    by = any(t.feats.get("Case") == "Ins" and not script.doc.child(t, "case") for t in things)
    return by and not any(t.lemma == "себя" for t in things)


def fragment(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Министры подчеркнули «важность мира» и уехали': the verb's object is a quoted fragment."""
    verb = cue.takes("quote")
    opening = next(iter(script.rest(cue.token)), None)
    if verb is None or cue.form == "passive" or opening is None or opening.text not in MARKS:
        return None
    if any(v.passes_on for v in cue.verbs) or script.reading.cast.at(next(iter(script.rest(opening)), opening)):
        return None  # 'его слова приводит «Заря»'
    return verb, opening


def mood(script: Script, cue: Cue) -> tuple[SpeechVerb, Token] | None:
    """'Мэр выразил сожаление по поводу аварии'."""
    verb = cue.takes("mood")
    if verb is None:
        return None
    things = (t for t in script.doc.children(cue.token, "obj", "xcomp") if t.i > cue.token.i)
    noun = next((t for t in things if t.lemma in script.words("moods")), None)
    if noun is None:
        return None
    after = [t for t in script.rest(noun) if t.text != ","]
    first = next(iter(after), None)
    if first and first.lemma in ("что", "чтобы"):
        first = next(iter(after[1:]), None)
    return (verb, first or noun)


PHRASES = (about, label, as_what, reason, thing, mood)
RULES: tuple[Rule, ...] = (
    words_of_another,
    that_clause,
    to_do,
    question,
    about,
    label,
    as_what,
    reason,
    thing,
    mood,
    fragment,
    after_colon,
    without_conjunction,
)


def _relative(script: Script, what: Token) -> bool:
    """'Не исключает увольнений, что ударит по городу': 'which', the subject of its clause, far from the verb of speech."""
    before = script.doc.tokens[what.i - 2]
    return what.lemma == "что" and what.rel.startswith("nsubj") and before.pos == "NOUN" and before.feats.get("Case") != "Nom"


def _next(script: Script, token: Token, verb: SpeechVerb) -> tuple[SpeechVerb, Token] | None:
    after = next(iter(script.rest(token)), None)
    return (verb, after) if after else None


def _leftmost(script: Script, cue: Cue, token: Token) -> Token:
    """The first word of the phrase that follows the cue without a gap."""
    i = token.i
    below = {t.i for t in script.doc.subtree(token)}
    while i - 1 > cue.token.i and i - 1 in below and script.doc.tokens[i - 1].text != ",":
        i -= 1
    return script.doc.tokens[i]


def _with_objects(script: Script, cue: Cue, verb: SpeechVerb, first: Token) -> Token:
    """'Обвинил мэра во лжи': whom one accuses belongs to what is said."""
    if verb.addressee:
        return first
    after = script.rest(cue.token)
    return after[0] if after and after[0].i < first.i else first
