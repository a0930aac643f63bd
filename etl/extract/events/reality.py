"""What did not happen, or is no event of its own: rules that drop a candidate."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from etl.extract.dates.governing import below
from etl.extract.events.clause import clause_verb, lemma, subject, support
from etl.extract.events.triggers import Candidate
from etl.extract.reading import Reading
from etl.records import Token

NO = frozenset({"не", "нет", "без", "ни", "якобы"})
COUNTED = frozenset({"погибнуть", "погибать", "убить", "скончаться", "умереть"})  # with a number these only count
UNDER_WAY = frozenset(
    {"security_operation", "seizure", "shooting", "withdrawal", "deployment", "evacuation"}
)  # told in the present
SPOKEN_OF = frozenset({"к", "о", "об", "от", "против", "за", "для"})
NAMED = frozenset({"organization", "state_body", "media"})


def happened(reading: Reading, candidate: Candidate) -> bool:
    return not any(rule(reading, candidate) for rule in RULES)


def words_of(reading: Reading, name: str) -> frozenset[str]:
    return frozenset(reading.vocabulary.event_words[name].words)


def carriers(reading: Reading, head: Token) -> Iterator[Token]:
    """The trigger and the verb that only says that it happened."""
    yield head
    if head.pos != "VERB" and (verb := support(reading.doc, head)):
        yield verb


def negated(reading: Reading, candidate: Candidate) -> bool:
    """«Мэрию не захватили», «обошлось без столкновений», «договориться не удалось»"""
    doc = reading.doc
    verbs = [*carriers(reading, candidate.head), *(t for t in (doc.head(candidate.head),) if t and governs(candidate.head))]
    return any(lemma(c) in NO for v in verbs for c in doc.children(v) if v is candidate.head or lemma(c) == "не")


def governs(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Inf"


def imagined(reading: Reading, candidate: Candidate) -> bool:
    """«если начнутся протесты», «могли бы захватить», «чтобы освободить»"""
    verb = clause_verb(reading.doc, candidate.head)
    while verb is not None:
        marks = {lemma(c) for c in reading.doc.children(verb, "mark", "advmod", "discourse", "aux")} | {
            lemma(c) for c in reading.doc.children(verb) if c.pos == "PART"
        }
        if marks & {"если", "чтобы", "бы", "б", "пусть", "будто", "ли"}:
            return True
        verb = reading.doc.head(verb) if verb.rel in ("conj", "xcomp") else None
    return False


def happens_by(reading: Reading, noun: Token, verb: Token) -> bool:
    """Whether the verb tells that the noun takes place («штурм начнётся»), not what it leads to («арест повлияет на рынок»)."""
    return not noun.rel.startswith("nsubj") or lemma(verb) in words_of(reading, "taking-place")


def still_to_come(reading: Reading, candidate: Candidate) -> bool:
    """«отправят войска», «будут отправлены»; «суд начнется 5 мая» stands, since it has its day"""
    doc = reading.doc
    for verb in carriers(reading, candidate.head):
        if verb is not candidate.head and not happens_by(reading, candidate.head, verb):
            continue
        if verb.feats.get("Tense") == "Fut" or any(c.text.lower().startswith("буд") for c in doc.children(verb, "aux", "cop")):
            dated = below(doc, reading.calendar, verb) or below(doc, reading.calendar, candidate.head)
            return not dated or only_expected(reading, verb)
    return False


def only_expected(reading: Reading, verb: Token) -> bool:
    """«ожидается, что 5 мая начнётся суд»"""
    above = reading.doc.head(verb)
    return above is not None and verb.rel.startswith(("ccomp", "csubj")) and lemma(above) in words_of(reading, "not-yet")


def only_due(reading: Reading, candidate: Candidate) -> bool:
    """«должны быть освобождены», «может быть захвачен»"""
    head = candidate.head
    verbs = (v for v in carriers(reading, head) if v is head or happens_by(reading, head, v))
    auxiliaries = (c for verb in verbs for c in reading.doc.children(verb, "aux", "cop"))
    return any(c.feats.get("VerbForm") == "Inf" for c in auxiliaries)


def only_wanted(reading: Reading, candidate: Candidate) -> bool:
    """«призвал освободить», «требование отставки»: an infinitive or noun under a word of wish, plan or fear"""
    token = candidate.head
    if token.feats.get("VerbForm") == "Inf":
        return not brought_about(reading, token)
    return token.pos != "VERB" and noun_only_wanted(reading, token)


def noun_only_wanted(reading: Reading, token: Token) -> bool:
    unreal = words_of(reading, "not-yet")
    if leads_to(reading, token):
        return False
    if any(lemma(c) in unreal for c in reading.doc.children(token, "amod", "acl")):
        return True
    below = token
    for above in reading.doc.ancestors(token):
        finite = above.pos == "VERB" and above.feats.get("VerbForm") != "Inf"
        if finite and not completes(reading, below):
            return False
        if lemma(above) in unreal:
            return True
        if above.pos == "VERB":
            return not finite and not brought_about(reading, above)
        below = above
    return False


def leads_to(reading: Reading, token: Token) -> bool:
    """«арест может быть связан с делом»: what is possible is said of it, it is a fact itself"""
    above = reading.doc.head(token)
    if above is None or not token.rel.startswith("nsubj") or lemma(above) not in ("мочь", "смочь"):
        return False
    verb = reading.doc.child(above, "xcomp")
    return verb is not None and not happens_by(reading, token, verb)


def completes(reading: Reading, token: Token) -> bool:
    """Whether a noun is what the verb above speaks of («призвал к протестам»), not its setting («на митинге призвал»)."""
    preposition = reading.doc.child(token, "case")
    if token.rel.split(":")[0] != "obl" or preposition is None:
        return True
    return lemma(preposition) in SPOKEN_OF or token.feats.get("Case") == "Acc"


def brought_about(reading: Reading, infinitive: Token) -> bool:
    """«начали стрелять», «вынудили уйти и просить»"""
    head = reading.doc.head(infinitive)
    while head is not None and infinitive.rel == "conj":
        infinitive, head = head, reading.doc.head(head)
    if head is None or head.feats.get("Tense") == "Fut" or lemma(head) not in words_of(reading, "bringing-about"):
        return False
    return not governs(head) or brought_about(reading, head)


def asked(reading: Reading, candidate: Candidate) -> bool:
    """«Кто захватил мэрию?»"""
    sentence = reading.doc.sentence(candidate.head)
    return sentence.span.of(reading.doc.text).rstrip('»" ').endswith("?")


def ordered(reading: Reading, candidate: Candidate) -> bool:
    """«Захватите мэрию!»"""
    return candidate.head.feats.get("Mood") == "Imp"


def going_on_in_general(reading: Reading, candidate: Candidate) -> bool:
    """«полиция часто задерживает активистов», «они протестуют»: the present tells habits and states"""
    token = candidate.head
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
    return any(lemma(t) != "один" for t in numbers)


def part_of_a_name(reading: Reading, candidate: Candidate) -> bool:
    """«Совет безопасности», «комитет по делам выборов», «Союз борьбы»: words inside the name of a body"""
    span = candidate.head.span
    if any(e.kind == "ORG" and span in e.span for e in reading.doc.entities):
        return True
    return any(reading.cast.by_key[m.actor].kind in NAMED for m in reading.cast.around(span))


def bare_participle(reading: Reading, candidate: Candidate) -> bool:
    """«захваченное здание»: a participle with nothing of its own only describes"""
    token = candidate.head
    describes = token.feats.get("VerbForm") == "Part" and token.rel == "amod"
    return describes and not [c for c in reading.doc.children(token) if c.pos != "PUNCT"]


def person_it_happened_to(reading: Reading, candidate: Candidate) -> bool:
    """«задержанные», «протестующие»: a participle that stands for people"""
    token = candidate.head
    if token.feats.get("VerbForm") == "Part" or token.pos == "ADJ":
        among = reading.doc.child(token, "case") is not None  # «среди задержанных»
        return among or token.rel.split(":")[0] in ("nsubj", "obj", "obl", "nmod", "iobj", "appos")
    return False


def in_parentheses(reading: Reading, candidate: Candidate) -> bool:
    """«движение «Заря» (запрещено в стране)»"""
    sentence = reading.doc.sentence(candidate.head).span
    before, after = reading.doc.text[sentence.start : candidate.head.start], reading.doc.text[candidate.head.stop : sentence.stop]
    return before.count("(") > before.count(")") and ")" in after


def a_title(reading: Reading, candidate: Candidate) -> bool:
    """«крейсер «Ураган»», «картина "Взрыв"»: one capitalised word in quotation marks"""
    token = candidate.head
    around = reading.doc.text[token.start - 1 : token.start] + reading.doc.text[token.stop : token.stop + 1]
    return around in ("«»", '""', "“”") and token.text[0].isupper()


def name_of_a_crime(reading: Reading, candidate: Candidate) -> bool:
    """«по статье 126 УК – похищение человека»"""
    head = candidate.head
    before = reading.doc.tokens[max(0, head.i - 6) : head.i]
    return head.pos == "NOUN" and any(t.text in ("УК", "КоАП", "УПК") and t.sentence == head.sentence for t in before)


def only_the_means(reading: Reading, candidate: Candidate) -> bool:
    """«своим указом назначил», «задержан по решению суда»: the act is told by the verb"""
    token = candidate.head
    if candidate.type != "decree" or token.pos != "NOUN" or token.rel.split(":")[0] != "obl":
        return False
    preposition = reading.doc.child(token, "case")
    return token.feats.get("Case") == "Ins" if preposition is None else lemma(preposition) in ("по", "согласно")


def credit(reading: Reading, candidate: Candidate) -> bool:
    return reading.doc.sentence(candidate.head).kind == "credit"


Rule = Callable[[Reading, Candidate], bool]
RULES: tuple[Rule, ...] = (
    credit,
    part_of_a_name,
    negated,
    imagined,
    still_to_come,
    only_due,
    only_wanted,
    asked,
    ordered,
    going_on_in_general,
    tally,
    bare_participle,
    person_it_happened_to,
    in_parentheses,
    a_title,
    only_the_means,
    name_of_a_crime,
)
