"""What the program prints of a database makes the same events again."""

import json
from pathlib import Path

import pytest

from docs.examples import output, run


def events(database: Path) -> list[dict[str, object]]:
    found = json.loads(output(f"sinorus events --db '{database}' --json"))
    return [{key: value for key, value in event.items() if key not in ("id", "line")} for event in found]


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "csv --mentions"])
def test_printed_events_import_back_to_the_same(form: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    file = tmp_path / f"events.{form.split(maxsplit=1)[0]}"
    for command in (
        f"sinorus import --db '{first}'",
        f"sinorus events --db '{first}' --{form} --output '{file}'",
        f"sinorus import --db '{second}' '{file}'",
    ):
        done = run(command)
        assert done.returncode == 0, done.stderr
    assert events(second) == events(first)
