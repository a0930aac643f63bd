"""Rules for numbers whose unit or noun tells what they measure: days, money, armour, soldiers, a crowd."""

from __future__ import annotations

from etl.extract.figures.cues import Cue
from etl.extract.figures.measured import PEOPLE, Answer, Context
from etl.extract.figures.nearness import FAR, cost, hung, is_somebodys, is_subject, own_verb
from etl.extract.figures.populations import named_population
from etl.extract.figures.tallies import of_residents
from etl.extract.words import DASHES
from etl.morphology import lemmas, tags
from etl.records import Token

MILLIONS = 1_000_000  # «миллионы беженцев» are told as an amount, «несколько человек» are not


def unit_measure(c: Context) -> Answer:
    """«180 дней», «2,5 млрд долларов», «8 единиц бронетехники», «в два раза», «цены выросли на 15 %»."""
    unit = c.vocabulary.units.get(c.counted.unit or "")
    if unit is None or unit.id in PEOPLE:
        return None
    if unit.id == "times":
        priced = any(lemmas(t.text) & c.listed("prices") for t in c.doc.words(c.counted.sentence))
        return ("price_ratio" if priced else "other"), None
    return ("price_ratio" if unit.id == "percent" and _of_a_price(c) else unit.measure), None


def _of_a_price(c: Context) -> bool:
    """«цены выросли на 15 процентов», «почти на 15», «на более чем 15», «цену бензина с 8 до 10 рублей, то есть на 25 %»; not
    «треть цены»."""
    number = c.counted.number
    before = c.doc.tokens[max(c.counted.sentence.first, number.opens - 1) : number.first]
    return any(t.text.lower() == "на" for t in before) and any(lemmas(t.text) & c.listed("prices") for t in c.before)


def same_currency(c: Context) -> Answer:
    """«1 млрд рублей на жильё и 2 млрд на дороги»: the second sum is in the same money."""
    before = c.previous
    if before is None or before.measure != "money" or c.counted.noun is not None or c.counted.unit is not None:
        return None
    number, here = c.counted.number, before.counted.sentence == c.counted.sentence
    large = any(t.text.lower() in ("тыс", "млн", "млрд", "трлн") for t in c.doc.tokens[number.first : number.last])
    return ("money", None) if here and large else None


def sum_of_money(c: Context) -> Answer:
    """«20-миллионный долг»: in which money the reader knows."""
    noun, number = c.counted.noun, c.doc.tokens[c.counted.number.first]
    return ("money", None) if noun is not None and number.pos == "ADJ" and lemmas(noun.text) & c.listed("sums") else None


def force(c: Context) -> Answer:
    """«2,5 тыс. военных», «личный состав из 150 человек», «200 сотрудников полиции»."""
    found = _by_noun(c, "personnel")
    if found is None and c.human and named_population(list(c.counted.phrase), c.vocabulary)[0] in ("military", "security_forces"):
        return "personnel", None
    return found


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
        if (
            cue.kind == "acts"
            and not of_residents(c, cue)
            and 0 < c.counted.number.opens - cue.token.i <= (FAR if _amounts(c) else 3)
        ):
            joined = {t.text.lower() for t in c.between(cue.token.i, c.counted.number.opens)} & {"и", "или"}
            if not joined:  # «члены экипажа и 10 пассажиров»
                return wanted, cue
        if wanted == "participants" and cue.kind == "counted" and cue.token.i == c.counted.number.opens - 2 and _is_dash(c):
            return wanted, cue
    return None


def _is_dash(c: Context) -> bool:
    """«участники – около 50 человек»."""
    return bool(c.before) and c.before[-1].text in DASHES


def _amounts(c: Context) -> bool:
    """«численность контингента на юге полуострова составляет 28,5 тысячи человек»."""
    return any(lemmas(t.text) & c.listed("tally_verbs") for t in c.before[-3:])


def gathering(c: Context) -> Answer:
    """«на площадь вышли сотни жителей», «собралось несколько тысяч человек»."""
    if not c.human:
        return None
    if is_somebodys(c):
        return None
    gathers = [q for q in c.cues if q.measure == "participants" and q.kind in ("happens_to", "done_to", "phrase")]
    fits = [(cost(c, q), q) for q in gathers if not _is_done_to_by_another(c, q)]
    best = min(fits, key=lambda f: f[0], default=None)
    return ("participants", best[1]) if best and best[0] < FAR else None


def _is_done_to_by_another(c: Context, cue: Cue) -> bool:
    """«взяли в заложники троих и потребовали выкуп»: the object of one verb is no subject of the next."""
    top = hung(c)
    verb = c.doc.head(top) if top.rel == "obj" and cue.kind == "happens_to" else None
    return verb is not None and verb.feats.get("VerbForm") == "Fin" and verb.i < top.i < cue.token.i


def actor(c: Context) -> Answer:
    """«около десяти человек приблизились к посту»: people who come, attack or set about something; not who «получили премию»."""
    if c.counted.unit != "people":
        return None
    top = hung(c)
    head = c.doc.head(top)
    acts = head is not None and head.pos == "VERB" and is_subject(top) and bool(lemmas(head.text) & c.listed("acting"))
    return ("participants", None) if acts else None


def other(c: Context) -> Answer:
    """«трёх крупнейших банков», «два взрыва»: anything else that is counted."""
    number = c.counted.number
    verbs = [t for t in (own_verb(c), *c.before[-1:]) if t is not None]
    dwell = any(lemmas(t.text) & c.listed("dwelling") for t in verbs)  # «там живут тысячи чехов»
    few = number.comparator == "vague" and (number.least or 0) < MILLIONS and not dwell
    if c.counted.noun is None or (few and c.human) or _is_adverb(c.counted.noun):
        return None
    return "other", None


def _is_adverb(noun: Token) -> bool:
    """«5 вверх, 6 вниз»: what the tagger takes for a noun."""
    return all(tag.POS in ("ADVB", "PREP", "CONJ", "PRCL") for tag in tags(noun.text.lower()))
