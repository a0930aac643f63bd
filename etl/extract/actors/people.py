"""Any other plural of persons that acts: «бизнесмены Алматы», «итальянские сейсмологи», «лидеры стран ОДКБ»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from etl.extract.actors.groups import acts, bare, heard, is_a_science, is_people, one_of_them, second_of_a_pair
from etl.extract.actors.naming import Phrase, from_countries, noun, taken_apart
from etl.extract.actors.stage import Part, Stage
from etl.extract.actors.whose import whose
from etl.extract.quotes import find_quotes
from etl.morphology import lemmas
from etl.records import Token

IN = frozenset({"в", "во"})
ASSEMBLIES = {"совет", "собрание", "съезд", "профсоюз", "клуб", "палата", "дом", "сообщество"}


def find_people(stage: Stage) -> None:
    """One actor for each group; a bare noun is the group that the article tells apart by the same noun, if it is one."""
    found = [
        (t, from_countries(stage, taken_apart(stage, t, t.i, t.i + 1, _prepositions(stage, t), stage.names_apart(t))))
        for t in stage.doc.tokens
        if is_people(t) and stage.free(t.i) and not is_a_science(stage, t) and not second_of_a_pair(stage, t)
    ]
    beside = {t.i: words.complement for t, words in found if words.complement}
    full: dict[str, set[str]] = defaultdict(set)  # noun → keys of the groups named with more than the noun
    for alone in (False, True):
        for token, words in found:
            owner = _shared(stage, token, beside) or whose(stage, token) if alone and bare(words) else ""
            if owner and not full[token.lemma]:
                words = replace(words, complement=owner)
            elif bare(words) is not alone or not acts(stage, token, words) or any(no(stage, token, words) for no in NOBODY):
                continue
            known = full[token.lemma]
            if bare(words) and len(known) == 1:
                part = stage.parts[next(iter(known))]
            else:
                part = _group(stage, token, words)
                known.add(part.key)
            stage.mention(part, words.first, words.last, token, "people")
            for other in words.others:
                second = _group(stage, token, replace(words, nation=other.nation, country=other.country))
                stage.mention(second, other.first, other.last, other.head, "second country")


def _shared(stage: Stage, token: Token, beside: Mapping[int, str]) -> str:
    """«Евромайдана» for the first of «сторонники и противники Евромайдана»."""
    joined = stage.doc.child(token, "conj")
    return beside.get(joined.i, "") if joined is not None and joined.i == token.i + 2 else ""


def _prepositions(stage: Stage, token: Token) -> frozenset[str]:
    """What may follow the noun within the name: «кандидаты | в президенты», «собеседники | в компании»."""
    after = stage.doc.tokens[token.i + 1 : token.i + 3]
    aim = len(after) == 2 and after[0].text == "в" and after[1].feats.get("Number") == "Plur" and _an_office(stage, after[1])
    return IN if (token.lemma == "кандидат" and aim) or token.lemma == "собеседник" else frozenset()


def _an_office(stage: Stage, token: Token) -> bool:
    return stage.lexicon.positions.at(stage.doc, token.i) is not None


def _group(stage: Stage, token: Token, words: Phrase) -> Part:
    own = noun(stage, token.i, token.i + 1, token)
    name = " ".join(w for w in (words.adjectives, words.nation, own, words.complement) if w)
    code = words.country or (stage.story_country if words.home else None)
    if code and not words.nation and not words.complement:
        after = stage.doc.tokens[token.i + 1] if token.i + 1 < len(stage.doc.tokens) else token
        name = stage.of_country(f"{name} из" if after.lemma == "из" else name, code)  # «туристы из Перу»
    part = stage.actor(name, "group", code)
    part.plural = True
    return part


# ── who is nobody ──


def _whose_is_open(stage: Stage, token: Token, words: Phrase) -> bool:
    """«коллеги», «организаторы», «ученики»: whose is not said."""
    if token.lemma in stage.role_words("kin"):
        return not words.complement
    return bare(words) and token.lemma in stage.role_words("of whom") and not heard(stage, token)


def _counted(stage: Stage, token: Token, words: Phrase) -> bool:
    """«двух военных», «пострадавших нет»: a number of people or their absence, no actor."""
    return stage.doc.child(token, "nummod", "nummod:gov") is not None or stage.lexicon.victims.at(stage.doc, token.i) is not None


def _only_is(stage: Stage, token: Token, words: Phrase) -> bool:
    """«среди пленных были арабы»: what some are, not who acts."""
    up = stage.doc.head(token)
    return bare(words) and up is not None and (up.lemma in stage.role_words("being") or stage.doc.child(up, "cop") is not None)


def _one_of_them(stage: Stage, token: Token, words: Phrase) -> bool:
    return one_of_them(stage, token)


def _to_become(stage: Stage, token: Token, words: Phrase) -> bool:
    """«кандидат в президенты», «пошел в солдаты»: what somebody becomes."""
    preposition = stage.doc.child(token, "case")
    return preposition is not None and preposition.lemma in ("в", "во") and token.feats.get("Case") in ("Acc", "Nom")


def _a_nation(stage: Stage, token: Token, words: Phrase) -> bool:
    """«консультации с иранцами»: not the nation."""
    subject = token.rel.startswith("nsubj")
    return not subject and bare(words) and any(w in stage.vocabulary.country_people for w in lemmas(token.text))


def _in_somebody_s_words(stage: Stage, token: Token, words: Phrase) -> bool:
    """««Так поступают профессионалы», — сказал он»: people in general."""
    return bare(words) and any(token.span in q.inner for q in stage.doc.once(find_quotes))


def _its_members(stage: Stage, token: Token, words: Phrase) -> bool:
    """«совет директоров», «союз журналистов»: the body acts."""
    up = stage.doc.head(token)
    if up is None or token.rel != "nmod" or up.i > token.i or stage.doc.child(token, "case") is not None:
        return False
    return up.lemma in ASSEMBLIES or stage.lexicon.kinds.at(stage.doc, up.i) is not None


NOBODY = (_its_members, _whose_is_open, _counted, _only_is, _one_of_them, _to_become, _a_nation, _in_somebody_s_words)
