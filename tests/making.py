"""Extractions made by hand, so that resolution and loading are tested without what the extractors find."""

from __future__ import annotations

import hashlib
from typing import Any

from etl.records import (
    Actor,
    Article,
    Block,
    Contribution,
    EventReport,
    Extraction,
    Figure,
    Mention,
    Part,
    Place,
    Role,
    Sentence,
    Span,
    Statement,
)

TEXT = "Министр Иван Петров заявил, что в Актау погибли 12 человек. Здание почты захвачено 5 января."
ALMATY = Place("almaty", "Алматы", "city", "KZ")
AKTAU = Place("aktau", "Актау", "city", "KZ")
KAZAKHSTAN = Place("kz", "Казахстан", "country", "KZ")


def article(id: str, text: str = TEXT, published: str | None = "2022-01-06", **values: Any) -> Article:
    known: dict[str, Any] = {
        "source_file": f"{id}.txt",
        "sha256": hashlib.sha256(f"{id}{text}".encode()).hexdigest(),
        "title": None,
        "lead": None,
        "outlet": None,
        "author": None,
        "url": None,
        "published_basis": "manifest" if published else None,
        "period": None,
        "language": "ru",
        "blocks": (Block("body", Span(0, len(text)), 0),),
    }
    return Article(id=id, text=text, published=published, **known | values)


def extraction(id: str, text: str = TEXT, published: str | None = "2022-01-06", **found: Any) -> Extraction:
    """One article of one sentence; every actor gets a mention at its first words."""
    actors = found.get("actors", ())
    found.setdefault("mentions", tuple(Mention(a.key, Span(n, n + 1), 0, "named", "made") for n, a in enumerate(actors)))
    sentences = (Sentence(0, 0, "body", Span(0, len(text)), 0, 1),)
    return Extraction(article(id, text, published), sentences, **found)


def actor(
    name: str, kind: str = "person", country: str | None = None, authority: str | None = None, key: str | None = None
) -> Actor:
    return Actor(authority or key or name.lower().replace(" ", "-"), name, kind, country, authority, (name,))


def role(key: str, words: str) -> Role:
    return Role(key, words, None, Span(0, 7), "made", (Part("role", Span(0, 7)),))


def event(type: str = "seizure", date: str | None = "2022-01-05", anchor: int = 60, **values: Any) -> EventReport:
    known: dict[str, Any] = {
        "span": Span(anchor, anchor + 10),
        "rule": "made",
        "trigger": "захвачено",
        "date_end": None,
        "date_text": None,
        "date_precision": "day" if date else None,
        "date_basis": "explicit" if date else None,
        "part_of_day": None,
        "place": None,
        "place_basis": None,
        "parts": (Part("trigger", Span(anchor, anchor + 4)),),
    }
    return EventReport(anchor=anchor, type=type, date=date, **known | values)


def figure(value: float | None = 12.0, as_of: str | None = "2022-01-06", anchor: int = 48, **values: Any) -> Figure:
    known: dict[str, Any] = {
        "span": Span(anchor, anchor + 10),
        "rule": "made",
        "value_text": str(value),
        "value_low": value,
        "value_high": value,
        "bounds_basis": "text",
        "comparator": "exact",
        "measure": "killed",
        "unit": "people",
        "population": "security_forces",
        "population_text": None,
        "owner": None,
        "place": "almaty",
        "as_of_text": None,
        "as_of_basis": "explicit" if as_of else None,
        "source": None,
        "source_basis": "article",
        "via": None,
    }
    return Figure(anchor=anchor, value=value, as_of=as_of, **known | values)


def statement(speaker: str | None = None, anchor: int = 20, **values: Any) -> Statement:
    known: dict[str, Any] = {
        "span": Span(8, 58),
        "rule": "made",
        "speaker_text": None,
        "resolution": "named" if speaker else "unattributed",
        "cue": Span(anchor, anchor + 6),
        "mode": "indirect",
        "act": "assert",
        "content": "погибли 12 человек",
        "said_on": None,
        "said_on_text": None,
        "said_on_basis": None,
        "medium": None,
        "addressee": None,
        "via": None,
        "parts": (Part("cue", Span(anchor, anchor + 6)), Part("content", Span(32, 58))),
    }
    return Statement(anchor=anchor, speaker=speaker, **known | values)


def contribution(country: str | None = "AM", personnel: float | None = 70.0, anchor: int = 5, **values: Any) -> Contribution:
    known: dict[str, Any] = {
        "span": Span(anchor, anchor + 10),
        "rule": "made",
        "mission": "ОДКБ",
        "armoured_vehicles": None,
        "vehicles": None,
        "aircraft": None,
        "comparator": "exact" if personnel else None,
        "status": "sent",
        "as_of": None,
        "source": None,
    }
    return Contribution(anchor=anchor, country=country, personnel=personnel, **known | values)
