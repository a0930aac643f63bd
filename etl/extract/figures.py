from etl.extract.reading import Reading
from etl.records import EventReport, Figure, Statement


def find_figures(reading: Reading, statements: tuple[Statement, ...], events: tuple[EventReport, ...]) -> tuple[Figure, ...]:
    return ()
