"""The filter by time at the edge between short and long events."""

import sqlite3
from datetime import date

import pytest

from sinorus.query.clauses import Clause
from sinorus.query.dates import DateWithin, parse_on
from sinorus.query.periods import Period, parse_period

FEBRUARY = Period(date(2024, 2, 1), date(2024, 2, 29))
EVENTS = {
    "a day inside": ("2024-02-10", "2024-02-10", True),
    "a day before": ("2024-01-31", "2024-01-31", False),
    "a day after": ("2024-03-01", "2024-03-01", False),
    "the first day": ("2024-02-01", "2024-02-01", True),
    "the last day": ("2024-02-29", "2024-02-29", True),
    "31 days up to the first": ("2024-01-01", "2024-02-01", True),
    "32 days up to the first": ("2023-12-31", "2024-02-01", True),
    "31 days up to the day before": ("2023-12-31", "2024-01-31", False),
    "32 days up to the day before": ("2023-12-30", "2024-01-31", False),
    "years around": ("2020-01-01", "2030-01-01", True),
    "from the last day on": ("2024-02-29", None, True),
    "from long ago on": ("1999-01-01", None, True),
    "from the day after on": ("2024-03-01", None, False),
}


@pytest.mark.parametrize(("start", "end", "matches"), EVENTS.values(), ids=EVENTS)
def test_an_event_matches_when_it_shares_a_day(start: str, end: str | None, matches: bool) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE TABLE events (id INTEGER PRIMARY KEY, start TEXT, "end" TEXT)')
    connection.execute("INSERT INTO events VALUES (1, ?, ?)", (start, end))
    filter_ = DateWithin(FEBRUARY)
    listed, test = filter_.ids(), filter_.test()
    tested = Clause(f"SELECT id FROM events WHERE {test.sql}", test.params)
    found = [bool(connection.execute(*select).fetchall()) for select in (listed, tested)]
    connection.close()
    assert found == [matches, matches]


def test_a_period_at_the_beginning_of_time_is_looked_up() -> None:
    assert DateWithin(Period(date(1, 1, 1), None)).ids().params[0] == "0001-01-01"


LISTS = {
    "days with their years": ("March 5, 2024, March 9, 2024", ["March 5, 2024", "March 9, 2024"]),
    "days in the other order": ("5 March, 2024,9 March, 2024", ["March 5, 2024", "March 9, 2024"]),
    "a month with its year and one without": ("March, 2024, April", ["March 2024", "April 2026"]),
    "a range and a quarter": ("March 5, 2024..March 9, 2024, Q1, 2023", ["2024-03-05..2024-03-09", "2023Q1"]),
    "years": ("2024, 2022", ["2024", "2022"]),
    "a year behind a day with its year": ("March 5, 2024, 2022", ["March 5, 2024", "2022"]),
    "a year behind a day in figures": ("2024-03-05, 2022", ["March 5, 2024", "2022"]),
}


@pytest.mark.parametrize(("typed", "meant"), LISTS.values(), ids=LISTS)
def test_a_list_of_periods_is_cut_between_them(typed: str, meant: list[str]) -> None:
    periods = [filter_.period for filter_ in parse_on(typed, date(2026, 5, 1))]
    assert periods == [parse_period(text, date(2026, 5, 1)) for text in meant]
