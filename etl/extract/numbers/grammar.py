"""Number words and digits put together: «2 265», «1 тыс. 550», «двадцать пять», «от 10 до 15 тысяч», «десятки тысяч»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from etl.extract.numbers.atoms import Atom, atoms
from etl.extract.numbers.lasting import lasting
from etl.extract.numbers.number import Number
from etl.extract.words import DASHES
from etl.records import Doc, Record, Sentence, Token
from etl.vocabulary import Vocabulary

SEVERAL = 2  # «десятки», «сотни» mean two of them or more


@dataclass(frozen=True, slots=True)
class Line(Record):
    """One sentence's tokens with the atoms among them, by token position."""

    doc: Doc
    sentence: Sentence
    atoms: Mapping[int, Atom]

    def word(self, i: int) -> str:
        inside = self.sentence.first <= i < self.sentence.last
        return self.doc.tokens[i].text.lower() if inside else ""

    def token(self, i: int) -> Token:
        return self.doc.tokens[i]


def quantities(doc: Doc, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Number]:
    """The numbers of a sentence in text order, without their comparators."""
    pieces = atoms(doc.words(sentence), vocabulary)
    pieces |= {i: bare for i, bare in lasting(doc.words(sentence), vocabulary).items() if i - 1 not in pieces}
    line = Line(doc, sentence, pieces)
    done = sentence.first
    for i in sorted(pieces):
        # «от 10 до 15» begins a word before its number.
        opening = i - 1 if line.word(i - 1) == "от" else i
        for start in (opening, i):
            number = next((found for rule in RULES if start >= done and (found := rule(line, start))), None)
            if number:
                yield _signed(line, number)
                done = number.last
                break


def _signed(line: Line, number: Number) -> Number:
    """«минус 30 градусов»"""
    if number.value is None or line.word(number.first - 1) != "минус":
        return number
    first = number.first - 1
    return replace(number, first=first, opens=min(first, number.opens), value=-number.value)


def span_of_two(line: Line, i: int) -> Number | None:
    """«от 10 до 15 тысяч», «10 – 15 человек», «два или три»."""
    start = i + 1 if line.word(i) == "от" else i
    low = amount(line, start)
    if low is None or low.value is None or low.fraction:
        return None  # «половина - 54% опрошенных»: the same share in words and in percent
    joint = line.word(low.last)
    joined = joint == "до" if start > i else joint in DASHES or joint == "или"
    high = amount(line, low.last + 1) if joined else None
    if high is None or high.value is None:
        return None
    least = low.value * _shared_multiplier(line, low, high)
    if least >= high.value or (joint == "или" and high.value > 2 * least):
        return None
    return Number(low.first, high.last, i, high.last, None, least, high.value, "range")


def amount(line: Line, i: int) -> Number | None:
    """A number without comparator that begins at this token."""
    first = line.atoms.get(i)
    if first is None:
        return None
    if first.kind == "bare":
        number = Number(i, i + 1, i, i + 1, 1.0, bare=True)
        return replace(number, value=None, least=SEVERAL, comparator="vague") if first.plural else number
    if first.kind == "compound":
        return Number(i, i + 1, i, i + 1, first.value, adjective=first.adjective)
    if first.kind == "range":
        factor, last, _ = _multipliers(line, i + 1)
        return Number(i, last, i, last, None, first.value * factor, (first.most or 0) * factor, "range")
    if first.kind == "fraction":
        factor, last, _ = _multipliers(line, i + 1)  # «четверть миллиона»
        return Number(i, last, i, last, first.value * factor, fraction=last == i + 1)
    if first.kind == "cardinal" and (part := line.atoms.get(i + 1)) and part.kind == "fraction":
        return Number(i, i + 2, i, i + 2, round(first.value * part.value, 2), fraction=True)
    return _vague(line, i, first) or _sum(line, i)


RULES = (span_of_two, amount)


def _vague(line: Line, i: int, first: Atom) -> Number | None:
    """«десятки», «сотни тысяч», «несколько десятков»: only a lower bound."""
    if first.kind == "vague":
        factor, last, _ = _multipliers(line, i + 1)
        return Number(i, last, i, last, None, first.value * factor, comparator="vague")
    if first.kind == "multiplier" and (first.plural or _is_object(line, i)) and not _wants_singular(line, i):
        factor, last, _ = _multipliers(line, i)
        return Number(i, last, i, last, None, SEVERAL * factor, comparator="vague")
    return None


def _wants_singular(line: Line, i: int) -> bool:
    """«более тысячи», «около сотни»: the form is a genitive singular, whatever the tagger says."""
    before = line.word(i - 1)
    return before in GENITIVE_BEFORE and line.word(i).endswith(("и", "а", "ы"))


GENITIVE_BEFORE = {"более", "больше", "свыше", "около", "до", "менее", "меньше", "порядка", "полутора"}


def _is_object(line: Line, i: int) -> bool:
    """«набрал тысячи просмотров»: no verb but one of reaching takes a genitive singular, whatever the tagger says."""
    before = line.token(i - 1) if line.word(i - 1) else None
    return before is not None and before.pos == "VERB" and before.lemma not in REACHING and line.word(i).endswith(("и", "ы"))


REACHING = {"достигать", "достигнуть", "достичь"}


def _sum(line: Line, i: int) -> Number | None:
    """«двадцать пять», «1 тыс. 550», «157 тысяч 700», «тысяча»."""
    total, limit, last, loose = 0.0, float("inf"), i, False
    while True:
        group = _group(line, last)
        factor, end, plain = _multipliers(line, group[1] if group else last)
        if group is None and (end == last or total):
            break
        term = (group[0] if group else 1.0) * factor
        if term >= limit:
            break
        total, last, loose = total + term, end, group is None and plain
        if factor == 1.0:
            break
        limit = factor
    if last == i:
        return None
    return Number(i, last, i, last, total, comparator="about" if loose else "exact")


def _group(line: Line, i: int) -> tuple[float, int] | None:
    """Digits («2 265», «1,252 млн») or cardinals that fall («двадцать пять»), and the token after them."""
    first = line.atoms.get(i)
    if first is None or first.kind not in ("digits", "cardinal"):
        return None
    if first.kind == "digits":
        decimal = re.fullmatch(r"(\d{1,3}),(\d{3})", line.word(i))
        if decimal and (now := line.atoms.get(i + 1)) and now.kind == "multiplier":
            return float(f"{decimal[1]}.{decimal[2]}"), i + 1
        return _spaced_digits(line, i)
    total, smallest = first.value, first.value
    i += 1
    while (now := line.atoms.get(i)) and now.kind == "cardinal" and now.value < smallest and smallest >= 20:
        total, smallest, i = total + now.value, now.value, i + 1
    return total, i


def _spaced_digits(line: Line, i: int) -> tuple[float, int]:
    """Groups of three digits with one space between: «2 265», «1 250 000»."""
    text, last = line.word(i), i + 1
    while text.isdigit() and len(text) <= 12 and len(line.word(i)) <= 3 and _three_digits_follow(line, last):
        text, last = text + line.word(last), last + 1
    found = line.atoms[i]
    return (float(text) if last > i + 1 else found.value), last


def _three_digits_follow(line: Line, i: int) -> bool:
    word = line.word(i)
    return len(word) == 3 and word.isdigit() and line.token(i).start == line.token(i - 1).stop + 1


def _multipliers(line: Line, i: int) -> tuple[float, int, bool]:
    """The product of the multipliers from here, the token after them, and whether they are a loose guess."""
    factor, loose = 1.0, False
    while (now := line.atoms.get(i)) and now.kind == "multiplier":
        factor, loose, i = factor * now.value, now.loose, i + 1
        if line.word(i) == "." and line.word(i - 1) in ("тыс", "млн", "млрд", "трлн"):
            i += 1
    return factor, i, loose


def _shared_multiplier(line: Line, low: Number, high: Number) -> float:
    """«от 10 до 15 тысяч»: the multiplier of the second number belongs to the first too."""
    has_own = any(line.atoms[k].kind == "multiplier" for k in range(low.first, low.last) if k in line.atoms)
    factors = [
        line.atoms[k].value for k in range(high.first, high.last) if k in line.atoms and line.atoms[k].kind == "multiplier"
    ]
    if has_own or not factors or high.value is None or low.value is None:
        return 1.0
    return factors[0] if low.value * factors[0] < high.value else 1.0
