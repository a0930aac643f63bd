from etl.extract.reading import Reading
from etl.records import Statement


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    return ()
