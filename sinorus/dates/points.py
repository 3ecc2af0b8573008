"""The points of the date grammar: patterns over token kinds, each with the fields that it fills.

    mn,y   "Jan. 5, 2000"      nmy    "5 Jan 2000"        y,mn   "2000, Jan. 5"     my   "January 2000"     soy  "spring of 2000"
    pmy    "early March 2003"  ay     "circa 1905"        rqoy   "first quarter of 1993"

A pattern names its groups by the field: y year, e and f year as it stands (AD 64), t year of two digits, h the same but too
high for a day, g year of two digits or as it stands, u and v year of both calendars (1731/32), m and k month, d day, s season, a and b two numbers in open order.
`read_points` gives every point that can begin at a token, the longest first; the caller takes the first that fits.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sinorus.dates.expressions import Point
from sinorus.dates.figures import Numeric
from sinorus.dates.tokens import Tokens
from sinorus.edtf import WINTER, days_in_month

_YEAR = r"(?:(?P<y>[yY])A?|A(?P<e>[n34y])|(?P<f>[n34])A)"
_M, _D = "(?P<m>[mu])", "(?P<d>[nj])"
# A weekday or a mark between a day and its year: "March 5 (Tue), 2019", "May 5, Sunday, 1990".
_GAP = r"(?:\(w\)|,?w|\[[nj]\])?[,.;]?"
_SOURCES = {
    "mu": (
        rf"{_M}{_D},?(?P<u>I)",
        rf"{_M}{_D},?(?P<v>y)/n",
        rf"{_M}[,l]?{_D}{_GAP}o?{_YEAR}",
        rf"{_M}{_D}\((?P<y>y)\)",
        rf"{_M}{_D},(?P<h>n)",
        rf"{_M}[-/]{_D}[-/](?P<t>n)",
        rf"{_M}[-/]?{_D}[-/](?P<y>y)",
        rf"{_M}l?{_D}(?:\(w\))?",
        rf"{_M}[,.]?o?{_YEAR}",
        rf"{_M}[-/](?P<y>y)",
        rf"{_M}\((?P<y>y)\)",
        r"(?P<m>m)",
    ),
    "nj": (
        rf"{_D}{_M},?(?P<u>I)",
        rf"{_D}{_M},?(?P<v>y)/n",
        r"(?P<e>n)(?=B)",
        rf"{_D}[.,]?o?{_M}{_GAP}o?{_YEAR}",
        rf"{_D}[.]?o?{_M}\((?P<y>y)\)",
        rf"{_D}[-/.]{_M}[-/.](?P<y>y)",
        rf"{_D}[-/.]{_M}[-/.](?P<t>n)",
        rf"{_D}{_M},?(?P<t>n)",
        rf"{_D}[-/.]?o?{_M}",
        rf"(?P<g>n),{_M}{_D}",
        rf"(?P<e>[n])A,?{_M}{_D}",
        r"(?P<d>n)\.(?P<k>n)\.(?P<y>y)",
        r"(?P<a>n)/(?P<b>n)/(?P<z>y)",
        r"(?P<k>n)/(?P<y>y)",
        r"(?P<a>n)/(?P<b>n)",
        r"(?P<a>n)\.(?P<b>n)\.",
        r"(?P<e>n)A",
        _D,
    ),
    "yY34A": (
        r"(?P<e>[34y])(?=B)",
        rf"{_YEAR}[-,:|.]?{_M}[-,.]?{_D}(?:\(w\))?(?![,.]?[yI])",
        rf"{_YEAR}[,:|.]?{_D}[.]?o?{_M}(?![,.]?[yI])",
        rf"{_YEAR}\({_M}{_D}\)",
        rf"{_YEAR}[-,]?{_M}",
        rf"{_YEAR}\({_M}\)",
        rf"{_YEAR},?(?P<s>s)",
        _YEAR,
    ),
    "s": (rf"(?P<s>s),?o?{_YEAR}", r"(?P<s>s)"),
}
_FIELDS = {"m": "month", "k": "month", "s": "month", "d": "day"} | dict.fromkeys("yefgthuv", "year")
_PATTERNS = {
    kind: tuple((re.compile(source), tuple(re.compile(source).groupindex.items())) for source in sources)
    for kinds, sources in _SOURCES.items()
    for kind in kinds
}
_WEEKDAYS = re.compile(r"w(?:[-t&/]w)?[,.)]?")
_AROUND = re.compile(r"a[.]?&?a?-?|~")
_PART = re.compile(r"l?(?P<p>p)(?:-?t-?(?P<q>p))?(?:-|o|l)*")
_SPAN_OF_YEAR = re.compile(rf"l?(?:(?P<r>[rj])-?(?P<k>[qhk])o?l?|(?P<q>[QH])(?:[-/,](?=[yYA]))?)(?P<m>m)?,?{_YEAR}?")
_YEAR_SPAN = re.compile(rf"{_YEAR}[-/,]?l?(?:(?P<r>[rj])-?(?P<k>[qh])|(?P<q>[QH]))")
_CENTURY = re.compile(r"l?(?P<r>[jr])-?c")
_DECADE = re.compile(r"l?(?P<era>A?)(?P<D>D)")
_SUFFIXES = frozenset("(?~%")
_SUFFIX = re.compile(r"\(?(?P<mark>[?~%])\)?|\((?P<a>a)\)")


def read_points(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    """Yield every point that begins at a token, with the index after it, the longest reading first."""
    for point, end in _read_core(tokens, at, ""):
        following = tokens.shape[end : end + 1]
        if following == "B":
            yield replace(point, before_christ=True), end + 1
            continue
        match = _SUFFIX.match(tokens.shape, end) if following in _SUFFIXES else None
        if match is not None:
            mark = match["mark"] or "~"
            yield replace(point, qualifier="%" if {mark, point.qualifier} == {"?", "~"} else mark), match.end()
        yield point, end


def _read_core(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    """Yield the points at a token; `seen` holds the prefixes that were read already, so that none comes twice."""
    kind = tokens.shape[at : at + 1]
    if kind in _PREFIXES and kind not in seen:
        yield from _PREFIXES[kind](tokens, at, seen + kind)
    if kind in _SINGLE:
        yield from _SINGLE[kind](tokens, at)
    for pattern, groups in _PATTERNS.get(kind, ()):
        match = pattern.match(tokens.shape, at)
        if match is not None:
            point = _fill(match, groups, tokens)
            if point is not None:
                yield point, match.end()


def _fill(match: re.Match[str], groups: tuple[tuple[str, int], ...], tokens: Tokens) -> Point | None:
    """Return the point of a match, or None when its numbers cannot be what the pattern takes them for."""
    point = Point()
    for name, number in groups:
        at = match.start(number)
        if at < 0:
            continue
        value = tokens.values[at]
        if name in "uv":
            value = _dual_year(value if name == "u" else (value, tokens.values[at + 2], "/"))
            if not value:
                return None
        if name == "a":
            year = tokens.values[match.start("z")] if "z" in match.re.groupindex else -1
            point.numeric = Numeric(value, tokens.values[match.start("b")], year, False, tokens.values[at + 1])
        elif name not in "bz":
            setattr(point, _FIELDS[name], value or -1)
        if name in "yg":
            point.short = value < 100
        elif name in "th":
            point.short = True
            if tokens.ends[at] - tokens.starts[at] != 2 or (name == "h" and value < 32):
                return None
        elif name == "m" and match.string[at] == "u":
            point.misspelt = True
    return point


def _dual_year(value: tuple[int, int, str]) -> int:
    """Return the later year of "1731/32", which is that of the Gregorian calendar, or 0 when the two do not follow."""
    year, number, mark = value
    following = year + 1
    return following if mark == "/" and number in {following % 100, following % 10} else 0


def _read_weekday(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    match = _WEEKDAYS.match(tokens.shape, at)
    assert match is not None
    for point, end in _read_core(tokens, match.end(), seen):
        yield replace(point, weekday=tokens.values[at]), end


def _read_around(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    match = _AROUND.match(tokens.shape, at)
    assert match is not None
    points = list(_read_core(tokens, match.end(), seen))
    if tokens.shape[match.end() : match.end() + 1] == "I":
        points.reverse()  # "circa 1905-10": years, since nobody gives a month in figures and then calls it rough
    for point, end in points:
        yield replace(point, qualifier="~"), end


def _read_part(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    match = _PART.match(tokens.shape, at)
    if match is None:
        return
    for point, end in _read_core(tokens, match.end(), seen):
        if not point.day and point.numeric is None and point.until is None:
            part = tokens.values[match.start("p")]
            yield replace(point, part=part, part_end=tokens.values[match.start("q")] if match["q"] else part), end


def _read_article(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    """Read "the": before a decade, an ordinal day, a part or a quarter it belongs to the date, before a year it does not."""
    following = tokens.shape[at + 1 : at + 2]
    if following and following in "jprDvk":
        yield from _read_core(tokens, at + 1, seen)


def _read_hour(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    """Read "Night of 12-13 June": the part of the day is no part of the date."""
    match = re.compile(r"v[oe]l?").match(tokens.shape, at)
    if match is not None:
        yield from _read_core(tokens, match.end(), seen)


def _read_week_of(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    """Read "Week of May 5, 1990": seven days from the one that is named."""
    if tokens.shape[at + 1 : at + 2] != "o":
        return
    for point, end in _read_core(tokens, at + 2, seen):
        if point.day and point.month and point.year and point.until is None:
            last = _week_later(point)
            if last is not None:
                yield replace(point, until=last), end


def _week_later(point: Point) -> Point | None:
    try:
        last = date(point.year, point.month, point.day) + timedelta(days=6)
    except (ValueError, OverflowError):
        return None
    return Point(last.year, last.month, last.day)


def _read_iso(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    year, month, day = tokens.values[at]
    yield Point(year, month, day), at + 1


def _read_numeric(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    numeric = tokens.values[at]
    if numeric.short and numeric.one > 31 and numeric.mark == "-":  # 94-03-23
        yield Point(numeric.one, numeric.two, numeric.year, short=True), at + 1
    elif numeric.one <= 31 and numeric.two <= 31:
        yield Point(numeric=numeric), at + 1


def _read_year_and_number(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    """Read "2014-03" as a month, "2001-21" as a season, "1992-93" and "1998/99" as two years.

    A number that is just one more than the year's own last two digits, and no month, is the next year: "2022-23".
    """
    year, number, mark = tokens.values[at]
    following = number == (year + 1) % 100
    if mark != "/" and (1 <= number <= 12 or (21 <= number <= WINTER and not following)):
        yield Point(year, number), at + 1
    last = year - year % 100 + number + (100 if number == 0 and year % 100 == 99 else 0)
    yield Point(year, until=Point(last)), at + 1


def _read_winter(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    """Read "Winter 1992-93" and "Winter 1992-1993": one winter, counted by the year in which it begins."""
    match = re.compile(r"s,?o?(?:(?P<I>I)|(?P<y>y)[-/](?P<z>[yn]))").match(tokens.shape, at)
    if match is None or tokens.values[at] != WINTER:
        return
    if match["I"]:
        year, last, _ = tokens.values[match.start("I")]
    else:
        year, last = tokens.values[match.start("y")], tokens.values[match.start("z")]
    if last % 100 == (year + 1) % 100:
        yield Point(year, WINTER), match.end()


def _read_decade(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    match = _DECADE.match(tokens.shape, at)
    if match is not None:
        decade, short = tokens.values[match.start("D")]
        yield Point(decade, unspecified=1, short=short and not match["era"]), match.end()


def _read_open(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    text = tokens.values[at]
    yield Point(int(text.replace("X", "0")), unspecified=text.count("X")), at + 1


def _read_iso_week(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
    year, week, day = tokens.values[at]
    try:
        first = date.fromisocalendar(year, week, day or 1)
    except ValueError:
        return
    point = Point(first.year, first.month, first.day)
    yield point if day else replace(point, until=_week_later(point)), at + 1


def _read_span(tokens: Tokens, at: int) -> Iterator[tuple[Point, int]]:
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


_PREFIXES = {
    "w": _read_weekday,
    "a": _read_around,
    "~": _read_around,
    "p": _read_part,
    "l": _read_article,
    "v": _read_hour,
    "k": _read_week_of,
}
_SINGLE = {
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
