"""The phrases of event_types.yml may ask only for what exists."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from etl.errors import VocabularyError
from etl.vocabulary.entries import EventType

CAST = {"@person", "@body", "@state", "@place", "@group"}  # what an article's cast and atlas know
MARKS = {"+infinitive", "+active", "+passive"}


def check_phrases(types: Mapping[str, EventType], classes: Container[str], collectives: Container[str], path: Path) -> None:
    """Raises VocabularyError with file and line if a phrase asks for an unknown class or mark, or a collective is unknown."""
    for kind in types.values():
        if kind.implies is not None and kind.implies not in collectives:
            raise VocabularyError(
                f"{kind.id}: no collective {kind.implies!r} in collectives.yml", path.name, line(kind.implies, path)
            )
        for phrase in kind.phrases:
            for word in asked(phrase):
                known = word in MARKS if word[0] == "+" else word in CAST or word[1:] in classes
                if not known:
                    raise VocabularyError(f"{kind.id}: nothing is called {word!r}", path.name, line(phrase, path))


def asked(phrase: str) -> Iterator[str]:
    """The classes and marks of a phrase: '@troops' and '+active' of 'отправить >@troops +active'."""
    words = (w for condition in phrase.split()[1:] for w in condition.lstrip("<>!^=").split("/"))
    yield from (w for w in words if w[:1] in ("@", "+"))


def line(text: str, path: Path) -> int | None:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, content in enumerate(lines, 1) if text in content), None)
