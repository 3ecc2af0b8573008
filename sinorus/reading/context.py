"""What stands above an entry and dates it: year, month and day headings, the title's period, the entry before.

A year is taken, in this order, from a year heading; from the entry before, rolling over at New Year; from the
title, the header's period or `--year`, when they cover no more than two calendar years. Otherwise it is not known.
"""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from sinorus.dates.expressions import Expression, Point
from sinorus.dates.extents import UnreadableDateError
from sinorus.dates.prose import find_expressions
from sinorus.dates.resolving import Known, Order, resolve_expression
from sinorus.edtf import days_in_month
from sinorus.span import DateSpan

# An entry may stand this many days before the one above it without being a year later.
_OUT_OF_ORDER = 90
_LONGEST_TITLE = 300
_ERA = re.compile(r"\b(?:A\.?D|C\.?E|B\.?C)\b\.?")
_NO_YEAR = re.compile(r"(?:\b(?:UNSCR|UNSC|Resolution|Res\.|No\.|Law|Article|Flight)\s*|[$€£#])$", re.IGNORECASE)
_YEAR_IN_BRACKETS = re.compile(r"\([^()]{0,80}?\b([12]\d{3})\)")
_YEAR_AT_END = re.compile(r"\(([12]\d{3})\)\s*\.?\s*$")


@dataclass(frozen=True, slots=True)
class Period:
    """The months from which and to which a title says that its chronology runs."""

    first: date
    last: date

    def years_of(self, month: int) -> list[int]:
        """Return the years in which a month lies in the period, or all its years when it lies in none."""
        years = range(self.first.year, self.last.year + 1)
        first, last = (self.first.year, self.first.month), (self.last.year, self.last.month)
        return [year for year in years if first <= (year, month) <= last] or list(years)


class Context:
    """What is known at a line about the date of the next entry.

    `guess` is the year that was taken where a heading or title covers two and nothing so far tells which, else 0.
    `_stated` is the year of a year heading; `_anchor` the last date that was read, from which years are carried over;
    `_year`, `_month`, `_day` the month or day heading in force.
    """

    def __init__(self, order: Order | None, descending: bool, year: int | None = None) -> None:
        self._order = order
        self._descending = descending
        self._asked = year or 0
        self._period = Period(date(year, 1, 1), date(year, 12, 31)) if year else None
        self._literal_years = False
        self.guess = 0
        self._stated = 0
        self._anchor: date | None = None
        self._year = self._month = self._day = 0

    @property
    def has_stated_year(self) -> bool:
        """Tell whether a heading that is nothing but a year is in force."""
        return self._stated > 0

    @property
    def has_anchor(self) -> bool:
        """Tell whether a date stands above, from which a year can be carried over."""
        return self._anchor is not None

    @property
    def has_month(self) -> bool:
        """Tell whether a heading gives the month, so that a bare number can be a day."""
        return self._month > 0

    @property
    def day(self) -> DateSpan | None:
        """Return the day that a heading names, when its year is known."""
        if not (self._day and self._month and self._year):
            return None
        return DateSpan.day(date(self._year, self._month, self._day))

    @property
    def has_day_without_year(self) -> bool:
        """Tell whether a heading names a day of every year ("January 2")."""
        return self._day > 0 and self._year == 0

    def take_title(self, text: str) -> None:
        """Take the period that a title names, if it names one."""
        if _ERA.search(text):
            self._literal_years = True
        spans = []
        for found in find_expressions(text[:_LONGEST_TITLE]):
            if found.expression.has_year and not _NO_YEAR.search(text[: found.start]):
                try:
                    spans.append(resolve_expression(found.expression, Known(order=self._order)))
                except UnreadableDateError:
                    continue
        if spans:
            self._take_period(min(s.start for s in spans), max(s.end or s.start for s in spans))

    def take_heading(self, expression: Expression) -> None:
        """Take a line that is nothing but a year, a month, or a longer stretch of time.

        Raises: UnreadableDateError when there is no such date.
        """
        point = expression.first
        year = self._year_for(expression)
        if expression.last is None and point.kind == "month" and not expression.has_year and not year:
            self._year, self._month, self._day = 0, point.month if point.month <= 12 else 0, 0
            return
        span = resolve_expression(expression, self._known(year))
        if span.precision == "year":
            self._stated, self._anchor = span.start.year, None
            self._year = self._month = self._day = 0
        elif span.precision == "month":
            self._year, self._month, self._day = span.start.year, span.start.month, 0
            self._anchor = span.start
        else:
            self._take_period(span.start, span.end or span.start)

    def take_day(self, expression: Expression) -> None:
        """Take a line that is nothing but a day, as the heading of times or of years below it.

        Raises: UnreadableDateError when there is no such day.
        """
        year = self._year_for(expression)
        if not expression.has_year and not year:
            self._year, self._month, self._day = 0, expression.first.month, expression.first.day
            return
        span = resolve_expression(expression, self._known(year))
        self._year, self._month, self._day = span.start.year, span.start.month, span.start.day
        self._anchor = span.start

    def resolve(self, expression: Expression, text: str = "") -> DateSpan:
        """Return the days that an expression means here; `text` is the entry's, which may end with its year.

        Raises: UnreadableDateError when the date cannot be, or its year is not known.
        """
        if expression.kind == "year" and self.has_day_without_year and expression.last is None:
            return resolve_expression(_on_day(expression, self._month, self._day))
        if expression.has_year:
            return resolve_expression(expression, self._known(self._stated))
        return resolve_expression(expression, self._known(self._year_for(expression) or _year_in_text(text)))

    def follows(self, expression: Expression) -> bool:
        """Tell whether a date comes soon after the one above it, as the next entry's does."""
        if self._anchor is None:
            return False
        try:
            span = self.resolve(expression)
        except UnreadableDateError:
            return False
        earliest, latest = self._anchor, span.end if span.end is not None and expression.kind == "month" else span.start
        ahead, past = (span.start - earliest).days, (latest - earliest).days
        if self._descending:
            ahead, past = -past, -ahead
        return past >= 0 and ahead <= _OUT_OF_ORDER

    def take_entry(self, span: DateSpan, expression: Expression | None) -> None:
        """Remember an entry, so that the next can carry its year over; a year of its own ends that of the heading."""
        self._weigh_guess(span.start, expression)
        if expression is not None and expression.has_year and span.start.year != self._stated:
            self._stated = 0
        if expression is not None and expression.has_month and span.start.month != self._month:
            self._year = self._month = self._day = 0
        self._anchor = span.start

    def _weigh_guess(self, start: date, expression: Expression | None) -> None:
        """Note that the first entry below two years could lie in either; one that turns the year settles it."""
        has_year = expression is not None and expression.has_year
        if self.guess:
            turned = self._anchor is not None and not has_year and start.year != self._anchor.year
            self.guess = 0 if turned or (has_year and start.year == self.guess) else self.guess
        elif expression is not None and not has_year and not self._stated and not self._year and self._anchor is None:
            years = self._years_in_period(start.month, start.day, expression.first.weekday)
            self.guess = start.year if len(years) > 1 else 0

    def _take_period(self, first: date, last: date) -> None:
        self._stated = self._year = self._month = self._day = 0
        self._anchor = None
        if self._asked and not first.year <= self._asked <= last.year:
            return
        self._period = Period(first, last) if last.year - first.year <= 1 else None
        if self._asked and self._period is None:
            self._period = Period(date(self._asked, 1, 1), date(self._asked, 12, 31))

    def _known(self, year: int) -> Known:
        month = self._month or (self._anchor.month if self._anchor is not None else 0)
        near = year or (self._anchor.year if self._anchor is not None else 0)
        if not near and self._period is not None:
            near = self._period.first.year
        return Known(year, month, self._order, near, self._literal_years)

    def _year_for(self, expression: Expression) -> int:
        """Return the year of an expression that leaves it out, or 0 when it is not known."""
        if expression.has_year or self._stated:
            return self._stated
        month, day = _month_and_day(expression, self._order)
        if self._year and month in {0, self._month}:
            return self._year
        month = month or self._month or (self._anchor.month if self._anchor is not None else 0)
        if not month:
            return 0
        if self._anchor is not None:
            return self._carried_year(self._anchor, month, day, expression.first.weekday)
        years = self._years_in_period(month, day, expression.first.weekday)
        return years[-1 if self._descending else 0] if years else 0

    def _years_in_period(self, month: int, day: int, weekday: int | None) -> list[int]:
        """Return the years that the title or heading leaves open for a day."""
        years = self._period.years_of(month) if self._period is not None else []
        fitting = [year for year in years if weekday is not None and _day(year, month, day).weekday() == weekday]
        return fitting or years

    def _carried_year(self, anchor: date, month: int, day: int, weekday: int | None) -> int:
        """Return the year of the date before, or the next one (the last, in a document that runs backwards)."""
        step = -1 if self._descending else 1
        year = anchor.year
        if weekday is not None:
            fitting = [y for y in (year, year + step) if _day(y, month, day).weekday() == weekday]
            if len(fitting) == 1:
                return fitting[0]
        ahead = (_day(year, month, day or anchor.day) - anchor).days * step
        return year + step if ahead < -_OUT_OF_ORDER else year


def _day(year: int, month: int, day: int) -> date:
    """Return a day, or the nearest one that there is: what cannot be is refused where its reason can be told."""
    year, month = min(max(year, MINYEAR), MAXYEAR), min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), days_in_month(year, month)))


def _month_and_day(expression: Expression, order: Order | None) -> tuple[int, int]:
    """Return the month and day with which an expression begins, 0 for what it leaves out."""
    first = expression.first
    point = first if first.month or first.numeric is not None or expression.last is None else expression.last
    if point.numeric is not None:
        one, two = point.numeric.one, point.numeric.two
        day_first = one > 12 or (two <= 12 and (order == "day first" or point.numeric.mark == "."))
        return (two, first.day or one) if day_first else (one, first.day or two)
    month = 3 * (point.month - 20) if point.month > 12 else point.month
    return month, first.day or point.day


def _on_day(expression: Expression, month: int, day: int) -> Expression:
    year = expression.first.year
    return Expression(Point(year, month, day), None, "", False, expression.end)


def _year_in_text(text: str) -> int:
    """Return the year that an entry gives in brackets at its beginning or at its end ("... at the ford (1558).")."""
    match = _YEAR_IN_BRACKETS.match(text) or _YEAR_AT_END.search(text[-40:])
    return int(match[1]) if match is not None else 0
