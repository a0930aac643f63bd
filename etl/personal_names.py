"""Names of persons in their forms: which nominatives a form may come from, by the dictionary or as foreign names are declined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from etl.morphology import (
    CASES,
    CYRILLIC,
    GENDERS,
    GENITIVE,
    NOMINATIVE_SINGULAR,
    cased_like,
    inflect,
    known_forms,
    known_tags,
    parses,
)

Endings = dict[str, tuple[tuple[str, str], ...]]  # by case: an ending and that of the nominative

# Endings that a masculine foreign name takes; what is cut leaves the nominative («Блинкеном» → «Блинкен»).
FOREIGN_ENDINGS = {"Gen": "а|я", "Dat": "у|ю", "Acc": "а|я", "Ins": "ом|ем", "Loc": "е"}
# Names of other languages that Russian never declines («Имамоглу», «Мамед-заде», «Кайратулы»).
INDECLINABLE = re.compile(r"(?:оглу|оглы|огли|кызы|гызы|\w{4}улы|уулу|швили|дзе|заде)$", re.IGNORECASE)
PARTICLE = re.compile("да|де|ди|дю|ду|дос|дель|делла|дер|ден|ван|фон|ле|ла|бен|бин|ибн|аль|эль")
# Men whose names end in -а are declined like women's.
A_DECLENSION: Endings = {
    "Gen": (("ы", "а"), ("ги", "га"), ("хи", "ха"), ("ии", "ия")),
    "Dat": (("ии", "ия"),),
    "Loc": (("ии", "ия"),),
    "Acc": (("у", "а"), ("ю", "я")),
    "Ins": (("ой", "а"), ("ей", "я")),
}
WOMANS_ENDINGS: Endings = {"Dat": (("ие", "ия"), ("е", "а")), "Loc": (("ие", "ия"), ("е", "а"))}


@lru_cache(maxsize=20_000)
def name_candidates(word: str) -> frozenset[str]:
    """Every nominative a form of a person's name may come from: «Токаева» → {токаев, токаева}. Lower case, ё as е."""
    plain = word.lower().replace("ё", "е")
    if INDECLINABLE.search(plain):
        return frozenset({plain})
    found = {plain, *(form.replace("ё", "е") for form in _name_nominatives(plain))}
    known = known_tags(plain) or [p.tag for p in parses(plain) if p.is_known]
    if not any({"Surn", "Name"} & tag.grammemes and _declined(tag) for tag in known):
        found |= {re.sub(f"(?:{e})$", "", plain) for e in FOREIGN_ENDINGS.values() if len(plain) > 4}
        found |= {re.sub("(?:ы|у|ой|е)$", "а", plain), re.sub("(?:и|ю|ей|е)$", "я", plain), re.sub("(?:я|ю|ем|е)$", "ь", plain)}
    return frozenset(found)


def _name_nominatives(word: str) -> Iterator[str]:
    """The nominative singular of every parse that is a noun or an adjective."""
    known = known_forms(word, NOMINATIVE_SINGULAR)
    for tag, nominative in known:
        if _declined(tag) and nominative:
            yield nominative
    for parse in () if known else parses(word):
        if _declined(parse.tag) and (nominative := inflect(parse, NOMINATIVE_SINGULAR)):
            yield nominative


def _declined(tag: Any) -> bool:
    return tag.POS in ("NOUN", "ADJF") and "plur" not in tag.grammemes


def name_nominative(word: str, case: str | None, gender: str | None) -> str:
    """A word of a person's name in the nominative, by the case and gender of the whole name."""
    if case in (None, "Nom") or PARTICLE.fullmatch(word) or not CYRILLIC.search(word) or INDECLINABLE.search(word):
        return word
    double = all(part[:1].isupper() and len(part) > 2 for part in word.split("-"))
    if "-" in word and (word.rsplit("-", 1)[1].islower() or (double and case == "Ins")):  # «Буша-младшего», «Карлом-Георгом»
        return "-".join(name_nominative(part, case, gender) for part in word.split("-"))
    best = _name_parse(word.lower(), str(case), gender)
    if best is not None:
        return cased_like(best, word)
    return _foreign_woman(word, str(case)) if gender == "Fem" else _foreign_man(word, str(case))


@lru_cache(maxsize=5_000)
def name_genitive(name: str, gender: str | None) -> str:
    """A person's name in the genitive: «Олег Громов» → «Олега Громова»; a word that nothing declines stays."""
    words = name.split()
    return " ".join(_name_genitive(word, gender) for word in words) if len(words) < 4 else name


def _name_genitive(word: str, gender: str | None) -> str:
    wanted = {"nomn", "sing", GENDERS.get(gender or "", "sing")}
    for parse in parses(word.lower()):
        if wanted <= set(parse.tag.grammemes) and {"Surn", "Name", "Patr"} & set(parse.tag.grammemes):
            return cased_like(inflect(parse, GENITIVE) or word, word)
    if gender == "Masc" and re.search("[бвгджзклмнпрстфхцчшщ]$", word):
        return word + "а"
    return word[:-1] + "я" if gender == "Masc" and word.endswith(("й", "ь")) else word


def _foreign_woman(word: str, case: str) -> str:
    """A woman's name the dictionary does not know: «Малалы» → «Малала», «Урсуле» → «Урсула»."""
    for ending, nominative_ending in (*A_DECLENSION.get(case, ()), *WOMANS_ENDINGS.get(case, ())):
        if word.endswith(ending):
            return word.removesuffix(ending) + nominative_ending
    return word


def _foreign_man(word: str, case: str) -> str:
    """A man's name the dictionary does not know: «Скрипаля» → «Скрипаль», «Салеха» → «Салех», «Манделой» → «Мандела», «Абием» →
    «Абий»."""
    for ending, nominative_ending in A_DECLENSION.get(case, ()):
        if word.endswith(ending):
            return word.removesuffix(ending) + nominative_ending
    for ending in FOREIGN_ENDINGS[case].split("|"):
        if re.search(f"[бвгджзйклмнпрстфхцчшщ]{ending}$", word):
            soft = ending in ("я", "ю") or (ending == "ем" and word[-3] not in "жцчшщй")
            return word.removesuffix(ending) + ("ь" if soft else "")
        if ending in ("я", "ю", "ем") and re.search(f"[аеиоуэ]{ending}$", word):
            return word.removesuffix(ending) + "й"
    return word


@lru_cache(maxsize=20_000)
def _name_parse(word: str, case: str, gender: str | None) -> str | None:
    wanted = {CASES[case], "sing"}
    fits = [p for p in parses(word) if wanted <= set(p.tag.grammemes) and p.tag.POS in ("NOUN", "ADJF")]
    if gender:
        fits = [p for p in fits if p.tag.gender == GENDERS.get(gender) or "ms-f" in p.tag]
    fits.sort(key=lambda p: not {"Surn", "Name", "Patr"} & set(p.tag.grammemes))
    for parse in fits:
        form = inflect(parse, NOMINATIVE_SINGULAR)
        # That «Хафтару» is never declined, only its ending tells; but «Антониу» in the accusative is not «Антониа».
        guessed = form == word and not parse.is_known and case != "Acc"
        if form and not guessed and ("anim" in parse.tag or not parse.is_known or parse.tag.POS == "ADJF"):
            return form
    return None


RUSSIAN_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[сц]к(?:ий|ой))а?$|[сц]кая$")


def name_gender(words: Iterable[str]) -> str | None:
    """The gender that first names, patronymics and surnames tell: «Ирина» → Fem.

    None where they tell nothing or contradict each other («Болат Громова»).
    """
    told = {gender for word in words if (gender := _word_gender(word.lower()))}
    return told.pop() if len(told) == 1 else None


@lru_cache(maxsize=20_000)
def _word_gender(word: str) -> str | None:
    """Of a word that the dictionary knows as a name, or that ends as Russian surnames do."""
    sure = RUSSIAN_SURNAME.search(word) is not None
    tags = [
        p.tag
        for p in parses(word)
        if {"Name", "Patr", "Surn"} & set(p.tag.grammemes) and "ms-f" not in p.tag and (sure or p.is_known)
    ]
    genders = {t.gender for t in tags if "nomn" in t and "sing" in t}
    return {v: k for k, v in GENDERS.items()}.get(genders.pop()) if len(genders) == 1 else None
