"""Russian word forms: cached pymorphy3 parses, and words and phrases brought to the nominative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from pymorphy3 import MorphAnalyzer
from pymorphy3.units import DictionaryAnalyzer, KnownPrefixAnalyzer, KnownSuffixAnalyzer, UnknownPrefixAnalyzer

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
NOMINATIVE, NOMINATIVE_SINGULAR, GENITIVE = frozenset({"nomn"}), frozenset({"nomn", "sing"}), frozenset({"gent"})
OPENING = 3  # letters
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


@lru_cache(maxsize=1)
def analyzer() -> MorphAnalyzer:
    """The dictionary, loaded at the first call."""
    return MorphAnalyzer()


@lru_cache(maxsize=20_000)  # two kilobytes each: a larger cache would make the process grow for thousands of articles
def parses(word: str) -> tuple[Any, ...]:
    """What pymorphy3 knows of a word form, the likeliest parse first."""
    return tuple(analyzer().parse(word))


INITIAL = 2  # letters: what is so short may also be an initial, which no dictionary has
BY_ENDING = (KnownPrefixAnalyzer, KnownSuffixAnalyzer, UnknownPrefixAnalyzer)  # they guess which known word it is declined like


def inflect(parse: Any, grammemes: frozenset[str]) -> str | None:
    """The parse's word in the form the grammemes ask for, the one pymorphy3 would choose; None if there is no such form.

    pymorphy3 builds the whole lexeme at each call. Which form is chosen depends only on the paradigm, so that is found once,
    and of the word only its ending is exchanged.
    """
    (method, _, *place), *guesses = parse.methods_stack
    if isinstance(method, DictionaryAnalyzer) and all(isinstance(g[0], BY_ENDING) for g in guesses):
        paradigm, form = place
        return _inflected(parse.word, paradigm, form, grammemes)
    inflected = parse.inflect(grammemes)
    return inflected.word if inflected else None


def _inflected(word: str, paradigm: int, form: int, grammemes: frozenset[str]) -> str | None:
    chosen = _chosen(paradigm, form, grammemes)
    if chosen is None:
        return None
    (prefix, _, ending), (new_prefix, _, new_ending) = _forms(paradigm)[form], _forms(paradigm)[chosen]
    return f"{new_prefix}{word.removeprefix(prefix).removesuffix(ending)}{new_ending}"


@lru_cache(maxsize=5_000)
def _forms(paradigm: int) -> list[tuple[str, Any, str]]:
    """Prefix, tag and ending of each form."""
    return list(analyzer().dictionary.build_paradigm_info(paradigm))


@lru_cache(maxsize=20_000)
def _chosen(paradigm: int, form: int, grammemes: frozenset[str]) -> int | None:
    """Of a paradigm's forms that have all the grammemes the one that is most like the given one, of equals the nearest.

    So «высшего» becomes «высший» and not «высочайший».
    """
    tags = [tag for _, tag, _ in _forms(paradigm)]
    fit = [i for i, tag in enumerate(tags) if grammemes <= tag.grammemes]
    if not fit:
        grammemes = frozenset(analyzer().TagClass.fix_rare_cases(grammemes))
        fit = [i for i, tag in enumerate(tags) if grammemes <= tag.grammemes]
    if len(fit) < 2:
        return fit[0] if fit else None
    wanted = tags[form].updated_grammemes(grammemes)
    return max(fit, key=lambda i: (len(wanted & tags[i].grammemes) - 0.1 * len(wanted ^ tags[i].grammemes), -abs(i - form)))


@lru_cache(maxsize=100_000)  # a newsroom uses so many word forms; fewer would be looked up again and again
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form the word form may belong to, and the form itself; lower case, ё as е."""
    plain = word.lower().replace("ё", "е")
    if not CYRILLIC.search(plain):
        return frozenset({plain})
    return frozenset({plain, *(form.replace("ё", "е") for form in dictionary_forms(plain))})


def phrase_lemmas(phrase: str) -> frozenset[str]:
    """Every dictionary form of each of the words."""
    return frozenset(lemma for word in phrase.split() for lemma in lemmas(word))


def dictionary_forms(word: str, grammemes: frozenset[str] | None = None) -> Iterator[str]:
    """The dictionary form of every parse; with grammemes also the form that has these, where there is one."""
    known = _known(word)
    for spelled, paradigm, form in known:
        yield analyzer().dictionary.build_normal_form(paradigm, form, spelled)
        if grammemes and (inflected := _inflected(spelled, paradigm, form, grammemes)):
            yield inflected
    for parse in () if known else parses(word):
        yield parse.normal_form
        if grammemes and (inflected := inflect(parse, grammemes)):
            yield inflected


def all_forms(word: str) -> set[str]:
    """Every form of every word that this may be a form of, itself included; lower case, with ё and with е for it."""
    forms = {word.lower(), *(form.word for parse in parses(word.lower()) for form in parse.lexeme)}
    return forms | {form.replace("ё", "е") for form in forms}


def openings(words: Iterable[str], letters: int = OPENING) -> frozenset[str]:
    """The first letters of all forms of these words, in lower case: a word that begins otherwise is a form of none of them.

    To be asked before the dictionary is, since nearly every word of an article is none of those a rule looks for.
    """
    return frozenset(form[:letters] for word in words for form in all_forms(word))


def tags(word: str) -> list[Any]:
    """The grammemes of every parse, in no order."""
    return known_tags(word) or [p.tag for p in parses(word)]


def known_forms(word: str, grammemes: frozenset[str]) -> list[tuple[Any, str | None]]:
    """Of each entry of a dictionary word the tag, and the form that has these grammemes; empty for other words."""
    return [
        (tag, _inflected(spelled, paradigm, form, grammemes))
        for (spelled, paradigm, form), tag in zip(_known(word), known_tags(word), strict=True)
    ]


def known_tags(word: str) -> list[Any]:
    """The grammemes of each entry of a dictionary word; empty for other words."""
    return [analyzer().dictionary.build_tag_info(paradigm, form) for _, paradigm, form in _known(word)]


@lru_cache(maxsize=5_000)  # several rules in a row ask for one word
def _known(word: str) -> list[tuple[str, int, int]]:
    """Spelling, paradigm and form of each entry of a dictionary word. A parse also tells how likely it is: that takes longer."""
    if len(word) <= INITIAL:
        return []
    found = analyzer().dictionary.words.similar_items(word.lower(), analyzer().char_substitutes)
    return [(spelled, paradigm, form) for spelled, entries in found for paradigm, form in entries]


def cased_like(word: str, pattern: str) -> str:
    """The word with the pattern's capitals: «мид» like «МИДа» is «МИД», «токаев» like «Токаеву» is «Токаев».

    The dictionary writes ё; a text that does not keeps its е.
    """
    word = word if "ё" in pattern.lower() else word.replace("ё", "е")
    if len(pattern) > 1 and pattern[:2].isupper() and pattern[1] != "-":
        return "".join(c.upper() if i >= len(pattern) or pattern[i].isupper() else c for i, c in enumerate(word))
    parts = [w[:1].upper() + w[1:] if p[:1].isupper() else w for w, p in zip(word.split("-"), pattern.split("-"), strict=False)]
    return "-".join(parts) if len(parts) == len(word.split("-")) else word[:1].upper() + word[1:]


def fitting(word: str, feats: Mapping[str, str]) -> list[Any]:
    """The parses ordered by how well they agree with the tagger's case, number and gender."""
    case, number, gender = (m.get(feats.get(f, "")) for m, f in ((CASES, "Case"), (NUMBERS, "Number"), (GENDERS, "Gender")))

    def disagreement(parse: Any) -> tuple[bool, bool, bool]:
        tag = parse.tag
        return (
            bool(case) and tag.case not in (case, {"loct": "loc2", "gent": "gen2"}.get(case or "")),
            bool(number) and tag.number not in (number, None),
            bool(gender) and number != "plur" and tag.gender not in (gender, None),
        )

    return sorted(parses(word), key=disagreement)


@lru_cache(maxsize=20_000)
def _nominative(word: str, case: str, number: str, gender: str) -> str:
    feats = {"Case": case, "Number": number, "Gender": gender}
    for parse in fitting(word, feats)[:1]:
        wanted = {"nomn", NUMBERS.get(number, parse.tag.number or "sing")}
        if parse.tag.POS in ("ADJF", "PRTF") and gender in GENDERS and number != "Plur":
            wanted.add(GENDERS[gender])
        if form := inflect(parse, frozenset(wanted)):
            return form
    return word.lower()


def nominative(word: str, feats: Mapping[str, str]) -> str:
    """The word in the nominative, its number (and an adjective's gender) kept: «миротворческих» → «миротворческие»."""
    if not CYRILLIC.search(word) or feats.get("Case", "Nom") == "Nom":
        return word
    if word.isupper() and len(word) > 1:
        return word
    if ordinal := re.fullmatch(r"(\d+)-\w{1,3}", word):
        return f"{ordinal[1]}-{_ordinal_ending(feats)}"
    form = _nominative(word, feats["Case"], feats.get("Number", ""), feats.get("Gender", ""))
    return cased_like(form, word)


def _ordinal_ending(feats: Mapping[str, str]) -> str:
    """«58-й армии» → «58-я»."""
    return "е" if feats.get("Number") == "Plur" else {"Fem": "я", "Neut": "е"}.get(feats.get("Gender", ""), "й")


def genitive(phrase: str) -> str:
    """A name in the nominative put into the genitive: «Саудовская Аравия» → «Саудовской Аравии», «США» → «США».

    Only its adjectives and its first noun change: «Министерство обороны» → «Министерства обороны».
    """
    return in_case(phrase, "Gen")


TOWN_ENDINGS = {"gent": "ая", "datv": "ую", "ablt": ("ом", "ем"), "loct": "ее"}  # after hard consonants, for -й


@lru_cache(maxsize=20_000)
def in_case(phrase: str, case: str) -> str:
    """The same for any case: «Минфин России» and Loc → «Минфине России»."""
    words = phrase.split()
    noun = next((i for i, w in enumerate(words) if not _adjective(w)), len(words))
    return " ".join(_in_case(w, CASES[case]) if i <= noun else w for i, w in enumerate(words))


def _adjective(word: str) -> bool:
    return word[0].isdigit() or any(p.tag.POS in ("ADJF", "PRTF") for p in parses(word.lower()))


def _in_case(word: str, case: str) -> str:
    if case == "gent" and (ordinal := re.fullmatch(r"(\d+)-(й|е|я)", word)):
        return f"{ordinal[1]}-{'й' if ordinal[2] == 'я' else 'го'}"
    if not CYRILLIC.search(word) or (word.isupper() and len(word) > 1):
        return word
    first, hyphen, last = word.partition("-")
    known = any(p.is_known for p in parses(word))  # «Петропавловска-Камчатского»
    if hyphen and last[:1].isupper() and not (known and _adjective(last)) and (declined := _in_case(last, case)) != last:
        return f"{first}-{declined}"  # «Нью-Йорка», «Джалал-Абадской»
    nominatives = [p for p in parses(word) if "nomn" in p.tag]
    # «Кийского», whatever comes first; «Бургаса» is not spelled like an abbreviation
    nominatives.sort(key=lambda p: ("Abbr" in p.tag, "sing" not in p.tag, not p.is_known and "ADJF" not in p.tag))
    form = inflect(nominatives[0], frozenset({case})) if nominatives else None
    form = form or _like_a_town(word, case)
    return cased_like(form, word) if form else word


def _like_a_town(word: str, case: str) -> str | None:
    """«Жанаозена», «Семея»: a name that the dictionary takes for a form of something else, declined as most towns are."""
    hard = re.search("[бвгджзклмнпрстфхцчшщ]$", word) is not None
    soft = re.search("[еэи]й$", word) is not None  # not «Полевской»
    if not word[0].isupper() or case not in TOWN_ENDINGS or not (hard or soft):
        return None
    return word + TOWN_ENDINGS[case][0] if hard else word[:-1] + TOWN_ENDINGS[case][1]


@lru_cache(maxsize=20_000)
def singular(word: str, gender: str = "Masc") -> str:
    """A plural noun, surname or adjective in the nominative singular: «актеры» → «актер», «Царнаевы» → «Царнаев»."""
    for parse in parses(word.lower()):
        if "plur" in parse.tag and parse.tag.POS in ("NOUN", "ADJF"):
            wanted = NOMINATIVE_SINGULAR | ({GENDERS[gender]} if parse.tag.POS == "ADJF" else set())
            if form := inflect(parse, wanted):
                return cased_like(form, word)
    return word
