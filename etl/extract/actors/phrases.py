"""Noun phrases: how far they reach and what they are in the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from etl.morphology import CASES, nominative, parses, tags
from etl.records import Doc, Token

QUOTES = "«»\"“”„'"
OPENING = "«\"“„'"
MARKS = ("VERB", "AUX", "PRON", "SCONJ", "ADV", "PART", "PUNCT", "SYM", "INTJ")
LEADING = ("ADP", "CCONJ", "DET", "ADJ", "NUM", "VERB")  # what ends no phrase
COMMANDING = re.compile(r"щ(ий|его|ему|им|ем|ая|ей|ую)$")  # «командующий войсками», «заведующая кафедрой»
FIELDS = {"сфера", "область"}
NOTHING: frozenset[int] = frozenset()


def left(doc: Doc, head: Token, first: int) -> int:
    """Where the phrase begins: the adjectives and participles right before token `first` that belong to the head."""
    start = doc.sentence(head).first
    i = first
    while i > start:
        t = doc.tokens[i - 1]
        adverb = t.pos == "ADV" and t.rel == "advmod" and i < first and t.head == i and participle(doc.tokens[i])
        adjective = t.pos == "ADJ" or participle(t) or (t.pos == "NUM" and t.rel == "amod")  # «30-го»
        own = t.head == head.i and t.rel in ("amod", "acl", "nummod:entity", "nummod")
        # «известный писатель и общественный деятель»: the parser may hang an attribute on the other noun.
        beside = t.pos == "ADJ" and t.rel in ("amod", "conj") and t.head != i and _one_person(head) and _one(t)
        beside = beside and doc.tokens[t.head].feats.get("Animacy") != "Inan"  # «улицы Университетской | неизвестный мужчина»
        # «по словам | осведомленного | источника»: hung beside the noun, on the same word.
        sibling = t.pos == "ADJ" and t.rel == head.rel == "nmod" and t.head == head.head and _agrees(t, head)
        attribute = adjective and (own or beside or sibling) and _declined(t, head)
        if (not attribute and not adverb) or t.lemma == "сам":  # «сам глава государства»
            break
        i -= 1
    return i


def case_of(t: Token) -> str | None:
    """Accusative and genitive are one form for living beings, so the tagger guesses."""
    case = t.feats.get("Case")
    return "Gen" if case == "Acc" else case


def participle(t: Token) -> bool:
    """A full participle: «обстрелянного»."""
    short = t.feats.get("Variant") == "Short" or "Case" not in t.feats  # «затребовано», whatever the tagger says
    return t.pos == "VERB" and t.feats.get("VerbForm") == "Part" and not short


def _people(t: Token) -> bool:
    """«семьи погибших», «родственники задержанных»: a participle that stands for people."""
    return participle(t) and t.rel == "nmod" and t.head < t.i and (t.feats.get("Case"), t.feats.get("Number")) == ("Gen", "Plur")


def _declined(t: Token, head: Token) -> bool:
    case, noun = t.feats.get("Case"), head.feats.get("Case")
    alike = {case, noun} == {"Acc", "Gen"} and _one_person(head)  # one form for living beings, so the tagger guesses
    return case is None or noun is None or case == noun or alike or (t.rel == "amod" and _may_stand_in(head, case))


def _may_stand_in(noun: Token, case: str) -> bool:
    """«представил антимонопольной комиссии»: a form of several cases, of which the tagger chose another."""
    return any(CASES.get(case) in tag and "sing" in tag for tag in tags(noun.text.lower()) if tag.POS == "NOUN")


def _agrees(t: Token, head: Token) -> bool:
    return all(t.feats.get(f) == head.feats.get(f) for f in ("Case", "Number", "Gender"))


def _one_person(t: Token) -> bool:
    return t.feats.get("Animacy") == "Anim" and _one(t)


def _one(t: Token) -> bool:
    return t.feats.get("Number") == "Sing"


def right(
    doc: Doc, head: Token, last: int, stop: AbstractSet[int] = NOTHING, prepositions: AbstractSet[str] = frozenset()
) -> int:
    """Where the phrase ends: the unbroken run after token `last - 1` of genitives, names and quoted names that hang on it.

    Attributes with one of the named prepositions belong to it too. It never runs into a token of `stop`, a verb or a clause.
    """
    end = doc.sentence(head).last
    inside = {head.i, *range(min(head.i, last - 1), last)}
    good = i = last
    while i < end and i not in stop:
        t = doc.tokens[i]
        if t.text in OPENING and (closing := _quoted(doc, i, end, inside)):
            inside.update(range(i, closing))
            good = i = closing
        elif t.text == "(" and good == i and i + 2 < end and doc.tokens[i + 2].text == ")" and doc.tokens[i + 1].text.isupper():
            i += 3  # an abbreviation in brackets is passed over, and kept only if the phrase goes on
        elif t.text == "на" and i + 1 < end and doc.tokens[i + 1].text == "транспорте" and i == last:
            good = i = i + 2  # «управление на транспорте МВД»
        elif t.text in prepositions and (seat := _seat(doc, i, end)):
            good = i = seat
        elif (t.pos not in MARKS or participle(t)) and _belongs(doc, t, inside, head, prepositions):
            inside.add(i)
            i += 1
            if t.pos not in LEADING or (t.rel in ("nmod", "obl") and (t.pos != "VERB" or _stands_for_one(doc, t))) or _people(t):
                good = i
        else:
            break
    return good


def _stands_for_one(doc: Doc, t: Token) -> bool:
    """«родители погибшей»: a participle for the person, with no noun behind it that agrees."""
    after = doc.tokens[t.i + 1] if t.i + 1 < len(doc.tokens) else t
    return t.rel == "nmod" and t.feats.get("Case") == "Gen" and after.pos not in ("NOUN", "PROPN", "ADJ")


def listed(doc: Doc, last: int, stop: AbstractSet[int]) -> int:
    """Where «министерство труда | , занятости и социальной защиты» ends: genitives of things, the last behind «и»."""
    i, end = last, doc.sentence(doc.tokens[last - 1]).last
    while i < end and doc.tokens[i].text == "," and (behind := _thing(doc, i + 1, end, stop)):
        i = behind
    if i == last or i >= end or doc.tokens[i].text != "и":
        return last
    return _thing(doc, i + 1, end, stop) or last


def _thing(doc: Doc, i: int, end: int, stop: AbstractSet[int]) -> int | None:
    """Behind a common noun in the genitive with its adjectives."""
    while i < end and doc.tokens[i].pos == "ADJ" and doc.tokens[i].feats.get("Case") == "Gen":
        i += 1
    if i >= end or i in stop:
        return None
    t = doc.tokens[i]
    return i + 1 if t.pos == "NOUN" and t.feats.get("Case") == "Gen" and t.feats.get("Animacy") == "Inan" else None


def _seat(doc: Doc, i: int, end: int) -> int | None:
    """After «в Сирии» that closes a clause right behind the phrase, wherever the parser hung it."""
    t = doc.tokens[i]
    closes = i + 2 < end and doc.tokens[i + 2].text in (",", ".", ";", "?", "!")
    place = i + 1 < end and doc.tokens[i + 1].pos == "PROPN" and doc.tokens[i + 1].rel == "nmod"
    return i + 2 if t.text in ("в", "во") and closes and place else None


def _quoted(doc: Doc, i: int, end: int, inside: AbstractSet[int]) -> int | None:
    """After the closing quote, if the quoted words are a short name that hangs on the phrase."""
    for j in range(i + 1, min(end, i + 8)):
        t = doc.tokens[j]
        if t.text in QUOTES:
            tops = [doc.tokens[k] for k in range(i + 1, j) if doc.tokens[k].head in inside]
            before = doc.tokens[i - 1]
            # «цитирует дипломата "Голос Волги"»: a name in the nominative does not belong to a person.
            of_person = before.feats.get("Animacy") == "Anim" and all(t.feats.get("Case") != "Gen" for t in tops)
            return j + 1 if tops and not of_person else None
        if t.text in ",.!?:" or (t.pos == "VERB" and t.feats.get("VerbForm") == "Fin"):
            return None
    return None


def _belongs(doc: Doc, t: Token, inside: AbstractSet[int], head: Token, prepositions: AbstractSet[str]) -> bool:
    """Whether the token continues the phrase: it hangs on a token inside, or leads to a noun that does."""
    if t.rel == "cc" or t.pos == "CCONJ":
        conjunct = doc.head(t)
        return conjunct is not None and conjunct.rel == "conj" and conjunct.i > t.i and _conjunct(doc, conjunct, inside, head)
    if t.rel == "conj":
        return _conjunct(doc, t, inside, head)
    if t.pos in ("ADP", "ADJ", "DET", "NUM", "VERB") and t.rel not in ("nmod", "obl"):
        noun = doc.tokens[t.head]
        leads = _hangs(doc, noun, inside, prepositions) or (noun.rel == "conj" and _conjunct(doc, noun, inside, head))
        return t.head > t.i and (leads or (t.pos == "ADJ" and _next_genitive(doc, noun, t.i, inside)))
    return _hangs(doc, t, inside, prepositions) or _next_genitive(doc, t, t.i, inside)


def _next_genitive(doc: Doc, t: Token, first: int, inside: AbstractSet[int]) -> bool:
    """A genitive right after the phrase belongs to it, whatever the parser hung it on: «начальник управления … МЧС»."""
    if first - 1 not in inside or t.rel != "nmod" or t.feats.get("Case") != "Gen" or doc.child(t, "case") is not None:
        return False
    # «упомянутых президентом обязательств»: the participle that governs the phrase belongs to the genitive.
    return not any(a.head == t.i for i in inside for a in doc.ancestors(doc.tokens[i]) if a.i not in inside)


def _conjunct(doc: Doc, t: Token, inside: AbstractSet[int], head: Token) -> bool:
    """A second complement («Церкви и общества»), not a second head."""
    up = doc.head(t)
    # «члена палаты и комиссии»: a thing beside a person is no second head.
    second = up is not None and (
        up.i != head.i
        or (
            (head.feats.get("Animacy"), t.feats.get("Animacy")) == ("Anim", "Inan")
            and head.feats.get("Number") == "Sing"
            and any(doc.tokens[i].rel == "nmod" for i in inside if i > head.i)  # not «губернатора и правительства»
        )
    )
    return up is not None and up.i in inside and second and t.feats.get("Case") == up.feats.get("Case") and t.pos != "VERB"


def _hangs(doc: Doc, noun: Token, inside: AbstractSet[int], prepositions: AbstractSet[str]) -> bool:
    if noun.head not in inside:
        return False
    preposition = doc.child(noun, "case")
    if preposition is not None and preposition.i > min(inside) and preposition.i < noun.i:
        field = bool(prepositions) and noun.lemma in FIELDS and preposition.lemma == "в"  # «по борьбе с преступлениями в сфере …»
        return (preposition.lemma in prepositions or field) and noun.rel in ("nmod", "obl", "conj")
    if noun.rel.startswith("flat"):
        return True
    if noun.rel == "appos":
        return noun.pos in ("PROPN", "X")
    if noun.rel == "nmod" and noun.pos == "PROPN" and noun.feats.get("Animacy") == "Anim":
        return True  # names of persons, whose case the tagger guesses
    if noun.feats.get("Case") == "Ins" and COMMANDING.search(doc.tokens[noun.head].text):
        return noun.rel in ("nmod", "obl", "obj")
    return noun.rel in ("nmod", "obl", "conj") and (noun.feats.get("Case", "Gen") == "Gen" or _undeclined(noun))


def _undeclined(noun: Token) -> bool:
    """Abbreviations and foreign words, whose case the tagger guesses."""
    acronym = noun.text.isupper() and len(noun.text) > 1
    return acronym or noun.pos == "X" or noun.text.isascii() or any("Fixd" in p.tag for p in parses(noun.text.lower()))


def phrase(doc: Doc, first: int, last: int, head: Token) -> str:
    """Tokens first…last in the nominative: the head and its adjectives change, what depends on it stays as it is."""
    tokens = doc.tokens[first:last]
    return joined(doc, tokens, [declined(t, head) for t in tokens])


def declined(t: Token, head: Token) -> str:
    """One token of a phrase as it stands when the phrase is nominative."""
    if t.i == head.i:
        return t.text if _deputy(t.text.lower()) else nominative(t.text, head.feats)
    agrees = t.head == head.i or (t.pos == "ADJ" and t.feats.get("Case") == head.feats.get("Case"))
    attribute = t.pos in ("ADJ", "DET", "VERB") or t.rel == "amod"  # «30-го завода», «Гаагского трибунала»
    if t.i < head.i and attribute and agrees:
        return attribute_in_nominative(t, head)
    return t.text


def attribute_in_nominative(t: Token, head: Token) -> str:
    """An attribute as it stands when its head is nominative."""
    return nominative(t.text, {k: head.feats.get(k, "") for k in ("Case", "Number", "Gender")})


@lru_cache(maxsize=10_000)
def _deputy(word: str) -> bool:
    """«замначальника», «зампрокурора» are not declined."""
    rest = word.removeprefix("зам")
    return rest != word and any(tag.POS == "NOUN" and "anim" in tag and {"gent", "sing"} <= tag.grammemes for tag in tags(rest))


def joined(doc: Doc, tokens: Sequence[Token], words: Sequence[str]) -> str:
    """Words with a space where the text has one; empty words are left out."""
    out = ""
    for k, (token, word) in enumerate(zip(tokens, words, strict=True)):
        gap = k and doc.text[tokens[k - 1].stop : token.start]
        out += (" " if gap and word and out else "") + word
    return out


def uncapitalised(doc: Doc, text: str, first: Token) -> str:
    """Without the capital that only the beginning of a sentence or quotation gave."""
    begins = first.i == doc.sentence(first).first or doc.tokens[first.i - 1].text in OPENING + "—-–"
    common = first.pos != "PROPN" and text[1:].partition(" ")[0] == text[1:].partition(" ")[0].lower()  # not «Западно-Сибирский»
    return text[:1].lower() + text[1:] if begins and common else text
