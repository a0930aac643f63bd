"""Small articles for the engines, and ways of reading that go wrong."""

from __future__ import annotations

import os
import time

from etl.engine import Chunk, Outcome, Task
from etl.records import RawArticle

TEXTS = (
    "Министр связи Олжас Сериков 5 января заявил, что в Актау погибли 12 полицейских.",
    "«Порядок будет восстановлен», — сказал Сериков журналистам.",
    "Протестующие захватили здание почты в Актау. Полиция задержала 30 человек.",
    "Армения отправила 70 военных, сообщили в Ереване.",
)
DEADLY = "deadly"


def article(id: str, text: str = TEXTS[0]) -> RawArticle:
    return RawArticle(id=id, source_file=f"{id}.txt", text=text, sha256=id, published="2022-01-06", published_basis="manifest")


def articles(count: int) -> Chunk:
    """Each with a text of its own."""
    return [(f"k{n}".encode(), article(f"a{n:03}", f"{TEXTS[n % len(TEXTS)]} Это номер {n}.")) for n in range(count)]


def read_or_die(chunk: Chunk, task: Task) -> list[Outcome]:
    """The process dies of one article, as if it had run out of memory."""
    time.sleep(0.01)
    if any(raw.id == DEADLY for _, raw in chunk):
        os._exit(9)
    return [Outcome(key, raw.id.encode(), b"", b"") for key, raw in chunk]
