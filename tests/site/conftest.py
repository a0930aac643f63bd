"""The site over a small database of an invented crisis, asked as a browser would ask it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample import build

from datasette_qantar.serving import site


class Visitor:
    """Asks for pages one after the other, without a network."""

    def __init__(self, datasette: Any) -> None:
        self.datasette = datasette
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(datasette.invoke_startup())

    def get(self, path: str, **arguments: str) -> Any:
        return self._loop.run_until_complete(self.datasette.client.get(path, params=arguments or None))

    def leave(self) -> None:
        self._loop.close()


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site") / "qantar.db")


@pytest.fixture(scope="session")
def visitor(database: Path) -> Iterator[Visitor]:
    visitor = Visitor(site(database))
    yield visitor
    visitor.leave()
