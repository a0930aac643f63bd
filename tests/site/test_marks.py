"""An article's text stays what it is, to the character, however its facts overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from datasette_qantar.marks import marked, matches, numbered, paragraphs


def fact(kind: str, start: int, stop: int, id: str = "") -> dict[str, object]:
    return {"kind": kind, "start": start, "stop": stop, "id": id or f"{kind}-{start}-{stop}", "quote": "", "actor_id": "x"}


def test_a_name_inside_a_quote_inside_a_statement_belongs_to_all_three():
    text = "Он сказал: «Ждём Кима»."
    facts = numbered([fact("statement", 0, 22, "s"), fact("figure", 11, 22, "f"), fact("actor", 17, 21, "a")])
    piece = next(piece for piece in marked(text, facts, []) if piece.text == "Кима")
    assert piece.facts == ("s", "f", "a")
    assert piece.kinds == ("statement", "figure", "actor")
    assert piece.actor is not None and piece.actor["id"] == "a"


def test_every_fact_opens_once_where_it_begins():
    facts = [fact("statement", 0, 9), fact("event", 4, 12), fact("figure", 4, 6)]
    opened = [(f["id"], piece.start) for piece in marked("Двенадцать букв", facts, []) for f in piece.opens]
    assert sorted(opened) == sorted((f["id"], f["start"]) for f in facts)


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(("statement", "figure", "event", "actor"))), max_size=12
)


@given(spans, st.sets(st.integers(1, 45), max_size=4))
def test_the_pieces_joined_are_the_text(spans, borders):
    text = "Слова & <script>«цитата» — 😀 конец.\n\nЕщё абзац, и всё тут."
    facts = [fact(kind, start, min(start + length, len(text)), str(i)) for i, (start, length, kind) in enumerate(spans)]
    pieces = marked(text, facts, [])
    assert "".join(piece.text for piece in pieces) == text
    blocks = [{"kind": "body", "start": border, "stop": len(text)} for border in sorted(borders)]
    set_in = paragraphs(pieces, blocks, text)
    assert "".join(piece.text for paragraph in set_in for piece in paragraph.pieces).strip() == text.strip()
    for one in facts:
        inside = "".join(piece.text for piece in pieces if one["id"] in piece.facts)
        assert inside == text[one["start"] : one["stop"]]


def test_the_words_that_were_found_are_told_apart():
    assert matches("по \x02протестующим\x03 огонь") == [(False, "по "), (True, "протестующим"), (False, " огонь")]
