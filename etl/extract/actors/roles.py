"""Roles of named persons: the office before the name, after it, or said of them by a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.actors.offices import PREPOSITIONS, add_role, is_person_noun
from etl.extract.actors.phrases import OPENING, left
from etl.extract.actors.stage import Cue, Part, Stage
from etl.records import Mention, Token

FARTHEST = 20  # tokens an office may stand before its name
AGE = re.compile(r"\d+-летн\w+")
ALIKE = {"Acc": "Gen"}  # one form for living beings, so the tagger guesses
UNDECLINED = ("о", "е", "и", "у", "ю", "э")  # «Бертолазо»: its case cannot be seen
SEPARATORS = {",", ";", ":", ".", "—", "–", "-", "!", "?"}
ABBREVIATED = {"о", "и", "вр"}  # «и. о. главы»


def find_roles(stage: Stage) -> None:
    """«госсекретарь США Энтони Блинкен», «Тигран Балаян, пресс-секретарь МИД Армении», «Иванов стал министром»."""
    for mention in list(stage.mentions):
        part = stage.parts[mention.actor]
        if part.kind != "person" or mention.resolution != "named":
            continue
        name = stage.doc.within(mention.span)
        begin, end = name[0].i, name[-1].i + 1
        for first, last, noun in (*before(stage, name[0], mention), *after(stage, name[-1], mention)):
            add_role(stage, part, first, last, noun)
            if noun.feats.get("Number") == "Plur":
                continue  # the noun means them all
            begin, end = min(begin, first), max(end, last)
            stage.mention(part, begin, end, noun, "office and name")
    find_predicates(stage)


# ── before the name ──


def before(stage: Stage, name: Token, mention: Mention) -> Iterator[Cue]:
    """The office whose phrase ends where the name begins, and those listed before it: «лидер партии, депутат Госдумы …»."""
    tokens, start = stage.doc.tokens, stage.doc.sentence(name).first
    stop = _gap(stage, name, start)
    shared = _shared(stage, name, mention)
    if shared is not None:
        yield shared
        return
    found = _ending_at(stage, start, stop, name, mention)
    while found is not None:
        first, last, noun = found
        further = None
        if first - 1 > start and tokens[first - 1].text in (",", "и"):
            further = _ending_at(stage, start, first - 1, noun, None)
        elif first > start:
            further = _ending_at(stage, start, _gap(stage, tokens[first], start), noun, None)  # «лидер Ирана аятолла …»
        if further and tokens[first - 1].text == "и":
            found = (further[0], last, further[2])  # «писатель и журналист» is one role
            stage.claimed.setdefault(noun.i, stage.claimed[name.i])
            continue
        yield found
        found = further


def _shared(stage: Stage, name: Token, mention: Mention) -> Cue | None:
    """«актеры Иван Громов и Петр Ларин»: a plural office before a list of names is the office of each."""
    head = stage.doc.tokens[mention.head]
    seen = {head.i}
    while head.rel == "conj" and head.head >= 0 and stage.on_person(head.head) and head.head not in seen:
        head = stage.doc.tokens[head.head]
        seen.add(head.i)
    noun = stage.doc.head(head)
    if noun is None or head.rel != "appos" or noun.feats.get("Number") != "Plur" or noun.feats.get("Animacy") != "Anim":
        return None
    stop = stage.reach(noun, noun.i + 1, stage.names_apart(noun), PREPOSITIONS)
    return (left(stage.doc, noun, noun.i), stop, noun) if stop == head.i and noun.i < head.i else None


def _gap(stage: Stage, name: Token, start: int) -> int:
    """Where the office must end: before an age («50-летний …»), a dash or the quotation mark of a nickname."""
    tokens, stop = stage.doc.tokens, name.i
    while stop > start and AGE.fullmatch(tokens[stop - 1].text):
        stop -= 1
    dash = stop - 1 > start and tokens[stop - 1].text in ("-", "—", "–") and name.rel == "appos" and name.head < stop
    comma = stop - 1 > start and tokens[stop - 1].text == "," and name.rel == "appos" and _comma_after(stage, name)
    opened = stop > start and tokens[stop - 1].text in OPENING and tokens[stop - 1].text != '"'
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
        if t.text in SEPARATORS and not (t.text == "." and tokens[i - 1].text.lower() in ABBREVIATED):
            break
        if t.pos == "VERB" and t.feats.get("VerbForm") != "Part":
            break
        one = _one_of(stage, t)
        if (i in stage.claimed and one is None) or not (one or is_person_noun(stage, t)):
            continue
        acting = _with_acting(stage, left(stage.doc, t, i)) < left(stage.doc, t, i)
        if not acting and not _agree(stage, one or t, name, mention):
            continue
        if one is not None and _reach(stage, t, names, stop) == stop:
            return one.i, stop, one
        if _reach(stage, t, names, stop) == stop:
            best = (_with_acting(stage, left(stage.doc, t, i)), stop, t)
    return best


def _one_of(stage: Stage, noun: Token) -> Token | None:
    """«один» of «один из организаторов митинга»."""
    first = left(stage.doc, noun, noun.i)
    if first < 2 or noun.feats.get("Number") != "Plur" or noun.feats.get("Animacy") != "Anim":
        return None
    one, of = stage.doc.tokens[first - 2], stage.doc.tokens[first - 1]
    return one if of.lemma == "из" and one.lemma == "один" else None


def _with_acting(stage: Stage, first: int) -> int:
    """«и. о. главы» begins at «и»."""
    tokens = stage.doc.tokens
    acting = [t.text.lower() for t in tokens[max(0, first - 4) : first]] == ["и", ".", "о", "."]
    return first - 4 if acting else first


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


def _agree(stage: Stage, noun: Token, name: Token, mention: Mention | None) -> bool:
    """In one case, as far as the tagger knows any word of the name."""
    case = ALIKE.get(noun.feats.get("Case", ""), noun.feats.get("Case"))
    words = stage.doc.within(mention.span) if mention else (name,)
    cases = {ALIKE.get(t.feats.get("Case", ""), t.feats.get("Case")) for t in words if t.text[0].isalpha()}
    if words[-1].text.lower().endswith(UNDECLINED):
        return True
    governed = name.head == noun.i and name.rel in ("appos", "flat", "flat:name")
    return case is None or None in cases or case in cases or governed


# ── after the name ──


def after(stage: Stage, name: Token, mention: Mention) -> Iterator[Cue]:
    """The office between commas, brackets or after a dash: «Тигран Балаян, пресс-секретарь МИД Армении, …»."""
    tokens, end = stage.doc.tokens, stage.doc.sentence(name).last
    i = name.i + 1
    if i + 1 >= end or tokens[i].text not in (",", "(", "—", "–"):
        return
    noun = next((t for t in tokens[i + 1 : min(end, i + 6)] if t.pos not in ("ADJ", "ADV", "NUM")), None)
    if noun is None or noun.i in stage.claimed or not is_person_noun(stage, noun) or not _agree(stage, noun, name, mention):
        return
    begin = left(stage.doc, noun, noun.i)
    stop = stage.reach(noun, noun.i + 1, prepositions=PREPOSITIONS)
    closed = stop >= end or tokens[stop].text in SEPARATORS | {")"}
    if begin == i + 1 and closed and not _new_name(stage, stop, end):
        yield begin, stop, noun


def _new_name(stage: Stage, stop: int, end: int) -> bool:
    """«Иванов, министр Петров и …»: the office belongs to the name that follows it."""
    return stop < end and stage.on_person(stop)


# ── said by a verb ──


def find_predicates(stage: Stage) -> None:
    """«Иванов был назначен послом в Чили», «занимал пост министра»: verbs that give or take an office."""
    for noun in stage.doc.tokens:
        verb = _giving_verb(stage, noun) if noun.pos in ("NOUN", "PROPN", "ADJ") and noun.i not in stage.claimed else None
        owner = _owner(stage, verb) if verb and is_person_noun(stage, noun) else None
        if owner is None:
            continue
        first = left(stage.doc, noun, noun.i)
        last = stage.reach(noun, noun.i + 1, prepositions=PREPOSITIONS)
        add_role(stage, owner, first, last, noun, "predicate")
        stage.mention(owner, first, last, noun, "predicate", "role")


def _giving_verb(stage: Stage, noun: Token) -> Token | None:
    """The verb that gives the office, straight («стал министром») or by a post («на пост министра»)."""
    up = stage.doc.head(noun)
    if up is None:
        return None
    if up.lemma in stage.role_words("post") and noun.rel == "nmod":
        verb = stage.doc.head(up)
        return verb if verb is not None and verb.lemma in stage.role_words("holding") else None
    giving = up.lemma in stage.role_words("giving") or up.lemma in stage.role_words("being")
    return up if giving and noun.feats.get("Case") == "Ins" else None


def _owner(stage: Stage, verb: Token) -> Part | None:
    """Whom the verb says it of: the object of an active giving verb, else the subject."""
    passive = verb.feats.get("Voice") == "Pass"
    gives = verb.lemma in stage.role_words("giving") and not passive
    who = stage.doc.child(verb, "obj") if gives else stage.doc.child(verb, "nsubj")
    part = stage.on(who.i) if who is not None else None
    return part if part is not None and part.kind == "person" else None
