"""Golden files: what is drawn must be what the file holds; `--golden` writes them anew."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent / "golden"

Golden = Callable[[str, Iterable[str]], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return what compares a drawing with its golden file."""

    def compare(name: str, pieces: Iterable[str]) -> None:
        path = _FOLDER / name
        drawn = "\n".join(line.rstrip() for line in "".join(pieces).split("\n"))
        if request.config.getoption("--golden"):
            path.write_text(drawn, encoding="utf-8")
        assert drawn == path.read_text(encoding="utf-8")

    return compare
