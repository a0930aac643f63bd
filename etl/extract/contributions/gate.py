"""Whether a sentence speaks of soldiers, of a joint mission, and of a sending that is real: not refused, demanded or imagined."""

from __future__ import annotations

from collections.abc import Mapping

from etl.morphology import lemmas
from etl.records import Doc, Token

REFUSING = {"отказаться", "отказываться", "отказ", "исключить", "исключать", "отвергнуть", "опровергнуть"}
IMAGINING = {"если", "чтобы", "бы", "якобы"}
COMPLEMENTS = {"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "iobj", "csubj"}

Words = list[tuple[Token, frozenset[str]]]  # tokens with their dictionary forms
Lists = Mapping[str, frozenset[str]]


def mission_of(words: Words, earlier: tuple[Token, ...], lists: Lists) -> tuple[Token | None, bool]:
    """The noun of a mission, and whether it is a joint one: «миссия», «учения», «операция коалиции» are, «операция» alone is not.

    In the sentence before only a joint one counts.
    """
    named = [t for t, said in words if said & lists["missions"]]
    strong = [t for t in named if not lemmas(t.text) & lists["weak_missions"]]
    before = [t for t in earlier if (said := lemmas(t.text)) & lists["missions"] and not said & lists["weak_missions"]]
    joint = bool(strong or before) or any(said & lists["joining_words"] for _, said in words)
    return next(iter((*named, *before)), None), joint


def is_military(words: Words, earlier: tuple[Token, ...], mission: Token | None, lists: Lists) -> bool:
    """It names soldiers or a mission not civil: not «прибыли 40 врачей», «миссия направила на выборы 300 наблюдателей»."""
    if any(not said.isdisjoint(lists["soldiers"]) or is_model(token) for token, said in words):
        return True
    before = [lemmas(t.text) for t in earlier]
    civil = any(not said.isdisjoint(lists["civil"]) for said in (*(said for _, said in words), *before))
    goes_on = any(not said.isdisjoint(lists["soldiers"]) for said in before)
    return (mission is not None or goes_on) and not civil


def is_model(token: Token) -> bool:
    """«Су-24», «F-16»: means that can be nothing but military."""
    return "-" in token.text and token.text[0].isalpha() and token.text[-1].isdigit()


def is_denied(token: Token, doc: Doc, unreal: frozenset[str]) -> bool:
    """«не отправит», «отказалась направлять», «потребовали вывести», «если страна введёт войска», «чтобы отправить»."""
    near = [t.text.lower() for t in doc.tokens[max(0, token.i - 2) : token.i] if t.sentence == token.sentence]
    above = _governors(token, doc)
    refused = any(lemmas(t.text) & REFUSING or "не" in _adverbs(t, doc) for t in above)
    wanted = any(lemmas(t.text) & unreal for t in _governors(token, doc, most=4))
    verb = next((t for t in doc.ancestors(token) if t.pos == "VERB"), token) if token.pos == "NOUN" else token
    imagined = any(not IMAGINING.isdisjoint(_marks(t, doc)) for t in (token, verb, *above))
    return "не" in near or refused or wanted or imagined


def _governors(token: Token, doc: Doc, most: int = 2) -> list[Token]:
    """The words above, as long as they take this one for their object or complement."""
    above: list[Token] = []
    while len(above) < most and token.rel in COMPLEMENTS and (up := doc.head(token)) is not None:
        above.append(up)
        token = up
    return above


def _marks(token: Token, doc: Doc) -> set[str]:
    return {t.text.lower() for t in doc.children(token, "mark", "aux", "discourse", "advmod")}


def _adverbs(token: Token, doc: Doc) -> set[str]:
    return {t.text.lower() for t in doc.children(token, "advmod")}
