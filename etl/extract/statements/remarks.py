"""The reporter's remark inside somebody's words: «Дорога закрыта, — сказал мэр. — Объезд открыт», and lines of dialogue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from etl.extract.quotes import Quote
from etl.extract.statements.attribution import ENDS, cue_in, direct_draft
from etl.extract.statements.cues import Cue
from etl.extract.statements.script import DASHES, Draft, Script
from etl.records import Span, Token

QUOTED = 40  # characters: a longer stretch in quotation marks is no name


def attributed_inside(script: Script, quote: Quote) -> Draft | None:
    """«Дорога закрыта, — сказал мэр. — Объезд открыт»."""
    return _with_remarks(script, quote.inner, "attributed_inside")


def lines_of_dialogue(script: Script) -> Iterator[Draft]:
    """A paragraph that opens with a dash: '— Дорога закрыта, — сказал мэр. — Объезд открыт.'"""
    for span in _dashed_paragraphs(script):
        draft = None if _quoted(script, span) else _with_remarks(script, span, "line_of_dialogue")
        if draft:
            yield draft


def paragraphs_of_speech(script: Script) -> Iterator[Draft]:
    """'Мэр сказал:' and a paragraph without any marks: a quotation whose marks were its layout."""
    for before, paragraph in pairwise(script.paragraphs):
        words = script.doc.words(before[-1])
        if before[0].kind != "body" or paragraph[0].kind != "body" or words[-1].text != ":":
            continue
        cue = next(
            (
                c
                for t in reversed(words)
                if (c := script.cue_at.get(t.i)) and c.form in ("finite", "passive") and c.takes("quote")
            ),
            None,
        )
        span = Span(paragraph[0].span.start, paragraph[-1].span.stop)
        if cue and _all_said(script, span) and (draft := direct_draft(script, "paragraph_of_speech", cue, [span])):
            yield draft


def _all_said(script: Script, span: Span) -> bool:
    """A paragraph that begins with a word, quotes nobody and attributes nothing."""
    tokens = script.tokens(span)
    told = any(
        c.form in ("finite", "passive") and c.token.feats.get("Tense") == "Past" for t in tokens if (c := script.cue_at.get(t.i))
    )
    quotes = any(q.span.overlaps(span) and q.span.stop - q.span.start > QUOTED for q in script.quotes)
    return tokens[0].text[0].isalnum() and not told and not quotes


def _quoted(script: Script, span: Span) -> bool:
    """Most of the line stands in quotation marks, which have their own rules."""
    return any(q.span.overlaps(span) and q.span.stop - q.span.start > (span.stop - span.start) / 2 for q in script.quotes)


def _dashed_paragraphs(script: Script) -> Iterator[Span]:
    """The paragraphs that begin with a dash, without it."""
    for paragraph in script.paragraphs:
        if script.is_dashed(paragraph):
            yield Span(script.doc.words(paragraph[0])[1].start, paragraph[-1].span.stop)


def _with_remarks(script: Script, span: Span, rule: str) -> Draft | None:
    pieces, cues, start = [], [], span.start
    tokens = script.tokens(span)
    for k, token in enumerate(tokens):
        if token.start < start or not _opens_remark(tokens, k):
            continue
        cue = _remark(script, tokens[k + 1 : k + 4])
        if cue is None:
            continue
        stop = _remark_end(tokens, k + 1)
        pieces.append(Span(start, tokens[k - 1].start if tokens[k - 1].text == "," else tokens[k - 1].stop))
        cues.append(cue)
        start = stop if stop is not None else span.stop
    if not cues:
        return None
    pieces.append(Span(start, span.stop))
    return direct_draft(script, rule, cues[0], pieces)


def _opens_remark(tokens: tuple[Token, ...], k: int) -> bool:
    return (
        0 < k < len(tokens) - 1
        and tokens[k].text in DASHES
        and (tokens[k - 1].text == "," or set(tokens[k - 1].text) <= set(ENDS) or tokens[k - 1].text in ("»", '"', ")"))
    )


def _remark(script: Script, zone: tuple[Token, ...]) -> Cue | None:
    """The verb of a remark inside a quote stands at its beginning: '— сказал мэр', '— тут же возразил он', '— он улыбнулся'."""
    for token in zone:
        cue = cue_in(script, (token,))
        if cue:
            return None if _complemented(script, token) else cue
        if token.pos not in ("ADV", "PART", "PRON") or token.feats.get("Person") == "1":
            return None
    return None


def _complemented(script: Script, verb: Token) -> bool:
    """'— объяснили, что рисунка нет в списке': a verb with its own clause is no remark."""
    after = script.rest(verb)[:2]
    return len(after) == 2 and after[0].text == "," and after[1].lemma in ("что", "чтобы")


def _remark_end(tokens: tuple[Token, ...], k: int) -> int | None:
    """Offset where the speaker's words go on: behind the next dash that follows a mark."""
    for i in range(k, len(tokens) - 1):
        if tokens[i].text in DASHES and (tokens[i - 1].text in (",", ":") or set(tokens[i - 1].text) <= set(ENDS)):
            return tokens[i + 1].start
    return None
