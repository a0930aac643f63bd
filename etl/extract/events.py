from etl.extract.reading import Reading
from etl.records import EventReport, Statement


def find_events(reading: Reading, statements: tuple[Statement, ...]) -> tuple[EventReport, ...]:
    return ()
