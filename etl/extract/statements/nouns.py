"""Statements whose cue is a noun: 'приказ президента стрелять', 'обратились с просьбой о помощи', 'сообщения СМИ о том, что'."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.statements.clauses import clause
from etl.extract.statements.cues import Cue, NounCue, is_negated
from etl.extract.statements.happened import happened
from etl.extract.statements.messages import is_message, owner
from etl.extract.statements.phrase_complements import leftmost
from etl.extract.statements.script import NOBODY, Draft, Script, Voice, is_finite
from etl.extract.statements.voices import voice
from etl.records import Span, Token

BY_WHICH = (["согласно"], ["по"], ["в", "соответствии", "с"])
LINKS = {"о": ("о", "об"), "к": ("к", "ко"), "на": ("на",), "за": ("за",), "в": ("в", "во"), "с": ("с", "со")}


def named(script: Script, asides: tuple[Span, ...]) -> Iterator[Draft]:
    """The statements that nouns carry."""
    for noun in script.nouns:
        if noun.token.i in script.reading.cast.by_head:
            continue  # 'Совет Безопасности'
        first = _first_word(script, noun)
        if first is None or any(noun.token.span in a for a in asides):
            continue
        verb = _carrier(script, noun)
        if verb and not happened(script, Cue(verb, (), "finite", is_negated(script.doc, verb))):
            continue  # 'завтра выступит с предложением', 'никто не взял ответственности'
        who = _speaker(script, noun, verb)
        if who is None:
            continue
        opening = noun.token if first.lemma in ("за", "на") else first
        above = verb if verb and verb.i < noun.token.i else noun.token
        contents = clause(script, above, opening, asides, phrase=first.pos == "ADP" or _is_whose(first, noun))
        if contents:
            rule = "carried_noun" if verb else "noun_of_speech"
            cue = Span(min(verb.start, noun.token.start), max(verb.stop, noun.token.stop)) if verb else noun.token.span
            cue = noun.token.span if contents[0] in cue else cue  # 'с критикой властей выступил посол'
            yield Draft(rule, cue, verb or noun.token, noun.noun.act, "indirect", contents, who)


def _first_word(script: Script, noun: NounCue) -> Token | None:
    """Where the content begins: an infinitive, a clause with 'что', or a preposition the noun takes."""
    rest = script.rest(noun.token)
    if whom := next(
        (t for t in script.doc.children(noun.token, "nmod") if "Gen" in noun.noun.takes and _is_whose(t, noun)), None
    ):
        return leftmost(script, Cue(noun.token, (), "finite", False), whom)
    for k, token in enumerate(rest[:14]):
        if is_finite(token) or token.text in (";", ":"):
            return None
        if token.feats.get("VerbForm") == "Inf" and "infinitive" in noun.noun.takes and _hangs(script, token, noun.token):
            return token
        if (
            token.lemma in ("что", "чтобы")
            and rest[k - 1].text == ","
            and "clause" in noun.noun.takes
            and _close(script, rest[:k])
        ):
            return rest[k + 1] if k + 1 < len(rest) else None
        if noun.noun.carriers and token.text == "в" and [t.text for t in rest[k + 1 : k + 2]] == ["адрес"]:
            return token
        if k < 2 and token.text == "," and "clause" in noun.noun.takes and (told := _according_to_which(rest[k + 1 :])):
            return told
        if token.pos == "ADP" and any(_opens(script, noun, frame, token) for frame in noun.noun.takes if " " in frame):
            return token
    return None


def _is_whose(token: Token, noun: NounCue) -> bool:
    """'Выступил с критикой [властей]'."""
    return "Gen" in noun.noun.takes and token.i > noun.token.i and token.feats.get("Case") == "Gen"


def _according_to_which(words: tuple[Token, ...]) -> Token | None:
    """The first word behind ', согласно которой' or ', по которой' or ', в соответствии с которой'."""
    which = next((k for k, t in enumerate(words[:4]) if t.lemma == "который"), None)
    by = [t.text.lower() for t in words[:which]] if which else []
    return words[which + 1] if which and by in BY_WHICH and which + 1 < len(words) else None


def _opens(script: Script, noun: NounCue, frame: str, preposition: Token) -> bool:
    """Whether the preposition opens the complement that the frame asks for: 'о помощи' for 'о Loc'."""
    form, case = frame.split()
    thing = script.doc.head(preposition)
    if thing is None or thing.i < preposition.i or thing.lemma == "тот" or preposition.text.lower() not in LINKS[form]:
        return False
    return thing.feats.get("Case") == case and _hangs(script, thing, noun.token)


def _close(script: Script, between: tuple[Token, ...]) -> bool:
    """Nothing but the owner and 'о том' between the noun and its clause."""
    return not any(t.text == "," for t in between[:-1]) and len(between) <= 7


def _hangs(script: Script, token: Token, noun: Token) -> bool:
    above = list(script.doc.ancestors(token))[:3]
    return noun in above or bool(above and above[0].i == noun.head)


def _carrier(script: Script, noun: NounCue) -> Token | None:
    """The verb that makes the noun an act: 'обратился с просьбой', 'отдал приказ'."""
    head = script.doc.head(noun.token)
    writing = head if head and is_message(script, head) and _with(script, noun.token) else None
    if writing and writing.rel in ("obj", "nsubj:pass"):
        head = script.doc.head(writing)  # 'опубликовали обращение с призывом выйти'
    if head is None or head.pos not in ("VERB", "AUX") or head.feats.get("VerbForm") == "Inf":
        return None
    carries = head.lemma in (noun.noun.carriers or script.words("carriers"))
    stands_with = _with(script, noun.token) and not writing and not noun.noun.carriers
    return head if carries or stands_with else None


def _with(script: Script, noun: Token) -> bool:
    """'Собрались с требованием': the noun in the instrumental with 'с'."""
    place = script.doc.child(noun, "case")
    return bool(place and place.lemma == "с" and noun.feats.get("Case") == "Ins")


def _speaker(script: Script, noun: NounCue, verb: Token | None) -> Voice | None:
    """The carrier's subject, the noun's owner or agent; an infinitive after the noun makes it an act even of nobody named."""
    if verb:
        form = {"Conv": "gerund", "Part": "participle", "Inf": "infinitive"}.get(verb.feats.get("VerbForm", ""), "finite")
        return voice(script, Cue(verb, (), form, False))
    if noun.noun.carriers:
        return None
    if found := owner(script, noun.token) or _agent(script, noun.token):
        return Voice(found)
    return NOBODY if noun.noun.act == "propose" and "infinitive" in noun.noun.takes else None


def _agent(script: Script, noun: Token) -> Token | None:
    """'Высказанное министром предложение'."""
    for participle in script.doc.children(noun, "acl", "amod"):
        for token in script.doc.children(participle, "obl"):
            if token.feats.get("Case") == "Ins" and not script.doc.child(token, "case"):
                return token
    return None
