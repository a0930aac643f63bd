"""Ministries that stand only inside their minister's position: «министр обороны Перу» → «Министерство обороны Перу»."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.actors.body_names import body_name, called_elsewise, country_told_of
from etl.extract.actors.naming import Phrase, taken_apart
from etl.extract.actors.proper import fuller
from etl.extract.actors.stage import Stage
from etl.records import Mention, Span, Token
from etl.vocabulary.entries import Body

ANY = "ministerstvo"  # in bodies.yml
MINISTERS = {"министр", "замминистра", "экс-министр"}


def find_ministries(stage: Stage) -> None:
    """A body that stands only inside a position is an actor besides the person. Its words stay free for the position."""
    for token in stage.doc.lemmatised(*MINISTERS):
        if token.feats.get("Number") == "Plur" or (found := _ministry(stage, token)) is None:
            continue
        body, words = found
        owners = {code for id, code in stage.bodies.values() if id == body.id and code}
        elsewhere = country_told_of(stage, token) not in (None, stage.story_country)
        if elsewhere and words.country is None and not owners and not words.home:
            name, code = body.name, None  # «она в Литве, сказал министр обороны Петров»: of either country
        else:
            name, code = body_name(stage, body, words, owners, token)
        known_as = called_elsewise(stage, body, code) or name
        full = name.replace(body.name, _in_full(body), 1)
        part = stage.parts.get(stage.key(known_as)) or fuller(stage, full)
        if part is None:
            part = stage.actor(full, "state_body", code, known_as=known_as)
            part.gender = "Neut"
        which = stage.doc.tokens[token.i + 1 : words.last]
        head = next((t for t in which if t.pos == "NOUN"), which[0])
        span = Span(which[0].start, which[-1].stop)
        stage.mentions.append(Mention(part.key, span, head.i, "role", "ministry of its minister"))


def _ministry(stage: Stage, token: Token) -> tuple[Body, Phrase] | None:
    """The body and the phrase around its minister; None where the words do not say which: «местный министр здравоохранения»."""
    begin = token.i + 1
    local = any(t.lemma in stage.role_words("local") for t in stage.doc.children(token, "amod"))
    if local or begin >= stage.doc.sentence(token).last:
        return None
    known = stage.lexicon.ministries.at(stage.doc, begin)
    end = known.last if known else begin
    words = taken_apart(stage, token, token.i, end, stop=stage.names_apart(token) | _names(stage, token, end))
    words = replace(words, adjectives="")  # «бывший министр», «первый замминистра»: the minister is, not the ministry
    if known is not None:
        return known.entry, words
    told = words.complement and stage.doc.tokens[begin].text.islower() and stage.doc.tokens[begin].feats.get("Case") == "Gen"
    return (stage.vocabulary.bodies[ANY], words) if told else None


def _names(stage: Stage, token: Token, begin: int) -> frozenset[int]:
    """Names in the nominative that no tagger found to be a person's: «министр обороны Аун Чжи»."""
    words = stage.doc.tokens[begin : stage.doc.sentence(token).last]
    return frozenset(
        t.i for t in words if t.pos == "PROPN" and t.rel in ("appos", "flat:name") and t.i not in stage.country_tokens
    )


def _in_full(body: Body) -> str:
    """«Министерство обороны» for «Минобороны»; «МИД» stays."""
    full = next((a for a in (body.name, *body.aliases) if a.startswith("министерство")), body.name)
    return body.name if body.name.isupper() else full[0].upper() + full[1:]
