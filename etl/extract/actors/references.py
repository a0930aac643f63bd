"""What points back: «он», «она», «они», «президент», «ведомство»."""

from __future__ import annotations

from collections.abc import Callable

from etl.extract.actors.stage import Part, Stage
from etl.records import Mention, Token

REACH = 4  # sentences a pronoun looks back
PRONOUNS = {"он": "Masc", "она": "Fem", "оно": "Neut", "они": "Plur"}


def find_references(stage: Stage) -> None:
    """Read the article once more and give pronouns and bare descriptions the actor that fits best, or leave them open."""
    for token in stage.doc.tokens:
        if token.i in stage.claimed:
            continue
        if token.lemma in PRONOUNS and token.pos == "PRON":
            _refer(stage, token, token, _pronoun(token), "pronoun", "pronoun")
        elif token.pos == "NOUN" and token.feats.get("Number") == "Sing":
            _describe(stage, token)


def _pronoun(token: Token) -> Callable[[Part], bool]:
    gender, plural = token.feats.get("Gender"), token.feats.get("Number") == "Plur"
    form = PRONOUNS[token.lemma]
    plural = plural or form == "Plur"

    def fits(part: Part) -> bool:
        if plural:
            return part.plural or part.kind == "group"
        if part.plural or part.kind == "group":
            return False
        if part.kind == "person":
            return gender is None or part.gender in (None, gender)
        return part.gender == gender

    return fits


def _describe(stage: Stage, token: Token) -> None:
    """«президент» alone: who has such a role, else the holder of that office in the story's country."""
    hit = stage.lexicon.positions.at(stage.doc, token.i)
    if hit is not None and hit.head.i == token.i:
        names = {hit.entry.name, *hit.entry.aliases}
        holders = {r.actor for r in stage.roles if _heads(r.role) & names}
        if _refer(stage, token, token, lambda p: p.key in holders, "office", "role", reach=99):
            return
        if hit.entry.of == "country" and token.i not in stage.open and stage.story_country:
            part = stage.actor(stage.of_country(hit.entry.name, stage.story_country), "person", stage.story_country)
            stage.mention(part, token.i, token.i + 1, token, "office of the country", "role")
        return
    kind = stage.lexicon.kinds.at(stage.doc, token.i)
    if kind is not None and token.rel in ("nsubj", "obl", "iobj", "nsubj:pass", "nmod"):
        wanted = {kind.entry.kind, "organization"} if kind.entry.kind != "media" else {"media"}
        if kind.entry.kind == "state_body":
            wanted = {"state_body"}
        _refer(stage, token, token, lambda p: p.kind in wanted, "kind of organisation", "role")


def _heads(role: str) -> set[str]:
    words = role.split()
    return {" ".join(words[i:j]) for i in range(min(3, len(words))) for j in range(i + 1, min(i + 3, len(words)) + 1)}


def _refer(
    stage: Stage, token: Token, head: Token, fits: Callable[[Part], bool], rule: str, resolution: str, reach: int = REACH
) -> bool:
    best = antecedent(stage, token, fits, reach)
    if best is None:
        return False
    stage.mention(best, token.i, token.i + 1, head, rule, resolution)
    return True


def antecedent(stage: Stage, token: Token, fits: Callable[[Part], bool], reach: int = REACH) -> Part | None:
    """The fitting actor nearest in sentences, subjects before others; two equals leave the token open."""
    scores: dict[str, float] = {}
    for mention in stage.mentions:
        if mention.span.start >= token.start or not fits(stage.parts[mention.actor]):
            continue
        head = stage.doc.tokens[mention.head]
        distance = token.sentence - head.sentence
        if distance > reach:
            continue
        scores[mention.actor] = max(scores.get(mention.actor, -99), _salience(stage, head, distance, mention))
    ranked = sorted(scores.items(), key=lambda kv: -kv[1])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.2:
        stage.open.add(token.i)
        return None
    return stage.parts[ranked[0][0]]


def _salience(stage: Stage, head: Token, distance: int, mention: Mention) -> float:
    score = 4.0 - distance
    if head.rel.startswith("nsubj"):
        score += 1.5
    elif head.rel in ("obl", "iobj", "obj"):
        score += 0.3
    return score
