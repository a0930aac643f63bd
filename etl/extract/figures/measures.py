"""What a number measures: an ordered list of small rules, the first that answers decides."""

from __future__ import annotations

from etl.extract.figures.deeds import act_noun
from etl.extract.figures.happened import counted_word, modifier, not_found, predicate
from etl.extract.figures.health import helped, in_a_condition, whose_condition
from etl.extract.figures.kinds import actor, crowd, force, gathering, other, same_currency, sum_of_money, unit_measure
from etl.extract.figures.measured import HUMAN, Context, Measured, Rule
from etl.extract.figures.nearness import own_verb
from etl.extract.figures.parts import added, also_suffered, antecedent, of_the_number, part_of, part_of_things
from etl.extract.figures.tallies import among, estimated, tally, tally_of_others, their_number
from etl.morphology import lemmas

RULES: tuple[Rule, ...] = (
    unit_measure,
    same_currency,
    sum_of_money,
    counted_word,
    modifier,
    act_noun,
    tally,
    estimated,
    their_number,
    tally_of_others,
    among,
    whose_condition,
    in_a_condition,
    helped,
    predicate,
    not_found,
    antecedent,
    part_of,
    part_of_things,
    of_the_number,
    also_suffered,
    force,
    crowd,
    added,
    gathering,
    actor,
    other,
)
# «один» counts only where something happened to that one («один из нападавших убит», not «в одном из домов арестован»),
# or where a comparator stands with it: «минимум одна ракета».
ONE_COUNTS = (*HUMAN, "personnel", "armoured_vehicles", "vehicles", "aircraft")


def measure(context: Context) -> Measured | None:
    """The measure of a number, or None if it measures nothing of the story."""
    for rule in RULES:
        answer = rule(context)
        if answer:
            found, cue = answer
            if found == "missing" and _is_wanted(context):
                found = "other"
            whole = context.previous if rule in (part_of, added, also_suffered, same_currency) or _is_share(context) else None
            unit = context.counted.unit or ("people" if found in (*HUMAN, "participants", "personnel") else None)
            if rule is part_of_things and context.previous:
                unit = context.previous.unit
            if rule is same_currency and whole:
                unit = whole.unit
            last = context.previous
            before = last if last is not None and last.counted.sentence == context.counted.sentence else None
            result = Measured(found, unit, rule.__name__, context.counted, cue, whole, before)
            return None if _is_idle(result, context) else result
    return None


def _is_wanted(c: Context) -> bool:
    """«разыскивают двоих подозреваемых»: nobody misses them."""
    looked_for = any(lemmas(q.token.text) & c.listed("searching") for q in c.cues)
    return looked_for and any(lemmas(t.text) & c.listed("wanted") for t in c.counted.phrase)


def _is_share(c: Context) -> bool:
    """«2 300 человек (половина — в столице)»: a share of the people counted just before."""
    before = c.previous
    same = before is not None and before.counted.sentence == c.counted.sentence and before.unit == "people"
    return same and c.counted.number.fraction


def _before(c: Context) -> str:
    return c.before[-1].text.lower() if c.before else ""


def _is_idle(found: Measured, c: Context) -> bool:
    """«один из них», «оба брата», «лидеры двух стран»: known or chosen, nobody counts them."""
    number = found.counted.number
    first = c.doc.tokens[number.first]
    if number.value == 2 and number.comparator == "exact" and first.text[0].isalpha():
        told = found.before is not None and found.before.counted.number.value == 2  # «двое из них - оба финны - умерли»
        both = lemmas(first.text) == {"оба"}
        return found.measure == "countries" or (both and (told or found.measure not in HUMAN))
    if number.value != 1 or not c.doc.tokens[number.first].text[0].isalpha() or number.comparator != "exact":
        return False
    if number.bare or (found.measure == "duration" and _before(c) != "в"):
        return False  # «в один день» is a point in time
    chosen = c.doc.tokens[number.last : number.last + 1]
    if chosen and chosen[0].text.lower() == "из":
        if _is_named(c):
            return True
        verb = own_verb(c)
        chosen_only = verb is None or found.cue is None or found.cue.token.i != verb.i
        return chosen_only or found.measure not in ONE_COUNTS
    return found.measure not in ONE_COUNTS


def _is_named(c: Context) -> bool:
    """«погиб один из лидеров оппозиции, бывший премьер Рафик Харири»: who that one is stands behind, before any verb."""
    last = c.counted.number.last
    behind = c.doc.tokens[last : c.counted.sentence.last]
    verb = next((t.i for t in behind if t.pos == "VERB"), c.counted.sentence.last)
    names = (e for e in c.doc.entities if e.kind == "PER" and last <= e.first < verb)
    return any(c.doc.tokens[e.first].feats.get("Case") == "Nom" for e in names)
