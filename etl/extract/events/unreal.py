"""What is only imagined, expected, due or wanted: rules that drop a candidate which has not happened (yet)."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.dates.governing import below
from etl.extract.events.clause import clause_verb, lemma, support
from etl.extract.events.triggers import Candidate, words_of
from etl.extract.reading import Reading
from etl.records import Token

OCCASIONS = frozenset({"meeting", "election", "negotiations", "visit", "address", "trial"})  # one arranges them beforehand
SPOKEN_OF = frozenset({"к", "о", "об", "от", "против", "за", "для"})


def carriers(reading: Reading, head: Token) -> Iterator[Token]:
    """The trigger and the verb that only says that it happened."""
    yield head
    if head.pos != "VERB" and (verb := support(reading.doc, head)):
        yield verb


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
    """Whether the verb tells that the noun takes place («штурм начнётся»), not what it leads to («арест повлияет на рынок»)
    or what is said of it («суд узнает о встрече»)."""
    preposition = reading.doc.child(noun, "case")
    if preposition is not None and lemma(preposition) in ("о", "об"):
        return False
    return not noun.rel.startswith("nsubj") or lemma(verb) in words_of(reading, "taking-place")


def still_to_come(reading: Reading, candidate: Candidate) -> bool:
    """«отправят войска», «будут отправлены»; «суд начнется 5 мая» stands by its day, «форум пройдет в столице» as arranged"""
    doc = reading.doc
    for verb in carriers(reading, candidate.head):
        if verb is not candidate.head and not happens_by(reading, candidate.head, verb):
            continue
        if verb.feats.get("Tense") == "Fut" or any(c.text.lower().startswith("буд") for c in doc.children(verb, "aux", "cop")):
            dated = below(doc, reading.calendar, verb) or below(doc, reading.calendar, candidate.head)
            return not (dated or arranged(candidate)) or only_expected(reading, verb)
    return False


def arranged(candidate: Candidate) -> bool:
    """An occasion that is the subject of its verb."""
    return candidate.type in OCCASIONS and candidate.head.pos == "NOUN" and candidate.head.rel.startswith("nsubj")


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


# Words whose «за» tells what is wanted.
AIMING = frozenset(
    {"награда", "вознаграждение", "акция", "митинг", "пикет", "шествие", "кампания", "движение", "борьба", "бороться"}
    | {"выступить", "выступать", "ратовать", "агитировать"}
)


def only_wanted(reading: Reading, candidate: Candidate) -> bool:
    """«призвал освободить», «требование отставки»: an infinitive or noun under a word of wish, plan or fear"""
    token = candidate.head
    if token.feats.get("VerbForm") == "Inf":
        return not brought_about(reading, token)
    return token.pos != "VERB" and noun_only_wanted(reading, token)


def noun_only_wanted(reading: Reading, token: Token) -> bool:
    unreal = words_of(reading, "not-yet")
    preposition = reading.doc.child(token, "case")
    if preposition is not None and lemma(preposition) == "для":
        return True  # «зал для переговоров»: a purpose
    if preposition is not None and lemma(preposition) == "за" and (head := reading.doc.head(token)) and lemma(head) in AIMING:
        return True  # «награда за поимку», «митинг за освобождение», but «наказан за нападение»
    if any(lemma(c) in unreal for c in reading.doc.children(token, "amod", "acl") if c.feats.get("VerbForm") != "Fin"):
        return True
    if leads_to(reading, token) or taken_for_granted(reading, token):
        return False
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


def taken_for_granted(reading: Reading, token: Token) -> bool:
    """«призвали прекратить обстрелы»: only what goes on can be ended; «случаи поджога» are more than one case"""
    above = reading.doc.head(token)
    if above is None or token.rel.split(":")[0] not in ("nmod", "obj", "obl"):
        return False
    cases = lemma(above) == "случай" and above.feats.get("Number") == "Plur"
    return cases or lemma(above) in words_of(reading, "ending")


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
