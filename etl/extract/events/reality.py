"""What did not happen, or is no event of its own: rules that drop a candidate."""

from __future__ import annotations

from collections.abc import Callable

from etl.extract.dates.governing import below
from etl.extract.events.clause import clause_verb, described, heads_clause, lemma, subject
from etl.extract.events.games import only_played
from etl.extract.events.triggers import Candidate, words_of
from etl.extract.events.unreal import carriers, governs, imagined, only_due, only_wanted, still_to_come
from etl.extract.quotes import find_quotes
from etl.extract.reading import BODIES, Reading
from etl.records import Token

NO = frozenset({"не", "нет", "без", "ни", "якобы", "никакой"})
ACTS = frozenset({"указ", "приказ", "распоряжение", "решение", "постановление", "закон", "соглашение", "договор"})
COUNTED = frozenset({"погибнуть", "погибать", "убить", "скончаться", "умереть"})  # with a number these only count
UNDER_WAY = frozenset({"security_operation", "seizure", "withdrawal", "evacuation"})  # told in the present
ATTEMPTED = frozenset({"killing", "shooting"})  # an attempt at them is another thing
CODES = frozenset({"УК", "КоАП", "УПК", "ст", "Ст"})


def happened(reading: Reading, candidate: Candidate, order: Candidate | None = None) -> bool:
    """Whether no rule drops it; what an order brings about is real if the order is."""
    if order is not None:
        return happened(reading, order) and not negated(reading, candidate)
    return not any(rule(reading, candidate) for rule in RULES)


def negated(reading: Reading, candidate: Candidate) -> bool:
    """«Мэрию не захватили», «обошлось без столкновений», «договориться не удалось»"""
    doc = reading.doc
    verbs = [*carriers(reading, candidate.head), *(t for t in (doc.head(candidate.head),) if t and governs(candidate.head))]
    words = ((v, c) for v in verbs for c in doc.children(v) if not heads_clause(c))
    return any(lemma(c) in NO for v, c in words if v is candidate.head or lemma(c) == "не") or _nothing_of_it(reading, candidate)


def _nothing_of_it(reading: Reading, candidate: Candidate) -> bool:
    """«Нет никакого смысла в отставке»: the noun only completes what there is not"""
    noun = candidate.head
    while noun.rel == "nmod" and (above := reading.doc.head(noun)) is not None:
        noun = above
    return noun is not candidate.head and any(lemma(t) in ("нет", "никакой") for t in reading.doc.children(noun))


def decided_not_to(reading: Reading, candidate: Candidate) -> bool:
    """«дума решила не спешить»"""
    done = reading.doc.child(candidate.head, "xcomp") if candidate.type == "decree" else None
    return done is not None and any(lemma(c) == "не" for c in reading.doc.children(done))


def only_tried(reading: Reading, candidate: Candidate) -> bool:
    """«пытался убить», «попытавшийся выстрелить»"""
    above = reading.doc.head(candidate.head) if governs(candidate.head) else None
    return candidate.type in ATTEMPTED and above is not None and lemma(above) in ("пытаться", "попытаться")


def in_a_list_of_demands(reading: Reading, candidate: Candidate) -> bool:
    """«Среди требований: "отставка мэра", роспуск думы»"""
    doc, head = reading.doc, candidate.head
    before = doc.tokens[doc.sentence(head).first : head.i]
    colon = next((t.i for t in reversed(before) if t.text == ":"), None)
    if head.pos != "NOUN" or colon is None or any(t.feats.get("VerbForm") == "Fin" for t in doc.tokens[colon : head.i]):
        return False
    return any(lemma(t) == "требование" for t in before if t.i < colon)


def not_enacted(reading: Reading, candidate: Candidate) -> bool:
    """«указ об отставке не подписан»"""
    act = reading.doc.head(candidate.head) if candidate.head.rel == "nmod" else None
    verb = reading.doc.head(act) if act is not None and lemma(act) in ACTS else None
    return verb is not None and any(lemma(c) == "не" for c in reading.doc.children(verb))


def asked(reading: Reading, candidate: Candidate) -> bool:
    """«Кто захватил мэрию?», but not «во время визита мэр спросил: "Зачем?"»"""
    sentence, doc = reading.doc.sentence(candidate.head), reading.doc
    closed = any(q.span.stop >= sentence.span.stop - 1 and candidate.head.stop <= q.span.start for q in doc.once(find_quotes))
    return not closed and sentence.span.of(doc.text).rstrip('»" ').endswith("?")


def of_many(reading: Reading, candidate: Candidate) -> bool:
    """«ответственная за многие теракты», «многочисленные аресты»: of no one of them"""
    head = candidate.head
    plural = head.pos == "NOUN" and head.feats.get("Number") == "Plur" and head.rel.split(":")[0] in ("obl", "nmod", "obj")
    return plural and any(lemma(t) in words_of(reading, "many") for t in reading.doc.children(head, "amod", "det"))


def in_question(reading: Reading, candidate: Candidate) -> bool:
    """«вопрос о том, убивали ли нацисты заложников»"""
    near = reading.doc.tokens[max(0, candidate.head.i - 3) : candidate.head.i + 2]
    whether = next((t for t in near if t.text == "ли" and t.sentence == candidate.head.sentence), None)
    return whether is not None and all(t.text != "," for t in reading.doc.tokens[whether.i : candidate.head.i])


def ordered(reading: Reading, candidate: Candidate) -> bool:
    """«Захватите мэрию!»"""
    return candidate.head.feats.get("Mood") == "Imp"


def going_on_in_general(reading: Reading, candidate: Candidate) -> bool:
    """«полиция часто задерживает активистов», «они протестуют»: the present tells habits and states, but in headlines the news"""
    token = candidate.head
    if reading.doc.sentence(token).kind == "title":
        return False
    if any(lemma(c) in words_of(reading, "habitually") for c in reading.doc.children(token, "advmod")):
        return True
    present = token.feats.get("Tense") == "Pres" and token.feats.get("VerbForm") == "Fin" and token.feats.get("Aspect") != "Perf"
    return present and candidate.type not in UNDER_WAY and not dated_to_the_day(reading, token)


def dated_to_the_day(reading: Reading, token: Token) -> bool:
    found = below(reading.doc, reading.calendar, token)
    return found is not None and found.precision == "day"


def tally(reading: Reading, candidate: Candidate) -> bool:
    """«погибли 18 человек» is a figure; «снайпер убил двоих» tells an event"""
    token = candidate.head
    if lemma(token) not in COUNTED or (reading.doc.child(token, "obj") and subject(reading.doc, token)):
        return False
    doc = reading.doc
    whom = subject(doc, token) or doc.child(token, "obj")
    around = [] if whom is None else [whom, *doc.children(whom), doc.tokens[max(0, whom.i - 1)]]
    numbers = [t for t in (*around, *doc.children(token, "nummod")) if t.pos == "NUM" or t.text[0].isdigit()]
    # «погиб один человек» counts too, «погиб один из шахтеров» tells of somebody
    generic = whom is not None and lemma(whom) in ("человек", "люди")
    return any(generic or lemma(t) != "один" for t in numbers)


def part_of_a_name(reading: Reading, candidate: Candidate) -> bool:
    """«Совет безопасности», «комитет по делам выборов», «Союз борьбы»: words inside the name of a body"""
    span = candidate.head.span
    if any(e.kind == "ORG" and e.span.start <= span.start and span in e.span for e in reading.doc.entities):
        return True
    return any(reading.cast.by_key[m.actor].kind in BODIES for m in reading.cast.around(span))


def bare_participle(reading: Reading, candidate: Candidate) -> bool:
    """«захваченное здание»: a participle with nothing of its own only describes"""
    token = candidate.head
    describes = token.feats.get("VerbForm") == "Part" and token.rel == "amod"
    return describes and not [c for c in reading.doc.children(token) if c.pos != "PUNCT"]


def forbidden(reading: Reading, candidate: Candidate) -> bool:
    """«запрещенная в стране партия», «группировки, запрещенные в РФ»: undated, it only tells which"""
    token = candidate.head
    describes = token.rel in ("amod", "acl") and token.feats.get("VerbForm") == "Part"
    return candidate.type == "decree" and describes and below(reading.doc, reading.calendar, token) is None


def person_it_happened_to(reading: Reading, candidate: Candidate) -> bool:
    """«задержанные», «протестующие»: a participle that stands for people"""
    token = candidate.head
    if token.feats.get("VerbForm") == "Part" or token.pos == "ADJ":
        among = reading.doc.child(token, "case") is not None  # «среди задержанных»
        return among or token.rel.split(":")[0] in ("nsubj", "obj", "obl", "nmod", "iobj", "appos")
    return False


def in_parentheses(reading: Reading, candidate: Candidate) -> bool:
    """«движение «Заря» (запрещено в стране)», but not «Иванов задержан (он был ранен)»: a remark without a subject of its own"""
    doc, head = reading.doc, candidate.head
    sentence = doc.sentence(head).span
    before, after = doc.text[sentence.start : head.start], doc.text[head.stop : sentence.stop]
    if before.count("(") <= before.count(")") or ")" not in after:
        return False
    opening = sentence.start + before.rindex("(")
    verb = clause_verb(doc, head)
    own = subject(doc, verb) if verb is not None and verb.start > opening else None
    return own is None or own.start < opening


def a_title(reading: Reading, candidate: Candidate) -> bool:
    """«крейсер «Ураган»», «картина "Взрыв"»: one capitalised word in quotation marks"""
    token = candidate.head
    around = reading.doc.text[token.start - 1 : token.start] + reading.doc.text[token.stop : token.stop + 1]
    return around in ("«»", '""', "“”") and token.text[0].isupper()


def name_of_a_crime(reading: Reading, candidate: Candidate) -> bool:
    """«по статье 126 УК – похищение человека», «ст. 105 – "убийство"»"""
    head = candidate.head
    before = [t for t in reading.doc.tokens[max(0, head.i - 6) : head.i] if t.sentence == head.sentence]
    return head.pos == "NOUN" and any(t.text in CODES for t in before)


def an_operation(reading: Reading, candidate: Candidate) -> bool:
    """«у больницы, где прошла операция»: surgery"""
    words = reading.doc.words(reading.doc.sentence(candidate.head))
    told = any(lemma(reading.doc.tokens[i]) == "операция" for i in candidate.words)
    return candidate.type == "security_operation" and told and any(lemma(t) in words_of(reading, "medicine") for t in words)


def an_assembly(reading: Reading, candidate: Candidate) -> bool:
    """«депутат муниципального собрания»: a body"""
    if lemma(candidate.head) != "собрание":
        return False
    near = (*reading.doc.children(candidate.head, "amod"), reading.doc.head(candidate.head))
    return any(t is not None and lemma(t) in words_of(reading, "assemblies") for t in near)


def only_the_means(reading: Reading, candidate: Candidate) -> bool:
    """«своим указом назначил», «задержан по решению суда»: the act is told by the verb"""
    token = candidate.head
    if candidate.type != "decree" or token.pos != "NOUN" or token.rel.split(":")[0] != "obl":
        return False
    preposition = reading.doc.child(token, "case")
    return token.feats.get("Case") == "Ins" if preposition is None else lemma(preposition) in ("по", "согласно")


def by_an_animal(reading: Reading, candidate: Candidate) -> bool:
    """«сова напала на прохожего», «нападение медведя», «нападающая сова»: nobody clashes with anybody"""
    if candidate.type != "clash":
        return False
    doc, token = reading.doc, candidate.head
    who = (subject(doc, token), described(doc, token), *(t for t in doc.children(token, "nmod") if doc.child(t, "case") is None))
    deed = next((t for t in doc.children(token, "obl", "iobj", "obj") if t.feats.get("Case") == "Dat"), None)
    by = doc.children(deed, "nmod") if deed is not None else ()  # «подвергся нападению медведя»
    return any(t is not None and lemma(t) in words_of(reading, "animals") for t in (*who, *by))


def retired(reading: Reading, candidate: Candidate) -> bool:
    """«полковник в отставке»: what somebody is"""
    token = candidate.head
    preposition = reading.doc.child(token, "case")
    return (
        lemma(token) == "отставка" and token.feats.get("Case") == "Loc" and preposition is not None and lemma(preposition) == "в"
    )


def credit(reading: Reading, candidate: Candidate) -> bool:
    return reading.doc.sentence(candidate.head).kind == "credit"


Rule = Callable[[Reading, Candidate], bool]
RULES: tuple[Rule, ...] = (
    credit,
    part_of_a_name,
    negated,
    not_enacted,
    decided_not_to,
    imagined,
    still_to_come,
    only_due,
    only_wanted,
    only_tried,
    in_a_list_of_demands,
    asked,
    in_question,
    of_many,
    ordered,
    going_on_in_general,
    tally,
    bare_participle,
    forbidden,
    person_it_happened_to,
    in_parentheses,
    a_title,
    only_the_means,
    name_of_a_crime,
    an_operation,
    an_assembly,
    retired,
    only_played,
    by_an_animal,
)
