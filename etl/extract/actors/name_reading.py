"""One name of a person as the text spells it: its words, its case and the gender they show."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from etl.morphology import CASES, known_tags, parses, singular
from etl.personal_names import name_candidates, name_gender
from etl.records import Doc, Token

WOMAN = re.compile(r"(?:[оеё]в|ин|[сц]к)(?:ой|ою|ую)$")  # a surname in no nominative: «Саши Громовой»
MANS_SURNAME = re.compile(r"(?:[оеё]в|[иы]н)$")
ARTICLE = re.compile(r"^(?:ал|ел|ас|аз|ан|ар|ад|ат|аш|ет)ь?-")
YOUNGER = re.compile(r"-младш\w+$")  # the son is meant where the article says neither
DOUBLED = re.compile(r"(.)\1")
# How surnames end in the cases in which first names have forms of their own; «Паулу Гонсалвеш» is no dative.
OBLIQUE = {"Dat": ("у", "ю", "ой", "е"), "Ins": ("м", "ой", "ей")}
OF_A_WOMAN = re.compile(r"(?:[оеё]в|[иы]н)ой$")
APOSTROPHES = ("'", "’", "‘", "ʼ", "`")


@dataclass
class Named:
    """One spelling of a person's name in the text."""

    first: int
    last: int
    words: tuple[str, ...]
    case: str | None
    gender: str | None
    candidates: tuple[frozenset[str], ...] = field(default=())

    def __post_init__(self) -> None:
        self.candidates = tuple(frozenset(map(_sounded, name_candidates(YOUNGER.sub("", w)))) for w in self.words)


def _sounded(word: str) -> str:
    """Without what transcriptions differ in: «Буффе» and «Буфе», «Бэйкер» and «Бейкер», «аз-Заркави» and «Заркави»."""
    return ARTICLE.sub("", DOUBLED.sub(r"\1", word).replace("э", "е"))


def named(doc: Doc, first: int, last: int) -> Named:
    tokens = [t for t in doc.tokens[first:last] if t.text[0].isalpha()]
    words = _words(doc, tokens)
    head = next((t for t in tokens if len(t.text) > 1), tokens[0])
    if len(words) > 1 and tokens[-1].feats.get("Number") == "Plur" and head.feats.get("Number") != "Plur":
        words = (*words[:-1], singular(words[-1]))  # «братья Иван и Петр Громовы»
    if len(words) == 3 and is_patronymic(words[2].lower()) and not is_patronymic(words[1].lower()):
        words = (words[1], words[2], words[0])  # «Громов Олег Иванович»
    case = _case(doc, tokens, head, words)
    gender = name_gender(words) if case == "Nom" else _womans(words)
    return Named(first, last, words, case, gender or _tagged_gender(doc, tokens))


def _womans(words: tuple[str, ...]) -> str | None:
    """Whether the surname is a woman's in any of her cases: «Ниной Толстой» by the first name, «Лазутиной» by itself."""
    return "Fem" if (len(words) > 1 and WOMAN.search(words[-1])) or OF_A_WOMAN.search(words[-1]) else None


def _case(doc: Doc, tokens: list[Token], head: Token, words: tuple[str, ...]) -> str | None:
    """The case of the whole name: what the tagger says, but for «Карлом-Георгом Вельманом», «с певицей Соной Громян» taken for
    nominatives, and for «главы района Айдоса Серикова», half taken for one: it stands in the case of its office."""
    cases = Counter(t.feats["Case"] for t in tokens if "Case" in t.feats)
    case = head.feats.get("Case") or (cases.most_common(1)[0][0] if cases else None)
    if (
        len(words) > 1
        and case == "Nom"
        and (all(len(w) > 4 and w.endswith(("ом", "ем")) for w in words) or _womans_ins(words[0]))
    ):
        return "Ins"
    only = _only_case(words[0]) if len(words) > 1 else None
    if only is not None and words[-1].endswith(OBLIQUE.get(only, ())):
        return only
    up = doc.head(head) if case in ("Nom", "Gen") and head.rel == "appos" else None
    theirs = up.feats.get("Case") if up is not None and up.feats.get("Animacy") == "Anim" else None
    return theirs if theirs in cases else case


@lru_cache(maxsize=5_000)
def _only_case(word: str) -> str | None:
    """The one case in which a first name of the dictionary is so spelled: «Жоржу» is a dative, whatever the tagger thinks."""
    tags = known_tags(word.lower())
    found = {case for case, mark in CASES.items() for tag in tags if mark in tag}
    return found.pop() if len(found) == 1 and all("Name" in tag and "sing" in tag for tag in tags) else None


@lru_cache(maxsize=5_000)
def _womans_ins(word: str) -> bool:
    """«Соной», but not «Толстой»."""
    return len(word) > 4 and word.endswith("ой") and not any("nomn" in tag for tag in known_tags(word.lower()))


def _words(doc: Doc, tokens: list[Token]) -> tuple[str, ...]:
    """A name's words: an initial with its full stop, «О’Брайен» as one."""
    words: list[str] = []
    for i, token in enumerate(tokens):
        between = doc.text[tokens[i - 1].stop : token.start] if i else ""
        if between in APOSTROPHES:
            words[-1] = f"{words[-1].removesuffix('.')}{between}{token.text}"
        else:
            initial = len(token.text) == 1 and not _own_word(doc, tokens, i)
            words.append(token.text + "." * initial)
    return tuple(words)


def _own_word(doc: Doc, tokens: list[Token], i: int) -> bool:
    """«Ван И»: the last word of a name, with no full stop behind but a sentence's."""
    after = doc.text[tokens[i].stop : tokens[i].stop + 1]
    ends = tokens[i].i + 2 >= doc.sentence(tokens[i]).last and not MANS_SURNAME.search(tokens[0].text)  # but «Громов И.»
    return 0 < i == len(tokens) - 1 and (after != "." or ends)


def share_surname(doc: Doc, names: list[Named]) -> list[Named]:
    """«братья Иван и Олег Громовы»: neighbours in text order, a first name and a name with a plural surname, are both Громов."""
    for k, (one, other) in enumerate(pairwise(names)):
        family = FAMILY.fullmatch(doc.tokens[other.last - 1].text)
        if family is None or len(one.words) > 1 or len(other.words) < 2 or other.first - one.last != 1:
            continue
        for i, name in ((k, one), (k + 1, other)):
            given = name.words[: max(1, len(name.words) - 1)]
            surname = _of_a_family(family, name_gender(given) or name.gender)
            names[i] = Named(name.first, name.last, (*given, surname), name.case, name.gender)
    return names


FAMILY = re.compile(r"(\w+?(?:[оеё]в|[иы]н))ы(?:х|м|ми)?|(\w+[сц]к)и(?:е|х|м|ми)")  # Громовы, Громовых, Ланские, Ланских


def _of_a_family(family: re.Match[str], gender: str | None) -> str:
    if family[1]:
        return str(family[1]) + ("а" if gender == "Fem" else "")
    return str(family[2]) + ("ая" if gender == "Fem" else "ий")


def _tagged_gender(doc: Doc, tokens: list[Token]) -> str | None:
    """What the verb («сообщила»), a woman's calling before the name («певица») or, failing these, the tagger says."""
    head = tokens[0]
    noun = up if head.rel == "appos" and (up := doc.head(head)) is not None else head
    verb = doc.head(noun)
    subject = noun.rel.startswith("nsubj") or (verb is not None and _taken_for_an_agent(doc, noun, verb, tokens))
    if subject and verb is not None and verb.feats.get("Gender") in ("Masc", "Fem"):
        return verb.feats["Gender"]
    if noun is not head and noun.feats.get("Gender") == "Fem" and noun.feats.get("Animacy") == "Anim":
        return "Fem"
    votes = Counter(t.feats["Gender"] for t in tokens if t.feats.get("Gender") in ("Masc", "Fem"))
    return votes.most_common(1)[0][0] if votes else None


def _taken_for_an_agent(doc: Doc, noun: Token, verb: Token, name: list[Token]) -> bool:
    """«выпущена Аун Сан Су Чжи»: nobody declines the name, and nobody else can have been set free."""
    declined = any(t.text.endswith(("ом", "ем", "ым", "ой", "ей")) for t in name)
    return noun.rel == "obl:agent" and not declined and doc.child(verb, "nsubj", "nsubj:pass") is None


@lru_cache(maxsize=20_000)
def is_patronymic(word: str) -> bool:
    return any("Patr" in p.tag for p in parses(word))
