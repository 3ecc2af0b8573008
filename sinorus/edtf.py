"""EDTF level 1 (ISO 8601-2) text <-> atoms: `2024-04-08`, `2001-21`, `199X`, `1905~`, `1992/1993`, `2000/..`.

An atom is one date as precise as its author gave it; an interval is two of them, the second None while it is open.
Seasons are 21 spring, 22 summer, 23 autumn, 24 winter (December to the end of February). Years run from 1 to 9998;
an open or unknown beginning is not supported, because a span needs its first day.
"""

import re
from datetime import date
from typing import NamedTuple

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
_ATOM = re.compile(r"(\d{2})(\d\d|\dX|XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap


class Atom(NamedTuple):
    """One date: `month` is 1-12, a season 21-24, or 0; `unspecified` counts open digits of the year (199X, 19XX)."""

    year: int
    month: int = 0
    day: int = 0
    qualifier: str = ""
    unspecified: int = 0

    def first_day(self) -> date:
        """Return the first day that the atom covers.

        Raises: ValueError for a day that no calendar has.
        """
        if self.month > 20:
            return date(self.year, 3 * (self.month - 20), 1)
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the last day that the atom covers.

        Raises: ValueError for a day that no calendar has.
        """
        if self.day:
            return date(self.year, self.month, self.day)
        if self.month > 20:
            year, month = (self.year + 1, 2) if self.month == WINTER else (self.year, 3 * (self.month - 20) + 2)
            return date(year, month, days_in_month(year, month))
        if self.month:
            return date(self.year, self.month, days_in_month(self.year, self.month))
        return date(self.year + 10**self.unspecified - 1, 12, 31)

    def __str__(self) -> str:
        year = f"{self.year:04d}"
        if self.unspecified:
            year = year[: 4 - self.unspecified] + "X" * self.unspecified
        if not self.month:
            return year + self.qualifier
        if not self.day:
            return f"{year}-{self.month:02d}{self.qualifier}"
        return f"{year}-{self.month:02d}-{self.day:02d}{self.qualifier}"


def atom_of(day: date) -> Atom:
    """Return the atom of a single day."""
    return Atom(day.year, day.month, day.day)


def parse_edtf(text: str) -> tuple[Atom, Atom | None]:
    """Parse a date or an interval of EDTF level 1; a single date comes back as an interval from itself to itself.

    >>> [str(atom) for atom in parse_edtf("2003-03-01~/2003-03-10~")]
    ['2003-03-01~', '2003-03-10~']

    Raises: ValueError for anything else.
    """
    first, slash, last = text.partition("/")
    start = _parse_atom(first)
    if not slash:
        return start, start
    return start, None if last in {"..", ""} else _parse_atom(last)


def _parse_atom(text: str) -> Atom:
    match = _ATOM.fullmatch(text)
    if match is None:
        raise ValueError(f"no EDTF date: {text!r}")
    century, year, month, day, qualifier = match.groups()
    unspecified = year.count("X")
    atom = Atom(int(century + year.replace("X", "0")), _number(month), _number(day), qualifier, unspecified)
    if atom.month > WINTER or 12 < atom.month < SPRING or (atom.month > 12 and atom.day) or (unspecified and month):
        raise ValueError(f"no EDTF date: {text!r}")
    if not atom.month and atom.day:
        raise ValueError(f"no EDTF date: {text!r}")
    atom.first_day(), atom.last_day()  # a day that no calendar has is found out here
    return atom


def _number(digits: str | None) -> int:
    """Return a month or a day; one that is left unspecified ("1999-XX") is as good as none."""
    if digits is None or digits == "XX":
        return 0
    if digits == "00":
        raise ValueError("no month and no day is 00")
    return int(digits)
