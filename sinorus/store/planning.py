"""A question -> the SELECT that answers it by the shortest way in this very database.

SQLite cannot know that one of two filters leaves 20 events and the other 200,000; a count that stops early can. A
filter with few events is enumerated and the others test those. When every one leaves many, the lists of those that
are not endless are intersected, which costs an index entry an event and no row. And when only some of the answer is
wanted, the events are walked in the order of their dates, if enough of the first ones pass.
"""

import sqlite3
from operator import itemgetter

from sinorus.query.clauses import Clause
from sinorus.query.filters import Filter
from sinorus.query.question import Question

_FEW = 5_000
_MANY = 250_000
_WALKED = 20_000


def plan_select(
    connection: sqlite3.Connection, question: Question, columns: str = "events.id", table: str = "events"
) -> Clause:
    """Return the SELECT of a question, by the way that is shortest here."""
    listed = _choose(connection, question)
    if listed and question.limit is not None and question.by_date:
        few = len(listed) == 1 and _size(connection, question, listed[0], _FEW) < _FEW
        listed = listed if few or not _walk_is_short(connection, question) else ()
    return question.select(columns, table, listed)


def plan_condition(connection: sqlite3.Connection, question: Question) -> Clause:
    """Return the condition on events of a question, by the way that is shortest here."""
    return question.condition(_choose(connection, question))


def write_statement(connection: sqlite3.Connection, question: Question) -> str:
    """Return the question as one statement over `event_list` that can be pasted into any SQLite tool."""
    return plan_select(connection, question, "events.*", "event_list").literal()


def _choose(connection: sqlite3.Connection, question: Question) -> tuple[Filter, ...]:
    """Return the filters to enumerate, none when no index leads to the events of any."""
    indexed = [filter_ for filter_ in question.filters if filter_.ids(question.mentions)]
    if len(indexed) < 2:
        return tuple(indexed)
    size, least = _least(connection, question, indexed, _FEW)
    if size < _FEW:
        return (least,)
    sizes = [(_size(connection, question, filter_, _MANY), filter_) for filter_ in indexed]
    bounded = [filter_ for size, filter_ in sorted(sizes, key=itemgetter(0)) if size < _MANY]
    return tuple(bounded) or (least,)


def _least(connection: sqlite3.Connection, question: Question, filters: list[Filter], cap: int) -> tuple[int, Filter]:
    sizes = [(_size(connection, question, filter_, cap), filter_) for filter_ in filters]
    return min(sizes, key=itemgetter(0))


def _size(connection: sqlite3.Connection, question: Question, filter_: Filter, cap: int) -> int:
    """Return how many events a filter leaves, counted no farther than the cap."""
    ids = filter_.ids(question.mentions)
    if ids is None:
        return cap
    counted = f"SELECT count(*) FROM (SELECT 1 FROM ({ids.sql}) LIMIT {cap})"
    (size,) = connection.execute(counted, ids.params).fetchone()
    return int(size)


def _walk_is_short(connection: sqlite3.Connection, question: Question) -> bool:
    """Tell whether the wanted number of events is among the first that a walk would meet."""
    if question.limit is None or not question.by_date:
        return False
    tests = question.condition(())
    direction = " DESC" if question.reverse else ""
    order = ", ".join(f"{column}{direction}" for column in ("start", '"end"', "id"))
    walked = f"SELECT * FROM events ORDER BY {order} LIMIT {_WALKED}"
    counted = f"SELECT count(*) FROM (SELECT 1 FROM ({walked}) AS events WHERE {tests.sql} LIMIT ?)"
    (passed,) = connection.execute(counted, (*tests.params, question.limit)).fetchone()
    return int(passed) == question.limit
