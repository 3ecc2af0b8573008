"""A record of a table or JSON file -> an entry, with what a human coded kept as coded.

    date | start, end | year, month, day     text (or event, description ...)     note
    actors     places     topics     activities

Several values in a cell are divided by ";". What `sinorus events --json` and `--csv` print is read back as it was; by
its `id` and `source` a record names the event that it was printed from.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sinorus.dates.extents import UnreadableDateError
from sinorus.dates.parsing import parse_date
from sinorus.dates.resolving import Known
from sinorus.model import Correction, Entry, Rejection
from sinorus.reading.given import read_given, unguard
from sinorus.reading.unusable import UnusableRecordError
from sinorus.span import DateSpan

_EXCERPT = 80
_FIELDS = {
    "id": "id",
    "date": "date dates when eventdate displaydate",
    "start": "start startdate begin begindate from",
    "end": "end enddate until to",
    "year": "year startyear",
    "month": "month startmonth",
    "day": "day startday",
    "end_year": "endyear",
    "end_month": "endmonth",
    "end_day": "endday",
    "edtf": "edtf",
    "precision": "precision",
    "date_text": "datetext",
    "text": "text event events description entry summary details content body what whathappened narrative",
    "headline": "headline title name",
    "note": "note notes remark remarks comment",
    "actors": "actors actor participants persons people who",
    "mentioned": "mentioned mentionedactors",
    "places": "places place location locations where city",
    "topics": "topics topic themes theme",
    "activities": "activities activity actions action",
    "source": "source",
    "line": "line",
}
_FIELD_OF = {word: field for field, words in _FIELDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Record:
    """One row or object: its fields by name, and the line on which it begins."""

    line: int
    fields: Mapping[str, Any]


def field_of(name: str) -> str | None:
    """Return the field that a column or key is, or None when it is not known."""
    return _FIELD_OF.get(re.sub(r"[\W_]+", "", name).lower())


def read_record(record: Record, known: Known) -> Entry | Rejection | None:
    """Return the entry of a record, the reason why it has none, or nothing for an empty row."""
    fields = record.fields
    text = _text(fields)
    if not text and not any(_cell(fields, name) for name in ("date", "start", "year", "note")):
        return None
    try:
        span, date_text = _date(fields, known)
        if not text:
            raise UnusableRecordError("there is no text", "Fill in the text, or leave the row out.")
        given = read_given(fields)
    except (UnreadableDateError, UnusableRecordError) as problem:
        excerpt = _cell(fields, "date") or _cell(fields, "start") or _cell(fields, "year") or text
        return Rejection(record.line, 1, excerpt[:_EXCERPT], problem.reason, problem.remedy)
    printed = _cell(fields, "date_text") or date_text
    return Entry(
        span,
        printed,
        text,
        _line(record),
        1,
        _cell(fields, "note") or None,
        given,
        record.line,
        find_correction(record),
    )


def find_correction(record: Record) -> Correction | None:
    """Return which event a record names, as sinorus prints it: by its id and its source."""
    fields = record.fields
    number = _cell(fields, "id")
    if not _is_number(number) or not _cell(fields, "source"):
        return None
    return Correction(int(number), frozenset(name for name, value in fields.items() if value is not None))


def _line(record: Record) -> int:
    """Return the line on which an entry stands: in the document that it is from, where the record tells that."""
    stated = _cell(record.fields, "line")
    return int(stated) if record.fields.get("source") and _is_number(stated) and int(stated) > 0 else record.line


def _cell(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None or isinstance(value, (dict, list)):
        return ""
    return unguard(str(value))


def _is_number(cell: str) -> bool:
    """Tell whether a cell is a number of a length that a year, a month or a line can have; "²" is none."""
    return cell.isdecimal() and len(cell) < 10


def _text(fields: Mapping[str, Any]) -> str:
    headline, text = _cell(fields, "headline"), _cell(fields, "text")
    if not headline or not text or text.startswith(headline):
        return text or headline
    return f"{headline.rstrip('.:')}: {text}"


def _date(fields: Mapping[str, Any], known: Known) -> tuple[DateSpan, str]:
    """Return a record's span, and the date as it is printed there.

    Raises: UnusableRecordError when it has none, UnreadableDateError when it has one that cannot be.
    """
    printed = _cell(fields, "date")
    start, end = _cell(fields, "start"), _cell(fields, "end")
    year = _cell(fields, "year")
    if _cell(fields, "edtf"):
        return _from_edtf(_cell(fields, "edtf")), printed or _cell(fields, "edtf")
    if printed:
        if _is_number(year):
            known = Known(int(year), 0, known.order, int(year))
        return _check(printed, start, end, known), printed
    if start:
        span = parse_date(start, known)
        return (_join(span, parse_date(end, known)), f"{start}/{end}") if end and end != start else (span, start)
    if year:
        return _from_parts(fields, known)
    raise UnusableRecordError("there is no date", "Fill in the date, or leave the row out.")


def _from_edtf(text: str) -> DateSpan:
    try:
        return DateSpan.from_edtf(text)
    except ValueError:
        raise UnreadableDateError(f"{text[:40]} is no EDTF date", "Correct it, or leave that column empty.") from None


def _check(printed: str, start: str, end: str, known: Known) -> DateSpan:
    """Return the span of a date; where its start stands beside it, that decides between two readings ("2022-23")."""
    if not start:
        return parse_date(printed, known)
    try:
        span = DateSpan.from_edtf(printed)
        if span.start.isoformat() == start and (not end or str(span.end) == end):
            return span
    except ValueError:
        pass
    span = parse_date(printed, known)
    if span.start != parse_date(start, known).start:
        raise UnreadableDateError(
            f"the date {printed[:40]} and the start {start[:20]} differ", "Correct one, or leave one empty."
        )
    return span


def _join(first: DateSpan, last: DateSpan) -> DateSpan:
    opening, closing = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    try:
        if first.precision == last.precision == "day":
            return DateSpan.range(first.start, last.start)
        return DateSpan.from_edtf(f"{opening}/{closing}")
    except ValueError:
        raise UnreadableDateError(
            "the range runs backwards", "Swap its ends, or correct the one that is wrong."
        ) from None


def _from_parts(fields: Mapping[str, Any], known: Known) -> tuple[DateSpan, str]:
    parts = [_cell(fields, name) for name in ("year", "month", "day")]
    last = [_cell(fields, f"end_{name}") for name in ("year", "month", "day")]
    span = _of_parts(parts, known)
    printed = "-".join(part for part in parts if part)
    if not any(last):
        return span, printed
    filled = [own or first for own, first in zip(last, parts, strict=True)]
    return _join(span, _of_parts(filled, known)), f"{printed}/{'-'.join(part for part in filled if part)}"


def _of_parts(parts: list[str], known: Known) -> DateSpan:
    year, month, day = parts
    if _is_number(month):
        month = date(2000, int(month), 1).strftime("%B") if 1 <= int(month) <= 12 else f"month {month}"
    if day and not month:
        raise UnreadableDateError("there is a day but no month", "Fill in the month.")
    return parse_date(f"{day} {month} {year}".strip() if month else year, known)
