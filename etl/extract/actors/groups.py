"""Collective actors that the vocabulary has: «казахстанские силовики», «жители Жанаозена», «страны ОДКБ»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.extract.actors.lexicon import Hit
from etl.extract.actors.naming import Phrase, from_countries, noun, taken_apart
from etl.extract.actors.seats import names_a_seat, seat
from etl.extract.actors.stage import Stage
from etl.morphology import genitive, lemmas, tags
from etl.records import Place, Token
from etl.vocabulary.entries import Collective

ACTING = ("nsubj", "nsubj:pass", "iobj")
PAIR = " и "  # «родные и близкие»: two nouns that are one collective
TOWARDS = {"к", "с", "со", "от", "между", "против", "ко", "среди", "для"}


def find_collectives(stage: Stage) -> None:
    """The vocabulary's collectives under their one name; the bare word means the one the article tells apart, if it is one."""
    found = [(hit, words) for hit, words in _collectives(stage) if _told_apart(stage, hit, words)]
    apart: dict[str, set[str]] = defaultdict(set)
    found = _as_called(stage, found)
    for hit, words in found:
        if not bare(words):
            apart[hit.entry.id].add(_collective(stage, hit.entry, words)[0])
    for hit, words in found:
        if not stage.free(hit.head.i):
            continue  # «силы» of «миротворческие силы»
        name, code = _collective(stage, hit.entry, words)
        only = next(iter(apart[hit.entry.id])) if len(apart[hit.entry.id]) == 1 else None
        if bare(words) and only and (hit.entry.country in ("named", "bare") or only.startswith("местн")):
            name = only
        part = stage.actor(name, hit.entry.kind, code)
        part.plural = not hit.entry.singular
        part.gender = hit.head.feats.get("Gender")
        stage.mention(part, words.first, words.last, hit.head, "collective")
        for other in words.others:
            their = replace(words, nation=other.nation, country=other.country, complement="")
            second = stage.actor(_collective(stage, hit.entry, their)[0], hit.entry.kind, other.country)
            second.plural = True
            stage.mention(second, other.first, other.last, other.head, "second country")


def _as_called(stage: Stage, found: list[tuple[Hit[Collective], Phrase]]) -> list[tuple[Hit[Collective], Phrase]]:
    """Under the article's own word, «медики» where nobody says «врачи»; under the vocabulary's name where it uses several."""
    said: dict[str, set[str]] = defaultdict(set)
    for hit, _ in found:
        word = noun(stage, hit.first, hit.last, hit.head)
        opens = hit.first == stage.doc.sentence(hit.head).first and hit.entry.name[0].islower()
        said[hit.entry.id].add(word[:1].lower() + word[1:] if opens else word)  # «Сторона», which the tagger took for a name
    called = {}
    for hit, _ in found:
        words, name = said[hit.entry.id], hit.entry.name
        fixed = len(words) > 1 or hit.entry.complement or hit.entry.country == "mission" or PAIR in name
        called[hit.entry.id] = name if fixed else next(iter(words))
    return [(replace(hit, entry=replace(hit.entry, name=called[hit.entry.id])), words) for hit, words in found]


def _collectives(stage: Stage) -> Iterator[tuple[Hit[Collective], Phrase]]:
    for token in stage.starts(stage.lexicon.collectives):
        hit = stage.lexicon.collectives.at(stage.doc, token.i)
        if hit is None or not stage.free(hit.head.i) or hit.head.rel == "amod" or _is_verb(hit.head):
            continue
        if hit.head.feats.get("Number") != "Plur" and not hit.alias.isupper() and not hit.entry.singular:
            continue
        if one_of_them(stage, hit.head) or is_told_by_number(stage, hit.head):
            continue
        words = taken_apart(stage, hit.head, hit.first, hit.last, stop=stage.names_apart(hit.head))
        if agents(stage, hit.head) and words.complement.islower():
            words = replace(words, last=hit.last, complement="")
        yield hit, words if hit.entry.complement else from_countries(stage, words)


def agents(stage: Stage, head: Token) -> bool:
    """«подделка полицейскими протокола»: the genitive behind belongs to the deed."""
    up = stage.doc.head(head)
    return head.feats.get("Case") == "Ins" and up is not None and up.pos == "NOUN" and stage.doc.child(head, "case") is None


def one_of_them(stage: Stage, token: Token) -> bool:
    """«один из дипломатов» is one person."""
    up, preposition = stage.doc.head(token), stage.doc.child(token, "case")
    return up is not None and up.lemma == "один" and preposition is not None and preposition.lemma == "из"


def second_of_a_pair(stage: Stage, token: Token) -> bool:
    """«родные и [близкие]» are one collective."""
    outer = stage.mentions[stage.claimed[token.i]] if token.i in stage.claimed else None
    return outer is not None and PAIR in stage.parts[outer.actor].name and outer.head + 2 == token.i


def is_told_by_number(stage: Stage, token: Token) -> bool:
    """«трое жителей погибли»: so many of them, not all."""
    return token.feats.get("Case") == "Gen" and stage.doc.child(token, "nummod", "nummod:gov") is not None


def bare(words: Phrase) -> bool:
    return not (words.complement or words.country or words.adjectives or words.home)


def _is_verb(token: Token) -> bool:
    """Whether it is a verb, or a participle that only describes; «протестующие захватили» has one that stands for people."""
    if token.feats.get("Variant") == "Short":
        return True  # «ему неизвестны причины»
    return token.pos == "VERB" and token.rel.split(":")[0] not in ("nsubj", "obj", "iobj", "obl", "nmod")


def _predicate(stage: Stage, token: Token) -> bool:
    """«они являются жителями Лимы»: what some are, not who acts."""
    up = stage.doc.head(token)
    instrumental = token.feats.get("Case") == "Ins" and stage.doc.child(token, "case") is None
    return instrumental and up is not None and up.lemma in stage.role_words("being")


def _told_apart(stage: Stage, hit: Hit[Collective], words: Phrase) -> bool:
    """Whether the words say enough: «страны ОДКБ», not «страны»; «военные» only where they act."""
    entry, head = hit.entry, hit.head
    if _predicate(stage, head):
        return False
    led = words.first and stage.doc.tokens[words.first - 1].lemma in ("под", "при", "в")
    if entry.singular and entry.kind == "group" and led:
        return False  # «под руководством», «в режиме»
    if entry.singular and entry.country == "never" and not heard(stage, head):
        return False  # «материалы следствия»; «следствие считает» is the investigation
    if bare(words) and head.rel == "nmod" and _of_somebody(stage, head):
        return False  # «сотрудники правоохранительных органов» are the people
    if entry.named and not words.country and not _names(stage, head, words):
        return False  # «режим тишины», «члены организации»
    if entry.union and not _of_a_union(stage, head):
        return False  # «члены экипажа»
    if entry.complement:
        if head.rel == "nmod" and (up := stage.doc.head(head)) is not None and is_people(up):
            return False  # «лидеры стран …» are the leaders
        return bool(words.complement or words.country or words.home or words.adjectives)
    if entry.country == "named" and not (words.complement or words.country or words.adjectives):
        return acts(stage, head, words)
    return True


def _of_somebody(stage: Stage, head: Token) -> bool:
    """Whether the word only tells where people work, who are no unnamed source."""
    up = stage.doc.head(head)
    source = up is not None and (up.lemma in stage.speech_nouns or up.lemma in ("источник", "собеседник"))
    return up is not None and up.feats.get("Animacy") == "Anim" and not source


def _names(stage: Stage, head: Token, words: Phrase) -> bool:
    """Whether a name stands in the complement."""
    return any(stage.on(i) is not None or stage.doc.tokens[i].pos == "PROPN" for i in range(head.i + 1, words.last))


def _of_a_union(stage: Stage, head: Token) -> bool:
    """«члены ОДКБ»: an organisation of countries right after the word."""
    part = stage.on(head.i + 1)
    return part is not None and part.key in stage.vocabulary.memberships


def _collective(stage: Stage, entry: Collective, words: Phrase) -> tuple[str, str | None]:
    """The name with what stands beside the word; a country enters as the entry says."""
    home = stage.story_country
    if entry.country == "story" and not entry.complement and words.complement.islower():
        words = replace(words, complement="")  # «признание властями преступления»
    if words.adjectives.startswith("местн") and not words.complement and not words.country:
        return f"{words.adjectives} {entry.name}", home  # whose, the reader knows as little as we
    if entry.country == "story" and (town := _seat(stage, words)):
        words = replace(words, adjectives="", complement=genitive(town.name), country=words.country or town.country)
    if entry.country == "mission":
        sender = words.complement or stage.mission
        return f"{entry.name} {sender}".strip(), None
    if entry.country == "never":
        return entry.name, words.country or home
    if (
        entry.kind == "media"
        and words.adjectives
        and not _of_several_countries(stage, words)
        and not words.complement
        and not words.country
        and home
    ):
        return stage.of_country(f"{words.adjectives} {entry.name}", home), home  # «государственные СМИ»
    bare = entry.country == "bare" and not words.complement
    code = words.country or (home if words.home or bare or entry.country == "story" else None)
    if entry.country == "story":
        name = " ".join(w for w in (words.adjectives, entry.name, words.complement) if w)
        return (name if words.complement else stage.of_country(name, code)), code
    if entry.singular and code:
        words = replace(words, nation="")  # «иранская оппозиция» is the «оппозиция Ирана»
    name = " ".join(w for w in (words.adjectives, words.nation, entry.name, words.complement) if w)
    alone = not words.complement and not words.nation
    return (stage.of_country(name, code) if alone else name), code


def _of_several_countries(stage: Stage, words: Phrase) -> bool:
    """«арабские СМИ», «зарубежные издания»: of no country, least of all of the story's."""
    return any(not stage.role_words("foreign").isdisjoint(lemmas(word)) for word in words.adjectives.split())


def _seat(stage: Stage, words: Phrase) -> Place | None:
    """«городские власти», «областные власти»: the town or region named last."""
    if words.complement or words.nation or not names_a_seat(words.adjectives):
        return None
    return seat(stage, words.adjectives, stage.doc.tokens[words.last - 1])


def heard(stage: Stage, token: Token) -> bool:
    """«ученые считают», «рассказали туристам», «по словам сейсмологов»: a bare noun counts where words are exchanged."""
    up = stage.doc.head(token)
    return up is not None and (up.lemma in stage.speech_verbs or up.lemma in stage.speech_nouns)


def acts(stage: Stage, token: Token, words: Phrase) -> bool:
    """Subjects, addressees and agents; any place in the sentence for a group that is told from others."""
    subject = token.rel in ACTING and token.feats.get("Case") in ("Nom", "Dat", None)
    if subject or token.rel == "obl:agent" or stage.is_urged(token):
        return True
    preposition, up = stage.doc.child(token, "case"), stage.doc.head(token)
    if _predicate(stage, token):
        return False
    if preposition is not None and preposition.lemma in TOWARDS:
        return True
    if up is not None and up.i < token.i and token.rel == "nmod" and up.lemma in stage.role_words("quantity"):
        return up.rel in ACTING or up.rel == "obl:agent"  # «сотни жителей»
    by_them = token.feats.get("Case") == "Ins" and preposition is None and up is not None and up.feats.get("Voice") == "Pass"
    named = any(i in stage.claimed or stage.doc.tokens[i].pos == "PROPN" for i in range(token.i + 1, words.last))
    told = bool(words.complement or words.nation or words.country)
    spoken = token.rel == "nmod" and up is not None and up.lemma in stage.speech_nouns
    if spoken or (token.rel == "nmod" and words.nation):
        return True
    return (
        (by_them and (told or bool(words.adjectives)))
        or (told and token.rel in ("obj", "obl", "root", "conj"))
        or (named and token.rel == "nmod")
    )


def is_people(token: Token) -> bool:
    if token.pos != "NOUN" or token.feats.get("Number") != "Plur" or token.feats.get("Animacy") != "Anim":
        return False
    return _living(token.text) and token.lemma not in ("человек", "люди", "лицо")


def is_a_science(stage: Stage, token: Token) -> bool:
    """«институт цитологии и генетики», whatever the tagger thinks: a singular in the genitive like the noun before «и»."""
    before = stage.doc.tokens[max(0, token.i - 2) : token.i]
    listed = len(before) == 2 and before[1].text == "и" and before[0].feats.get("Case") == "Gen"
    return listed and before[0].feats.get("Number") == "Sing" and _thing_in_genitive(token.text)


@lru_cache(maxsize=20_000)
def _thing_in_genitive(word: str) -> bool:
    return any({"inan", "gent", "sing"} <= set(tag.grammemes) for tag in tags(word))


@lru_cache(maxsize=50_000)
def _living(word: str) -> bool:
    return any("anim" in tag for tag in tags(word))
