"""Rules for numbers that count up: «число жертв превысило 50 человек», «среди задержанных — пять жителей»."""

from __future__ import annotations

from etl.extract.figures.cues import Cue, is_predicate
from etl.extract.figures.measured import HUMAN, Answer, Context
from etl.morphology import lemmas
from etl.records import Token

BEFORE_TALLY = 20  # words between «число жертв» and its number


def tally(c: Context) -> Answer:
    """«число жертв превысило 50 человек», «количество погибших достигло 20», «число военных вырастет до 4 тысяч»."""
    if not c.human:
        return None
    for cue in sorted(c.cues, key=lambda q: q.measure not in HUMAN):
        near = 0 < c.counted.number.opens - cue.token.i <= BEFORE_TALLY
        told = cue.measure in (*HUMAN, "personnel") or (cue.measure == "participants" and cue.kind == "counted")
        if (
            near
            and told
            and not of_residents(c, cue)
            and (_is_tallied(c, cue) if cue.kind != "phrase" else _is_described(c, cue))
        ):
            return cue.measure, cue
    return None


def estimated(c: Context) -> Answer:
    """«потери армии оценили в 40 человек», «оценил потери противника в 30 человек»."""
    if not c.human or not c.before or c.before[-1].text.lower() != "в":
        return None
    for verb in [t for t in c.before if lemmas(t.text) & c.listed("estimating")]:
        whose = c.doc.children(verb, "obj", "nsubj")
        for cue in [q for q in c.cues if q.kind == "acts" and q.measure in HUMAN and q.token in whose]:
            return cue.measure, cue
    return None


def of_residents(c: Context, cue: Cue) -> bool:
    """«численность населения» is no force's."""
    return any(lemmas(t.text) & c.listed("residents") for t in c.doc.children(cue.token, "nmod"))


def _is_described(c: Context, cue: Cue) -> bool:
    """«число [тех, кто пропал без вести], составило 40 человек»: told between the tally and its verb."""
    at = tallied(c)
    return at is not None and at.i < cue.token.i


def _tally_verb(c: Context) -> Token | None:
    """«достигло», «превысила» right before the number."""
    return next((t for t in reversed(c.before[-4:]) if lemmas(t.text) & c.listed("tally_verbs")), None)


def tallied(c: Context) -> Token | None:
    """The tally noun whose number this is: «[количество] заразившихся достигло 40»."""
    verb = _tally_verb(c)
    if verb is None or any(verb.i < o.number.first < c.counted.number.first for o in c.others):
        return None
    for token in reversed(c.doc.tokens[c.counted.sentence.first : verb.i]):
        if lemmas(token.text) & c.listed("tallies"):
            return token
        finite = token.pos == "VERB" and token.feats.get("VerbForm") != "Part"
        if finite or any(o.number.first == token.i for o in c.others):
            return None
    return None


def tally_of_others(c: Context) -> Answer:
    """«число заразившихся превысило 4 тыс. человек, скончались 106»: a tally of what we have no measure for."""
    noun = c.counted.noun
    named = noun is not None and any(q.kind == "counted" and q.token.i == noun.i for q in c.cues)  # «число составит 20 солдат»
    return ("other", None) if c.human and not named and tallied(c) else None


def their_number(c: Context) -> Answer:
    """«сообщали о трёх раненых, к ночи их число выросло до семи»: of those counted just before."""
    counting, before = tallied(c) if c.human and c.counted.noun is None else None, c.previous
    if counting is None or before is None or before.measure not in HUMAN:
        return None
    near = c.counted.sentence.position - before.counted.sentence.position <= 1
    theirs = near and c.doc.tokens[counting.i - 1].text.lower() == "их"
    return (before.measure, before.cue) if theirs else None


def _is_tallied(c: Context, cue: Cue) -> bool:
    counting = c.doc.tokens[max(c.counted.sentence.first, cue.token.i - 3) : cue.token.i]
    between = c.between(cue.token.i, c.counted.number.first)
    led = any(lemmas(t.text) & c.listed("tally_verbs") for t in between[-4:])
    free = led or not any(t.text in (",", ";") for t in between)
    others = [o for o in c.others if cue.token.i < o.number.first < c.counted.number.first]
    if led and _tells_of_something_else(c, cue):
        return False
    alone = all(c.doc.tokens[o.number.opens - 1].text.lower() in ("с", "со") for o in others)  # «выросло с 30 до 45»
    counts = any(lemmas(t.text) & c.listed("tallies") for t in counting) or (cue.kind == "acts" and led)
    return free and alone and counts


def _tells_of_something_else(c: Context, cue: Cue) -> bool:
    """«при взятии заложников сумма выкупа превысила 9 млн», «число похищенных телефонов достигло миллиона»."""
    verb = _tally_verb(c)
    subject = c.doc.child(verb, "nsubj") if verb is not None else None
    another = subject is not None and subject.i > cue.token.i and not lemmas(subject.text) & c.listed("tallies")
    thing = c.doc.head(cue.token) if cue.token.rel == "amod" else None
    return another or (thing is not None and thing.feats.get("Animacy") == "Inan")


def among(c: Context) -> Answer:
    """«среди задержанных — пять жителей Воркуты», «в числе погибших, по данным властей, двое детей»."""
    if not c.human:
        return None
    for cue in reversed(
        [q for q in c.cues if q.token.i < c.counted.number.opens and q.measure in HUMAN and not is_predicate(q, c.doc)]
    ):
        opening = [t.text.lower() for t in c.doc.tokens[max(c.counted.sentence.first, cue.token.i - 3) : cue.token.i]]
        between = _without_aside(c.between(cue.token.i, c.counted.number.opens))
        if {"среди", "числе"} & set(opening) and len(between) <= BEFORE_TALLY and not any(t.text in (",", ";") for t in between):
            return cue.measure, cue
    return None


def _without_aside(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """«[погибших], к сожалению, [14 детей]»: what stands between two commas belongs to neither side."""
    commas = [n for n, t in enumerate(words) if t.text == ","]
    return words[: commas[0]] + words[commas[1] + 1 :] if len(commas) == 2 else words
