"""Persons that the tagger missed: a surname alone, of somebody the article or the authority names in full."""

from __future__ import annotations

from etl.extract.actors.phrases import QUOTES
from etl.extract.actors.stage import Stage
from etl.personal_names import name_candidates, name_gender
from etl.records import Token
from etl.vocabulary.entries import Authority
from etl.vocabulary.names import fold


def find_surnames(stage: Stage) -> None:
    """«Путин обсудил …» in a headline: the surname of a person named elsewhere in the article, else of a well-known one."""
    surnames: dict[str, set[str]] = {}
    for key, part in stage.parts.items():
        if part.kind == "person":
            words = part.name.split()
            alone = (n for n in part.names if " " not in n)  # «Хемети»
            for word in {c for w in {words[0], words[-1], *alone} for c in name_candidates(w)}:
                surnames.setdefault(word, set()).add(key)
    for t in stage.doc.tagged("PROPN", "NOUN", "X", "ADJ"):
        if not t.text[0].isupper() or t.i in stage.claimed or t.i in stage.country_tokens:
            continue
        inner_adjective = t.pos == "ADJ" and t.i != stage.doc.sentence(t).first and t.rel != "amod"  # «к Запорожскому»
        if t.pos == "ADJ" and not inner_adjective:
            continue
        if t.i and stage.doc.tokens[t.i - 1].text in QUOTES:
            continue
        fits = {k for c in name_candidates(t.text) for k in surnames.get(c, ())}
        if len(fits) == 1:
            stage.mention(stage.parts[fits.pop()], t.i, t.i + 1, t, "surname")
        elif not fits and (entry := _well_known_surname(stage, t)) is not None:
            part = stage.actor(entry.name, "person", entry=entry)
            part.gender = part.gender or name_gender(entry.name.split())
            stage.mention(part, t.i, t.i + 1, t, "well-known surname")
            surnames.setdefault(fold(entry.name.split()[-1]), set()).add(part.key)


def _well_known_surname(stage: Stage, t: Token) -> Authority | None:
    """«Путин обсудил …» in an article that never gives the full name: who acts under the surname that the authority has."""
    acts = t.rel.startswith("nsubj") or t.feats.get("Animacy") == "Anim"
    if t.pos != "PROPN" or not acts or stage.doc.children(t, "flat", "flat:name", "appos") or t.rel.startswith("flat"):
        return None
    found = {e.id: e for c in name_candidates(t.text) if (e := stage.lexicon.people.get(c))}
    return found.popitem()[1] if len(found) == 1 else None
