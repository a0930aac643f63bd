"""Documents of a research corpus, read where they lie and run through the extraction, each in a process of a pool."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from etl.errors import SourceError
from etl.records import Actor, Extraction, Mention, Part, PlaceMention, RawArticle, Role, Span
from etl.vocabulary import load

LISTED = "offices in a list"  # the rule of a role that is a whole list of roles


@dataclass(frozen=True)
class Document:
    """A document's text, what its corpus knows of its day, and what the extraction found."""

    name: str
    extraction: Extraction
    places: tuple[PlaceMention, ...]

    @property
    def text(self) -> str:
        return self.extraction.article.text

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {a.key: a for a in self.extraction.actors}

    def mentions(self, actor: str | None) -> list[Mention]:
        return [m for m in self.extraction.mentions if m.actor == actor]

    def person_roles(self) -> list[Role]:
        """Offices and occupations of persons whom the article names; of one known by the office alone no corpus says anything.

        A list before a name («депутат, лидер партии») is a row of ours besides its members; the corpora mark the members.
        """
        named = {m.actor for m in self.extraction.mentions if m.resolution == "named"}
        roles = [r for r in self.extraction.roles if r.kind == "office" and r.actor in named]
        roles = [r for r in roles if self.actors[r.actor].kind == "person"]
        return [r for r in roles if not (r.rule == LISTED and any(_member(other, r) for other in roles))]

    def serves(self, role: Role, spans: Iterable[Span]) -> bool:
        """Whether the body or the place that the role belongs to is named in any of these places."""
        every = list(spans)
        place = {m.span for m in self.places if m.place == role.place} | set(parts(role.parts, "place"))
        at_place = role.place is not None and any(p.overlaps(span) for p in place for span in every)
        return at_place or (role.organization is not None and self.meets(role.organization, every))

    def meets(self, actor: str | None, spans: Iterable[Span]) -> bool:
        """Whether the actor is mentioned in any of these places."""
        every = list(spans)
        return any(m.span.overlaps(span) for m in self.mentions(actor) for span in every)


def _member(role: Role, whole: Role) -> bool:
    return role.actor == whole.actor and role.span in whole.span and role.span != whole.span


def parts(found: tuple[Part, ...], name: str) -> list[Span]:
    return [part.span for part in found if part.part == name]


def raw(name: str, text: str, published: str | None = None) -> RawArticle:
    """A corpus document as the reader would give it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    basis = "manifest" if published else None
    return RawArticle(id=name.lower(), source_file=name, text=text, sha256=digest, published=published, published_basis=basis)


def read(path: Path) -> str:
    """The text of a file. Raises SourceError if it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot be read as UTF-8 text ({error})", str(path)) from error


def extracted(articles: Iterable[RawArticle], processes: int | None = None) -> Iterator[Document]:
    """Every article extracted, in the given order."""
    with ProcessPoolExecutor(processes or os.cpu_count()) as pool:
        yield from pool.map(_extracted, articles, chunksize=4)


def _extracted(article: RawArticle) -> Document:
    from etl.annotate import annotate  # imports the language models' libraries: not for --help
    from etl.extract import extract
    from etl.extract.places import find_places
    from etl.parse import parse

    vocabulary = load()
    parsed = parse(article, vocabulary)
    doc = annotate(parsed)
    extraction = extract(parsed, doc, vocabulary)
    return Document(article.source_file, extraction, find_places(parsed, doc, vocabulary).mentions)
