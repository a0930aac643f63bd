from etl.extract.reading import Reading
from etl.records import Contribution, Statement


def find_contributions(reading: Reading, statements: tuple[Statement, ...]) -> tuple[Contribution, ...]:
    return ()
