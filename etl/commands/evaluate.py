"""`qantar evaluate`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from etl.accuracy import save
from etl.evaluate import against_annotations, against_database
from etl.evaluate.gate import accuracy
from etl.evaluate.report import as_json, as_table
from etl.evaluate.tally import total

HELP = "compare a build with annotations made by hand"
DESCRIPTION = """\
Compare the rows of a build with annotations (one YAML file per article; the format is in tests/gold/README.md).

Prints precision, recall, F1 and the number of rows for every table, and how often each attribute of the matched rows is right.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD", type=Path, help="folder of annotations (*.yml)")
    sides = parser.add_mutually_exclusive_group()
    sides.add_argument("--db", metavar="FILE", type=Path, default=Path("qantar.db"), help="the build (default: qantar.db)")
    sides.add_argument("--yaml", metavar="DIR", type=Path, help="compare with these annotations instead (needs --texts)")
    parser.add_argument("--texts", metavar="DIR", type=Path, help="folder of the article files (default: the build's texts)")
    parser.add_argument("--misses", action="store_true", help="also print every row missed and every row too many")
    parser.add_argument("--save", metavar="NAME", help="keep the figures for the table `accuracy`, as seen articles of this name")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def run(args: argparse.Namespace) -> int:
    if args.yaml and not args.texts:
        print("qantar evaluate: --yaml needs --texts, the folder of the article files", file=sys.stderr)
        return 2
    if args.yaml:
        tally = total(against_annotations(args.gold, args.yaml, args.texts))
    else:
        tally = total(against_database(args.gold, args.db, args.texts))
    print(as_json(tally.scores()) if args.json else as_table(tally.scores()))
    if args.misses and not args.json:
        print(*tally.notes, sep="\n")
    if args.save:
        save(accuracy(args.save, False, tally.scores()))
    return 0
