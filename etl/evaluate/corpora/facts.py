"""Articles annotated in full, in the format of tests/gold: `gold/*.yml` and `texts/` with their manifest.

They are built into a database of their own and evaluated as any build is. The project's own seeds are left out: the rules
were first written for them, so they belong to neither half.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from etl.evaluate import against_database
from etl.evaluate.corpora.halves import in_half
from etl.evaluate.tally import Tally

SEEDS = Path(__file__).parents[3] / "tests" / "gold"


def measure(folder: Path, half: str) -> list[Tally]:
    """One tally an article."""
    from etl.pipeline import build

    keep, seeds = in_half(half), {path.stem for path in SEEDS.glob("*.yml")}
    with TemporaryDirectory() as temporary:
        db = Path(temporary) / "facts.db"
        build([folder / "texts"], db)
        return against_database(folder / "gold", db, folder / "texts", lambda name: keep(name) and name not in seeds)
