"""Ways in which files arrive damaged. Each takes the bytes of a good file and chance; the same seed does the same damage."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

Damage = Callable[[bytes, random.Random], bytes]
MARKS = [
    b"<",
    b">",
    b"</",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"&",
    b"&#0;",
    b"&#xD800;",
    b'"',
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b"\\",
    b"\\u",
]
MARKS += [
    b"\\ud800",
    b"\n",
    b"\r",
    b"\0",
    b";",
    b"|",
    b"```",
    b"---",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<script>",
    b"<table>",
    b"<svg>",
    b"1e999",
]
CHARSETS = [
    "cp1251",
    "koi8_r",
    "cp866",
    "iso8859_5",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "utf-7",
    "latin-1",
    "shift_jis",
    "mac_cyrillic",
]


def truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def beheaded(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(len(data)) :]


def bytes_changed(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice([1, 3, 30, 300])):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def random_bytes(data: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice([0, 1, 10, 1000, 20_000]))


def marks_strewn(data: bytes, chance: random.Random) -> bytes:
    """Broken markup: brackets, quotes, escapes and tags where none belong."""
    for _ in range(chance.choice([1, 5, 50])):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(MARKS) + data[at:]
    return data


def marks_lost(data: bytes, chance: random.Random) -> bytes:
    mark = chance.choice([b"<", b">", b"/", b'"', b"{", b"}", b"[", b"]", b":", b",", b"\n", b" "])
    return data.replace(mark, b"", chance.choice([1, 5, -1]))


def another_charset(data: bytes, chance: random.Random) -> bytes:
    return data.decode(errors="replace").encode(chance.choice(CHARSETS), errors="replace")


def two_charsets(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at:].decode(errors="ignore").encode("cp1251", errors="replace")


def encoded_twice(data: bytes, chance: random.Random) -> bytes:
    return data.decode("cp1252", errors="replace").encode()


def shuffled(data: bytes, chance: random.Random) -> bytes:
    """Pieces in another order, some twice: a disk that was put together wrongly."""
    size = chance.choice([7, 64, 512])
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    return b"".join(chance.choices(pieces, k=len(pieces)))


def nested(data: bytes, chance: random.Random) -> bytes:
    deep = chance.choice([10, 1_000, 20_000])
    return chance.choice([b"[" * deep, b'{"text":' * deep, b"<div>" * deep, b"<b><i>" * deep, b"> " * deep, b"(" * deep]) + data


def one_word(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b" ", b"").replace(b"\n", b"") * chance.choice([1, 20])


DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (
        *(truncated, beheaded, bytes_changed, random_bytes, marks_strewn, marks_lost, another_charset, two_charsets),
        *(encoded_twice, shuffled, nested, one_word),
    )
}
