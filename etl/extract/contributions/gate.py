"""Whether a sentence speaks of soldiers, of a joint mission, and of a sending that is real: not refused, demanded or imagined."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from etl.morphology import OPENING, lemmas, openings
from etl.records import Doc, Sentence, Token

REFUSING = {
    "отложить",
    "откладывать",
    "отсрочить",
    "отменить",
    "отказаться",
    "отказываться",
    "отказ",
    "исключить",
    "исключать",
    "отвергнуть",
    "отклонить",
    "отклонять",
    "опровергнуть",
}
IMAGINING = {"если", "чтобы", "бы", "якобы"}
FIGHTING = {"борьба", "охрана", "защита"}
MISSION_NOUNS = FIGHTING | {"каска"}  # see is_phrase
PIRATES = {"пират", "пиратство"}
SEASONS = {"весенний", "осенний"}
MAYBE = {"может", "могут"}
PROPOSALS = {"предложение", "идея"}
CONSENT = {"одобрить", "поддержать", "утвердить", "принять"}
COMPLEMENTS = {"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "iobj", "csubj"}

Words = list[tuple[Token, frozenset[str]]]  # tokens with their dictionary forms
Lists = Mapping[str, frozenset[str]]


def mission_of(words: Words, earlier: tuple[Token, ...], lists: Lists) -> tuple[Token | None, bool]:
    """The noun of a mission, and whether it is a joint one: «миссия», «учения», «операция коалиции» are, «операция» alone is not.

    In the sentence before only a joint one counts, unless this one takes it up: «в ней задействованы».
    """
    named = [t for t, said in words if (said & lists["missions"] and not _is_civil(t, words, lists)) or is_phrase(t, words)]
    strong = [t for t in named if not lemmas(t.text) & lists["weak_missions"]]
    before = [t for t in earlier if lemmas(t.text) & lists["missions"]]
    was_joint = any(not lemmas(t.text) & lists["weak_missions"] for t in before)
    joint = bool(strong) or was_joint or any(said & lists["joining_words"] for _, said in words)
    if not was_joint and not _goes_on(words):
        before = []
    elif any(lemmas(t.text) & lists["joining_words"] for t in earlier):
        joint = True
    return next(iter((*named, *before)), None), joint


def _is_civil(mission: Token, words: Words, lists: Lists) -> bool:
    """«финансовые операции»"""
    return any(t.head == mission.i and said & lists["civil_missions"] for t, said in words)


def _goes_on(words: Words) -> bool:
    """«В [ней] задействованы три самолета»: the mission of the sentence before."""
    return any(t.pos == "PRON" and t.text.lower() in ("ней", "нее", "неё", "нем", "нём", "него", "них") for t, _ in words)


def is_phrase(token: Token, words: Words) -> bool:
    """«голубые [каски]» of the UN, «[борьба] с пиратами»: two words that only together name a mission."""
    said = lemmas(token.text)
    if "каска" in said:
        return any("голубой" in near for t, near in words if 0 < token.i - t.i <= 2)
    if said.isdisjoint(FIGHTING):
        return False
    return any(not near.isdisjoint(PIRATES) for t, near in words if 0 < t.i - token.i <= 5)


def is_draft(words: Words) -> bool:
    """«весенний призыв»; any other «призыв» is an appeal."""
    return any("призыв" in said for _, said in words) and any(not said.isdisjoint(SEASONS) for _, said in words)


def may_be_military(doc: Doc, sentences: list[Sentence], lists: Lists) -> bool:
    """Whether these sentences have any word that the next one asks for: nearly all have none, so this is asked first."""
    named = any(doc.once(_has_one, sentence, lists["military"]) for sentence in sentences)
    return named or any(map(is_model, doc.words(sentences[-1])))


def _has_one(doc: Doc, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether any word of the sentence is a form of one of these."""
    known = _openings(words)
    return any(t.text[:OPENING].lower() in known and not words.isdisjoint(lemmas(t.text)) for t in doc.words(sentence))


@lru_cache(maxsize=4)
def _openings(words: frozenset[str]) -> frozenset[str]:
    return openings(words)


def is_military(words: Words, earlier: tuple[Token, ...], mission: Token | None, lists: Lists) -> bool:
    """It names soldiers or a mission not civil, «20 наблюдателей ОБСЕ» too: not «прибыли 40 врачей», «самолет МЧС Ил-76»,
    «миссия направила на выборы 300 наблюдателей».
    """
    if any(not said.isdisjoint(lists["soldiers"]) or ("каска" in said and is_phrase(t, words)) for t, said in words):
        return True
    before = [lemmas(t.text) for t in earlier]
    if any(not said.isdisjoint(lists["civil"]) for said in (*(said for _, said in words), *before)):
        return False
    if mission is not None or any(is_model(token) for token, _ in words):
        return True
    watched = any(not said.isdisjoint(lists["watching"]) for _, said in words)
    allied = any(not said.isdisjoint(lists["alliances"]) for said in (*(said for _, said in words), *before))
    return (watched and allied) or any(not said.isdisjoint(lists["soldiers"]) for said in before)


def is_model(token: Token) -> bool:
    """«Су-24», «F-16»: means that can be nothing but military."""
    return "-" in token.text and token.text[0].isalpha() and token.text[-1].isdigit()


def is_refused(token: Token, doc: Doc) -> bool:
    """«не отправит», «отказалась направлять», «отложили отправку»; «не превысит 1200 человек» tells so many."""
    near = [t.text.lower() for t in doc.tokens[max(0, token.i - 2) : token.i] if t.sentence == token.sentence]
    if "не" in near and not lemmas(token.text) & {"превысить", "превышать"}:
        return True
    return any(lemmas(t.text) & REFUSING or "не" in _adverbs(t, doc) for t in _governors(token, doc))


def is_imagined(token: Token, doc: Doc, unreal: frozenset[str]) -> bool:
    """«потребовали вывести», «если страна введёт войска», «чтобы отправить», «может отправить»."""
    far = _governors(token, doc, most=4)
    verb = next((t for t in doc.ancestors(token) if t.pos == "VERB"), token) if token.pos == "NOUN" else token
    clauses = (token, verb, *far[:2])
    return any(_is_unreal(t, far, unreal) for t in far) or any(not IMAGINING.isdisjoint(_marks(t, doc)) for t in clauses)


def _is_unreal(word: Token, above: list[Token], unreal: frozenset[str]) -> bool:
    """«рассматривает предложение направить», «может отправить»; but «одобрил предложение направить»."""
    said = lemmas(word.text)
    accepted = not said.isdisjoint(PROPOSALS) and any(lemmas(t.text) & CONSENT for t in above)
    return (not said.isdisjoint(unreal) or word.text.lower() in MAYBE) and not accepted


def _governors(token: Token, doc: Doc, most: int = 2) -> list[Token]:
    """The words above, as long as they take this one for their object or complement: «выступили за отставку и [ввод] войск»."""
    above: list[Token] = []
    token = _first_of_row(token, doc)
    while len(above) < most and (token.rel in COMPLEMENTS or _is_noun_subject(token)) and (up := doc.head(token)) is not None:
        above.append(up)
        token = _first_of_row(up, doc)
    return above


def _first_of_row(noun: Token, doc: Doc) -> Token:
    """What is said of the first noun of a row is said of them all."""
    while noun.pos == "NOUN" and noun.rel == "conj" and (up := doc.head(noun)) is not None and up.pos == "NOUN":
        noun = up
    return noun


def _is_noun_subject(token: Token) -> bool:
    """«[отправка] войск необходима», «[вывод] войск исключён»."""
    return token.pos == "NOUN" and token.rel.startswith("nsubj") and token.feats.get("Animacy") != "Anim"


def _marks(token: Token, doc: Doc) -> set[str]:
    return {t.text.lower() for t in doc.children(token, "mark", "aux", "discourse", "advmod")}


def _adverbs(token: Token, doc: Doc) -> set[str]:
    return {t.text.lower() for t in doc.children(token, "advmod")}
