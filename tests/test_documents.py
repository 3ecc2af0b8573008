"""What the README shows works as shown: its SQL, its files, its commands."""

import csv
import io
import re
from pathlib import Path

import pytest

from docs.examples import output, run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SQL = [line for line in README.splitlines() if line.startswith("sqlite-utils ")]


def test_readme_has_worked_sql() -> None:
    assert len(SQL) >= 4


@pytest.mark.parametrize("command", [c for c in SQL if ">" not in c.split('"')[-1]], ids=lambda c: c[:60])
def test_sql_of_the_readme_prints_rows(command: str) -> None:
    assert len(output(command).splitlines()) > 2


def test_views_come_out_as_csv() -> None:
    query = "select name, events from actor_summary where kind = 'person' and events > 0"
    rows = list(csv.DictReader(io.StringIO(output(f'sqlite-utils "$(sinorus path)" "{query}" --csv'))))
    assert {"name": "Sergey Lavrov", "events": "9"} in rows


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_link_of_the_readme_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_bundled_lavrov_events_are_those_of_the_chronology() -> None:
    source = "China-Russia chronology, January-April 2024"
    printed = output(f"sinorus events --actor Lavrov --source '{source}' --csv --columns date")
    assert printed.splitlines()[1:] == [
        "2024-01-10",
        "2024-01-18",
        "2024-01-29/2024-01-30",
        "2024-02-16/2024-02-17",
        "2024-02-28",
        "2024-03-02/2024-03-08",
        "2024-03-28",
        "2024-04-08/2024-04-09",
    ]


def test_day_that_is_only_told_is_found_with_mentions() -> None:
    done = run("sinorus events --on 2024-01-15 --csv --columns date")
    assert done.stderr == "1 more event mentions it: add --mentions.\n"
    printed = output("sinorus events --on 2024-01-15 --mentions --csv --columns date")
    assert "2024-01-13" in printed.splitlines()
