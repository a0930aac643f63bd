"""One build in a process of its own, so that its time and memory can be measured. Prints what it came to, as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from etl.engine import choose
from etl.pipeline import build
from etl.vocabulary import HERE


def main(output: str, processes: str, vocabulary: str, *sources: str) -> None:
    """An empty `vocabulary` is our own."""
    words = Path(vocabulary) if vocabulary else HERE
    report = build(map(Path, sources), Path(output), engine=choose(processes=int(processes)), vocabulary=words)
    told = {"articles": report.articles, "read": report.read, "refused": len(report.refused), "stages": report.seconds}
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
