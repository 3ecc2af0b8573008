"""The database in a real Datasette: labels, facets, queries and search, by its JSON API."""

import re
import sqlite3
from typing import Any

import pytest
import yaml

from docs.examples import output
from tests.sql.conftest import METADATA, Site

_SHOWN: dict[str, Any] = yaml.safe_load(METADATA.read_text(encoding="utf-8"))["databases"]["sinorus"]
_ASKED = {
    "counterparts": {"name": "Lavrov"},
    "in_office": {"office": "Foreign Minister", "day": "2024-01-10"},
    "words": {"words": 'peace "Li Hui"'},
}


def _columns() -> dict[str, list[str]]:
    """Return the columns of every table and view that is for people."""
    connection = sqlite3.connect(f"file:{output('sinorus path')}?mode=ro", uri=True)
    names = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type IN ('table', 'view') AND schema = 'main'"
        " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE '!_%' ESCAPE '!'"
    ).fetchall()
    found = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for (name,) in names}
    connection.close()
    return found


def test_every_table_and_column_is_described() -> None:
    described = {name: list(about["columns"]) for name, about in _SHOWN["tables"].items() if "columns" in about}
    assert described == _columns()
    assert all(about.get("description") for about in _SHOWN["tables"].values() if not about.get("hidden"))


def test_foreign_keys_show_as_names(datasette: Site) -> None:
    page = datasette.json("sinorus/event_actors", _labels="on", role_basis="inferred", _sort="event_id", _size="1")
    row = page["rows"][0]
    assert [row[key]["label"] for key in ("event_id", "actor_id", "role_id")] == [
        "Feb. 8, 2024",
        "Xi Jinping",
        "President",
    ]


def test_tables_come_with_facets(datasette: Site) -> None:
    facets = datasette.json("sinorus/event_actors", _size="1")["facet_results"]
    assert set(facets) == {"actor_id", "role_id", "role_basis", "part"}
    most = facets["actor_id"]["results"][0]
    assert (most["label"], most["count"]) == ("Sergey Lavrov", 9)


@pytest.mark.parametrize("table", ["events", "event_list"])
def test_full_text_search_finds_an_event(datasette: Site, table: str) -> None:
    rows = datasette.json(f"sinorus/{table}", _search="Taiwan president", _shape="array")
    assert [row["date_text"] for row in rows] == ["Jan. 13, 2024"]


@pytest.mark.parametrize("name", sorted(_SHOWN["queries"]))
def test_query_gives_rows(datasette: Site, name: str) -> None:
    rows = datasette.json(f"sinorus/{name}", _shape="array", **_ASKED.get(name, {}))
    assert len(rows) > 0


def test_query_takes_what_is_typed(datasette: Site) -> None:
    rows = datasette.json("sinorus/in_office", _shape="array", office="Foreign Minister", day="2024-01-10")
    held = {(row["country"], row["name"]) for row in rows if row["title"] == "Foreign Minister"}
    assert held == {("CN", "Wang Yi"), ("RU", "Sergey Lavrov"), ("UA", "Dmytro Kuleba")}


def test_queries_that_ask_are_asked_here() -> None:
    asking = {name for name, query in _SHOWN["queries"].items() if re.search(r":[a-z]", query["sql"])}
    assert asking == set(_ASKED)
