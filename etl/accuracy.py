"""What was measured of the extraction's accuracy, as the small checked file that fills the table `accuracy`.

`qantar measure … --save` writes it; a build reads it. Each entry: `id: {table_name, measure, value, n, gold, unseen, version}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from etl.vocabulary.loading import entries

FILE = Path(__file__).parent / "accuracy.yml"
HEADER = """\
# Measured accuracy, written by `qantar measure … --save`. `unseen: true` = the rules were never tuned on these articles.
# The annotations come from language-model annotators and research corpora; no person has reviewed ours yet.
"""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One row of the table `accuracy`."""

    id: str
    table_name: str
    measure: str
    value: float  # 0 to 1
    n: int  # annotated rows it rests on
    gold: str  # which annotations
    unseen: bool
    version: str  # of the program


def measured(path: Path = FILE) -> tuple[Accuracy, ...]:
    """All entries, in the file's order; none if nothing was measured yet. Raises VocabularyError with file and line."""
    return tuple(entries(path, Accuracy).values()) if path.exists() else ()


def save(rows: Iterable[Accuracy], path: Path = FILE) -> None:
    """Put the rows into the file, in place of older ones with the same gold and the same `unseen`."""
    new = list(rows)
    replaced = {(row.gold, row.unseen) for row in new}
    kept = [row for row in measured(path) if (row.gold, row.unseen) not in replaced]
    listed = {row.id: {k: v for k, v in asdict(row).items() if k != "id"} for row in sorted(kept + new, key=lambda r: r.id)}
    body = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, default_flow_style=None, width=200)
    path.write_text(HEADER + body, encoding="utf-8")
