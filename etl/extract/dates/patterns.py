"""The words of dates as pieces of regular expressions, made from date_words.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from etl.vocabulary.entries import DateWord

ADJECTIVE_ENDINGS = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ие", "их", "ими", "ое")
DASH = re.compile(r"[-‑–—−]")
PARTS_OF_DAY = ("morning", "day", "evening", "night")


@dataclass(frozen=True)
class DateWords:
    """The vocabulary's date words by kind, as alternatives and as values."""

    words: tuple[DateWord, ...]

    @cached_property
    def _by_kind_and_form(self) -> dict[tuple[str, str], DateWord]:
        return {(w.kind, form): w for w in self.words for form in w.forms}

    @cached_property
    def _kinds_by_clue(self) -> dict[str, set[str]]:
        clues: dict[str, set[str]] = {}
        for word in self.words:
            for form in word.forms:
                clues.setdefault(max(form.split(), key=len), set()).add(word.kind)
            for ending in ADJECTIVE_ENDINGS if word.adjective else ():
                clues.setdefault(word.adjective + ending, set()).add("adjective")
        return clues

    def clues(self, words: Iterable[str]) -> set[str]:
        """What a sentence of these words has that dates are made of: kinds of date words, `digit`, and the words themselves."""
        lower = {w.lower() for w in words}
        pieces = (piece for w in lower for piece in ((w,) if w.isalpha() else DASH.split(w)))  # «августе—сентябре» is one word
        kinds = {kind for piece in pieces for kind in self._kinds_by_clue.get(piece, ())}
        digit = {"digit"} if any(w[0].isdigit() for w in lower) else set()
        return lower | kinds | digit

    def alternatives(self, kind: str) -> str:
        """A regular expression for any form of any word of this kind, longest first."""
        forms = sorted((f for w in self.words if w.kind == kind for f in w.forms), key=len, reverse=True)
        return "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in forms)

    def word(self, kind: str, form: str) -> DateWord:
        return self._by_kind_and_form[kind, " ".join(form.lower().split())]

    def knows(self, kind: str, form: str) -> bool:
        return (kind, form.lower()) in self._by_kind_and_form

    def number(self, kind: str, form: str) -> int:
        return self.word(kind, form).value

    def value(self, kind: str, form: str | None) -> int | None:
        return self.number(kind, form) if form else None

    def count(self, form: str | None) -> int:
        """A number in digits or words; «день назад» counts one."""
        if form is None:
            return 1
        return int(form) if form.isdecimal() else self.number("number", form)

    def part_of_day(self, form: str | None) -> str | None:
        if not form:
            return None
        kind = "part_of_day" if ("part_of_day", " ".join(form.lower().split())) in self._by_kind_and_form else "part_of_day_noun"
        return PARTS_OF_DAY[self.word(kind, form).value]

    def month_of_adjective(self, stem: str) -> int:
        return next(w.value for w in self.words if w.adjective == stem.lower())

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A rule's pattern: `{month}` and the like stand for the words, blanks for any white space."""
        part = f"{self.alternatives('part_of_day')}|{self.alternatives('part_of_day_noun')}"
        adjectives = [w.adjective for w in self.words if w.adjective]
        pieces = {kind: f"(?P<{kind}>{self.alternatives(kind)})" for kind in {w.kind for w in self.words}} | {
            "other_month": f"(?P<other_month>{self.alternatives('month')})",
            "adjective": f"(?P<adjective>{'|'.join(adjectives)})(?:{'|'.join(ADJECTIVE_ENDINGS)})",
            "count": rf"(?P<count>\d{{1,3}}|{self.alternatives('number')})",
            "part": rf"(?P<part>{part})",
            "part_before": rf"(?:(?:в |на |к )?(?P<part>{part})(?: на| с)? )?",
            "part_after": rf"(?:,? (?P<part_after>{part}))?",
            "year": r"(?P<year>[12]\d{3})(?:(?:-?(?:й|го|м|ого|ом))? (?:года?|году|годом|г\.|гг\.)"
            r"|(?<=19\d\d|20\d\d)-(?:го|м)\b)",
            # «в мае 2020», but not «в мае 2020 человек»
            "plain_year": r"(?P<plain_year>(?:19[4-9]|20[0-4])\d)(?!-|\s+(?:тыс|млн|раз|человек|\w+(?:ов|ев|ей)\b))",
            "that_year": r"(?P<that_year>того же года)",
            "year_word": r"(?: (?:года?|году|годом|годах|годов|годы|г\.|гг\.))",
        }
        pattern = pattern.replace("{its_year}", "(?:,? {year}| {unit_shift} года| {that_year}| {plain_year})?")
        for name, piece in pieces.items():
            pattern = pattern.replace("{" + name + "}", piece)
        return re.compile(rf"\b(?:{pattern})(?!\w)".replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)
