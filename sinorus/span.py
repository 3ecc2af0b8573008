"""DateSpan: an interval of days, both ends inclusive, with the precision that the author gave it.

This is the one place that knows the end convention. Nothing here reads text in prose or the clock.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

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
        """Return the span from one day to another, which may be the same."""
        if start == end:
            return cls.day(start)
        return cls(start, end, "range", f"{start.isoformat()}/{end.isoformat()}")

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Tell whether this span and the interval share a day; a missing end leaves that side open."""
        return (end is None or self.start <= end) and (start is None or self.end is None or self.end >= start)
