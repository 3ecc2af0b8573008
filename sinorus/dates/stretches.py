"""Dates with a form of their own: ISO dates and weeks, winters, decades, quarters, halves, weeks, centuries.

    2014-03-23    12/6/03    2001-21    1992-93    Winter 1992-93    1990s    199X    2012-W04
    Q1 1993    first half of March 1993    second week of May    18th century

A stretch that is no calendar unit is a point with an end of its own (`Point.until`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sinorus.dates.expressions import Part, Point
from sinorus.dates.tokens import Tokens
from sinorus.edtf import WINTER, days_in_month

Readings = Iterator[tuple[Point, int]]
YEAR = r"(?:(?P<y>[yY])A?|A(?P<e>[n34y])|(?P<f>[n34])A)"
_SPAN_OF_YEAR = re.compile(rf"l?(?:(?P<r>[rj])-?(?P<k>[qhk])o?l?|(?P<q>[QH])(?:[-/,](?=[yYA]))?)(?P<m>m)?,?{YEAR}?")
_YEAR_SPAN = re.compile(rf"{YEAR}[-/,]?l?(?:(?P<r>[rj])-?(?P<k>[qh])|(?P<q>[QH]))")
_CENTURY = re.compile(r"l?(?P<r>[jr])-?c")
_DECADE = re.compile(r"l?(?P<era>A?)(?P<D>D)")
_PARTS_OF_MONTH: dict[int, Part] = {1: "early", -1: "late"}
_WINTER = re.compile(r"s,?o?(?:(?P<I>I)|(?P<y>y)[-/](?P<z>[yn]))")


def read_stretches(tokens: Tokens, at: int) -> Readings:
    """Yield the dates of these forms that begin at a token, with the index after each."""
    reader = _READERS.get(tokens.shape[at : at + 1])
    return reader(tokens, at) if reader is not None else iter(())


def week_from(point: Point) -> Point | None:
    """Return the last of the seven days that begin with a day, or None when it is not known which that is.

    Without a year, a week that ends in the same year and does not reach out of February is known all the same.
    """
    try:
        first = date(point.year or 2001, point.month, point.day)
        last = first + timedelta(days=6)
    except (ValueError, OverflowError):
        return None
    if not point.year and (last.year != first.year or (first.month == 2 and last.month == 3)):
        return None
    return Point(last.year if point.year else 0, last.month, last.day)


def _read_iso(tokens: Tokens, at: int) -> Readings:
    year, month, day = tokens.values[at]
    yield Point(year, month, day), at + 1


def _read_numeric(tokens: Tokens, at: int) -> Readings:
    numeric = tokens.values[at]
    if numeric.short and numeric.one > 31:  # 94-03-23
        yield Point(numeric.one, numeric.two, numeric.year, short=True), at + 1
    elif numeric.one <= 31 and numeric.two <= 31:
        yield Point(numeric=numeric), at + 1


def _read_year_and_number(tokens: Tokens, at: int) -> Readings:
    """Read "2014-03" as a month, "2001-21" as a season, "1992-93" and "1998/99" as two years.

    A number that is just one more than the year's own last two digits, and no month, is the next year: "2022-23".
    """
    year, number, mark = tokens.values[at]
    following = number == (year + 1) % 100
    if mark != "/" and (1 <= number <= 12 or (21 <= number <= WINTER and not following)):
        yield Point(year, number), at + 1
    last = year - year % 100 + number + (100 if number == 0 and year % 100 == 99 else 0)
    yield Point(year, until=Point(last)), at + 1


def _read_winter(tokens: Tokens, at: int) -> Readings:
    """Read "Winter 1992-93" and "Winter 1992-1993": one winter, counted by the year in which it begins."""
    match = _WINTER.match(tokens.shape, at)
    if match is None or tokens.values[at] != WINTER:
        return
    if match["I"]:
        year, last, _ = tokens.values[match.start("I")]
    else:
        year, last = tokens.values[match.start("y")], tokens.values[match.start("z")]
    if last % 100 == (year + 1) % 100:
        yield Point(year, WINTER), match.end()


def _read_decade(tokens: Tokens, at: int) -> Readings:
    match = _DECADE.match(tokens.shape, at)
    if match is not None:
        decade, short = tokens.values[match.start("D")]
        if not (match["era"] or short) and decade < 1000:
            return  # "100s of letters", "000s"
        yield Point(decade, unspecified=1, short=short and not match["era"]), match.end()


def _read_open(tokens: Tokens, at: int) -> Readings:
    text = tokens.values[at]
    yield Point(int(text.replace("X", "0")), unspecified=text.count("X")), at + 1


def _read_iso_week(tokens: Tokens, at: int) -> Readings:
    year, week, day = tokens.values[at]
    try:
        first = date.fromisocalendar(year, week, day or 1)
    except ValueError:
        return
    point = Point(first.year, first.month, first.day)
    yield point if day else replace(point, until=week_from(point)), at + 1


def _read_span(tokens: Tokens, at: int) -> Readings:
    """Read quarters, halves, weeks of a month and centuries, before or after their year."""
    century = _CENTURY.match(tokens.shape, at)
    if century is not None and tokens.values[century.start("r")] > 0:
        yield Point(100 * (tokens.values[century.start("r")] - 1), unspecified=2), century.end()
    for pattern in (_SPAN_OF_YEAR, _YEAR_SPAN):
        match = pattern.match(tokens.shape, at)
        if match is not None:
            point = _of_span(match, tokens.values)
            if point is not None:
                yield point, match.end()


def _of_span(match: re.Match[str], values: list[Any]) -> Point | None:
    year = next((values[match.start(name)] for name in "yef" if match[name]), 0)
    month = values[match.start("m")] if "m" in match.re.groupindex and match["m"] else 0
    unit = match["q"].lower() if match["q"] else match["k"]
    number = values[match.start("q")] if match["q"] else values[match.start("r")]
    short = 0 < year < 100 and bool(match["y"])
    if unit == "k" and values[match.start("k")] == "days":
        part = _PARTS_OF_MONTH.get(number)
        return Point(year, month, 0, short, part, part) if month and part is not None else None
    if unit == "k":
        return _week_of_month(year, month, number) if month else None
    parts = 4 if unit == "q" else 2
    number = parts if number == -1 else number
    if number > parts:
        return None
    if month:
        last = days_in_month(year or 1, month)
        days = (1, 15) if number == 1 else (16, last)
        return Point(year, month, days[0], short, until=Point(year, month, days[1], short)) if unit == "h" else None
    width = 12 // parts
    first = width * (number - 1) + 1
    return Point(year, first, 0, short, until=Point(year, first + width - 1, 0, short))


def _week_of_month(year: int, month: int, number: int) -> Point | None:
    last = days_in_month(year or 1, month)
    start = last - 6 if number == -1 else 7 * number - 6
    if start > last:
        return None
    return Point(year, month, start, qualifier="~", until=Point(year, month, min(start + 6, last), qualifier="~"))


_READERS: dict[str, Callable[[Tokens, int], Readings]] = {
    "i": _read_iso,
    "N": _read_numeric,
    "I": _read_year_and_number,
    "D": _read_decade,
    "A": _read_decade,
    "X": _read_open,
    "W": _read_iso_week,
    "s": _read_winter,
    "r": _read_span,
    "j": _read_span,
    "Q": _read_span,
    "H": _read_span,
    "y": _read_span,
    "Y": _read_span,
}
