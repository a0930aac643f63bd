"""Noun phrases: how far they reach and what they are in the nominative."""

from __future__ import annotations

from collections.abc import Sequence, Set

from etl.morphology import nominative
from etl.records import Doc, Token

QUOTES = '«»"“”„'
INNER = {"nmod", "amod", "det", "flat", "flat:name", "flat:foreign", "conj", "cc", "case", "compound", "nummod", "appos"}


def left(doc: Doc, head: Token, first: int) -> int:
    """Where the phrase begins: adjectives that stand right before the token `first` and agree with the head."""
    start = doc.sentence(head).first
    i = first
    while i > start:
        t = doc.tokens[i - 1]
        adjective = t.pos == "ADJ" or (t.pos == "VERB" and t.feats.get("VerbForm") == "Part")
        if not adjective or t.head != head.i or t.rel not in ("amod", "acl"):
            break
        i -= 1
    return i


def right(doc: Doc, head: Token, last: int, stop: Set[int] = frozenset(), prepositions: bool = False) -> int:
    """Where the phrase ends: the unbroken run of genitives (and, if asked, prepositional attributes) after token `last - 1`.

    It never runs into a token of `stop`, a verb or a clause.
    """
    end = doc.sentence(head).last
    inside = set(range(min(head.i, last - 1), last)) | {head.i}
    good = i = last
    while i < end and i not in stop:
        t = doc.tokens[i]
        if t.text in QUOTES:
            i += 1
            if t.text != "«" and good == i - 1 and doc.text[doc.tokens[last].start : t.start].count(t.text) % 2:
                good = i
            continue
        if not _belongs(doc, t, inside, head, prepositions):
            break
        inside.add(i)
        i += 1
        if t.pos not in ("ADP", "CCONJ", "DET") and not (t.pos == "ADJ" and t.rel == "amod"):
            good = i
    return good


def _belongs(doc: Doc, t: Token, inside: Set[int], head: Token, prepositions: bool) -> bool:
    """Whether the token continues the phrase: it hangs on a token inside, or leads to one that will."""
    if t.pos in ("VERB", "PRON", "SCONJ", "PUNCT", "AUX", "ADV"):
        return False
    if t.rel in ("conj", "cc"):
        up = doc.head(t) if t.rel == "conj" else next(iter(doc.ancestors(doc.head(t) or t)), None)
        return up is not None and up.i in inside and up.i != head.i and up.rel != "appos"
    if t.pos == "ADP" or t.rel in ("amod", "det", "nummod", "case"):
        noun = doc.head(t)
        if t.pos == "ADP" and not prepositions and not (inside - {head.i}):
            return False
        return noun is not None and noun.i > t.i and _hangs(noun, inside, prepositions, doc)
    return _hangs(t, inside, prepositions, doc)


def _hangs(noun: Token, inside: Set[int], prepositions: bool, doc: Doc) -> bool:
    if noun.head not in inside:
        return False
    if noun.rel.startswith("flat") or (noun.rel == "appos" and noun.pos in ("PROPN", "X")):
        return True
    if noun.rel in ("amod", "det"):
        return True
    preposition = doc.child(noun, "case")
    if noun.rel not in ("nmod", "conj") and not (preposition is None and noun.feats.get("Case") == "Gen" and noun.rel == "obl"):
        return False
    return prepositions or (preposition is None and noun.feats.get("Case", "Gen") in ("Gen", "Nom", "Loc"))


def phrase(doc: Doc, first: int, last: int, head: Token) -> str:
    """Tokens first…last in the nominative: the head and its adjectives change, what depends on it stays as it is."""
    tokens = doc.tokens[first:last]
    return joined(doc, tokens, [_form(doc, t, head) for t in tokens])


def _form(doc: Doc, t: Token, head: Token) -> str:
    feats = head.feats
    if t.i == head.i:
        return nominative(t.text, feats)
    if t.i < head.i and t.head == head.i and t.pos in ("ADJ", "DET", "VERB"):
        return nominative(t.text, {k: feats.get(k, "") for k in ("Case", "Number", "Gender")})
    return t.text


def joined(doc: Doc, tokens: Sequence[Token], words: Sequence[str]) -> str:
    """Words with the spaces of the text between them."""
    out = ""
    for k, (token, word) in enumerate(zip(tokens, words, strict=True)):
        gap = doc.text[tokens[k - 1].stop : token.start] if k else ""
        out += (" " if gap else "") + word
    return out


def uncapitalised(doc: Doc, text: str, first: Token) -> str:
    """Without the capital that only the beginning of a sentence gave."""
    begins = first.i == doc.sentence(first).first or doc.tokens[first.i - 1].text in QUOTES + "—-"
    common = first.pos != "PROPN" and not text[:2].isupper()
    return text[:1].lower() + text[1:] if begins and common else text
