"""Which way a question takes: by an index always, by the filter that leaves the fewest events first."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

import pytest

from sinorus.model import Role
from sinorus.query.clauses import Clause
from sinorus.query.question import Question
from sinorus.query.request import Request
from sinorus.store import planning
from sinorus.store.connection import open_scratch
from sinorus.store.dimensions import MEASURES, Measure
from sinorus.store.lists import ListName, read_list
from sinorus.store.planning import plan_select, write_statement
from sinorus.store.reader import find_events
from sinorus.store.resolution import resolve
from sinorus.store.statistics import count_by, count_pairs
from sinorus.store.writer import save_source

from .builders import LAVROV, STRANGER, WANG_YI, entry, event, save_lists, source, taking_part

REQUESTS = {
    "actor": Request(actor=("Sergey Lavrov",)),
    "pair": Request(actor=("Sergey Lavrov", "Wang Yi")),
    "any of two": Request(actor=("Sergey Lavrov,Wang Yi",)),
    "country": Request(country=("RU",)),
    "role": Request(role=("Foreign Minister",)),
    "place": Request(place=("Moscow",)),
    "topic": Request(topic=("energy",)),
    "activity": Request(activity=("visit",)),
    "source": Request(source=("1",)),
    "day": Request(on=("2024-01-05",)),
    "since": Request(since="2024-06"),
    "until": Request(until="2024-01-02"),
    "a day, with mentions": Request(on=("2024-01-05",), mentions=True),
    "text": Request(text=("number7",)),
    "Chinese": Request(text=("王毅",)),
    "actor and period": Request(actor=("Sergey Lavrov",), since="2024-01", until="2024-02"),
    "text and not a topic": Request(text=("number7",), without=("topic:energy",)),
}
# What an index serves: SEARCH, a scan of a full-text match, of an index, of what was selected before.
SERVED = re.compile(
    r"SEARCH |SCAN \w+ VIRTUAL TABLE INDEX \d+:M|SCAN \w+ USING COVERING INDEX \w+_long"
    r"|LIST SUBQUERY|(CORRELATED )?SCALAR SUBQUERY|USE TEMP B-TREE"
    r"|COMPOUND QUERY|LEFT-MOST SUBQUERY|UNION ALL|INTERSECT|REUSE LIST|CREATE BLOOM FILTER"
    r"|(SCAN|CO-ROUTINE|MATERIALIZE) \(?subquery"
)


@pytest.fixture(scope="module")
def stored() -> Iterator[sqlite3.Connection]:
    with open_scratch() as connection:
        save_lists(connection)
        minister = taking_part(LAVROV, Role("Foreign Minister", "RU"))
        events = [
            event(
                entry(f"2024-{1 + number % 12:02}-05", f"Event number{number}. {'王毅' if number % 3 else ''}", number),
                [minister, *([WANG_YI] if number % 2 else []), *([STRANGER] if number == 50 else [])],
                ["Moscow"],
                ["energy"],
                ["visit"],
            )
            for number in range(1, 121)
        ]
        save_source(connection, source(), events)
        yield connection


def ask(connection: sqlite3.Connection, request: Request) -> Question:
    return resolve(connection, request, date(2024, 5, 1)).question


def steps(connection: sqlite3.Connection, select: Clause) -> list[str]:
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {select.sql}", select.params)]


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_every_question_is_answered_by_an_index(stored: sqlite3.Connection, request_: Request) -> None:
    plan = steps(stored, plan_select(stored, ask(stored, request_)))
    assert [step for step in plan if not SERVED.match(step)] == []


def test_all_events_come_in_order_without_a_sort(stored: sqlite3.Connection) -> None:
    assert steps(stored, plan_select(stored, Question())) == ["SCAN events USING COVERING INDEX events_start_end"]


def test_the_filter_with_the_fewest_events_leads(stored: sqlite3.Connection) -> None:
    few, many = Request(actor=("Nowak", "Sergey Lavrov")), Request(actor=("Sergey Lavrov", "Nowak"))
    for request in (few, many):
        select = plan_select(stored, ask(stored, request))
        listed, tested = select.sql.split(" AND EXISTS ")
        assert listed.count("SELECT event_id") == 1
        assert select.params[0] == stored.execute("SELECT id FROM actors WHERE name = 'Jan Nowak'").fetchone()[0]
        assert "+actor_id = ?" in tested
        assert list(find_events(stored, ask(stored, request))) == [50]


def test_long_lists_are_intersected(stored: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "_FEW", 10)
    question = ask(stored, REQUESTS["pair"])
    select = plan_select(stored, question)
    assert "MERGE (INTERSECT)" in steps(stored, select)
    assert len(find_events(stored, question)) == 60


@pytest.mark.parametrize("mentions", [False, True])
def test_a_long_period_is_intersected_by_an_index(
    stored: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, mentions: bool
) -> None:
    monkeypatch.setattr(planning, "_FEW", 3)
    question = ask(stored, Request(actor=("Sergey Lavrov",), since="2024-02", until="2024-11", mentions=mentions))
    plan = steps(stored, plan_select(stored, question))
    assert "MERGE (INTERSECT)" in plan
    assert [step for step in plan if step.startswith("SCAN") and not SERVED.match(step)] == []


def test_endless_lists_are_not_intersected(stored: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "_FEW", 10)
    monkeypatch.setattr(planning, "_MANY", 100)
    question = ask(stored, REQUESTS["pair"])
    select = plan_select(stored, question)
    assert (select.sql.count("IN (SELECT"), select.sql.count("EXISTS")) == (1, 1)
    assert len(find_events(stored, question)) == 60


@pytest.mark.parametrize("reverse", [False, True])
def test_a_few_of_many_are_found_by_walking(
    stored: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, reverse: bool
) -> None:
    question = ask(stored, Request(actor=("Sergey Lavrov",), topic=("energy",), limit=3, reverse=reverse))
    wanted = list(find_events(stored, question))
    monkeypatch.setattr(planning, "_FEW", 10)
    select = plan_select(stored, question)
    assert "events.id IN" not in select.sql
    assert steps(stored, select)[0] == "SCAN events USING COVERING INDEX events_start_end"
    assert list(find_events(stored, question)) == wanted


def test_what_no_index_leads_to_is_found_by_walking(stored: sqlite3.Connection) -> None:
    question = ask(stored, Request(without=("actor:Nowak",), limit=2))
    assert steps(stored, plan_select(stored, question))[0] == "SCAN events USING COVERING INDEX events_start_end"
    assert len(find_events(stored, question)) == 2


def test_a_walk_that_would_be_long_is_not_taken(stored: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "_FEW", 10)
    monkeypatch.setattr(planning, "_WALKED", 2)
    question = ask(stored, Request(actor=("Sergey Lavrov",), limit=3))
    assert "events.id IN" in plan_select(stored, question).sql


def plan_of_counting(connection: sqlite3.Connection, count: Callable[[], object]) -> list[str]:
    """Return the plan of the last statement of a count, but for the reading of what it has counted."""
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    count()
    connection.set_trace_callback(None)
    counting = [sql for sql in statements if not sql.startswith("--")][-1]  # without what a search does inside
    plan = steps(connection, Clause(counting))
    return [step for step in plan if "subquery" not in step and "VIRTUAL" not in step]


@pytest.mark.parametrize("name", get_args(ListName))
def test_a_list_reads_only_the_events_of_its_question(stored: sqlite3.Connection, name: ListName) -> None:
    question = ask(stored, REQUESTS["text"])
    plan = plan_of_counting(stored, lambda: read_list(stored, name, question))
    assert [step for step in plan if step.startswith("SCAN")] == []


@pytest.mark.parametrize("measure", MEASURES)
def test_a_count_reads_only_the_events_of_its_question(stored: sqlite3.Connection, measure: Measure) -> None:
    question = ask(stored, REQUESTS["text"])
    plan = plan_of_counting(stored, lambda: count_by(stored, question, measure))
    assert [step for step in plan if step.startswith("SCAN")] == []


@pytest.mark.parametrize("name", get_args(ListName))
def test_a_list_of_everything_reads_indexes_and_no_texts(stored: sqlite3.Connection, name: ListName) -> None:
    plan = plan_of_counting(stored, lambda: read_list(stored, name, Question()))
    scans = [step for step in plan if step.startswith("SCAN")]
    assert scans[0] == "SCAN events USING COVERING INDEX events_start_end"
    assert set(scans[1:]) <= {f"SCAN {name}"}  # those without an event
    links = [step for step in plan if step.startswith("SEARCH link ")]
    assert all("COVERING INDEX" in step or "(event_id=? AND part=?)" in step or "PRIMARY KEY" in step for step in links)


def test_pairs_are_sought_among_the_few_of_an_event(stored: sqlite3.Connection) -> None:
    plan = plan_of_counting(stored, lambda: count_pairs(stored, Question()))
    assert "SCAN events USING COVERING INDEX events_start_end" in plan
    first, second = (step for step in plan if step.startswith("SEARCH link"))
    assert first.endswith("(event_id=? AND part=?)")
    assert second.endswith("(event_id=? AND part=? AND actor_id>?)")


def test_the_statement_goes_the_same_way(stored: sqlite3.Connection) -> None:
    question = ask(stored, REQUESTS["pair"])
    assert "EXISTS" in write_statement(stored, question)
    assert "?" not in write_statement(stored, question)
