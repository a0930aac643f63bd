"""From what a reader types to an FTS5 expression that never fails.

протесты Алматы        both words, in any form            "режим чрезвычайного положения"   a phrase, in any form
Токаев OR Назарбаев    either (ИЛИ and | work too)        -полиция                          without this word
стрел*                 words that begin so                ="стрелять"                       exactly this spelling
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice, pairwise, product

from datasette_qantar.search.forms import forms

InIndex = Callable[[str], bool]

NOTHING = '""'  # a valid FTS5 expression that matches no row
_MOST_TERMS = 24
_MOST_FORMS = 120
_MOST_PHRASES = 400

_QUOTES = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"'})
_TERM = re.compile(
    r'(?P<minus>(?<!\S)[-−](?=[\w"=]))?(?P<exact>=)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"|]+)|(?P<bar>\|))(?P<star>\*)?'
)
_WORD = re.compile(r"[^\W_]+")
_OR = {"OR", "ИЛИ"}
_AND = {"AND", "И"}
_NOT = {"NOT", "НЕ"}


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: its words stand side by side."""

    words: tuple[str, ...]
    exact: bool = False
    prefix: bool = False
    excluded: bool = False


def expand(query: str, in_index: InIndex = lambda form: True) -> str:
    """The FTS5 expression for a reader's query. `in_index` tells whether a form occurs in any indexed text.

    Never raises, and never gives an expression that FTS5 refuses; a query that asks for nothing matches nothing.
    """
    groups = [group for group in read(query or "") if group]
    wanted = [[term for term in group if not term.excluded] for group in groups]
    shunned = [term for group in groups for term in group if term.excluded]
    wanted = [group for group in wanted if group]
    if not wanted:
        return NOTHING
    expression = " AND ".join(_any_of([_matching(term, in_index) for term in group]) for group in wanted)
    if not shunned:
        return expression
    return f"({expression}) NOT {_any_of([_matching(term, in_index) for term in shunned])}"


def read(query: str) -> list[list[Term]]:
    """The query as groups of alternatives, all of which must be met: `a b OR c` is `[[a], [b, c]]`."""
    groups: list[list[Term]] = []
    joined = negated = False
    text = unicodedata.normalize("NFC", query).translate(_QUOTES)
    for found in islice(_TERM.finditer(text), 4 * _MOST_TERMS):
        word = found["word"] or ""
        if found["bar"] or word in _OR:
            joined = bool(groups)
        elif word in _NOT:
            negated = True
        elif word not in _AND and (term := _term(found, negated)):
            if joined and not term.excluded:
                groups[-1].append(term)
            else:
                groups.append([term])
            joined = negated = False
    return groups[:_MOST_TERMS]


def _term(found: re.Match[str], negated: bool) -> Term | None:
    raw = found["phrase"] if found["phrase"] is not None else found["word"]
    words = tuple(_WORD.findall(raw.lower()))[:_MOST_TERMS]
    if not words:
        return None
    prefix = bool(found["star"]) or raw.endswith("*")
    return Term(words, exact=bool(found["exact"]), prefix=prefix, excluded=bool(found["minus"]) or negated)


def _matching(term: Term, in_index: InIndex) -> str:
    last = len(term.words) - 1
    spelled = [
        _prefix(word) if term.prefix and i == last else (word,) if term.exact else _forms_met(word, in_index)
        for i, word in enumerate(term.words)
    ]
    star = "*" if term.prefix else ""
    return _phrases(spelled, star)


def _phrases(spelled: list[tuple[str, ...]], star: str) -> str:
    """Every combination of forms as a phrase; where those are too many, every pair of neighbours must stand side by side."""
    combinations = 1
    for words in spelled:
        combinations *= len(words)
    if combinations <= _MOST_PHRASES or len(spelled) < 2:
        return _any_of([f'"{" ".join(words)}"{star}' for words in product(*spelled)])
    if len(spelled) == 2:
        return _any_of([f'"{" ".join(words)}"{star}' for words in islice(product(*spelled), _MOST_PHRASES)])
    pairs = list(pairwise(spelled))
    return "(" + " AND ".join(_phrases(list(pair), star if pair is pairs[-1] else "") for pair in pairs) + ")"


def _forms_met(word: str, in_index: InIndex) -> tuple[str, ...]:
    met = tuple(islice((form for form in forms(word) if in_index(form)), _MOST_FORMS))
    return met or (word,)


def _prefix(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, word.replace("ё", "е"))))


def _any_of(expressions: Iterable[str]) -> str:
    alternatives = list(dict.fromkeys(expressions))
    return alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})"
