"""Claimants told of a few sentences before: the shares of one poll have one source, «якобы» repeats who was just quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from etl.extract.figures.polls import poll_of
from etl.extract.reading import Reading
from etl.extract.words import figure_words
from etl.morphology import lemmas
from etl.records import ActorKey, Figure, Sentence, Statement, Token

BEFORE = 8  # words before a number in which its own estimator stands
NEAR = 2  # sentences between «якобы» and the words it takes up
POLL = 12  # sentences between two shares of one poll


def with_carried_sources(figures: tuple[Figure, ...], statements: Sequence[Statement], reading: Reading) -> tuple[Figure, ...]:
    """The figures, those without a claimant of their own completed by the first rule that finds one."""
    done: list[Figure] = []
    for figure in figures:
        if figure.source is None or _is_answer(figure, reading):
            source = next((s for rule in RULES if (s := rule(figure, done, statements, reading))), None)
            figure = replace(figure, source=source, source_basis="named") if source else figure
        done.append(figure)
    return tuple(done)


def _is_answer(figure: Figure, reading: Reading) -> bool:
    """«17 % респондентов заявили, что …»: whoever answered, the poll says how many."""
    speaker = reading.cast.by_key.get(figure.source) if figure.source else None
    return figure.measure == "share" and speaker is not None and speaker.kind == "group"


def pollster(figure: Figure, before: list[Figure], statements: Sequence[Statement], reading: Reading) -> ActorKey | None:
    """«Опрос провел ВЦИОМ. За переезд 44 %»."""
    if figure.measure != "share":
        return None
    poll = poll_of(reading)
    return poll.pollster if poll.told_in(_sentence(figure.anchor, reading).position) else None


def retold(figure: Figure, before: list[Figure], statements: Sequence[Statement], reading: Reading) -> ActorKey | None:
    """«Газета пишет, что … . За контракт заплатят 3 млн»: a paragraph that opens with what a newspaper writes is all its."""
    here = _sentence(figure.anchor, reading)
    opening = next(s for s in reading.doc.sentences if s.paragraph == here.paragraph)
    inside = [s for s in statements if opening.span.start <= s.anchor < figure.anchor]
    if figure.source_basis != "article" or not inside or inside[0].anchor >= opening.span.stop:
        return None
    speakers = {s.speaker for s in inside}
    text = reading.doc.text
    first = next((p.span.start for p in inside[0].parts if p.part == "speaker"), opening.span.stop)
    opens = not any(c.isalnum() for c in text[opening.span.start : first])  # «"Вечер" сообщает, что … . Завод стоит …»
    writes = opens or "писать" in lemmas(inside[0].cue.of(text))
    actor = reading.cast.by_key.get(inside[0].speaker) if inside[0].speaker else None
    return actor.key if writes and len(speakers) == 1 and actor and actor.kind == "media" else None


def estimated(figure: Figure, before: list[Figure], statements: Sequence[Statement], reading: Reading) -> ActorKey | None:
    """«(по оценкам полиции, до 25 тысяч, по оценке BBC - около 60 тысяч)»."""
    doc, here = reading.doc, _sentence(figure.anchor, reading)
    said = figure_words(reading.vocabulary, "estimates")
    following = [t for t in doc.words(here) if t.start >= figure.span.stop and t.text != ","][:BEFORE]
    if _said_by(following, said) and (one := _named_at_the_end(following, reading)):
        return one  # «не более тысячи, по оценке полиции»
    leading = [t for t in doc.words(here) if t.stop <= figure.span.start][-BEFORE:]
    words = next((leading[i:] for i in range(len(leading) - 2, -1, -1) if leading[i].text.lower() == "по"), [])
    if not _said_by(words, said) or any(t.pos in ("VERB", "NUM") for t in words):
        return None
    return _first_named(words[2:], reading)


def _said_by(words: Sequence[Token], said: frozenset[str]) -> bool:
    """«по оценке …»."""
    return len(words) > 2 and words[0].text.lower() == "по" and bool(lemmas(words[1].text) & said)


def _named_at_the_end(words: Sequence[Token], reading: Reading) -> ActorKey | None:
    """Who is named, if what follows is not a number of theirs: «по оценке полиции – 5 тысяч»."""
    mention = next((m for t in words[2:4] if (m := reading.cast.by_head.get(t.i))), None)
    after = [t for t in words if mention and t.start >= mention.span.stop][:2]
    numbered = any(t.pos == "NUM" or t.text[0].isdigit() or t.text in ("-", "–", "—") for t in after)
    return mention.actor if mention and not numbered else None


def _first_named(words: Sequence[Token], reading: Reading) -> ActorKey | None:
    return next((m.actor for t in words if (m := reading.cast.by_head.get(t.i))), None)


def alleged(figure: Figure, before: list[Figure], statements: Sequence[Statement], reading: Reading) -> ActorKey | None:
    """«ТАСС сообщает о взрыве. При этом якобы пострадали шесть человек»."""
    here = _sentence(figure.anchor, reading)
    if not any(t.text.lower() == "якобы" for t in reading.doc.words(here)):
        return None
    told = [s for s in statements if s.anchor < figure.anchor]
    last = max(told, key=lambda s: s.anchor, default=None)
    there = _sentence(last.anchor, reading) if last else None
    near = there is not None and here.position - there.position <= NEAR and here.paragraph - there.paragraph <= 1
    return last.speaker if last and near else None


def same_poll(figure: Figure, before: list[Figure], statements: Sequence[Statement], reading: Reading) -> ActorKey | None:
    """«По данным социологов, 44 % за. 28 % опрошенных против»: a share of those asked, after one whose source is told."""
    here, last = _sentence(figure.anchor, reading), next((f for f in reversed(before) if f.measure == "share" and f.source), None)
    if figure.measure != "share" or last is None:
        return None
    asked = figure_words(reading.vocabulary, "polls")
    gap = here.position - _sentence(last.anchor, reading).position
    return last.source if gap <= POLL and any(lemmas(t.text) & asked for t in reading.doc.words(here)) else None


Rule = Callable[[Figure, list[Figure], Sequence[Statement], Reading], ActorKey | None]
RULES: tuple[Rule, ...] = (pollster, estimated, retold, alleged, same_poll)


def _sentence(offset: int, reading: Reading) -> Sentence:
    sentences = reading.doc.sentences
    return sentences[max(0, bisect_right(sentences, offset, key=lambda s: s.span.start) - 1)]
