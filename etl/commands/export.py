"""`qantar export`."""

from __future__ import annotations

import argparse
import csv
import sqlite3
import sys
from pathlib import Path

from etl.schema import TABLES, VIEWS

HELP = "write the tables of a database as CSV files"
DESCRIPTION = """\
Write every table and view of a database into FOLDER, a CSV file each (UTF-8, header line, empty field for NULL).
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder to write to; made if missing")
    parser.add_argument("--db", metavar="FILE", type=Path, default=Path("qantar.db"), help="database (default: qantar.db)")


def run(args: argparse.Namespace) -> int:
    if not args.db.is_file():
        print(f"error: no database at {args.db}: build one first", file=sys.stderr)
        return 2
    args.folder.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(f"{args.db.resolve().as_uri()}?mode=ro", uri=True)
    for name in (*(t.name for t in TABLES), *(v.name for v in VIEWS)):
        rows = db.execute(f'SELECT * FROM "{name}"')
        with (args.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column[0] for column in rows.description)
            writer.writerows(rows)
    db.close()
    return 0
