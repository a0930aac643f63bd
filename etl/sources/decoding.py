"""Bytes into text: UTF-8 as a rule, cp1251 and other old encodings by their look, garbage refused."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from etl.errors import SourceError

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OLD = ["cp1251", "koi8_r", "cp866", "iso8859_5"]
SAMPLE = 200_000  # bytes by which the encoding of a long file of many articles is known
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
SURROGATES = re.compile(r"[\ud800-\udfff]")
LETTERS = re.compile(r"[^\W\d_]")
FOREIGN = re.compile(rb"[\x80-\xff]+(?:[ ,.-][\x80-\xff]+)*")
READABLE = re.compile(r"[\w\s.,:;!?()«»„“”\"'’\-–—…%№/\[\]+*]")


def decode(data: bytes, file: str) -> str:
    """The text with newlines as \\n and a byte order mark removed. Raises SourceError for bytes that are no text."""
    if not data.strip():
        raise SourceError("the file is empty", file)
    return readable(strictly(data, encoding_of(data, file), file), file)


def readable(text: str, file: str) -> str:
    """The text with newlines as \\n. Raises SourceError if there is none or it is no text."""
    text = re.sub(r"\r\n?", "\n", text)
    if not text.strip():
        raise SourceError("the file is empty", file)
    if is_binary(text):
        raise SourceError("not a text but binary data", file)
    return text


def is_binary(text: str) -> bool:
    """Many control characters, or a NUL, at which SQLite would end the text."""
    return "\0" in text or len(CONTROLS.findall(text)) > len(text) / 100


def strictly(data: bytes, encoding: str, file: str) -> str:
    """The bytes decoded. Raises SourceError with the line of the first that is wrong."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = encoding.upper().removesuffix("-SIG")
        raise SourceError(f"broken {name} (byte 0x{data[error.start]:02x})", file, line) from error


def encoding_of(data: bytes, file: str, cut: bool = False, marked: bool = False) -> str:
    """The encoding of a text, or of its beginning if it was `cut`. Raises SourceError if none is known that fits.

    Texts of formats are `marked` with Latin letters, which are left out of the look.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data:
        raise SourceError("not a text but binary data", file)
    if is_utf8(data, cut) or _mostly_utf8(data):
        return "utf-8"
    if best := by_look(cyrillic_words(data) if marked else data):
        return best
    raise SourceError("the encoding is not known: neither UTF-8 nor one of " + ", ".join(OLD), file)


def encoding_of_file(path: Path, file: str) -> str:
    """The encoding of a file that is too long to be read at once. Raises SourceError and OSError."""
    with path.open("rb") as stream:
        data = stream.read(SAMPLE)
        if not data.strip():
            raise SourceError("the file is empty", file)
        return encoding_of(data, file, cut=bool(stream.read(1)), marked=True)


def is_utf8(data: bytes, cut: bool = False) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with a few damaged bytes: letters of old encodings hardly ever make valid UTF-8 pairs."""
    text = data.decode(errors="replace")
    foreign = sum(c > "\x7f" for c in text)
    return text.count("\ufffd") < foreign / 3


def cyrillic_words(data: bytes) -> bytes:
    """What is not Latin of a text in an 8-bit encoding."""
    return b" ".join(FOREIGN.findall(data))


def by_look(data: bytes) -> str | None:
    """The 8-bit Cyrillic encoding whose result looks like Russian, if one does."""
    best = from_bytes(data, cp_isolation=OLD).best()
    return best.encoding if best is not None and looks_russian(str(best)) else None


def looks_russian(text: str) -> bool:
    """Readable characters all over, mostly Cyrillic letters, capitals the exception."""
    letters = LETTERS.findall(text)
    cyrillic = [c for c in letters if "а" <= c.lower() <= "я" or c in "ёЁ"]
    capitals = sum(c.isupper() for c in cyrillic)
    readable = len(READABLE.findall(text))
    return readable > 0.97 * len(text) and len(cyrillic) > 0.5 * len(letters) > 0 and capitals < 0.3 * len(cyrillic)


# Broken bytes of a stream become half characters, which no text has: so they are found where they stand, and only there.
codecs.register_error("marked", lambda error: ("\udcff", error.end) if isinstance(error, UnicodeDecodeError) else ("", 0))
