"""`qantar serve`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HELP = "show a database in the browser"
DESCRIPTION = """\
Serve the site over a database on this machine, read-only, until interrupted. Prints the address to open.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, default=Path("qantar.db"), help="database (default: qantar.db)"
    )
    parser.add_argument("--port", metavar="N", type=int, default=8001, help="port to listen on (default: 8001)")
    parser.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )


def run(args: argparse.Namespace) -> int:
    from datasette_qantar.serving import serve

    try:
        serve(args.file, args.port, args.host)
    except FileNotFoundError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0
