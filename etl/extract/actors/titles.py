"""Titles: the offices that stand right before a person's name, one or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.extract.actors.offices import AGE, PREPOSITIONS, acting_words, is_person_noun
from etl.extract.actors.phrases import OPENING, QUOTES, case_of, left, participle
from etl.extract.actors.shared import shared_office
from etl.extract.actors.stage import Cue, Stage
from etl.morphology import parses, tags
from etl.records import Mention, Token

FARTHEST = 20  # tokens an office may stand before its name
UNDECLINED = ("о", "е", "и", "у", "ю", "э")  # «Бертолазо»: its case cannot be seen
# The cases that a first name's last letter may tell.
ENDINGS = {"е": ("Dat", "Loc"), "у": ("Dat", "Acc"), "ю": ("Dat", "Acc"), "ы": ("Gen",), "м": ("Ins",), "й": ("Ins",)}
EXPERIENCE = {"опыт", "стаж"}
SEPARATORS = {",", ";", ":", ".", "—", "–", "-", "!", "?"}
SEE = re.compile(r"[сц]к(ий|ого|ому|им|ом)$")
ABBREVIATED = {"о", "и", "вр"}  # «и. о. главы»


def before(stage: Stage, name: Token, mention: Mention) -> Iterator[Cue]:
    """The office whose phrase ends where the name begins, and those listed before it: «лидер партии, депутат и врач …»."""
    tokens, start = stage.doc.tokens, stage.doc.sentence(name).first
    stop = _gap(stage, name, start)
    shared = shared_office(stage, name, mention) or _anothers(stage, name)
    if shared is not None:
        yield shared
        return
    if _is_whose(stage, name, mention):
        return
    found = _ending_at(stage, start, stop, name, mention)
    while found is not None:
        first, last, noun = found
        if last < len(tokens) and tokens[last].text == ")" and tokens[first - 1].text != "(":
            return
        further = None
        if _two_persons(stage, tokens[first - 1], noun):
            pass
        elif first - 1 > start and tokens[first - 1].text in (",", "и"):
            further = _ending_at(stage, start, first - 1, noun, None)
        elif first > start:
            further = _ending_at(stage, start, _gap(stage, tokens[first], start), noun, None)  # «лидер Ирана аятолла …»
        yield found
        found = further


def _anothers(stage: Stage, name: Token) -> Cue | None:
    """«адвоката Анны Громовой | Петра Ларина»: of two names right behind such a noun the first says whose, the second who."""
    owner = stage.mentions[stage.claimed[name.i - 1]] if stage.on_person(name.i - 1) else None
    inside = stage.doc.within(owner.span) if owner is not None else ()
    noun = stage.doc.tokens[inside[0].i - 1] if inside and inside[0].i else None
    if noun is None or inside[-1].i != name.i - 1 or not _has_an_owner(stage, noun, name):
        return None
    return left(stage.doc, noun, noun.i), name.i, noun


def _is_whose(stage: Stage, name: Token, mention: Mention) -> bool:
    """Whether another name follows, and the noun before means its bearer."""
    last = stage.doc.within(mention.span)[-1].i
    follows = last + 1 < stage.doc.sentence(name).last and stage.on_person(last + 1)
    return follows and bool(name.i) and _has_an_owner(stage, stage.doc.tokens[name.i - 1], stage.doc.tokens[last + 1])


def _has_an_owner(stage: Stage, noun: Token, name: Token) -> bool:
    """«адвокат», «жена» in the genitive, as the name is."""
    somebodys = noun.lemma in stage.role_words("of a person") or noun.lemma in stage.role_words("kin")
    return somebodys and noun.feats.get("Case") == "Gen" == name.feats.get("Case") and noun.feats.get("Number") == "Sing"


def _two_persons(stage: Stage, between: Token, noun: Token) -> bool:
    """«королева и президент Чили Анна … приехали»: the verb tells that they are two."""
    first = stage.doc.head(noun) if noun.rel == "conj" and between.text == "и" else None
    if first is None or not first.rel.startswith("nsubj") or len(stage.doc.children(first, "conj")) > 1:
        return False
    verb = stage.doc.head(first)
    return verb is not None and verb.feats.get("Number") == "Plur" and not any(t.rel == "conj" for t in stage.doc.children(noun))


def _gap(stage: Stage, name: Token, start: int) -> int:
    """Where the office must end: before an age («50-летний …»), a dash, a bracket or the quotation mark of a nickname."""
    tokens, stop = stage.doc.tokens, name.i
    if stop - 2 > start and tokens[stop - 1].text == ")" and tokens[stop - 3].text != "(":
        opening = next((i for i in range(stop - 2, start, -1) if tokens[i].text == "("), stop)
        inside = any(is_person_noun(stage, t) for t in tokens[opening + 1 : stop - 1])
        return stop - 1 if inside else opening  # «освободить (лидера оппозиции) Анну …»; «член НЛД (Национальной лиги) Анна …»
    while stop > start and AGE.fullmatch(tokens[stop - 1].text):
        stop -= 1
    dash = stop - 1 > start and tokens[stop - 1].text in ("-", "—", "–") and name.rel == "appos" and name.head < stop
    comma = stop - 1 > start and tokens[stop - 1].text == "," and name.rel == "appos" and _comma_after(stage, name)
    opened = stop > start and tokens[stop - 1].text in OPENING and tokens[stop - 1].text != '"'
    if opened and tokens[stop - 1].text == "“":
        opened = all(t.text != "„" for t in tokens[start:stop])  # it closes «„Вымпел“»
    return stop - 1 if dash or opened or comma else stop


def _comma_after(stage: Stage, name: Token) -> bool:
    """«Президент России, Иван Громов, …»: the name stands between commas."""
    i = name.i
    while i < stage.doc.sentence(name).last and stage.on_person(i):
        i += 1
    return i < stage.doc.sentence(name).last and stage.doc.tokens[i].text == ","


def _ending_at(stage: Stage, start: int, stop: int, name: Token, mention: Mention | None) -> Cue | None:
    """The outermost phrase around a noun for a person that ends at `stop` («советника президента …») and agrees with the name."""
    tokens = stage.doc.tokens
    names = frozenset({name.i, stop, *(i for i in range(start, stop) if _a_name_of_its_own(stage, i))})
    best: Cue | None = None
    for i in range(stop - 1, max(start, stop - FARTHEST) - 1, -1):
        t = tokens[i]
        if t.text == "(" and tokens[stop].text == ")":
            break
        if t.text in SEPARATORS and not (t.text == "." and tokens[i - 1].text.lower() in ABBREVIATED):
            break
        if t.pos == "VERB" and t.feats.get("VerbForm") != "Part":
            break
        one = _one_of(stage, t)
        if (_taken(stage, i, mention) and one is None) or not (one or is_person_noun(stage, t)):
            continue
        kin = t.lemma in stage.role_words("kin")
        if kin and (mention is None or t.feats.get("Case") in ("Gen", "Acc")):
            break  # «внука королевы Анны», «матери Ивана»: whose, not who
        acting = _with_acting(stage, left(stage.doc, t, i)) < left(stage.doc, t, i)
        if not acting and (not agree(stage, one or t, name, mention) or _within_anothers(stage, t, name, mention)):
            continue
        if best is not None and (kin or best[2].rel == "appos"):
            break  # «дочь лидера движения Ивана Громова»; «командира полка | генерала Ивана Громова»
        if (
            best is not None
            and case_of(t) != case_of(best[2])
            and case_of(best[2]) in {case_of(w) for w in _words(stage, name, mention)}
        ):
            break  # «адвокат | обвиняемого Петра Громова»
        if one is not None and _reach(stage, t, names, stop) == stop:
            return one.i, stop, one
        if _reach(stage, t, names, stop) == stop or unbroken(stage, t, stop):
            best = (_with_acting(stage, left(stage.doc, t, i)), stop, t)
    return best


def _taken(stage: Stage, i: int, mention: Mention | None) -> bool:
    """Spoken for, unless only by a longer phrase around office and name: «сторонники депутата Громова»."""
    if i not in stage.claimed:
        return False
    around = stage.mentions[stage.claimed[i]]
    return mention is None or around.head == i or not (mention.span in around.span or around.span.stop + 1 == mention.span.start)


def unbroken(stage: Stage, noun: Token, stop: int, prepositions: frozenset[str] = PREPOSITIONS) -> bool:
    """Whether only genitives and «по делам …» stand between office and name, whatever the parser hung them on."""
    governed = ""  # the case that the last preposition left open
    listed = quoted = False
    for t in stage.doc.tokens[noun.i + 1 : stop]:
        case, listed = t.feats.get("Case"), listed or t.pos == "CCONJ"
        if t.text in QUOTES:
            if not quoted and t.text not in OPENING:
                return False
            quoted = not quoted
        if quoted:
            continue  # «лидер "Хамас" Яхья …»: a name keeps its case
        if t.text in ("с", "со") and any(w.lemma in EXPERIENCE for w in stage.doc.tokens[t.i + 1 : stop]):
            governed = "any"  # «врач с 20-летним стажем Анна Громова»
            continue
        if stage.on_person(t.i) or (t.pos == "ADP" and t.lemma not in prepositions) or (listed and is_person_noun(stage, t)):
            return False
        if t.pos == "ADP":
            governed = "any"
        elif t.lemma == "так":
            continue  # «лидер так называемой оппозиции»
        elif (t.text.isupper() and len(t.text) > 1) or (participle(t) and case == "Gen") or _of_the_see(t, noun):
            continue  # «командующий ВВС и войск Вооруженных сил»
        elif t.pos in ("NOUN", "PROPN", "ADJ", "NUM") and case is not None:
            if case != "Gen" and not governed:
                return False
            governed = "" if t.pos in ("NOUN", "PROPN") else governed
        elif t.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "CCONJ") and t.text not in QUOTES:
            return False
    return not governed and not quoted


def _of_the_see(t: Token, noun: Token) -> bool:
    """«митрополит Тобольский и Тюменский», «патриарх Московский и всея Руси»."""
    if t.text == "всея":
        return True
    return t.pos in ("ADJ", "PROPN") and t.text[0].isupper() and bool(SEE.search(t.text)) and case_of(t) == case_of(noun)


def _one_of(stage: Stage, noun: Token) -> Token | None:
    """«один» of «один из организаторов митинга»."""
    first = left(stage.doc, noun, noun.i)
    if first < 2 or noun.feats.get("Number") != "Plur" or noun.feats.get("Animacy") != "Anim":
        return None
    one, of = stage.doc.tokens[first - 2], stage.doc.tokens[first - 1]
    return one if of.lemma == "из" and one.lemma == "один" else None


def _with_acting(stage: Stage, first: int) -> int:
    """«и. о. главы» begins at «и», «врио главы» at «врио», «исполняющий обязанности главы» at «исполняющий»."""
    lengths = (n for n in (4, 2, 1) if n <= first and acting_words(stage.doc.tokens[first - n : first]) == n)
    return first - next(lengths, 0)


def _a_name_of_its_own(stage: Stage, i: int) -> bool:
    """A person named in apposition, whom no other office may take for its complement."""
    t = stage.doc.tokens[i]
    return stage.on_person(i) and (t.rel == "appos" or t.feats.get("Case") != "Gen")


def _reach(stage: Stage, noun: Token, names: frozenset[int], stop: int) -> int:
    """Where the office's phrase ends, a bracketed abbreviation before the name included."""
    position = stage.lexicon.positions.at(stage.doc, noun.i)
    last = stage.reach(noun, max(noun.i + 1, position.last if position else 0), names, PREPOSITIONS)
    bracket = stage.doc.tokens[last : last + 3]
    return stop if last + 3 == stop and bracket[0].text == "(" and bracket[2].text == ")" else last


def agree(stage: Stage, noun: Token, name: Token, mention: Mention | None) -> bool:
    """In one case, as far as the tagger knows any word of the name."""
    case, words = case_of(noun), _words(stage, name, mention)
    if mention and ((case == "Nom" and stage.a_man_s(words[-1])) or _never_together(words, noun)):
        return False
    cases = {case_of(t) for t in words if t.text[0].isalpha()}
    if mention and (words[-1].text.lower().endswith(UNDECLINED) or case in ENDINGS.get(words[0].text[-1], ())):
        return True
    governed = name.head == noun.i and name.rel in ("appos", "flat", "flat:name") and not _surely_other(words, noun)
    return case is None or None in cases or case in cases or governed


def _within_anothers(stage: Stage, noun: Token, name: Token, mention: Mention | None) -> bool:
    """«последователь [лидера] Эво Моралес»: the name stands beside the noun that the office only tells more of."""
    beside = stage.doc.head(name) if mention and name.rel == "appos" else None
    if beside is None or noun.rel != "nmod" or noun.head != beside.i or not is_person_noun(stage, beside):
        return False
    return case_of(_words(stage, name, mention)[-1]) == case_of(beside) != case_of(noun)


def _words(stage: Stage, name: Token, mention: Mention | None) -> Sequence[Token]:
    return stage.doc.within(mention.span) if mention else (name,)


def _never_together(words: Sequence[Token], noun: Token) -> bool:
    """A first name that is a nominative and a noun that cannot be one: «дочь писателя и режиссера | Мария Громова»."""
    first = words[0]
    if len(words) < 2 or first.feats.get("Case") != "Nom" or case_of(noun) != "Gen":
        return False
    name = {p.tag.case for p in parses(first.text.lower()) if p.is_known and "Name" in p.tag}
    office = {p.tag.case for p in parses(noun.text.lower()) if p.is_known and p.tag.POS == "NOUN"}
    return name == {"nomn"} and bool(office) and "nomn" not in office and not noun.text.lower().startswith("зам")


def _surely_other(words: Sequence[Token], noun: Token) -> bool:
    """Whether the first name cannot be nominative and the noun can only be, whatever the parser thinks: «адвокат | Ивана …»."""
    name = {tag.case for tag in tags(words[0].text.lower()) if "Name" in tag}
    office = {tag.case for tag in tags(noun.text.lower()) if tag.POS == "NOUN"}
    return bool(name) and "nomn" not in name and office == {"nomn"}
