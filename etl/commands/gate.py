"""`qantar gate`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HELP = "measure on all corpora, against pinned floors"
DESCRIPTION = """\
Measure the unseen half of every research corpus found in FOLDER and compare the scores with the pinned floors.
Corpora that are absent are skipped with a word.

exit code: 0 no score is below its floor
           1 some are; standard error names them
"""
FLOORS = Path("tests/floors.yml")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the folder in which the corpora lie")
    parser.add_argument("--floors", metavar="FILE", type=Path, default=FLOORS, help=f"the pinned floors (default: {FLOORS})")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise the floors to what is reached")
    parser.add_argument("--save", action="store_true", help="keep the figures for the table `accuracy` of later builds")


def run(args: argparse.Namespace) -> int:
    from etl.accuracy import save
    from etl.evaluate.corpora import CORPORA, measure
    from etl.evaluate.gate import accuracy, fallen, raised, read_floors, write_floors
    from etl.evaluate.report import as_table
    from etl.evaluate.tally import intervals, total

    floors = dict(read_floors(args.floors))
    below = []
    for name, corpus in CORPORA.items():
        path = args.folder / corpus.path
        if not path.exists():
            print(f"── {name}: skipped, {path} is not there (research corpora are not part of the project)")
            continue
        tallies = measure(name, path, "unseen")
        scores = total(tallies).scores()
        print(f"── {name}, {len(tallies)} documents\n{as_table(scores, intervals(tallies))}", flush=True)
        below += [f"{name}: {what}" for what in fallen(scores, floors.get(name, {}))]
        if args.lift and name in floors:
            floors[name] = raised(scores, floors[name])
        if args.save:
            save(accuracy(corpus.title, True, scores))
    if args.lift:
        write_floors(floors, args.floors)
    for what in below:
        print(f"below the floor: {what}", file=sys.stderr)
    return 1 if below else 0
