"""From options to a question: names are looked up, and what there is to say about them goes to stderr."""

import sqlite3
from datetime import date

from sinorus.cli.options import Asking, Filters, Order
from sinorus.cli.output import notify
from sinorus.query.question import Question
from sinorus.render.safe import one_line
from sinorus.store.planning import write_statement
from sinorus.store.reader import count_mentions
from sinorus.store.resolution import resolve

_ENDLESS = 2**62


def read_question(
    connection: sqlite3.Connection, filters: Filters, order: Order | None = None, *, sorted_by_events: bool = True
) -> Question:
    """Return the question that the options ask.

    Raises: UsageError for an unknown name, a period that makes no sense, or an unknown sort key.
    """
    order = order or Order()
    sort = tuple(order.sort.split(",")) if order.sort and sorted_by_events else ("date",)
    limit = None if order.limit is None else min(order.limit, _ENDLESS)
    question, notices = resolve(connection, filters.request(sort, order.reverse, limit), date.today(), _spelled_out)
    for notice in notices:
        notify(notice)
    return question


def _spelled_out(title: str) -> str | None:
    from sinorus.cli.own_codebook import spelled_out

    return spelled_out(title)


def told_instead(connection: sqlite3.Connection, question: Question, asking: Asking) -> list[str]:
    """Return the question in words or in SQL, if that is what was asked for."""
    told = [one_line(question.sentence()) + "\n"] if asking.explain else []
    return told + ([write_statement(connection, question) + "\n"] if asking.sql else [])


def notify_empty(connection: sqlite3.Connection, question: Question, what: str = "events") -> None:
    """Say that nothing matches, and whether anything would if mentions counted."""
    more = count_mentions(connection, question)
    if more:
        verb, noun = ("mentions", "event") if more == 1 else ("mention", "events")
        notify(f"No {what} match, but {more} {noun} {verb} it: add --mentions.")
    else:
        notify(f"No {what} match.")


def notify_more(connection: sqlite3.Connection, question: Question) -> None:
    """Say how many more events tell of a period that was asked for, when some lie in it."""
    more = count_mentions(connection, question)
    if more:
        notify(f"{more} more {'event mentions' if more == 1 else 'events mention'} it: add --mentions.")
