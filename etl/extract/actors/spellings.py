"""Spellings of persons' names in one article: which of them are one person, and the fullest name in the nominative."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from etl.extract.actors.name_reading import MANS_SURNAME, Named, is_patronymic
from etl.personal_names import name_nominative

LONG = 6  # letters of a surname in which one may be wrong


def groups(named: list[Named]) -> list[list[Named]]:
    """Full names merge when every word agrees in some nominative; a short name joins the only full name that has it."""
    full: list[list[Named]] = []
    short: list[Named] = []
    for name in sorted(named, key=lambda n: (-len(n.words), n.first)):
        if len(name.words) == 1:
            short.append(name)
            continue
        home = [g for g in full if any(_same_full(name, other) for other in g)]
        if len(home) == 1:
            home[0].append(name)
        else:
            full.append([name])
    for name in short:
        # A surname first, a first name only if no surname fits.
        home = [g for g in full if any(_agree(name.candidates[0], o.candidates[-1]) and _genders(name, o) for o in g)]
        home = home or [g for g in full if any(_agree(name.candidates[0], c) for o in g for c in o.candidates[:-1])]
        if len(home) == 1:
            home[0].append(name)
        elif not home:
            full.append([name])
        else:
            full.append([])  # two persons fit: nobody
            full.pop()
            name.case = "open"
            full.append([name])
    return full


def called_otherwise(people: list[list[Named]], bynames: list[tuple[Named, Named]]) -> list[list[Named]]:
    """The groups, those under a second name («Хемети») put to the person whose it is."""
    for byname, owner in bynames:
        home = next(g for g in people if any(n is owner for n in g))
        same = [g for g in people if g is not home and all(len(n.words) == 1 for n in g)]
        theirs = [g for g in same if any(_agree(n.candidates[0], byname.candidates[0]) for n in g)]
        if len(byname.words) > 1:
            theirs = [g for g in people if g is not home and any(n is byname for n in g)]
        home.extend(n for g in theirs for n in g)
        people = [g for g in people if all(g is not t for t in theirs)]
    return people


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a & b)


def _genders(a: Named, b: Named) -> bool:
    """A woman's surname is no man's: «Назарбаевой» is not «Нурсултан Назарбаев»."""
    return not (a.gender and b.gender and a.gender != b.gender and a.words[-1][-1:] in "аяй" and b.words[-1][-1:] not in "аяй")


def _same_full(a: Named, b: Named) -> bool:
    """«Касым-Жомарта Токаева» and «Касым-Жомарт Токаев»; «Аун Сан Су Чжи» and «Сан Су Чжи»; «А. Белов» and «Александр Белов»."""
    short, long = sorted((a, b), key=lambda n: len(n.words))
    if _patronymic(short) != _patronymic(long) and len(short.words) == len(long.words) == 2:
        return _agree(short.candidates[0], long.candidates[0])  # «Валентина Николаевна» and «Валентина Мезенцева»
    if 1 < len(short.words) < len(long.words) and all(map(_agree, short.candidates, long.candidates)):
        return True  # «Луис Инасиу Лула» and «Луис Инасиу Лула да Силва»
    if len(short.words) == len(long.words) == 2 and _misspelled(short, long):
        return True
    if not _agree(short.candidates[-1], long.candidates[-1]):
        return False
    if len(short.words) == len(long.words):
        return all(
            _agree(x, y) or _initial(v, w) for x, y, v, w in zip(a.candidates, b.candidates, a.words, b.words, strict=True)
        )
    rest = list(long.candidates[:-1])
    return all(any(_agree(c, r) for r in rest) for c in short.candidates[:-1])


def _misspelled(a: Named, b: Named) -> bool:
    """«Джон Хантсман» and «Джон Хантсмен», «Илья Фарбер» and «Илья Фарьер»: one letter within a long surname differs."""
    return _agree(a.candidates[0], b.candidates[0]) and any(
        _but_for_a_letter(x, y) for x in a.candidates[-1] for y in b.candidates[-1]
    )


def _but_for_a_letter(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < LONG or one[-1] != other[-1]:
        return False
    return sum(x != y for x, y in zip(one, other, strict=True)) == 1


def _patronymic(name: Named) -> bool:
    return is_patronymic(name.words[-1].lower())


def _initial(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) <= 2 and long.lower().startswith(short[0].lower())


def best_name(group: list[Named]) -> str:
    """The fullest name, best as the text itself has it in the nominative."""
    gender = Counter(n.gender for n in group if n.gender).most_common(1)
    sex = gender[0][0] if gender else None
    longest = max(len(n.words) for n in group)
    fullest = [n for n in group if len(n.words) == longest]
    fullest = [n for n in fullest if not _patronymic(n)] or fullest  # «Сергей Громов», also called «Сергей Иванович»
    if (surname := _man_alone(group)) and all(n.words[-1] == f"{surname}а" for n in fullest):
        sex, fullest = "Masc", [replace(n, case="Gen") for n in fullest]  # «кабинет Болата Громова … Громов уехал»
    attested = [n for n in fullest if n.case == "Nom"]
    votes = Counter(nominative_of(n, sex) for n in attested or fullest)
    best = votes.most_common(1)[0][0]
    return best if sex == "Fem" else next((v for v in votes if v != best and _declined_from(best, v)), best)


def _man_alone(group: list[Named]) -> str | None:
    """«Громов» standing alone as a nominative: then «Болата Громова» is no woman."""
    alone = (n.words[0] for n in group if len(n.words) == 1 and n.case == "Nom")
    return next((word for word in alone if MANS_SURNAME.search(word)), None)


def _declined_from(form: str, name: str) -> bool:
    """Whether «Фолькера Буфе» is «Фолькер Буфе» in another case, though the tagger took it for a nominative."""
    words = list(zip(form.split(), name.split(), strict=True))
    return all(a == b or (a[:-1] == b and a[-1] in "ауе" and b[-1] not in "аеиоуыэюя") for a, b in words)


def nominative_of(name: Named, gender: str | None) -> str:
    return " ".join(name_nominative(w, name.case, gender) for w in name.words)
