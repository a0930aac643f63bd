"""What all tests share: an article out of a few sentences, read by the real models."""

from etl.annotate import annotate
from etl.extract import extract
from etl.extract.actors import find_actors
from etl.extract.dates import find_dates
from etl.extract.places import find_places
from etl.extract.reading import Reading
from etl.parse import parse
from etl.parse.inline import cut
from etl.records import Article, Block, Doc, Extraction, RawArticle, Span
from etl.vocabulary import load


def annotated(text: str, published: str | None = None, period: str | None = None) -> tuple[Article, Doc]:
    """The text as the body of an article, a paragraph a line; the hour of a chronicle's entry is its heading."""
    blocks, start = [], 0
    for n, line in enumerate(text.split("\n")):
        blocks += [Block(kind, Span(start + span.start, start + span.stop), n) for kind, span in cut(line, "body", ())]
        start += len(line) + 1
    article = Article(
        id="article",
        source_file="article.txt",
        text=text,
        sha256="0",
        title=None,
        lead=None,
        outlet=None,
        author=None,
        url=None,
        published=published,
        published_basis="manifest" if published else None,
        period=period,
        language="ru",
        blocks=tuple(blocks),
    )
    return article, annotate(article)


def read(text: str, published: str | None = None, period: str | None = None) -> Reading:
    """The text with its places, dates and actors found."""
    article, doc = annotated(text, published, period)
    vocabulary = load()
    atlas = find_places(article, doc, vocabulary)
    calendar = find_dates(article, doc, vocabulary)
    return Reading(article, doc, vocabulary, atlas, calendar, find_actors(article, doc, vocabulary, atlas))


def headlined(text: str, published: str | None = None) -> Extraction:
    """Everything that an article says whose first line is its headline."""
    raw = RawArticle(id="a", source_file="a.txt", text=text, sha256="0", title=text.split("\n")[0], published=published)
    article = parse(raw, load())
    return extract(article, annotate(article), load())
