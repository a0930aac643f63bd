"""Collective actors: «казахстанские силовики», «жители Жанаозена», «лидеры стран ОДКБ»."""

from __future__ import annotations

from etl.extract.actors.naming import Phrase, noun, taken_apart
from etl.extract.actors.stage import Stage
from etl.morphology import parses
from etl.records import Token
from etl.vocabulary.entries import Collective

ACTING = ("nsubj", "nsubj:pass", "iobj")
TOWARDS = {"к", "с", "со", "от", "между", "против", "ко", "среди", "для"}


def find_collectives(stage: Stage) -> None:
    """The vocabulary's collectives under their one name."""
    for token in stage.doc.tokens:
        hit = stage.lexicon.collectives.at(stage.doc, token.i)
        if hit is None or hit.head.i in stage.claimed:
            continue
        if hit.head.feats.get("Number") != "Plur" and not hit.alias.isupper():
            continue
        words = taken_apart(stage, hit.head, hit.first, hit.last)
        if hit.entry.complement and not (words.complement or words.country or words.home or words.adjectives):
            continue
        name, code = _collective(stage, hit.entry, words)
        part = stage.actor(name, hit.entry.kind, code)
        part.plural = True
        stage.mention(part, words.first, words.last, hit.head, "collective")


def _collective(stage: Stage, entry: Collective, words: Phrase) -> tuple[str, str | None]:
    """The name with what stands beside the word; a country enters as the entry says."""
    home = stage.story_country
    if entry.country == "mission":
        sender = words.complement or stage.mission
        return f"{entry.name} {sender}".strip(), None
    if entry.country == "never":
        return entry.name, words.country or home
    code = words.country or (home if words.home or entry.country == "story" else None)
    if entry.country == "story":
        name = " ".join(w for w in (words.adjectives, entry.name, words.complement) if w)
        return (name if words.complement else stage.of_country(name, code)), code
    name = " ".join(w for w in (words.adjectives, words.nation, entry.name, words.complement) if w)
    alone = not words.complement and not words.nation
    return (stage.of_country(name, code) if alone else name), code


def find_people(stage: Stage) -> None:
    """Any other plural of persons that acts: «бизнесмены Алматы», «итальянские сейсмологи»."""
    for token in stage.doc.tokens:
        if token.i in stage.claimed or not _people(token):
            continue
        words = taken_apart(stage, token, token.i, token.i + 1)
        if not _acts(stage, token, words):
            continue
        bare = noun(stage, token.i, token.i + 1, token)
        name = " ".join(w for w in (words.adjectives, words.nation, bare, words.complement) if w)
        code = words.country or (stage.story_country if words.home else None)
        if code and not words.nation and not words.complement:
            name = stage.of_country(name, code)
        part = stage.actor(name, "group", code)
        part.plural = True
        stage.mention(part, words.first, words.last, token, "people")


def _acts(stage: Stage, token: Token, words: Phrase) -> bool:
    """Subjects and addressees, and any role in the sentence for a group that is told from others."""
    if token.rel in ACTING:
        return True
    preposition = stage.doc.child(token, "case")
    if preposition is not None and preposition.lemma in TOWARDS:
        return True
    return bool(words.complement or words.nation or words.country) and token.rel in ("obj", "obl", "root", "conj")


def _people(token: Token) -> bool:
    if token.pos != "NOUN" or token.feats.get("Number") != "Plur" or token.feats.get("Animacy") != "Anim":
        return False
    return any("anim" in p.tag for p in parses(token.text)) and token.lemma not in ("человек", "люди", "лицо")
