"""Offices said of a person by a verb: «стал министром», «занимал пост министра», «работал инженером», «в качестве тренера»."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.actors.offices import PREPOSITIONS, add_role, is_person_noun
from etl.extract.actors.phrases import left
from etl.extract.actors.shared import many
from etl.extract.actors.stage import Part, Stage
from etl.records import Doc, Token

BACK = 3  # sentences in which a subject that is left out may stand


def find_predicates(stage: Stage) -> None:
    """«Иванов был назначен послом в Чили», «операторами были Громов и Ларин»: verbs that give or take an office."""
    for noun in stage.doc.tagged("NOUN", "PROPN", "ADJ"):
        if noun.i in stage.claimed and not many(noun):
            continue  # «продюсеры» may stand for a group, too
        person = is_person_noun(stage, noun)
        if not person and not many(noun):
            continue
        owners = next((found for rule in SAID if (found := rule(stage, noun))), ())
        if not owners or not (person or len(owners) > 1):
            continue
        for office in (noun, *_further(stage, noun)):
            _tell(stage, owners, office)


def _tell(stage: Stage, owners: tuple[Part, ...], noun: Token) -> None:
    first = left(stage.doc, noun, noun.i)
    last = stage.reach(noun, noun.i + 1, prepositions=PREPOSITIONS)
    for owner in owners if many(noun) else owners[:1]:
        add_role(stage, owner, first, last, noun, "predicate")
    if not many(noun):
        stage.mention(owners[0], first, last, noun, "predicate", "role")


def _further(stage: Stage, noun: Token) -> Iterator[Token]:
    """The second and third office of «был министром, замглавы правительства и послом»."""
    for t in stage.doc.children(noun, "conj", "appos"):
        office = t.rel == "conj" or stage.lexicon.positions.at(stage.doc, t.i) is not None
        alike = t.feats.get("Case") == noun.feats.get("Case") or t.lemma.startswith("зам")
        if office and alike and t.i not in stage.claimed and is_person_noun(stage, t):
            yield t
            yield from _further(stage, t)


# ── how a text says it: each rule gives the persons of whom the noun is said ──


def by_verb(stage: Stage, noun: Token) -> tuple[Part, ...]:
    """«стал министром», «назначил его министром», «ушел с поста министра»."""
    verb = giving_verb(stage, noun)
    return _owners(stage, verb) if verb is not None else ()


def by_copula(stage: Stage, noun: Token) -> tuple[Part, ...]:
    """«Первым послом в Чили был Иван Громов»: the parser makes the office the predicate and the name its subject."""
    if noun.feats.get("Case") not in ("Ins", "Nom") or (verb := _copula(stage, noun)) is None:
        return ()
    who = _subject(stage, noun)
    for above in stage.doc.ancestors(noun) if who is None and stage.doc.child(noun, "cop") is None else ():
        who = who or stage.doc.child(above, "nsubj")
    return _persons(stage, who) or (_left_out(stage, noun, verb) if who is None else ())


def _copula(stage: Stage, noun: Token) -> Token | None:
    """«был», also where the parser hung it on another word: then it stands right before the office."""
    if (verb := stage.doc.child(noun, "cop")) is not None or noun.feats.get("Case") != "Ins":
        return verb
    before = left(stage.doc, noun, noun.i) - 1
    said = before >= stage.doc.sentence(noun).first and stage.doc.tokens[before].lemma == "быть"
    return stage.doc.tokens[before] if said else None


def in_capacity(stage: Stage, noun: Token) -> tuple[Part, ...]:
    """«Громов приехал в качестве тренера»."""
    tokens = stage.doc.tokens
    if noun.sentence not in stage.doc.once(_with_capacities):
        return ()
    before = left(stage.doc, noun, noun.i)
    if before < 2 or tokens[before - 1].text != "качестве" or tokens[before - 2].text.lower() != "в":
        return ()
    if before > 2 and tokens[before - 3].lemma == "не":
        return ()
    verb = next((a for a in stage.doc.ancestors(noun) if a.pos in ("VERB", "ADJ")), None)
    if verb is None:
        return ()
    return _persons(stage, stage.doc.child(verb, "obj")) or _persons(stage, _subject(stage, verb))


def _with_capacities(doc: Doc) -> frozenset[int]:
    """The sentences that have the word."""
    return frozenset(t.sentence for t in doc.tokens if t.text == "качестве")


SAID = (by_verb, by_copula, in_capacity)


def giving_verb(stage: Stage, noun: Token) -> Token | None:
    """The verb that gives or takes the office, straight («стал министром») or by a post («на пост министра»)."""
    up = stage.doc.head(noun)
    if up is None or up.lemma not in stage.office_words:
        return None
    if up.lemma in stage.role_words("post") and noun.rel == "nmod":
        verb = stage.doc.head(up)
        known = verb is not None and any(verb.lemma in stage.role_words(use) for use in ("holding", "giving", "dismissing"))
        return verb if known else None
    giving = up.lemma in stage.role_words("giving") or up.lemma in stage.role_words("being")
    return up if giving and noun.feats.get("Case") == "Ins" else None


def is_predicate(stage: Stage, noun: Token) -> bool:
    """«он был послом в Чили», «назначили министром»: said of somebody, no words for somebody."""
    said = noun.feats.get("Case") == "Ins" and (noun.rel in ("root", "xcomp") or stage.doc.child(noun, "cop") is not None)
    return said or giving_verb(stage, noun) is not None


# ── of whom ──


def _owners(stage: Stage, verb: Token) -> tuple[Part, ...]:
    """Whom the verb says it of: the object of an active giving or dismissing verb, else the subject."""
    passive = verb.feats.get("Voice") == "Pass"
    if not passive and any(verb.lemma in stage.role_words(use) for use in ("giving", "dismissing")):
        return _persons(stage, stage.doc.child(verb, "obj"))
    who = _subject(stage, verb)
    return _persons(stage, who) or (_left_out(stage, verb, verb) if who is None else ())


def _persons(stage: Stage, who: Token | None) -> tuple[Part, ...]:
    """The person this word means, and those listed behind him."""
    if who is None:
        return ()
    found = [stage.on(t.i) for t in (who, *stage.doc.children(who, "conj"))]
    persons = [part for part in found if part is not None and part.kind == "person"]
    return tuple(persons) if len(persons) == len(found) else tuple(persons[:1]) if found[0] in persons else ()


def _subject(stage: Stage, verb: Token) -> Token | None:
    """The verb's own subject or, in «учился в Лиме, а потом стал послом», the first verb's."""
    who = stage.doc.child(verb, "nsubj")
    while who is None and verb.rel == "conj" and (up := stage.doc.head(verb)) is not None:
        verb, who = up, stage.doc.child(up, "nsubj")
    return who


def _left_out(stage: Stage, predicate: Token, verb: Token) -> tuple[Part, ...]:
    """«Громов родился в Лиме. Работал инженером.»: the subject of the sentence before, if it is one person of that gender."""
    while predicate.rel == "conj" and (up := stage.doc.head(predicate)) is not None:
        predicate = up
    gender, number = verb.feats.get("Gender"), verb.feats.get("Number")
    if predicate.rel != "root" or number != "Sing" or gender not in ("Masc", "Fem"):
        return ()
    for position in range(predicate.sentence - 1, max(-1, predicate.sentence - 1 - BACK), -1):
        sentence = stage.doc.sentences[position]
        if sentence.kind != stage.doc.sentences[predicate.sentence].kind:
            return ()
        subjects = [t for t in stage.doc.words(sentence) if t.rel.startswith("nsubj")]
        main = [t for t in subjects if (up := stage.doc.head(t)) is not None and up.rel == "root"]
        if main:
            persons = _persons(stage, main[0])
            return persons if len(main) == len(persons) == 1 and persons[0].gender in (None, gender) else ()
        if subjects:
            return ()
    return ()
