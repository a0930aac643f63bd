"""`qantar benchmark`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

HELP = "measure what a build costs, beside naive natasha"
DESCRIPTION = """\
Measure over the articles in SOURCE, one after another: natasha run naively (segmentation, morphology, syntax, entities; one
process, default threads); whole builds of 250, 1,000 and all articles; builds after small changes. Prints Markdown tables. With
--write they take the place of the last ones in FILE, between its lines `<!-- measured -->` and `<!-- end -->`.

Needs psutil (pip install 'qantar[benchmark]'), and a machine that has nothing else to do.
"""
BEGIN, END = "<!-- measured -->", "<!-- end -->"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", metavar="SOURCE", nargs="+", type=Path, help="file or folder of articles")
    parser.add_argument("--processes", metavar="N", type=int, help="processes that read (default: one per core)")
    parser.add_argument("--write", metavar="FILE", type=Path, help="document to put the tables into")


def run(args: argparse.Namespace) -> int:
    try:
        from etl.benchmark.run import run as measure
        from etl.benchmark.table import markdown
    except ImportError as error:
        print(f"error: {error.name} is not installed: pip install 'qantar[benchmark]'", file=sys.stderr)
        return 2
    try:
        put("", args.write.read_text(encoding="utf-8") if args.write else f"{BEGIN}{END}")  # before the long work
    except (OSError, ValueError) as error:
        print(f"error: {args.write}: {error}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        sources = [source.resolve() for source in args.sources]
        result = measure(sources, Path(folder), args.processes, lambda line: print(line, file=sys.stderr, flush=True))
    tables = markdown(result)
    print(tables)
    if args.write:
        args.write.write_text(put(tables, args.write.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def put(tables: str, document: str) -> str:
    """The document with the tables between its marks. Raises ValueError if it has none."""
    before, _, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"the document has no lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}"
