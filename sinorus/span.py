"""DateSpan: an interval of days, both ends inclusive, with the precision that the author gave it.

This is the one place that knows the end convention. Nothing here reads text in prose or the clock. A span's EDTF says
all there is to say: `DateSpan.from_edtf(span.edtf) == span`, and its label can be read back to the same span.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sinorus.edtf import Atom, parse_edtf
from sinorus.labels import label

Precision = Literal["day", "range", "month", "season", "year", "decade", "approximate"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Days from `start` to `end`, both inclusive; `end` is None while a span is open ("2000 to present").

    Units: ISO days. `edtf` is the same span in EDTF level 1 (ISO 8601-2), as precise as its author was.
    """

    start: date
    end: date | None
    precision: Precision
    edtf: str

    @classmethod
    def day(cls, day: date) -> "DateSpan":
        """Return the span of a single day."""
        return cls(day, day, "day", day.isoformat())

    @classmethod
    def range(cls, start: date, end: date) -> "DateSpan":
        """Return the span from one day to another, which may be the same.

        Raises: ValueError when the end is before the start.
        """
        if start == end:
            return cls.day(start)
        _refuse_backward(start, end)
        return cls(start, end, "range", f"{start.isoformat()}/{end.isoformat()}")

    @classmethod
    def month(cls, year: int, month: int) -> "DateSpan":
        """Return the span of a calendar month."""
        atom = Atom(year, month)
        return cls.between(atom, atom)

    @classmethod
    def year(cls, year: int) -> "DateSpan":
        """Return the span of a calendar year."""
        atom = Atom(year)
        return cls.between(atom, atom)

    @classmethod
    def between(cls, first: Atom, last: Atom | None) -> "DateSpan":
        """Return the span from the first day of one atom to the last day of another, or an open one.

        Raises: ValueError for a day that no calendar has, and when the end is before the start.
        """
        start = first.first_day()
        if last is None:
            return cls(start, None, "approximate" if first.qualifier else "range", f"{first}/..")
        end = last.last_day()
        if first == last:
            return cls(start, end, _precision(first), str(first))
        _refuse_backward(start, end)
        return cls(start, end, "approximate" if first.qualifier or last.qualifier else "range", f"{first}/{last}")

    @classmethod
    def from_edtf(cls, text: str) -> "DateSpan":
        """Return the span that an EDTF level 1 string names.

        >>> DateSpan.from_edtf("2001-21").end.isoformat()
        '2001-05-31'

        Raises: ValueError for anything that is no EDTF, or runs backwards.
        """
        return cls.between(*parse_edtf(text))

    def label(self) -> str:
        """Return the span as a reader would write it.

        >>> DateSpan.from_edtf("2024-04-08/2024-04-09").label()
        'April 8-9, 2024'
        """
        return label(*parse_edtf(self.edtf))

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Tell whether this span and the interval share a day; a missing end leaves that side open."""
        return (end is None or self.start <= end) and (start is None or self.end is None or self.end >= start)


def _precision(atom: Atom) -> Precision:
    if atom.qualifier:
        return "approximate"
    if atom.unspecified:
        return "decade" if atom.unspecified == 1 else "range"
    if atom.month > 12:
        return "season"
    return "day" if atom.day else "month" if atom.month else "year"


def _refuse_backward(start: date, end: date) -> None:
    if end < start:
        raise ValueError(f"{end.isoformat()} is before {start.isoformat()}")
