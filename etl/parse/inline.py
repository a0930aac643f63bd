"""Pages that were run together: headings, captions and credits inside a paragraph, the dateline or the hour that opens one.

…отметил он. | Призывы отменить приказ | Блинкен также заявил, что…                     a heading without a full stop
…просят разъяснений. | Протесты в Алматы 5 января. | Фото: Vlast.kz | На фоне протестов…  a caption and its credit
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from razdel import sentenize, tokenize

from etl.morphology import parses
from etl.parse.dateline import dateline
from etl.parse.lines import is_finite
from etl.records import Span
from etl.written_dates import HOUR

LONGEST_CAPTION = 15  # words
RUN_TOGETHER = 1500  # characters: a longer paragraph is a page that lost its lines, and only there a heading can be glued
LATIN_NAME = r"[A-Za-z][\w.\-]*(?:\s+[A-Z][\w.\-]*)*"
CYRILLIC_NAME = r"[А-ЯЁ«][\w.\-»]*(?:\s+[А-ЯЁ«][\w.\-»]*)*"
NAME = rf"(?:{LATIN_NAME}|{CYRILLIC_NAME})"

OPENING_HOUR = re.compile(HOUR + r"\s+(?=[«„\"]?[А-ЯЁ])")

Piece = tuple[str, Span]


def cut(text: str, kind: str, credit_words: Sequence[str]) -> list[Piece]:
    """Cut one paragraph into (kind, span) pieces in text order; what is no heading, caption or credit keeps `kind`."""
    pieces: list[Piece] = []
    if start := dateline(text):
        pieces += _trimmed(text, "credit", 0, start)
    elif hour := OPENING_HOUR.match(text):  # «22.40 Аэропорт закрыт»: a heading, and no word of the sentence
        start = hour.end()
        pieces += _trimmed(text, "heading", 0, start)
    for caption, credit in _credits(text, credit_words):
        pieces += _running(text, start, caption.start if caption else credit.start, kind)
        pieces += [("caption", caption)] if caption else []
        pieces.append(("credit", credit))
        start = credit.stop
    return pieces + _running(text, start, len(text), kind)


def _running(text: str, start: int, stop: int, kind: str) -> list[Piece]:
    """Running text, with the headings that were glued to its sentences cut off."""
    pieces: list[Piece] = []
    sentences = sentenize(text[start:stop]) if len(text) > RUN_TOGETHER else []
    at = start
    for sentence in sentences:
        if gap := _heading_end(sentence.text):
            head = start + sentence.start
            pieces += _trimmed(text, kind, at, head) + _trimmed(text, "heading", head, head + gap.start)
            at = head + gap.stop
    return pieces + _trimmed(text, kind, at, stop)


def _trimmed(text: str, kind: str, start: int, stop: int) -> list[Piece]:
    """The piece without its outer white space; none if nothing else is in it."""
    words = text[start:stop]
    start += len(words) - len(words.lstrip())
    return [(kind, Span(start, start + len(words.strip())))] if words.strip() else []


# ── credits and captions ──


def _credits(text: str, credit_words: Sequence[str]) -> Iterator[tuple[Span | None, Span]]:
    """Each credit with the caption before it: «Энтони Блинкен. Фото: Wikimedia», «…7 января. Скриншот с видео.»"""
    lower = text.lower()
    if not any(word in lower for word in credit_words):  # nearly all have none, and sentences take time to find
        return
    sentences = [Span(s.start, s.stop) for s in sentenize(text)]
    for i, sentence in enumerate(sentences):
        words = sentence.of(text)
        first = re.match(r"\w+", words)
        if not first or first.group().lower() not in credit_words:
            continue
        credit = _named_credit(words) or _bare_credit(words)
        if credit:
            caption = sentences[i - 1] if i and _is_caption(sentences[i - 1].of(text)) else None
            yield caption, Span(sentence.start, sentence.start + credit)


def _named_credit(words: str) -> int | None:
    """Length of «Фото: Vlast.kz» in «Фото: Vlast.kz На фоне протестов…»: a name or names joined by a slash or comma."""
    found = re.match(rf"\w+(?:\s+\w+){{0,3}}\s*:\s*(?P<name>{NAME}(?:\s*[/,]\s*{NAME})*)", words)
    if not found:
        return None
    stop = found.end()
    runs_on = re.match(r"\s+[а-яё0-9]", words[stop:])
    last = re.search(r"\s+[А-ЯЁ]\S*$", found["name"])
    # Where the sentence runs on in lower case, its capitalised first word is no part of the name.
    if runs_on and last:
        return stop - len(last.group())
    tail = words[stop:].strip()
    return len(words) if tail in ("", ".") else stop


def _bare_credit(words: str) -> int | None:
    """«Скриншот с видео.»"""
    return len(words) if len(words.split()) <= 6 and not any(is_finite(w) for w in re.findall(r"\w+", words)) else None


def _is_caption(sentence: str) -> bool:
    return len(sentence.split()) <= LONGEST_CAPTION and not re.search(r"[«»\"“”]|[,:]\s*[—–-]\s", sentence)


# ── headings ──


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    stop: int
    text: str


def _heading_end(sentence: str) -> Span | None:
    """The gap between a heading and the sentence it was glued to; None where the sentence is one.

    A heading begins with its own subject, has no finite verb, and no mark stands between it and the capital that follows.
    """
    words = [_Word(t.start, t.stop, t.text) for t in tokenize(sentence)]
    subject = next((w for w in words[:2] if _is_subject(w.text)), None)
    if not subject or not all(w is subject or _is_adjective(w.text) for w in words[: words.index(subject) + 1]):
        return None
    for i in range(2, len(words) - 1):
        before, after = words[i], words[i + 1]
        if is_finite(before.text):
            return None
        if before.text[-1].isalnum() and after.text[0].isupper() and _opens_sentence(words[i + 1 :], subject):
            return Span(before.stop, after.start)
    return None


def _opens_sentence(words: list[_Word], subject: _Word) -> bool:
    """Whether a capital opens a sentence of its own after a heading with this subject."""
    reading = parses(words[0].text.lower())[0]
    verb = next((w for w in words[1:] if is_finite(w.text)), None)
    if verb is None:
        return False
    if reading.tag.POS in ("PREP", "CONJ", "ADVB", "PRCL", "NPRO"):
        return True  # «… страны На фоне протестов президент обратился …»
    if _is_second_subject(reading):
        return not _is_person(subject.text)  # «Протесты в Казахстане Митинги начались …»
    # «Призывы отменить приказ Блинкен также заявил …»: the name's verb cannot belong to the heading's subject.
    apart = sum(not _is_adverb(w.text) for w in words[1 : words.index(verb)])
    nominative = any("nomn" in p.tag for p in parses(words[0].text.lower()))
    return nominative and not words[0].text.isupper() and apart == 0 and _disagree(subject.text, verb.text)


def _is_second_subject(reading: Any) -> bool:
    name = any(grammeme in reading.tag for grammeme in ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))
    return reading.is_known and reading.tag.POS == "NOUN" and "nomn" in reading.tag and not name


def _is_subject(word: str) -> bool:
    return any("NOUN" in p.tag and "nomn" in p.tag for p in parses(word.lower()) if p.score > 0.2)


def _is_adjective(word: str) -> bool:
    return parses(word.lower())[0].tag.POS in ("ADJF", "PRTF")


def _is_adverb(word: str) -> bool:
    return parses(word.lower())[0].tag.POS in ("ADVB", "PRCL", "CONJ")


def _is_person(word: str) -> bool:
    return "anim" in parses(word.lower())[0].tag


def _disagree(subject: str, verb: str) -> bool:
    numbers = {p.tag.number for p in parses(subject.lower()) if "nomn" in p.tag}
    return parses(verb.lower())[0].tag.number not in numbers
