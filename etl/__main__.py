"""The command line: wiring only.

Exit codes: 0 all was done; 1 a build without some inputs, which are named on standard error; 2 nothing was done.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from etl.errors import EtlError

FILE = click.Path(path_type=Path, dir_okay=False)
DATABASE = Path("qantar.db")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="qantar", prog_name="qantar")
def main() -> None:
    """What Russian-language news articles say, as a database you can check.

    \b
    qantar build articles/ -o qantar.db    read articles, write the database
    qantar serve qantar.db                 show it in the browser
    """


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=FILE, default=DATABASE, show_default=True, metavar="FILE", help="Database to write.")
@click.option("-q", "--quiet", is_flag=True, help="Tell only what was refused.")
def build(sources: tuple[Path, ...], output: Path, quiet: bool) -> None:
    """Read the articles in SOURCE… and write the database.

    SOURCE is a file or a folder; folders are searched for articles, and an articles.csv beside them says what their publisher knows
    (file, title, outlet, author, url, published, period). The new database replaces the old one at the very end, so a build that
    fails or is stopped leaves the old one in place.

    Exit code: 0 all was built; 1 built, but some inputs were refused and are named; 2 nothing was built.
    """
    from etl.pipeline import build as run
    from etl.progress import Lines

    with Lines(quiet) as progress:
        report = run(sources, output, progress)
    for error in report.refused:
        click.echo(f"refused: {error}", err=True)
    if not report.articles:
        click.echo("nothing was built: no article could be read", err=True)
        sys.exit(2)
    if not quiet:
        click.echo(f"{output}: {report.articles} articles")
    sys.exit(1 if report.refused else 0)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=DATABASE)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, help="Port to listen on.")
def serve(file: Path, host: str, port: int) -> None:
    """Show the database FILE in the browser (default: qantar.db)."""
    from datasette.cli import cli

    from datasette_qantar.metadata import as_yaml, metadata

    with NamedTemporaryFile("w", suffix=".yml", encoding="utf-8") as described:
        described.write(as_yaml(metadata(file.stem)))
        described.flush()
        click.echo(f"http://{host}:{port}/")
        cli.main(["serve", "-i", str(file), "-m", described.name, "--host", host, "--port", str(port)], standalone_mode=False)


def entry() -> None:
    """Errors of the input are told in one line, without a traceback."""
    try:
        main()
    except EtlError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    entry()
