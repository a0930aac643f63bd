"""The annotations are natasha's own, computed without its padding."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from natasha import Doc as NatashaDoc
from natasha import MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

from etl.annotate import annotate, packed
from etl.annotate.segmenting import segment
from etl.annotate.trees import circle
from etl.parse import parse
from etl.records import RawArticle
from etl.vocabulary import load

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def article(text):
    return parse(RawArticle(id="a", source_file="a.txt", text=text, sha256=""), load())


TEXTS = [
    *(path.read_text(encoding="utf-8") for path in SEEDS),
    "Вода ушла. Мэр Орска Пётр Сомов приехал в Оренбург!\n\n— Когда? — спросил он.\n\nОн.",
]


@pytest.fixture(scope="module")
def taggers():
    """natasha's own, as its documentation uses them."""
    embedding = NewsEmbedding()
    return SimpleNamespace(
        morphology=NewsMorphTagger(embedding), syntax=NewsSyntaxParser(embedding), names=NewsNERTagger(embedding)
    )


def as_parsed(scores, heads):
    """The parser's own arcs, circles and all."""
    return heads


@pytest.mark.parametrize("text", TEXTS)
def test_morphology_syntax_and_names_equal_natasha_s_over_the_same_sentences(text, taggers, monkeypatch):
    monkeypatch.setattr(packed, "tree", as_parsed)
    source = article(text)
    doc = annotate(source)
    sentences, words = segment(source)
    texts = [[packed.spelled(w.text) for w in ws] for ws in words]
    morphology = [(t.pos, t.feats) for m in taggers.morphology.map(texts) for t in m.tokens]
    assert [(t.pos, t.feats) for t in doc.tokens] == morphology
    syntax = [(int(t.head_id), t.rel) for m in taggers.syntax.map(texts) for t in m.tokens]
    starts = [doc.sentences[t.sentence].first for t in doc.tokens]
    assert [(t.head - s + 1 if t.head >= 0 else 0, t.rel) for t, s in zip(doc.tokens, starts, strict=True)] == [
        (0 if head == t.i - s + 1 else head, rel) for (head, rel), t, s in zip(syntax, doc.tokens, starts, strict=True)
    ]
    names = taggers.names.map([packed.spelled(s.span.of(text)) for s in sentences])
    assert [(e.kind, e.span.start, e.span.stop) for e in doc.entities] == [
        (n.type, s.span.start + n.start, s.span.start + n.stop) for s, m in zip(sentences, names, strict=True) for n in m.spans
    ]


def test_a_word_is_read_alike_with_ё_and_with_е():
    text = "Мост закрыт, передаёт Reuters. Вооружённые люди из Объединённых Арабских Эмиратов провели на мосту всё утро."
    with_ё, with_е = (annotate(article(t)).tokens for t in (text, text.replace("ё", "е").replace(" все ", " всё ")))
    assert [(t.pos, t.feats, t.head, t.rel) for t in with_ё] == [(t.pos, t.feats, t.head, t.rel) for t in with_е]
    assert [t.text for t in with_ё if "ё" in t.text] == ["передаёт", "Вооружённые", "Объединённых", "всё"]


def test_a_circle_of_the_parser_is_opened_and_nothing_else_changed(monkeypatch):
    source = article("Мэр уехал. Во вторник вечером вблизи города Куско столкнулись пассажирский и грузовой поезда.")
    doc = annotate(source)
    monkeypatch.setattr(packed, "tree", as_parsed)
    said = annotate(source)
    assert circle([0, *(t.head + 1 for t in said.tokens)])
    assert not circle([0, *(t.head + 1 for t in doc.tokens)])
    changed = [t for t, parsed in zip(doc.tokens, said.tokens, strict=True) if t != parsed]
    assert [(t.text, doc.head(t).text, t.rel) for t in changed] == [("поезда", "столкнулись", "nsubj")]


def test_lemmas_and_normal_names_equal_natasha_s(taggers):
    vocabulary = MorphVocab()
    text = "Мэр Орска Пётр Сомов говорил с Анной Петровой о помощи Министерства обороны."
    natasha = NatashaDoc(text)
    natasha.segment(Segmenter())
    natasha.tag_morph(taggers.morphology)
    natasha.parse_syntax(taggers.syntax)
    natasha.tag_ner(taggers.names)
    for part in [*natasha.tokens, *natasha.spans]:
        part.lemmatize(vocabulary) if hasattr(part, "lemmatize") else part.normalize(vocabulary)
    doc = annotate(article(text))
    assert [t.lemma for t in doc.tokens] == [t.lemma for t in natasha.tokens]
    assert [e.normal for e in doc.entities] == [s.normal for s in natasha.spans]


def test_tokens_point_at_their_own_words_and_sentences_stay_inside_their_block():
    source = article(SEEDS[0].read_text(encoding="utf-8"))
    doc = annotate(source)
    assert all(t.text == source.text[t.start : t.stop] for t in doc.tokens)
    assert all(t.i == i for i, t in enumerate(doc.tokens))
    assert all(any(s.span in b.span for b in source.blocks) for s in doc.sentences)
    assert all(doc.sentences[t.sentence].first <= t.i < doc.sentences[t.sentence].last for t in doc.tokens)


def test_an_article_without_a_single_word_has_an_empty_doc():
    assert annotate(article("")).tokens == ()
