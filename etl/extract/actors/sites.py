"""Media that only their address names: «сообщает step.ru», «сайт berega.info»."""

from __future__ import annotations

import re

from etl.extract.actors.lexicon import kind_by_ending
from etl.extract.actors.stage import Stage
from etl.records import Span, Token
from etl.vocabulary.names import fold

ADDRESS = re.compile(r"(?<![\w@/.:-])[A-Za-z0-9][\w-]*(?:\.[A-Za-z][\w-]*)*\.[A-Za-z]{2,6}(?![\w/@-])", re.ASCII)
KINDS = {"сайт", "портал", "издание", "газета"}


def find_sites(stage: Stage) -> None:
    """Sites that tell something, or whose the telling is; an address to go to is nobody."""
    for found in ADDRESS.finditer(stage.doc.text):
        inside = stage.doc.within(Span(*found.span()))
        if not inside or any(t.i in stage.claimed for t in inside):
            continue
        if kind_by_ending(stage.lexicon, found[0].capitalize()) == "media" and _tells(stage, inside[0]):
            part = stage.actor(found[0], "media", entry=stage.lexicon.media.get(fold(found[0])))
            stage.mention(part, inside[0].i, inside[-1].i + 1, inside[0], "site")


def _tells(stage: Stage, token: Token) -> bool:
    up = stage.doc.head(token)
    if up is not None and up.lemma in KINDS:
        up = stage.doc.head(up) if up.rel.startswith("nsubj") else None  # «сайт сообщает», but «ролик есть на сайте …»
    return up is not None and (up.lemma == "ссылка" or up.lemma in stage.speech_verbs or up.lemma in stage.speech_nouns)
