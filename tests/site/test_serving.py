"""The site as it is served: by the command, by several workers, and refused without a database."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from datasette_qantar.serving import site


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.mark.parametrize(
    "command",
    [
        ["-m", "etl", "serve", "{database}", "--port", "{port}"],
        ["-m", "uvicorn", "datasette_qantar.asgi:app", "--workers", "2", "--port", "{port}", "--log-level", "error"],
    ],
    ids=["qantar serve", "two workers"],
)
def test_the_site_is_served(database, command):
    port = free_port()
    words = [word.format(database=database, port=port) for word in command]
    environment = os.environ | {"QANTAR_DB": str(database)}
    process = subprocess.Popen([sys.executable, *words], env=environment, start_new_session=True)
    try:
        answers = [
            _patiently(f"http://127.0.0.1:{port}{path}") for path in ("/", "/qantar/statements.json", "/search?q=люди") * 3
        ]
        assert [answer.status_code for answer in answers] == [200] * 9
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def _patiently(address: str) -> httpx.Response:
    for _ in range(300):
        try:
            return httpx.get(address, timeout=20)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


def test_without_a_database_there_is_no_site(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="build one first"):
        site(tmp_path / "none.db")


def test_the_database_gives_its_name(database):
    assert site(database).metadata("databases").keys() == {"qantar"}
