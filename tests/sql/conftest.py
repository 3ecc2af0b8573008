"""A real Datasette on the bundled chronologies, for as long as the tests of this folder need it."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

import pytest

from docs.examples import environment, output

METADATA = Path(__file__).parents[2] / "docs" / "datasette" / "metadata.yaml"
_PATIENCE = 10.0  # seconds for the whole start
_READY = re.compile(r"Uvicorn running on (http://127\.0\.0\.1:\d+)")


@dataclass(frozen=True)
class Site:
    """What answers at an address of this machine."""

    address: str

    def json(self, page: str, **query: str) -> Any:
        """Return what a page says as JSON."""
        address = f"{self.address}/{page}.json?{urlencode(query)}"
        with build_opener(ProxyHandler({})).open(address, timeout=5) as answer:
            return json.load(answer)


@pytest.fixture(scope="session")
def datasette(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Start Datasette with the metadata of the documents on a free port, and stop it at the end."""
    log = tmp_path_factory.mktemp("datasette") / "log.txt"
    options = ["--metadata", str(METADATA), "--host", "127.0.0.1", "--port", "0"]
    command = [sys.executable, "-m", "datasette", "serve", output("sinorus path"), *options]
    with (
        log.open("wb") as sink,
        subprocess.Popen(command, env=environment(), stdin=subprocess.DEVNULL, stdout=sink, stderr=sink) as process,
    ):
        try:
            yield Site(_address(process, log))
        finally:
            process.kill()


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Return the address, once the log tells it."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if found := _READY.search(log.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.05)
    pytest.fail(f"Datasette did not start:\n{log.read_text(encoding='utf-8')}")
