"""A question -> the SELECT that answers it by the shortest way in this very database.

SQLite cannot know that one of two filters leaves 20 events and the other 200,000; a count that stops early can. The
filter with the fewest events is enumerated and the others test those. When every one leaves many and only some are
wanted, the events are walked in order of their dates until enough of them pass.
"""

import sqlite3
from operator import itemgetter

from sinorus.query.clauses import Clause
from sinorus.query.filters import Filter
from sinorus.query.question import Question

_FEW = 5_000
_CAPS = (_FEW, 200_000)
_WALKED = 20_000


def plan_select(
    connection: sqlite3.Connection, question: Question, columns: str = "events.id", table: str = "events"
) -> Clause:
    """Return the SELECT of a question, with the way that is shortest here."""
    first, size = _smallest(connection, question)
    walk = size >= _FEW and _walk_is_short(connection, question)
    return question.select(columns, table, None if walk else first, walk)


def plan_condition(connection: sqlite3.Connection, question: Question) -> Clause:
    """Return the condition on events of a question, with the way that is shortest here."""
    return question.condition(_smallest(connection, question)[0])


def write_statement(connection: sqlite3.Connection, question: Question) -> str:
    """Return the question as one statement over `event_list` that can be pasted into any SQLite tool."""
    return plan_select(connection, question, "events.*", "event_list").literal()


def _smallest(connection: sqlite3.Connection, question: Question) -> tuple[Filter | None, int]:
    """Return the filter that leaves the fewest events, and how many, counted a few thousand far, then farther."""
    known = [(filter_, ids) for filter_ in question.filters if (ids := filter_.ids(question.mentions))]
    best: tuple[Filter | None, int] = (None, 0)
    for cap in _CAPS:
        sizes = [(filter_, _count(connection, ids, cap)) for filter_, ids in known]
        best = min(sizes, key=itemgetter(1), default=best)
        if len(known) < 2 or best[1] < cap:
            break
    return best


def _count(connection: sqlite3.Connection, ids: Clause, cap: int) -> int:
    counted = f"SELECT count(*) FROM (SELECT 1 FROM ({ids.sql}) LIMIT {cap})"
    (size,) = connection.execute(counted, ids.params).fetchone()
    return int(size)


def _walk_is_short(connection: sqlite3.Connection, question: Question) -> bool:
    """Tell whether the wanted number of events is among the first that a walk would meet."""
    if question.limit is None or not question.by_date:
        return False
    tests = question.condition(walk=True)
    direction = " DESC" if question.reverse else ""
    order = ", ".join(f"{column}{direction}" for column in ("start", '"end"', "id"))
    walked = f"SELECT * FROM events ORDER BY {order} LIMIT {_WALKED}"
    counted = f"SELECT count(*) FROM (SELECT 1 FROM ({walked}) AS events WHERE {tests.sql} LIMIT ?)"
    (passed,) = connection.execute(counted, (*tests.params, question.limit)).fetchone()
    return int(passed) == question.limit
