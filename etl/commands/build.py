"""`qantar build`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.pipeline import Report

ENGINES = ("processes", "here", "dask")
HELP = "read articles, write the database"
DESCRIPTION = """\
Read the articles in SOURCE and write the database.

SOURCE is a file or a folder; folders are searched for articles: .txt .md .html .json .jsonl .csv, in any Russian encoding.
An articles.csv beside them, without the texts, says what their publisher knows (file, title, outlet, author, url, published,
period). The new database takes the old one's place at the very end: a build that fails or is stopped leaves the old one as
it was.

What was read once is kept beside the database (qantar.db: qantar.extractions) and read again only when its article, the
program or the vocabulary has changed. A stopped build goes on where it was. Deleting that file costs time, nothing else.

Articles are read by a process per core. With --engine dask the workers of a Dask scheduler read them (`pip install
'qantar[dask]'` there and here, the same version), on this machine if no --scheduler is given.

exit code: 0 everything was built
           1 built, but some inputs were refused; standard error names them
           2 nothing was built
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", metavar="SOURCE", nargs="+", type=Path, help="file or folder of articles")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, default=Path("qantar.db"), help="database to write (default: qantar.db)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="tell only what was refused")
    parser.add_argument("--processes", metavar="N", type=count, help="processes that read (default: one per core)")
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help=f"where articles are read (default: {ENGINES[0]})")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, for example tcp://10.0.0.1:8786")
    parser.add_argument("--fresh", action="store_true", help="read everything again")


def count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError
    return number


def run(args: argparse.Namespace) -> int:
    from etl.engine import choose
    from etl.pipeline import build  # not for --help
    from etl.progress import Lines

    if not args.output.resolve().parent.is_dir():
        print(f"error: no folder {args.output.parent} to write the database to", file=sys.stderr)
        return 2
    engine = choose(args.engine, args.processes, args.scheduler)
    with Lines(args.quiet) as progress:
        report = build(args.sources, args.output, progress, engine, fresh=args.fresh)
    for error in report.refused:
        print(f"refused: {error}", file=sys.stderr)
    if not report.articles:
        print("nothing was built: no article could be read", file=sys.stderr)
        return 2
    if not args.quiet:
        print(f"{args.output}: {report.articles} article{'' if report.articles == 1 else 's'}, {_news(report)}")
    return 1 if report.refused else 0


def _news(report: Report) -> str:
    return "unchanged" if report.unchanged else f"{report.read} of them read now"
