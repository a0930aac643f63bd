"""Whose people or means a figure counts."""

from __future__ import annotations

from etl.extract.figures.measured import Measured
from etl.extract.lands import Lands
from etl.extract.reading import Reading
from etl.records import ActorKey


def owner(found: Measured, reading: Reading, lands: Lands) -> ActorKey | None:
    """The country that the counted phrase names («трое казахстанских солдат», «120 военных США»), if it acts in the article."""
    phrase = {t.i for t in found.counted.phrase}
    codes = {land.code for land in lands.within(reading.doc, found.counted.sentence) if land.head in phrase}
    if len(codes) != 1:
        return None
    owners = [a.key for a in reading.cast.actors if a.kind == "country" and a.country in codes]
    return owners[0] if owners else None
