"""Date tokens -> date expressions: a point, a range, a list, or a point that is open towards the present.

    date   = opener point { joint point } | opener point open
    joint  = dash | to | through | "/" | and | "," before a further day | "(" the same day in the other calendar ")"
    opener = on | from | between | since | nothing

`read_expressions` gives every reading that begins at a token, the longest first: which one is meant depends on what
follows ("February 3 - 12 states sign" is a day and a sentence, not ten days), and that the caller knows.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sinorus.dates.expressions import Expression, Joint, Point
from sinorus.dates.points import read_points
from sinorus.dates.tokens import Tokens
from sinorus.edtf import days_in_month

_OPENING = frozenset("lefbzo")
_NO_JOINT = frozenset(("", ":", "|"))
_OPENER = re.compile(r"l?e(?:&(?=a))?l?|[fbz]l?|o(?:&(?=a))?l?")
_OPEN = re.compile(r"(?:[-t]|t?-)l?x|t?x|o?g|eg|\+|-(?=:)|/\.\.")
_JOINT = re.compile(r"-t-|[-~t/&]|\.[-/t]")
# A comma joins only a further day that a year or another joint still follows: "Jan. 5, 9 and 12".
_COMMA = re.compile(
    r"[,;]&|;(?=[mu][nj]|[nj][mu])|,(?=[nj](?:,[nj])*(?:,?&|,y|:(?!n))|(?:[mu][nj]|[nj][mu])(?:,?[nj])*,?(?:&|y))"
)
_OTHER_CALENDAR = re.compile(r"[(\[](?P<style>O)?")
_MONTH_FIRST_RANGE = re.compile(r"n/n[-t]n/(?P<year>[yn])")
_CLOSING = re.compile(r"(?:,?(?P<style>O))?(?P<bracket>[)\]])(?:,?(?P<year>y))?")
_STYLE = re.compile(r",?[(\[]?O[)\]]?")
_JULIAN_GAPS = range(10, 14)
_LONGEST_LIST = 8


def read_expressions(tokens: Tokens, at: int = 0) -> Iterator[Expression]:
    """Yield every date expression that begins at a token, the longest reading of each first point first."""
    shape = tokens.shape
    opener = _OPENER.match(shape, at) if shape[at : at + 1] in _OPENING else None
    word = opener.group().strip("l&")[:1] if opener is not None else ""
    start = opener.end() if opener is not None else at
    if shape[start : start + 1] == "n":
        yield from _read_month_first_range(tokens, start)
    article = opener is not None and opener.group()[-1] == "l"
    for first, end in read_points(tokens, start):
        if article and first.kind == "year" and not first.unspecified and first.part is None:
            continue  # "since the 2003 attack"
        if "&a" in (opener.group() if opener is not None else ""):
            first.qualifier = "~"
        yield from _read_on(tokens, first, end, word)


def _read_month_first_range(tokens: Tokens, at: int) -> Iterator[Expression]:
    """Read "06/12-14/1999", whose one month must come first."""
    match = _MONTH_FIRST_RANGE.match(tokens.shape, at)
    if match is not None:
        month, first, last, year = (tokens.values[at + step] for step in (0, 2, 4, 6))
        short = match["year"] == "n"
        yield _expression(tokens, Point(year, month, first, short), Point(year, month, last, short), "-", match.end())


def _read_on(tokens: Tokens, first: Point, end: int, opener: str) -> Iterator[Expression]:
    """Yield what a first point can go on to: the present, another calendar, further points, or nothing."""
    if not opener and tokens.shape[end : end + 1] in _NO_JOINT:
        yield _expression(tokens, first, None, "", end)
        return
    open_end = _OPEN.match(tokens.shape, end)
    lost = open_end is not None and open_end.group() == "-" and first.kind == "day"  # "May 12, 2024-:" lacks its end
    if open_end is not None and first.has_year and not lost:
        yield _expression(tokens, first, None, "-", open_end.end(), open_ended=True)
    yield from _read_other_calendar(tokens, first, end)
    if first.until is None or first.kind == "month":
        yield from _read_further(tokens, first, first, end, 1)
    if opener and opener in "zf" and first.has_year:
        yield _expression(tokens, first, None, "-", end, open_ended=True)
    if opener not in {"z", "f", "b"}:
        style = _STYLE.match(tokens.shape, end)
        if style is not None:
            yield _expression(tokens, first, None, "", style.end())
        yield _expression(tokens, first, None, "", end)


def _read_further(tokens: Tokens, first: Point, before: Point, end: int, count: int) -> Iterator[Expression]:
    """Yield ranges and lists: `before` is the point just read, from which the next takes its month."""
    joint = _JOINT.match(tokens.shape, end) or _COMMA.match(tokens.shape, end)
    if joint is None or count > _LONGEST_LIST:
        return
    sign: Joint = "/" if joint.group().endswith("/") else "&" if joint.group()[0] in "&,;" else "-"
    for last, after in _read_last(tokens, before, joint.end()):
        if joint.group()[0] == "," and before.has_year and not last.has_year:
            continue  # "2001, 8:46 a.m."
        if sign == "-" and before is not first and not (before.day and last.day):
            continue
        yield from _read_further(tokens, first, last, after, count + 1)
        yield _expression(tokens, first, last, sign, after)


def _read_last(tokens: Tokens, before: Point, at: int) -> Iterator[tuple[Point, int]]:
    """Yield what a point after a joint can be; a bare number is a further day, or a year after a year."""
    shape = tokens.shape
    if before.kind == "year" and before.year >= 100 and not before.unspecified and shape[at : at + 1] == "n":
        if tokens.ends[at] - tokens.starts[at] == 2:
            yield Point(before.year - before.year % 100 + tokens.values[at], qualifier=before.qualifier), at + 1
        return
    if before.day and before.month and shape[at : at + 1] in {"n", "j"}:
        with_year = re.compile(r"[nj](?:\(w\))?,?(?P<y>[yY])").match(shape, at)
        if with_year is not None:
            year = tokens.values[with_year.start("y")]
            yield Point(year, before.month, tokens.values[at], short=year < 100), with_year.end()
    for point, end in read_points(tokens, at):
        if point.kind == "day" and not point.month and point.numeric is None:
            if not before.day:
                continue
            point = replace(point, month=before.month)
        if before.kind == point.kind or (before.has_year and point.has_year) or "year" not in {before.kind, point.kind}:
            yield point, end


def _read_other_calendar(tokens: Tokens, first: Point, end: int) -> Iterator[Expression]:
    """Read "25 October (7 November) 1917": two names of one day, of which the Gregorian is taken."""
    opening = _OTHER_CALENDAR.match(tokens.shape, end)
    if opening is None or not (first.day and first.month):
        return
    for other, after in read_points(tokens, opening.end()):
        closing = _CLOSING.match(tokens.shape, after)
        if closing is None or not (other.day and other.month):
            continue
        own_year = closing["year"] and not first.has_year
        stop = closing.end() if own_year else closing.end("bracket")
        known = tokens.values[closing.start("year")] if own_year else first.year or other.year
        style = next((tokens.values[m.start("style")] for m in (opening, closing) if m["style"]), None)
        chosen = _gregorian(first, other, style)
        if chosen is not None:
            chosen = replace(chosen, year=chosen.year or known)
            yield _expression(tokens, chosen, None, "(", stop)


def _gregorian(first: Point, other: Point, style: str | None) -> Point | None:
    if style is not None:
        return first if style == "o" else other
    gap = _day_of_year(other) - _day_of_year(first)
    return other if gap % 365 in _JULIAN_GAPS else first if -gap % 365 in _JULIAN_GAPS else None


def _day_of_year(point: Point) -> int:
    return sum(days_in_month(1999, month) for month in range(1, min(point.month, 12))) + point.day


def _expression(
    tokens: Tokens, first: Point, last: Point | None, joint: Joint, token: int, open_ended: bool = False
) -> Expression:
    return Expression(first, last, joint, open_ended, tokens.ends[token - 1])
