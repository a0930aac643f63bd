"""Who of those spoken of stands out where a word points back: nearer sentences and subjects weigh more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from etl.extract.actors.stage import Part, Stage
from etl.records import Mention, Token

REACH = 4  # sentences a pronoun looks back
CLEAR = 0.2  # by how much the best must lead for a pronoun
CLEARER = 0.9  # … and for a description that nothing in the text has said of the person before

Fits = Callable[[Part], bool]
Ranked = tuple[float, Part]


def candidates(stage: Stage, token: Token, fits: Fits, reach: int) -> list[Ranked]:
    """Fitting actors named before the token, the most salient first."""
    scores: dict[str, float] = {}
    clause = token.head
    for mention in stage.mentions:
        if mention.span.start >= token.start or not fits(stage.parts[mention.actor]):
            continue
        head = stage.doc.tokens[mention.head]
        distance = token.sentence - head.sentence
        if distance > reach:
            continue
        if (
            head.head == clause
            and head.sentence == token.sentence
            and head.rel != "conj"
            and token.rel in ("nsubj", "obj", "iobj", "obl")
        ):
            scores[mention.actor] = -99.0  # «он» and a name in one clause are two
            continue
        scores[mention.actor] = max(scores.get(mention.actor, -9.0), salience(stage, head, distance, mention))
    found = [(score, stage.parts[key]) for key, score in scores.items() if score > -9]
    return sorted(found, key=lambda f: -f[0])


def lead(ranked: Sequence[Ranked]) -> float:
    """By how much the first stands out; where there is no second, beyond measure."""
    return ranked[0][0] - ranked[1][0] if len(ranked) > 1 else inf


def salience(stage: Stage, head: Token, distance: int, mention: Mention) -> float:
    """Nearer sentences weigh more, subjects more than objects, names in quotation marks less."""
    score = 4.0 - distance
    while head.rel == "conj" and head.head >= 0:
        head = stage.doc.tokens[head.head]  # «Громов и Ларин» are subjects both
    if head.rel.startswith("nsubj"):
        score += 1.5
    elif head.rel in ("obl", "iobj", "obj"):
        score += 0.3
    elif head.rel == "nmod" and (up := stage.doc.head(head)) is not None and up.lemma in stage.speech_nouns:
        score += 1.0  # «после выступления Громова»: he has just spoken
    if mention.resolution == "pronoun":
        score += 0.1
    return score
