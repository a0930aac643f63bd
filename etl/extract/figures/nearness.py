"""How near a predicate stands to a number, and whether the number tells of those it happened to or of those who did it."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.figures.cues import Cue, is_passive
from etl.extract.figures.measured import Context
from etl.morphology import lemmas
from etl.records import Token

FAR = 12.0  # cost beyond which a cue says nothing about a number
PRICES = {
    ",": 4,
    "и": 3,
    "а": 5,
    "но": 8,
    ";": 12,
    ":": 8,
    "—": 4,
    "–": 4,
    "(": 12,
    ")": 12,
    "что": 6,
    "который": 4,
    "которые": 2,
}
ASIDE = {"по", "как", "согласно"}
ANOTHER_VERB, ANOTHER_NUMBER, WORD = 4, 4, 0.5
TREE = 0.3  # what remains of the price where the tree hangs the number on the cue
BOTH = 0.6  # what remains where the cue is joined to the verb of the counted: «ушли из дома и пропали»
LINKS = {"быть", "стать", "оказаться", "считаться", "числиться", "оставаться", "являться", "стали"}


def cost(c: Context, cue: Cue) -> float:
    """Words between, with a price for every comma, conjunction, number and further predicate on the way."""
    number = c.counted.number
    at = number.opens if cue.token.i < number.opens else max(number.last - 1, c.counted.top)
    end = max(cue.last, cue.token.i) if max(cue.last, cue.token.i) < number.opens else cue.token.i
    between = _without_aside(c.between(end, at))
    price = 1 + WORD * len(between) + sum(PRICES.get(t.text.lower(), 0) for t in between)
    price += ANOTHER_VERB * sum(is_finite(t) and t.i != cue.token.i for t in between)
    price += ANOTHER_NUMBER * sum(o.number.first in range(*sorted((at, end))) for o in c.others)
    verb = own_verb(c)
    if verb is not None and verb.i not in (cue.token.i, cue.last) and not _linked(verb, cue, c):
        price += ANOTHER_VERB
    if governs(c, cue) and (verb is None or verb.i in (cue.token.i, cue.last) or _linked(verb, cue, c)):
        return price * TREE
    return price * (BOTH if verb is not None and cue.token.rel == "conj" and cue.token.head == verb.i else 1)


def _without_aside(between: tuple[Token, ...]) -> tuple[Token, ...]:
    """«задержали[, по данным МВД,] не менее ста человек»: who says so stands in between."""
    commas = [k for k, t in enumerate(between) if t.text == ","]
    for opening, closing in pairwise(commas):
        if between[opening + 1].text.lower() in ASIDE:
            return (*between[:opening], *between[closing + 1 :])
    return between


def hung(c: Context) -> Token:
    """The word by which number and noun hang in the tree: «[сотни] жителей вышли», «[более] ста человек»."""
    top, number = c.top, c.counted.number
    while (head := c.doc.head(top)) is not None and number.opens <= head.i < number.last:
        top = head
    return top


def is_somebodys(c: Context) -> bool:
    """«мать пятерых детей находится в тюрьме», «заручиться поддержкой 30 депутатов»: those whose somebody or something is."""
    top = hung(c)
    head = c.doc.head(top)
    plain = top.rel == "nmod" and c.doc.child(top, "case") is None and own_verb(c) is None
    return plain and head is not None and head.pos == "NOUN"


def own_verb(c: Context) -> Token | None:
    """The verb whose subject or object the counted people are."""
    if beside := _verb_beside(c):
        return beside
    top = hung(c)
    while top.rel == "conj" and (first := c.doc.head(top)) is not None and first.pos != "VERB":
        top = first  # «погибли 41 захватчик и 129 заложников»
    head, rel = c.doc.head(top), top.rel.split(":")[0]
    if head is None or not is_finite(head) or not (is_subject(top) or rel == "obj") or _of_the_next(c, head):
        return None
    # Two objects: the tree has hung one of them on the wrong verb, unless one only is the «менее» of «не менее ста человек».
    others = (t for t in c.doc.children(head, "obj") if not c.counted.number.opens <= t.i < c.counted.number.first)
    return head if rel != "obj" or next(others, top) is top else None


def _of_the_next(c: Context, verb: Token) -> bool:
    """«погибли 16 человек, а более ста были ранены»: the verb behind «а» and another number is that number's, not the first's."""
    between = (o.number.opens for o in c.others if c.top.i < o.number.opens < verb.i)
    return any(c.doc.tokens[i - 1].text.lower() == "а" for i in between)


def _verb_beside(c: Context) -> Token | None:
    """«обратились [40]», «[двое] из них умерли, 14 лечатся»: what the tree makes of a number without noun is often wrong."""
    if c.counted.noun is not None:
        return None
    if c.before and is_finite(c.before[-1]):
        return c.before[-1]
    words = c.doc.tokens[c.counted.number.last : c.counted.sentence.last]
    if [t.text.lower() for t in words[:2]] not in (["из", "них"], ["из", "которых"]):
        return None
    return words[2] if len(words) > 2 and is_finite(words[2]) else None


def is_subject(top: Token) -> bool:
    """A number without noun («[60] из 400 рабочих прекратили работу») is called nummod of its verb."""
    return top.rel.split(":")[0] in ("nsubj", "nummod")


def is_linking(verb: Token) -> bool:
    """«числятся», «оказались»: what happened stands behind."""
    return verb.lemma in LINKS


def _linked(verb: Token, cue: Cue, c: Context) -> bool:
    """The verb only links to the cue («числятся пропавшими») or is coordinated with it («вышли и погибли»)."""
    return verb.lemma in LINKS or cue.token.head == verb.i or verb.head == cue.token.i


def is_finite(token: Token) -> bool:
    """A verb that can be a predicate, «убиты» too."""
    return token.pos == "VERB" and (token.feats.get("VerbForm") != "Part" or token.feats.get("Variant") == "Short")


def governs(c: Context, cue: Cue) -> bool:
    """Whether the tree hangs the number below the cue through nouns only."""
    for token in c.doc.ancestors(c.top):
        if token.i == cue.token.i:
            return not _of_the_next(c, token)
        if token.pos == "VERB":
            return False
    return False


def _in_instrumental_group(c: Context, cue: Cue) -> bool:
    """«захвачен группой из 150 боевиков»."""
    if cue.token.feats.get("Variant") != "Short":
        return False
    above = [t for t in c.doc.ancestors(c.top) if t.pos in ("NOUN", "PROPN")][:1]
    return (
        bool(above) and above[0].feats.get("Case") == "Ins" and above[0].head == cue.token.i and not c.doc.child(above[0], "case")
    )


def _whole(c: Context) -> Token:
    """The word by which number, noun and comparator hang in the tree: «[более] 900 милиционеров ищут»."""
    token = c.top
    while (head := c.doc.head(token)) is not None and c.counted.number.opens <= head.i < c.counted.number.last:
        token = head
    return token


def is_agent(c: Context, cue: Cue) -> bool:
    """«двое полицейских задержали мужчину», «убиты двумя боевиками»: those who did it."""
    if cue.kind != "done_to":
        return False
    if is_passive(cue.token) and _in_instrumental_group(c, cue):
        return True
    if is_passive(cue.token):
        return c.top.feats.get("Case") == "Ins" and c.counted.noun is not None and cue.token.feats.get("Variant") == "Short"
    if cue.token.feats.get("VerbForm") == "Part":
        return True
    if cue.token.feats.get("VerbForm") == "Inf" and (patient := c.doc.child(cue.token, "obj")) is not None:
        return patient.i not in (c.top.i, hung(c).i)  # «двое беженцев пытались убить себя»
    if c.top.rel == "obj" and c.top.head == cue.token.i and (first := c.doc.children(cue.token, "obj")[0]) != c.top:
        # «дезертира ищут 1200 милиционеров», but «арестовали группу 20 рыбаков»
        return not lemmas(first.text) & c.listed("groups")
    verb = own_verb(c)  # «двое бандитов выследили и похитили мальчика»
    joined = verb is not None and cue.token.rel == "conj" and cue.token.head == verb.i
    whole = _whole(c)
    subject = whole.rel.startswith("nsubj") and (whole.head == cue.token.i or joined)
    return subject and (c.doc.child(cue.token, "obj") is not None or c.counted.number.last <= cue.token.i)
