"""An article's text stays what it is, to the character, however its facts overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from datasette_qantar.marks import Piece, matches, numbered, paragraphs


def fact(kind: str, start: int, stop: int, id: str = "") -> dict[str, object]:
    return {"kind": kind, "start": start, "stop": stop, "id": id or f"{kind}-{start}-{stop}", "quote": "", "actor_id": "x"}


def pieces(text: str, facts: list[dict[str, object]], borders: tuple[int, ...] = ()) -> list[Piece]:
    blocks = [{"kind": "body", "start": border} for border in borders]
    return [piece for paragraph in paragraphs(text, facts, [], blocks) for piece in paragraph.pieces]


def test_a_name_inside_a_quote_inside_a_statement_belongs_to_all_three():
    text = "Он сказал: «Ждём Кима»."
    facts = numbered([fact("statement", 0, 22, "s"), fact("figure", 11, 22, "f"), fact("actor", 17, 21, "a")])
    piece = next(piece for piece in pieces(text, facts) if piece.text == "Кима")
    assert piece.facts == "s f a"
    assert piece.classes == "m-statement m-figure m-actor"
    assert piece.actor is not None and piece.actor["id"] == "a"


def test_every_fact_opens_once_where_it_begins():
    facts = [fact("statement", 0, 9), fact("event", 4, 12), fact("figure", 4, 6)]
    opened = [(f["id"], piece.start) for piece in pieces("Двенадцать букв", facts) for f in piece.opens]
    assert sorted(opened) == sorted((f["id"], f["start"]) for f in facts)


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(("statement", "figure", "event", "actor"))), max_size=12
)


@given(spans, st.sets(st.integers(1, 45), max_size=4))
def test_the_pieces_joined_are_the_text(spans, borders):
    text = "Слова & <script>«цитата» — 😀 конец.\n\nЕщё абзац, и всё тут."
    facts = [fact(kind, start, min(start + length, len(text)), str(i)) for i, (start, length, kind) in enumerate(spans)]
    assert "".join(piece.text for piece in pieces(text, facts)) == text
    set_in = pieces(text, facts, tuple(borders))
    assert "".join(piece.text for piece in set_in).strip() == text.strip()
    for one in facts:
        inside = "".join(piece.text for piece in pieces(text, facts) if one["id"] in piece.facts.split())
        assert inside == text[one["start"] : one["stop"]]


def test_the_words_that_were_found_are_told_apart():
    assert matches("по \x02протестующим\x03 огонь") == [(False, "по "), (True, "протестующим"), (False, " огонь")]
