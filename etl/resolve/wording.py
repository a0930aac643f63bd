"""An article's words as far as likeness needs them: which sequences of words occur, and which numbers."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Set
from dataclasses import dataclass

from etl.records import Record

LENGTH = 4  # words of a sequence
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Wording(Record):
    """`packed` holds the checksums of the sequences, 4 bytes each: an archive's wordings are in memory together."""

    packed: bytes
    numbers: frozenset[int]

    @property
    def sequences(self) -> Set[int]:
        return frozenset(array("I", self.packed))


def wording(text: str) -> Wording:
    """Upper and lower case, marks and white space make no difference."""
    words = [word.encode() for word in WORD.findall(text.lower())]
    sequences = {zlib.crc32(b" ".join(words[i : i + LENGTH])) for i in range(max(1, len(words) - LENGTH + 1))}
    return Wording(array("I", sorted(sequences) if words else ()).tobytes(), frozenset(map(int, NUMBER.findall(text))))
