from __future__ import annotations

from etl.extract.reading import Reading
from etl.records import PlaceKey, Token


def place_for(reading: Reading, token: Token) -> tuple[PlaceKey | None, str | None]:
    """Where the thing told by this token happened."""
    return None, None
