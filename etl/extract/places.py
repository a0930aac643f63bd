from etl.extract.reading import Atlas
from etl.records import Article, Doc
from etl.vocabulary import Vocabulary


def find_places(article: Article, doc: Doc, vocabulary: Vocabulary) -> Atlas:
    return Atlas((), ())
