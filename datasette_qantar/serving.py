"""How a database is served in public: Datasette's arguments, in one place for the command line, the tests and production."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import uvicorn
from datasette.app import Datasette

from datasette_qantar.metadata import metadata

SETTINGS: dict[str, Any] = {
    "default_page_size": 50,
    "max_returned_rows": 5_000,  # the query page says when an answer was cut there
    "sql_time_limit_ms": 2_000,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,
    "allow_download": True,
    "allow_csv_stream": True,  # tables export every row
    "max_csv_mb": 500,
    "default_cache_ttl": 300,
    "truncate_cells_html": 0,  # the plugin folds long texts instead of cutting them
    "num_sql_threads": 4,
}


def site(database: Path, **settings: Any) -> Datasette:
    """The site over one database file, named after it and opened as immutable: never written to, and free to be downloaded.

    Raises FileNotFoundError if there is no such file.
    """
    if not database.is_file():
        raise FileNotFoundError(f"no database at {database}: build one first")
    return Datasette(immutables=[str(database)], metadata=metadata(database.stem), settings=SETTINGS | settings, cors=True)


def serve(database: Path, port: int = 8001, host: str = "127.0.0.1") -> None:
    """Serves until interrupted."""
    app = site(database).app()
    print(f"http://{host}:{port}/", flush=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", lifespan="on")
