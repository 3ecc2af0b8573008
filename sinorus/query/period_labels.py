"""A period's two days -> the shortest usual way to write it.

    >>> from datetime import date
    >>> label(date(2024, 1, 1), date(2024, 3, 31))
    'January to March 2024'
    >>> label(date(2024, 4, 8), date(2024, 4, 9))
    'April 8 to April 9, 2024'
    >>> label(None, date(2024, 12, 31))
    'until December 31, 2024'

Each of them is a form that `sinorus.query.periods` reads.
"""

from datetime import date

from sinorus.edtf import days_in_month
from sinorus.labels import MONTHS


def label(since: date | None, until: date | None) -> str:
    """Return the period in words."""
    if since and until:
        return _closed(since, until)
    if since:
        return f"since {_day(since)}"
    return f"until {_day(until)}" if until else "at any time"


def _closed(since: date, until: date) -> str:
    if since == until:
        return _day(since)
    if since.day == 1 and until.day == days_in_month(until.year, until.month):
        return _months(since, until)
    if since.year != until.year:
        return f"{_day(since)} to {_day(until)}"
    return f"{MONTHS[since.month - 1]} {since.day} to {_day(until)}"


def _months(since: date, until: date) -> str:
    whole_years = since.month == 1 and until.month == 12
    if whole_years:
        return f"{since.year:04d}" if since.year == until.year else f"{since.year:04d} to {until.year:04d}"
    last = f"{MONTHS[until.month - 1]} {until.year:04d}"
    if (since.year, since.month) == (until.year, until.month):
        return last
    first = MONTHS[since.month - 1]
    return f"{first} to {last}" if since.year == until.year else f"{first} {since.year:04d} to {last}"


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year:04d}"
