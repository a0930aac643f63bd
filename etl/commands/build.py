"""`qantar build`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HELP = "read articles, write the database"
DESCRIPTION = """\
Read the articles in SOURCE and write the database.

SOURCE is a file or a folder; folders are searched for articles. An articles.csv beside them says what their publisher
knows (file, title, outlet, author, url, published, period). The new database takes the old one's place at the very end:
a build that fails or is stopped leaves the old one as it was.

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


def run(args: argparse.Namespace) -> int:
    from etl.pipeline import build  # imports the language models' libraries: not for --help
    from etl.progress import Lines

    if not args.output.resolve().parent.is_dir():
        print(f"error: no folder {args.output.parent} to write the database to", file=sys.stderr)
        return 2
    with Lines(args.quiet) as progress:
        report = build(args.sources, args.output, progress)
    for error in report.refused:
        print(f"refused: {error}", file=sys.stderr)
    if not report.articles:
        print("nothing was built: no article could be read", file=sys.stderr)
        return 2
    if not args.quiet:
        print(f"{args.output}: {report.articles} article{'' if report.articles == 1 else 's'}")
    return 1 if report.refused else 0
