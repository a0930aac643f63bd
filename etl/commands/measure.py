"""`qantar measure`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from etl.evaluate.corpora import CORPORA
from etl.evaluate.corpora.halves import HALVES

HELP = "measure the extraction on a research corpus"
DESCRIPTION = """\
Run the extraction over a research corpus and compare. The corpus is read where it lies; one that is absent is skipped.
Scores are given with 95 % confidence intervals (bootstrap over documents). Every corpus is split in two by document: the
rules may be tuned on one half, scores are reported on the other.

""" + "\n".join(f"  {name:14s} {corpus.title}: {corpus.about}" for name, corpus in CORPORA.items())


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("corpus", metavar="CORPUS", choices=CORPORA, help="which one, see above")
    parser.add_argument("path", metavar="PATH", type=Path, help="its folder or file")
    parser.add_argument("--half", choices=HALVES, default="unseen", help="which documents (default: unseen)")
    parser.add_argument("--misses", action="store_true", help="also print every miss and extra; with --half tuned only")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--save", action="store_true", help="keep the figures for the table `accuracy` of later builds")


def run(args: argparse.Namespace) -> int:
    from etl.accuracy import save
    from etl.evaluate.corpora import measure
    from etl.evaluate.gate import accuracy
    from etl.evaluate.report import as_json, as_table
    from etl.evaluate.tally import intervals, total

    if args.misses and args.half != "tuned":
        print("qantar measure: documents that are to stay unseen are not shown; --misses needs --half tuned", file=sys.stderr)
        return 2
    if not args.path.exists():
        print(f"{args.corpus}: skipped, {args.path} is not there (research corpora are not part of the project)", file=sys.stderr)
        return 0
    tallies = measure(args.corpus, args.path, args.half)
    tally = total(tallies)
    print(as_json(tally.scores()) if args.json else as_table(tally.scores(), intervals(tallies)))
    if args.misses and not args.json:
        print(*tally.notes, sep="\n")
    if args.save:
        save(accuracy(CORPORA[args.corpus].title, args.half == "unseen", tally.scores()))
    return 0
