"""Collective actors: «казахстанские силовики», «жители Жанаозена», «лидеры стран ОДКБ»."""

from __future__ import annotations

from etl.extract.actors.organizations import adjectives_and_country, complement
from etl.extract.actors.phrases import left, phrase, right, uncapitalised
from etl.extract.actors.stage import Stage
from etl.morphology import parses
from etl.records import Token

ACTING = ("nsubj", "nsubj:pass", "iobj", "obl", "obj", "nmod", "conj", "root", "appos")


def find_collectives(stage: Stage) -> None:
    """The vocabulary's collectives under their one name."""
    for token in stage.doc.tokens:
        hit = stage.lexicon.collectives.at(stage.doc, token.i)
        if hit is None or hit.head.i in stage.claimed:
            continue
        if hit.head.feats.get("Number") != "Plur" and not hit.alias.isupper():
            continue
        first = left(stage.doc, hit.head, hit.first)
        last = right(stage.doc, hit.head, hit.last, _names(stage))
        adjectives, code = adjectives_and_country(stage, hit.head, first, hit.first)
        rest, inner = complement(stage, hit.last, last)
        code = code or inner
        name = " ".join(w for w in (adjectives, hit.entry.name, rest) if w)
        if hit.entry.country == "never":
            name = hit.entry.name
        elif not rest and (hit.entry.country == "story" or code):
            code = code or stage.story_country
            name = stage.of_country(name, code)
        part = stage.actor(name, hit.entry.kind, code or stage.story_country)
        part.plural = True
        stage.mention(part, first, last, hit.head, "collective")


def _names(stage: Stage) -> frozenset[int]:
    return frozenset(i for e in stage.doc.entities if e.kind == "PER" for i in range(e.first, e.last))


def find_people(stage: Stage) -> None:
    """Any other plural of persons that acts: «бизнесмены Алматы», «миротворческие силы ОДКБ»."""
    for token in stage.doc.tokens:
        if token.i in stage.claimed or not _people(token) or token.rel not in ("nsubj", "nsubj:pass", "iobj"):
            continue
        first = left(stage.doc, token, token.i)
        last = right(stage.doc, token, token.i + 1, _names(stage))
        adjectives, code = adjectives_and_country(stage, token, first, token.i)
        rest, inner = complement(stage, token.i + 1, last)
        noun = uncapitalised(stage.doc, phrase(stage.doc, token.i, token.i + 1, token), token)
        code = code or inner
        name = " ".join(w for w in (adjectives, noun, rest) if w)
        if code and not rest:
            name = stage.of_country(name, code)
        part = stage.actor(name, "group", code)
        part.plural = True
        stage.mention(part, first, last, token, "people")


def _people(token: Token) -> bool:
    if token.pos != "NOUN" or token.feats.get("Number") != "Plur" or token.feats.get("Animacy") != "Anim":
        return False
    return any("anim" in p.tag for p in parses(token.text))
