"""What the tagger takes for a person's name and is none: «Мосгорсуд», «Допросив», «Отрадным фактом», «Хантсменов»."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.actors.lexicon import kind_by_ending
from etl.extract.actors.phrases import QUOTES
from etl.extract.actors.stage import Stage
from etl.extract.words import DASHES
from etl.morphology import parses
from etl.personal_names import name_gender
from etl.records import Token

SEVERAL = ("ов", "ев", "ых", "ы", "ами", "ам", "ане", "яне")  # endings of a family or of townspeople


def no_person(stage: Stage, first: int, last: int) -> bool:
    """Initials alone, «Мосгорсуд», a common word that only begins a sentence, or a family in the plural («Хантсменов»)."""
    tokens = stage.doc.tokens[first:last]
    if not any(len(t.text) > 2 for t in tokens) or kind_by_ending(stage.lexicon, tokens[-1].text):
        return True
    if len(tokens) == 1 and tokens[0].feats.get("Animacy") == "Inan" and not name_gender([tokens[0].text]):
        return True
    if len(tokens) == 1 and (tokens[0].rel == "amod" or _in_brackets_after_a_body(stage, first)):
        return True
    title = stage.lexicon.positions.at(stage.doc, first)
    if title is not None and title.last == last:
        return True  # «Папа», «Президент» with a capital
    if len(tokens) > 1:
        return False
    family = tokens[0].feats.get("Number") == "Plur" and tokens[0].text.lower().endswith(SEVERAL)
    opens = _only_opens(tokens[0]) or _describes_next(stage, tokens[0]) or _has_no_capital(stage, tokens[0])
    return family or (_begins(stage, tokens[0]) and opens)


def common_noun(t: Token) -> bool:
    """A dictionary word that is nobody's name: «Вдова», «Гравюра»; an initial («Н.», of newtons too) is none."""
    if len(t.text) == 1:
        return False
    tags = [p.tag for p in parses(t.text.lower()) if p.is_known]
    names = {"Name", "Surn", "Patr", "Geox", "Orgn"}
    return bool(tags) and tags[0].POS == "NOUN" and not any(names & set(tag.grammemes) for tag in tags) and t.rel != "flat:name"


def _has_no_capital(stage: Stage, t: Token) -> bool:
    """«Глифосат … глифосату»: within sentences the article writes the word small."""
    small = any(other.text.islower() for other in stage.doc.lemmatised(t.lemma))
    return small and not name_gender([t.text])


def _only_opens(t: Token) -> bool:
    """«Допросив», «Незабивавший», «Картошка»: words that owe their capital to the sentence they begin."""
    return t.pos == "VERB" or _no_noun(t.text.lower()) or common_noun(t)


def _describes_next(stage: Stage, t: Token) -> bool:
    """«Отрадным фактом является»: an adjective that is no name and agrees with the noun behind it."""
    noun = stage.doc.tokens[t.i + 1] if t.i + 1 < len(stage.doc.tokens) else t
    agrees = noun.pos == "NOUN" and noun.text.islower() and noun.feats.get("Case") == t.feats.get("Case") != "Nom"
    found = [p.tag for p in parses(t.text.lower()) if p.is_known]
    names = any(mark in tag for tag in found for mark in ("Surn", "Name", "Patr"))
    return agrees and not names and any(tag.POS == "ADJF" for tag in found)


def _begins(stage: Stage, t: Token) -> bool:
    """Whether a sentence begins with the word, quotation marks and dashes aside: its capital says nothing."""
    before = stage.doc.tokens[stage.doc.sentence(t).first : t.i]
    return all(b.text in (*QUOTES, *DASHES) for b in before) or (bool(before) and before[-1].text in QUOTES)


@lru_cache(maxsize=20_000)
def _no_noun(word: str) -> bool:
    """A dictionary word that is a verb, a participle or an adverb in every reading: «сломав», «вступите», «нестрашно»."""
    found = [p.tag for p in parses(word) if p.is_known]
    return bool(found) and all(tag.POS in ("GRND", "VERB", "INFN", "PRTF", "PRTS", "ADVB", "COMP", "NPRO") for tag in found)


def _in_brackets_after_a_body(stage: Stage, i: int) -> bool:
    """«Комитета по лесу (Леспромнадзора)»: a second name of the organisation."""
    tokens = stage.doc.tokens
    bracketed = 0 < i < len(tokens) - 1 and tokens[i - 1].text == "(" and tokens[i + 1].text == ")"
    return bracketed and any(e.kind == "ORG" and e.last == i - 1 for e in stage.doc.entities)
