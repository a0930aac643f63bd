"""Bytes into text: UTF-8 as a rule, cp1251 and other old encodings by their look, garbage refused."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from etl.errors import SourceError

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OLD = ["cp1251", "koi8_r", "cp866", "iso8859_5"]
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
LETTERS = re.compile(r"[^\W\d_]")
READABLE = re.compile(r"[\w\s.,:;!?()«»„“”\"'’\-–—…%№/\[\]+*]")


def decode(data: bytes, file: str) -> str:
    """The text with newlines as \\n and a byte order mark removed. Raises SourceError for bytes that are no text."""
    if not data.strip():
        raise SourceError("the file is empty", file)
    text = re.sub(r"\r\n?", "\n", _decode(data, file))
    if not text.strip():
        raise SourceError("the file is empty", file)
    if len(CONTROLS.findall(text)) > len(text) / 100:
        raise SourceError("not a text but binary data", file)
    return text


def _decode(data: bytes, file: str) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, file)
    if b"\0" in data:
        raise SourceError("not a text but binary data", file)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise SourceError(f"broken UTF-8 (byte 0x{data[error.start]:02x})", file, line) from error
    return _by_look(data, file)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"broken {encoding.upper().removesuffix('-SIG')}", file) from error


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with a few damaged bytes: letters of old encodings hardly ever make valid UTF-8 pairs."""
    text = data.decode(errors="replace")
    foreign = sum(c > "\x7f" for c in text)
    return text.count("\ufffd") < foreign / 3


def _by_look(data: bytes, file: str) -> str:
    """An 8-bit Cyrillic encoding whose result looks like Russian. Raises SourceError if none does."""
    best = from_bytes(data, cp_isolation=OLD).best()
    if best is not None and looks_russian(text := str(best)):
        return text
    raise SourceError("the encoding is not known: neither UTF-8 nor one of " + ", ".join(OLD), file)


def looks_russian(text: str) -> bool:
    """Readable characters all over, mostly Cyrillic letters, capitals the exception."""
    letters = LETTERS.findall(text)
    cyrillic = [c for c in letters if "а" <= c.lower() <= "я" or c in "ёЁ"]
    capitals = sum(c.isupper() for c in cyrillic)
    readable = len(READABLE.findall(text))
    return readable > 0.97 * len(text) and len(cyrillic) > 0.5 * len(letters) > 0 and capitals < 0.3 * len(cyrillic)
