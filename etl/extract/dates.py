from etl.extract.reading import Calendar
from etl.records import Article, Doc
from etl.vocabulary import Vocabulary


def find_dates(article: Article, doc: Doc, vocabulary: Vocabulary) -> Calendar:
    return Calendar(())
