"""The command line: wiring only. Exit code 2 means that nothing was done, as for a wrong argument."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from importlib.metadata import version

from etl.errors import EtlError

COMMANDS = {
    "build": "etl.commands.build",
    "serve": "etl.commands.serve",
    "evaluate": "etl.commands.evaluate",
    "measure": "etl.commands.measure",
    "gate": "etl.commands.gate",
    "export": "etl.commands.export",
    "benchmark": "etl.commands.benchmark",
}
DESCRIPTION = "What Russian-language news articles say, as a database you can check."
EXAMPLES = """\
examples:
  qantar build articles/ -o qantar.db    read the articles in a folder
  qantar serve qantar.db                 show the database in the browser
  qantar COMMAND --help                  more about a command
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. Errors of the input are told in one line, without a traceback."""
    args = _parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except EtlError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("qantar", description=DESCRIPTION, epilog=EXAMPLES, formatter_class=raw)
    parser.add_argument("--version", action="version", version=f"qantar {version('qantar')}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        command = import_module(module)
        below = commands.add_parser(name, help=command.HELP, description=command.DESCRIPTION, formatter_class=raw)
        command.add_arguments(below)
        below.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
