"""Dates told inside an entry ("on Jan. 15", "in November 2022", "the following day") -> spans with their words.

A date without a year takes the entry's own, unless the year before or after is nearer. "The following day" and "two
days later" count from the last day that the text named, else from the entry's date; "yesterday", "ago", "last year"
from the entry's. Texts without figures and without the words of dates cost a few substring searches and no pattern.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sinorus.coding.dates_relative import find_relative, may_be_relative
from sinorus.dates.expressions import Expression
from sinorus.dates.extents import UnreadableDateError
from sinorus.dates.prose import MONTHS, Found, find_expressions
from sinorus.dates.resolving import Known, resolve_expression
from sinorus.edtf import days_in_month
from sinorus.model import DateMention
from sinorus.span import DateSpan

_YEAR_OR_FIGURES = re.compile(r"\d{4}|\d[./]\d|\d0s\b")
_HALF_A_YEAR = 183
_ON = re.compile(r"\bon (?:the (?:evening|morning|night|afternoon) of )?$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|during) $", re.IGNORECASE)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|through|by|from|during|this|early|late|mid|of|for|before|after)[ -]$", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|planned?|plans|upcoming|due|next|to be|is to|are to|until|invit\w+)\b[^.]{0,60}$"
)
_BEHIND = re.compile(r"\b(?:last|since|ago|previous)\b[^.]{0,20}$")
_NO_YEAR_BEFORE = re.compile(
    r"(?:[$€£¥#]|\b(?:No\.?|Nos\.?|Resolution|UNSCR|Article|Law|Flight|number)) ?$", re.IGNORECASE
)
_COUNT_BEFORE = re.compile(r"\b(?:about|some|over|nearly|than|least|killing|wounding|total(?:ing)?) ?$", re.IGNORECASE)
_UNITS = (
    r"% percent per\ cent km kg MW GW meters? metres? kilom miles? tons?\b tonnes? barrels troops soldiers people men\b"
    r" women cases deaths victims participants delegates companies students million billion years\b hectares ° yuan"
    r" rou?bles dollars"
)
_UNIT_AFTER = re.compile(r" ?(?:" + "|".join(re.split(r"(?<!\\) ", _UNITS)) + ")", re.IGNORECASE)
_EARLIEST, _LATEST = 1600, 2100


def find_dates(text: str, reference: DateSpan) -> list[DateMention]:
    """Find the further dates that an entry's text tells; `reference` is the entry's own.

    Shape: sorted by start, not overlapping; a mention that only repeats the entry's own date is left out.
    Units: character offsets, half-open, into `text`.
    """
    mentions = list(_find_absolute(text, reference)) if _may_name(text) else []
    if may_be_relative(text):
        mentions += list(find_relative(text, reference, mentions))
    return sorted((m for m in mentions if m.span != reference), key=lambda mention: mention.start)


def _may_name(text: str) -> bool:
    return any(month in text for month in MONTHS) or _YEAR_OR_FIGURES.search(text) is not None


def _find_absolute(text: str, reference: DateSpan) -> Iterator[DateMention]:
    for found in find_expressions(text):
        if not _is_told(found, text):
            continue
        try:
            span = _resolve(found, text, reference)
        except UnreadableDateError:
            continue
        start = _with_preposition(found, text)
        yield DateMention(span, text[start : found.end], start, found.end)


def _is_told(found: Found, text: str) -> bool:
    """Tell a date from a number or a name that looks like one."""
    expression = found.expression
    if expression.kind == "year":
        first = expression.first
        if first.unspecified or expression.last is not None or first.until is not None or expression.open_ended:
            return True
        before = text[max(0, found.start - 24) : found.start]
        if _UNIT_AFTER.match(text, found.end) is not None or _NO_YEAR_BEFORE.search(before) is not None:
            return False
        return _COUNT_BEFORE.search(before) is None or text[found.end : found.end + 1] in {".", ",", ")"}
    if expression.kind == "month" and not expression.has_year:
        return (
            _BEFORE_MONTH.search(text[max(0, found.start - 12) : found.start]) is not None
            or expression.first.part is not None
        )
    return True


def _with_preposition(found: Found, text: str) -> int:
    pattern = _ON if found.expression.kind == "day" else _IN
    before = pattern.search(text[max(0, found.start - 32) : found.start])
    return found.start if before is None else found.start - (before.end() - before.start())


def _resolve(found: Found, text: str, reference: DateSpan) -> DateSpan:
    """Return the days of an expression, in the year that is nearest where it gives none.

    Raises: UnreadableDateError when there is no such date.
    """
    expression = found.expression
    if expression.open_ended:  # "since 1979" tells when something began; all the years since then are no date
        expression = replace(expression, open_ended=False)
    near = Known(near=reference.start.year)
    if expression.has_year:
        return resolve_expression(expression, near)
    year = _nearest_year(expression, text[max(0, found.start - 70) : found.start], reference.start)
    return resolve_expression(expression, Known(year, 0, None, year))


def _nearest_year(expression: Expression, before: str, reference: date) -> int:
    point = expression.first if expression.first.month or expression.last is None else expression.last
    month = 3 * (point.month - 20) if point.month > 12 else point.month
    if not 1 <= month <= 12:
        return reference.year
    day = min(max(expression.first.day or point.day, 1), days_in_month(reference.year, month))
    ahead = (date(reference.year, month, day) - reference).days
    if expression.kind == "month":
        ahead = 31 * (month - reference.month)
    if _BEHIND.search(before) is not None:
        return reference.year - 1 if ahead >= 0 else reference.year
    if _AHEAD.search(before) is not None:
        return reference.year + 1 if ahead < -_HALF_A_YEAR // 2 else reference.year
    if abs(ahead) <= _HALF_A_YEAR:
        return reference.year
    return reference.year + (1 if ahead < 0 else -1)
