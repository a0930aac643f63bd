"""Who is counted: by the counted words, by «среди …» before them, by what was measured."""

from __future__ import annotations

from etl.extract.figures.measures import HUMAN, Reading
from etl.morphology import lemmas
from etl.records import Doc, Span, Token, hull
from etl.vocabulary import Vocabulary

AMONG = {"среди", "у", "со стороны"}


def population(found: Reading, doc: Doc, vocabulary: Vocabulary) -> tuple[str | None, Span | None]:
    """The population and the words that name it."""
    if found.unit != "people":
        return None, hull([t.span for t in found.counted.phrase]) if found.counted.phrase else None
    own = list(found.counted.phrase) + ([found.cue.token] if found.cue and found.cue.kind in ("counted",) else [])
    named, where = named_population(own, vocabulary)
    if named not in (None, "all"):
        return named, where
    context, there = among(found, doc, vocabulary)
    if context not in (None, "all"):
        return context, there
    return _default(found, named, where)


def named_population(tokens: list[Token], vocabulary: Vocabulary) -> tuple[str | None, Span | None]:
    """The first population whose words stand among the tokens: «мирных жителей» → civilians."""
    for group in vocabulary.populations.values():
        for phrase in group.words:
            wanted = phrase.split()
            for i in range(len(tokens) - len(wanted) + 1):
                piece = tokens[i : i + len(wanted)]
                if all(w in lemmas(t.text) for w, t in zip(wanted, piece, strict=True)):
                    return group.id, hull([t.span for t in piece])
    return None, None


def among(found: Reading, doc: Doc, vocabulary: Vocabulary) -> tuple[str | None, Span | None]:
    """«среди правоохранителей погибли 18 человек, пострадали 748»: it holds until the next «среди»."""
    sentence, at = found.counted.sentence, found.counted.number.opens
    for token in reversed(doc.tokens[sentence.first : at]):
        if token.text.lower() == "среди":
            return named_population(list(doc.tokens[token.i + 1 : token.i + 4]), vocabulary)
    return None, None


def _default(found: Reading, named: str | None, where: Span | None) -> tuple[str | None, Span | None]:
    """People without further words: everybody for casualties, soldiers for forces, civilians for a crowd."""
    if where is None and found.counted.phrase:
        where = hull([t.span for t in found.counted.phrase])
    if found.measure == "personnel":
        return "military", where
    if found.measure == "participants":
        return "civilians", where
    if found.measure in HUMAN:
        return ("all" if named or found.counted.noun is None else None), where
    return named, where
