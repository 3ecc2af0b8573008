"""The points of the date grammar: patterns over token kinds, each with the fields that it fills.

    mn,y   "Jan. 5, 2000"    nmy   "5 Jan 2000"     y,mn   "2000, Jan. 5"     my    "January 2000"
    soy    "spring of 2000"  pmy   "early March 2003"      ay    "circa 1905"

A pattern names its groups by the field that they fill:

    y year   e, f year as it stands (AD 64)   t year of two digits   h the same, too high for a day
    g two digits, or as it stands   u, v year of two calendars (1731/32)   x slip of the pen in a year
    m, k month   s season   d day   a, b two numbers in open order, z their year

`read_points` gives every point that can begin at a token, the longest first; the caller takes the first that fits.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sinorus.dates.expressions import Point
from sinorus.dates.figures import Numeric
from sinorus.dates.stretches import YEAR, read_stretches, week_from
from sinorus.dates.tokens import Tokens

_M, _D = "(?P<m>[mu])", "(?P<d>[nj])"
# A weekday or a mark between a day and its year: "March 5 (Tue), 2019", "May 5, Sunday, 1990".
_GAP = r"(?:\(w\)|,?w|\[[nj]\])?[,.;]{0,2}"
_SOURCES = {
    "mu": (
        rf"{_M}{_D},?(?P<u>I)",
        rf"{_M}{_D},?(?P<v>y)/n",
        rf"{_M}[,l]?{_D}(?:-(?=,))?{_GAP}o?{YEAR}",
        rf"{_M}{_D}\((?P<y>y)\)",
        rf"{_M}{_D},?(?P<h>n)",
        rf"{_M}{_D},?(?P<x>[34])(?=:|-(?![ny]))",
        rf"{_M}[-/]{_D}[-/](?P<t>n)",
        rf"{_M}[-/]?{_D}[-/](?P<y>y)",
        rf"{_M}l?{_D}(?:\(w\))?",
        rf"{_M}[,.]?o?{YEAR}",
        rf"{_M}[-/](?P<y>y)",
        rf"{_M}\((?P<y>y)\)",
        rf"{_M},{_D}(?=(?:-n)?:)",
        r"(?P<m>m)",
    ),
    "nj": (
        rf"{_D}{_M},?(?P<u>I)",
        rf"{_D}{_M},?(?P<v>y)/n",
        r"(?P<e>n)(?=B)",
        rf"{_D}[.,]?o?{_M}{_GAP}o?{YEAR}",
        rf"{_D}[.]?o?{_M}\((?P<y>y)\)",
        rf"{_D}[-/.]{_M}[-/.](?P<y>y)",
        rf"{_D}[-/.]{_M}[-/.](?P<t>n)",
        rf"{_D}{_M},?(?P<x>[34])(?=:|-(?![ny]))",
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
        rf"{YEAR}[-,:|.]?{_M}[-,.]?{_D}(?:\(w\))?(?![,.]?[yI])",
        rf"{YEAR}[,:|.]?{_D}[.]?o?{_M}(?![,.]?[yI])",
        rf"{YEAR}[(\[]{_M}{_D}[)\]]",
        rf"{YEAR}[-,]?{_M}",
        rf"{YEAR}\({_M}\)",
        rf"{YEAR},?(?P<s>s)",
        YEAR,
    ),
    "s": (rf"(?P<s>s),?o?{YEAR}", r"(?P<s>s)"),
}
_FIELDS = {"m": "month", "k": "month", "s": "month", "d": "day"} | dict.fromkeys("yefgthuvx", "year")
_PATTERNS = {
    kind: tuple((re.compile(source), tuple(re.compile(source).groupindex.items())) for source in sources)
    for kinds, sources in _SOURCES.items()
    for kind in kinds
}
_WEEKDAYS = re.compile(r"w(?:[-t&/]w)?[,.)]?")
_AROUND = re.compile(r"a[.]?&?a?-?o?l?|~")
_PART = re.compile(r"l?(?P<p>p)(?:-?t-?(?P<q>p))?(?:-|o|l)*")
_HOUR = re.compile(r"v[oe]l?")
_SUFFIXES = frozenset("(?~%,a")
_SUFFIX = re.compile(r"\(?(?P<mark>[?~%])\)?|\(a\)|,?a(?=[:;,-]|$)")


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
    yield from read_stretches(tokens, at)
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
        elif name == "x":
            point.short = True
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
    """Read "the", which belongs to a decade, an ordinal, a part or a quarter, but not to a year."""
    following = tokens.shape[at + 1 : at + 2]
    if following and following in "jprDvk":
        yield from _read_core(tokens, at + 1, seen)


def _read_hour(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    """Read "Night of 12-13 June": the part of the day is no part of the date."""
    match = _HOUR.match(tokens.shape, at)
    if match is not None:
        yield from _read_core(tokens, match.end(), seen)


def _read_week_of(tokens: Tokens, at: int, seen: str) -> Iterator[tuple[Point, int]]:
    """Read "Week of May 5, 1990": seven days from the one that is named."""
    if tokens.shape[at + 1 : at + 2] != "o":
        return
    for point, end in _read_core(tokens, at + 2, seen):
        if point.day and point.month and point.until is None:
            last = week_from(point)
            if last is not None:
                yield replace(point, until=last), end


_PREFIXES = {
    "w": _read_weekday,
    "a": _read_around,
    "~": _read_around,
    "p": _read_part,
    "l": _read_article,
    "v": _read_hour,
    "k": _read_week_of,
}
