"""An expression and what its surroundings know -> a span of days, or the reason why there is none.

    resolve_expression(Jan. 5-9, Known(year=2024))  ->  2024-01-05/2024-01-09

A point takes a missing month from the other end of its range, a missing year from there or from `Known`. Nothing else
is filled in: a day that no calendar has, or a range that runs backwards, is an `UnreadableDateError`.
"""

from dataclasses import dataclass, replace
from typing import Literal

from sinorus.dates.expressions import Expression, Point
from sinorus.dates.extents import UnreadableDateError, atoms_of_point, is_other_calendar, span_between
from sinorus.dates.figures import Numeric
from sinorus.edtf import days_in_month
from sinorus.labels import MONTHS
from sinorus.span import DateSpan

Order = Literal["day first", "month first"]
# "Nov. 24-Feb. 3" crosses New Year; "12 June-3 May" is a slip, not eleven months.
_LONGEST_CROSSING = 183
_TURN_OF_CENTURY = 30
_NO_YEAR = 2200


@dataclass(frozen=True, slots=True)
class Known:
    """What the surroundings of a date know: year, month, the order of numeric dates; 0 and None mean unknown.

    `near` is a year near to which two-digit years lie; `literal_years` tells that they are years of antiquity.
    """

    year: int = 0
    month: int = 0
    order: Order | None = None
    near: int = 0
    literal_years: bool = False


NOTHING_KNOWN = Known()


def resolve_expression(expression: Expression, known: Known = NOTHING_KNOWN) -> DateSpan:
    """Return the days that an expression means.

    Raises: UnreadableDateError for an impossible, backward or ambiguous date, or when the year is not known.
    """
    known = _with_order(expression, known)
    first = _settle(expression.first, known)
    if expression.open_ended:
        return span_between(atoms_of_point(first)[0], None)
    last = first if expression.last is None else _settle(expression.last, known)
    if expression.last is not None:
        first, last = _share(first, last, known)
        if expression.joint == "/" and is_other_calendar(first, last):
            first = last
    else:
        first = last = _complete(first, known)
    return span_between(atoms_of_point(first)[0], atoms_of_point(last)[1])


def _with_order(expression: Expression, known: Known) -> Known:
    """Return what is known, with the order of numbers that one end of the range proves for the other."""
    for point in (expression.first, expression.last):
        if known.order is None and point is not None and point.numeric is not None:
            one, two = point.numeric.one, point.numeric.two
            if max(one, two) > 12:
                known = replace(known, order="day first" if one > 12 else "month first")
    return known


def _settle(point: Point, known: Known) -> Point:
    """Return a point whose numbers are in order and whose year has all its digits."""
    if point.before_christ:
        raise UnreadableDateError(
            "the date lies before the year 1", "Leave it out: years before the common era cannot be stored."
        )
    if point.numeric is not None:
        point = _order(point, point.numeric, known)
    if point.short and point.year >= (_NO_YEAR if known.literal_years else 100):
        raise UnreadableDateError(f"{point.year} can hardly be the year", "Correct the year.")
    if not point.short or (known.literal_years and point.year):
        return point
    full = _full_year(point.year, known.near or known.year)
    until = point.until
    if until is not None and until.short:
        until = _with(until, year=full)
    return _with(point, year=full, until=until)


def _with(point: Point, **changes: object) -> Point:
    copy = Point(
        point.year,
        point.month,
        point.day,
        False,
        point.part,
        point.part_end,
        point.qualifier,
        point.unspecified,
        point.weekday,
    )
    copy.until = point.until
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


def _order(point: Point, numeric: Numeric, known: Known) -> Point:
    """Return a numeric date as a day, read in the only order that is possible, or in the order that is known."""
    day, month = numeric.one, numeric.two
    if (month > 12 and day <= 12) or (
        day <= 12 and day != month and numeric.mark != "." and known.order == "month first"
    ):
        day, month = month, day
    elif day <= 12 and day != month and numeric.mark != "." and known.order is None:
        raise UnreadableDateError(
            "the order of day and month is ambiguous, and no other date in the document settles it",
            f"Write the month as a word: {MONTHS[day - 1]} {month} or {MONTHS[month - 1]} {day}.",
        )
    year = max(numeric.year, 0)
    ordered = _with(point, year=year, month=month, day=day)
    ordered.short = numeric.short
    return ordered


def _full_year(short: int, near: int) -> int:
    """Return the year with these last two digits: the nearest one, or 1931-2030 where no year is near."""
    if near:
        return min((near - near % 100 + short + shift for shift in (-100, 0, 100)), key=lambda year: abs(year - near))
    return short + (2000 if short <= _TURN_OF_CENTURY else 1900)


def _share(first: Point, last: Point, known: Known) -> tuple[Point, Point]:
    """Return both ends of a range, each with the month and year that it leaves to the other."""
    if first.day and not first.month:
        # "30-April 2" below the heading March
        earlier = known.month and first.day > last.day and known.month % 12 + 1 == last.month
        first = _with(first, month=known.month if earlier else last.month)
    if last.day and not last.month:
        last = _with(last, month=first.month)
    if not first.year and not last.year:
        first = _complete(first, known)
        last = _complete(last, known)
        crossing = 1 if _crosses_new_year(first, last) else 0
        return first, _with(last, year=last.year + crossing)
    if not last.year:
        last = _with(last, year=first.year)
        return first, _with(last, year=first.year + 1) if _crosses_new_year(first, last) else last
    if not first.year:
        first = _with(first, year=last.year)
        return _with(first, year=last.year - 1) if _crosses_new_year(first, last) else first, last
    return first, last


def _crosses_new_year(first: Point, last: Point) -> bool:
    """Tell whether a range that looks backward within one year rather runs over New Year."""
    if not (1 <= first.month <= 12 and 1 <= last.month < first.month):
        return False
    days = sum(days_in_month(1999, (month - 1) % 12 + 1) for month in range(first.month, last.month + 12))
    return days - (first.day or 1) + (last.day or 1) <= _LONGEST_CROSSING


def _complete(point: Point, known: Known) -> Point:
    """Return a point with the month and year that only its surroundings know."""
    if point.day and not point.month:
        if not known.month:
            raise UnreadableDateError(
                "the month is not known", "Write the month before the day, or put a month heading above it."
            )
        point = _with(point, month=known.month)
    if point.year:
        return point
    if not known.year:
        raise UnreadableDateError(
            "the year is not known", "Give it with --year, or put a year heading above the entry."
        )
    until = None if point.until is None else _with(point.until, year=point.until.year or known.year)
    return _with(point, year=known.year, until=until)
