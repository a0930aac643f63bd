"""Rules that tell what happened to the people counted: killed, injured, hospitalised, detained, missing, evacuated."""

from __future__ import annotations

from etl.extract.figures.cues import Cue, is_participle, is_passive, is_predicate
from etl.extract.figures.deeds import act_noun
from etl.extract.figures.measured import HUMAN, Answer, Context
from etl.extract.figures.nearness import FAR, cost, governs, hung, is_agent, is_finite, is_linking, is_somebodys, own_verb
from etl.morphology import lemmas
from etl.records import Token

RIVALS = (*HUMAN, "participants", "other")  # what a predicate may tell of people
NEAR = 6.0  # cost beyond which «освободить» says nothing about a number


def counted_word(c: Context) -> Answer:
    """«16 погибших», «45 раненых», «более 4 тыс. задержанных»; but «скончались двое раненых» are dead."""
    noun = c.counted.noun
    decided = governing(c)
    for cue in c.cues:
        if noun is None or cue.token.i != noun.i or cue.measure not in HUMAN or cue.kind == "acts" or _is_former(c):
            continue
        if not c.human:
            return None  # «20 трупов собак»
        if decided is not None:
            return decided.measure, decided
        after = [t.text.lower() for t in c.doc.tokens[c.counted.number.last : c.counted.number.last + 1]]
        if after == ["из"] and (deed := act_noun(c)):
            return deed  # «тела 40 из 60 пропавших»
        if cue.kind != "done_to" or is_passive(noun):
            return cue.measure, cue
    return None


def _is_former(c: Context) -> bool:
    """«120 бывших заложников»: what they were before."""
    return any(lemmas(t.text) & {"бывший"} for t in c.counted.phrase)


def governing(c: Context) -> Cue | None:
    """The predicate whose subject or object the counted people are."""
    verb, measures = own_verb(c), (*HUMAN, "other")
    verbs = (verb.i, *(t.i for t in c.doc.children(verb, "xcomp", "csubj"))) if verb else ()  # «удалось освободить»
    fits = [q for q in c.cues if q.token.i in verbs and q.measure in measures and is_predicate(q, c.doc) and not is_agent(c, q)]
    return fits[0] if fits else None


def modifier(c: Context) -> Answer:
    """«26 «ликвидированных преступников»», «2 265 человек, пострадавших во время беспорядков»."""
    if not c.human or c.counted.noun is None:
        return None
    near = (
        {t.i for t in c.counted.phrase}
        | {t.i for t in c.doc.children(c.counted.noun, "acl", "amod")}
        | _behind(c, c.counted.noun)
    )
    for cue in c.cues:
        described = (is_participle(cue.token) or cue.token.pos == "ADJ") and cue.token.rel != "nmod"  # «родственники заключенных»
        passive = cue.kind != "done_to" or is_passive(cue.token)
        one = cue.token.feats.get("Number") == "Sing" and c.counted.noun.feats.get("Number") == "Plur"
        if cue.measure in HUMAN and cue.token.i in near and described and passive and not one:
            decided = governing(c)  # «освободить 20 арестованных военных»
            return (decided.measure, decided) if decided else (cue.measure, cue)
    return None


def _behind(c: Context, noun: Token) -> set[int]:
    """The word after a comma or a bracket right behind the noun: «2 265 человек (половина — в столице), [пострадавших] …»."""
    i, depth = noun.i + 1, 0
    while i < c.counted.sentence.last:
        text = c.doc.tokens[i].text
        depth += (text == "(") - (text == ")")
        if depth == 0 and text == ",":
            return {i + 1} if c.doc.tokens[i + 1 : i + 2] and c.doc.tokens[i + 1].feats.get("Case") == "Gen" else set()
        if depth == 0 and text != ")":
            return set()
        i += 1
    return set()


def predicate(c: Context) -> Answer:
    """«погибли 18 человек, пострадали 748», «пять человек получили ранения», «полиция задержала двоих»."""
    if not c.human or _is_a_whole(c) or has_another_verb(c) or opens_a_clause(c) or _counts_things(c) or _is_a_parents(c):
        return None
    kinds = ("happens_to", "done_to", "phrase")
    cues = [
        q
        for q in c.cues
        if q.measure in RIVALS
        and q.kind in kinds
        and is_predicate(q, c.doc)
        and not is_agent(c, q)
        and not _has_another_subject(c, q)
        and not _is_of_a_thing(c, q)
    ]
    fits = [(price, q) for q in cues if (price := cost(c, q)) < (NEAR if q.measure == "other" else FAR)]
    best = min(fits, key=lambda f: f[0], default=None)
    # Those who only took part are told by the rules for forces and crowds.
    return (best[1].measure, best[1]) if best and best[1].measure != "participants" else None


def _is_a_parents(c: Context) -> bool:
    """«мать пятерых детей находится в тюрьме»."""
    head = c.doc.head(hung(c))
    return is_somebodys(c) and head is not None and head.feats.get("Animacy") == "Anim"


def _is_of_a_thing(c: Context, cue: Cue) -> bool:
    """«похитили данные 50 тысяч клиентов», but «похитили группу туристов»."""
    thing = c.doc.head(hung(c))
    if cue.kind != "done_to" or thing is None or not is_somebodys(c) or thing.head != cue.token.i:
        return False
    return thing.feats.get("Animacy") == "Inan" and not lemmas(thing.text) & c.listed("groups")


def _has_another_subject(c: Context, cue: Cue) -> bool:
    """«выявили 30 больных, из них один скончался»: it happened to those of another number."""
    verb = own_verb(c)
    if _is_told_of_one(c, cue):
        return True
    if verb == cue.token or governs(c, cue):
        return False
    if cue.token.rel == "acl:relcl" and any(t.lemma != "который" for t in c.doc.children(cue.token, "nsubj")):
        return True  # «трое детей, родственники которых погибли»
    subjects = {t.i for t in c.doc.children(cue.token, "nsubj", "nummod")}
    thing = any(c.doc.tokens[i].feats.get("Animacy") == "Inan" and c.doc.tokens[i].pos == "NOUN" for i in subjects)
    if verb is not None and not is_linking(verb) and thing and cue.kind == "happens_to":
        return True  # «дом сгорел, в нем жили 50 стариков»
    return any(o.top in subjects or o.number.first in subjects for o in c.others)


def _is_told_of_one(c: Context, cue: Cue) -> bool:
    """«[погиб] боец, еще трое солдат и лейтенант получили ранения»: who died is named, the others have their verb."""
    named = (t for t in c.doc.children(cue.token, "nsubj") if cue.token.i < t.i < c.counted.number.opens)
    one = any(t.feats.get("Animacy") == "Anim" and t.feats.get("Number") == "Sing" for t in named)
    parted = c.before[-1:] and c.before[-1].text.lower() in (",", "еще", "ещё", "а")
    theirs = any(q.token.i > c.counted.top and q.measure in HUMAN and is_predicate(q, c.doc) for q in c.cues)
    return one and bool(parted) and theirs


def _is_a_whole(c: Context) -> bool:
    """«двое из троих беглецов», «из четырёх членов команды трое погибли»: it happened to those of the other number."""
    first, before = c.counted.number.opens, c.before[-2:]
    if not before or before[-1].text.lower() != "из":
        return False
    opens = len(before) == 1 or before[0].pos == "PUNCT"
    later = any(o.number.opens > first for o in c.others)
    return (opens and later) or any(o.number.last in (first - 1, first - 2) for o in c.others)


def has_another_verb(c: Context) -> bool:
    """«умерли 372 человека, 5663 заражены»: a number without noun before a verb of its own, which tells nothing we know."""
    after = c.doc.tokens[c.counted.number.last : c.counted.number.last + 1]
    if c.counted.noun is not None or not after or after[0].pos != "VERB" or after[0].feats.get("VerbForm") == "Conv":
        return False
    verbs = {after[0].i, *(t.i for t in c.doc.children(after[0], "xcomp", "csubj"))}  # «двоим удалось выжить»
    return not is_linking(after[0]) and all(q.token.i not in verbs for q in c.cues)


def opens_a_clause(c: Context) -> bool:
    """«погибли 20 человек, и миллион людей лишились крова»: people with a verb of their own, which tells nothing we know."""
    tokens, first, last = c.doc.tokens, c.counted.number.opens, c.counted.sentence.last
    if c.counted.noun is None or first == c.counted.sentence.first or tokens[first - 1].text not in (",", "и", "а", "но", ";"):
        return False
    behind = [t for t in tokens[max(c.counted.top + 1, c.counted.number.last) : last] if t.pos not in ("ADV", "PART", "AUX")]
    verb = behind[0] if behind and is_finite(behind[0]) else None
    return verb is not None and not is_linking(verb) and all(verb.i not in (q.token.i, q.last) for q in c.cues)


def _counts_things(c: Context) -> bool:
    """«число случаев - 3638, болезнь унесла жизни …»: a number without noun that a tally of things has before it."""
    if c.counted.noun is not None:
        return False
    tallies = [t for t in c.before if lemmas(t.text) & c.listed("tallies")]
    if not tallies or any(o.number.first > tallies[-1].i and o.number.first < c.counted.number.first for o in c.others):
        return False
    things = [t for t in c.doc.children(tallies[-1], "nmod") if t.feats.get("Animacy") == "Inan"]
    return bool(things) and all(q.token.i != things[0].i for q in c.cues)


def not_found(c: Context) -> Answer:
    """«отец не может найти троих детей», «спасатели пока не нашли двоих»."""
    verb = own_verb(c) if c.human else None
    if verb is None or not lemmas(verb.text) & c.listed("finding"):
        return None
    before = c.doc.tokens[max(c.counted.sentence.first, verb.i - 3) : verb.i]
    return ("missing", None) if any(t.text.lower() == "не" for t in before) else None
