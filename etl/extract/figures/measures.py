"""What a number measures: an ordered list of small rules, the first that answers decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from etl.extract.figures.counted import Counted
from etl.extract.figures.cues import Cue, is_passive
from etl.morphology import lemmas
from etl.records import Doc, Token
from etl.vocabulary import Vocabulary

HUMAN = ("killed", "injured", "hospitalised", "detained", "missing", "evacuated")
FAR = 24.0  # cost beyond which a cue says nothing about a number


@dataclass(frozen=True)
class Context:
    """One number of a sentence with the sentence's cues, its other numbers and the figure before it."""

    counted: Counted
    doc: Doc
    vocabulary: Vocabulary
    cues: tuple[Cue, ...]
    others: tuple[Counted, ...]
    previous: Reading | None

    @property
    def human(self) -> bool:
        return self.counted.unit == "people" or (self.counted.unit is None and self.counted.noun is None)

    def words_between(self, a: int, b: int) -> tuple[Token, ...]:
        low, high = sorted((a, b))
        return self.doc.tokens[low + 1 : high]

    def listed(self, kind: str) -> frozenset[str]:
        return frozenset(self.vocabulary.figure_words[kind].words)


@dataclass(frozen=True)
class Reading:
    """A measure found for a number: by which rule, from which cue."""

    measure: str
    unit: str | None
    rule: str
    counted: Counted
    cue: Cue | None = None
    population: str | None = field(default=None)


Answer = tuple[str, Cue | None] | None


def measure(context: Context) -> Reading | None:
    """The measure of a number, or None if it measures nothing of the story."""
    for rule in RULES:
        answer = rule(context)
        if answer:
            found, cue = answer
            unit = context.counted.unit or ("people" if found in HUMAN else None)
            return Reading(found, unit, rule.__name__, context.counted, cue)
    return None


def counted_word(c: Context) -> Answer:
    """«16 погибших», «45 раненых», «более 4 тыс. задержанных»."""
    noun = c.counted.noun
    cue = next((q for q in c.cues if noun and q.token.i == noun.i and q.measure in HUMAN), None)
    if cue is None or noun is None or cue.kind == "acts":
        return None
    return (cue.measure, cue) if cue.kind == "counted" or cue.kind == "happens_to" or is_passive(noun) else None


def modifier(c: Context) -> Answer:
    """«26 «ликвидированных преступников»», «2 265 человек, пострадавших во время беспорядков»."""
    if not c.human or c.counted.noun is None:
        return None
    inside = {t.i for t in c.counted.phrase}
    below = {t.i for t in c.doc.children(c.counted.noun, "acl", "amod")}
    for cue in c.cues:
        participle = (
            cue.token.feats.get("VerbForm") == "Part" and cue.token.feats.get("Variant") != "Short"
        ) or cue.token.pos == "ADJ"
        if cue.measure in HUMAN and cue.token.i in inside | below and participle:
            if cue.kind != "done_to" or is_passive(cue.token):
                return cue.measure, cue
    return None


def act_noun(c: Context) -> Answer:
    """«гибель 10 человек», «тела трёх мужчин», «жизни 20 человек»."""
    if not c.human:
        return None
    for cue in reversed(c.cues):
        if cue.measure in HUMAN and cue.kind in ("acts", "counted") and 0 < c.counted.number.opens - cue.token.i <= 3:
            between = c.words_between(cue.token.i, c.counted.number.opens)
            if all(t.pos in ("ADJ", "ADP", "ADV", "PART", "DET") and t.text.lower() not in ("из", "среди") for t in between):
                return cue.measure, cue
    return None


def tally(c: Context) -> Answer:
    """«число жертв превысило 50 человек», «количество погибших достигло 20», «список пострадавших — 15 имён»."""
    if not c.human:
        return None
    for cue in c.cues:
        if (
            cue.measure in HUMAN
            and cue.kind in ("counted", "happens_to", "done_to")
            and 0 < c.counted.number.opens - cue.token.i <= 8
        ):
            before = c.doc.tokens[max(c.counted.sentence.first, cue.token.i - 3) : cue.token.i]
            between = c.words_between(cue.token.i, c.counted.number.first)
            if any(lemmas(t.text) & TALLIES for t in before) and not any(
                o.number.first in range(cue.token.i, c.counted.number.first) for o in c.others
            ):
                if not any(t.text in (",", ";") for t in between):
                    return cue.measure, cue
    return None


TALLIES = {"число", "количество", "счет", "список", "численность"}


def predicate(c: Context) -> Answer:
    """«погибли 18 человек, пострадали 748», «пять человек получили ранения», «полиция задержала двоих»."""
    if not c.human:
        return None
    fits = [(cost(c, q), q) for q in c.cues if q.measure in HUMAN and q.kind in ("happens_to", "done_to", "phrase")]
    fits = [(price, q) for price, q in fits if price < FAR and not is_agent(c, q)]
    if not fits:
        return None
    best = min(fits, key=lambda f: f[0])[1]
    return best.measure, best


def cost(c: Context, cue: Cue) -> float:
    """How far a predicate stands from a number: words, with a price for every comma, conjunction, number and predicate between."""
    at = c.counted.number.opens if cue.token.i < c.counted.number.opens else max(c.counted.number.last - 1, c.counted.top)
    end = cue.last if cue.token.i < c.counted.number.opens and cue.last < c.counted.number.opens else cue.token.i
    between = c.words_between(end, at)
    price = float(len(between)) * 0.5 + 1
    for token in between:
        price += PRICES.get(token.text.lower(), 0)
        if token.pos == "VERB" and token.i != cue.token.i and token.feats.get("VerbForm") != "Part":
            price += 8
    price += 4 * sum(o.number.first in range(*sorted((at, end))) for o in c.others)
    return price * (0.3 if governs(c, cue) else 1)


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


def governs(c: Context, cue: Cue) -> bool:
    """Whether the tree hangs the number below the cue through nouns only."""
    for token in c.doc.ancestors(c.doc.tokens[c.counted.top]):
        if token.i == cue.token.i:
            return True
        if token.pos == "VERB":
            return False
    return False


def is_agent(c: Context, cue: Cue) -> bool:
    """«двое полицейских задержали мужчину», «убиты двумя боевиками»: those who did it."""
    if cue.kind != "done_to":
        return False
    top = c.doc.tokens[c.counted.top]
    if is_passive(cue.token):
        return top.feats.get("Case") == "Ins" and c.counted.noun is not None and cue.token.feats.get("Variant") == "Short"
    if cue.token.feats.get("VerbForm") == "Part":
        return True
    subject = top.rel.startswith("nsubj") and top.head == cue.token.i
    return subject and (c.doc.child(cue.token, "obj") is not None or c.counted.number.last <= cue.token.i)


def part_of(c: Context) -> Answer:
    """«погибли 20 человек, в том числе трое детей», «из них пятеро», «среди них 2 ребенка»."""
    if not c.human or c.previous is None or c.previous.measure not in HUMAN:
        return None
    opening = " ".join(
        t.text.lower() for t in c.doc.tokens[max(c.counted.sentence.first, c.counted.number.opens - 6) : c.counted.number.opens]
    )
    near = c.counted.sentence.position - c.previous.counted.sentence.position <= 1
    if near and any(f" {p}" in f" {opening}" for p in c.listed("parts")):
        return c.previous.measure, c.previous.cue
    return None


def added(c: Context) -> Answer:
    """«двое военных погибли, ещё пятеро …», «16 силовиков и 3 прохожих»: a number joined to the one before it."""
    if not c.human or c.previous is None or c.previous.unit != "people" or c.previous.counted.sentence != c.counted.sentence:
        return None
    between = c.words_between(c.previous.counted.top, c.counted.number.opens)
    joined = {t.text.lower() for t in between} & {"и", ",", "а"}
    if joined and len(between) <= 6 and not any(t.pos == "VERB" for t in between):
        return c.previous.measure, c.previous.cue
    return None


def unit_measure(c: Context) -> Answer:
    """«180 дней», «2,5 млрд долларов», «8 единиц бронетехники», «в два раза»."""
    unit = c.vocabulary.units.get(c.counted.unit or "")
    if unit is None or unit.id == "people":
        return None
    if unit.id == "times":
        near = c.doc.words(c.counted.sentence)
        priced = any(lemmas(t.text) & c.listed("prices") for t in near)
        return ("price_ratio" if priced else "other"), None
    return unit.measure, None


def force(c: Context) -> Answer:
    """«2,5 тыс. военных», «личный состав из 150 человек», «15 сапёров»."""
    return _by_noun(c, "personnel")


def crowd(c: Context) -> Answer:
    """«несколько сотен протестующих», «до 6 тысяч фанатов», «митинг из 300 человек»."""
    return _by_noun(c, "participants")


def _by_noun(c: Context, wanted: str) -> Answer:
    if not c.human:
        return None
    for cue in c.cues:
        if cue.measure != wanted:
            continue
        if cue.kind == "counted" and c.counted.noun and cue.token.i == c.counted.noun.i:
            return wanted, cue
        if cue.kind == "acts" and 0 < c.counted.number.opens - cue.token.i <= 3:
            return wanted, cue
    return None


def gathering(c: Context) -> Answer:
    """«на площадь вышли сотни жителей», «собралось несколько тысяч человек»."""
    if not c.human:
        return None
    fits = [(cost(c, q), q) for q in c.cues if q.measure == "participants" and q.kind in ("happens_to", "done_to", "phrase")]
    best = min(fits, key=lambda f: f[0], default=None)
    return ("participants", best[1]) if best and best[0] < FAR / 2 else None


def actor(c: Context) -> Answer:
    """«около десяти человек приблизились к посту»: people who do something."""
    if c.counted.unit != "people":
        return None
    top = c.doc.tokens[c.counted.top]
    head = c.doc.head(top)
    acts = head is not None and head.pos == "VERB" and top.rel == "nsubj" and head.feats.get("Aspect") == "Perf"
    return ("participants", None) if acts else None


def other(c: Context) -> Answer:
    """«трёх крупнейших банков», «два взрыва»: anything else that is counted."""
    return ("other", None) if c.counted.noun is not None else None


Rule = Callable[[Context], Answer]
RULES: tuple[Rule, ...] = (
    unit_measure,
    counted_word,
    modifier,
    act_noun,
    tally,
    predicate,
    part_of,
    added,
    force,
    crowd,
    gathering,
    actor,
    other,
)
