"""Spans: both ends inclusive, their EDTF says all, and their label can be read back."""

from datetime import date

import pytest
from hypothesis import given, settings

from sinorus.dates import parse_date
from sinorus.span import DateSpan
from tests.spans import SPANS

EDTF = {
    "day": ("2024-04-08", "2024-04-08", "2024-04-08", "day", "April 8, 2024"),
    "days in a month": ("2024-04-08/2024-04-09", "2024-04-08", "2024-04-09", "range", "April 8-9, 2024"),
    "days over two months": ("2024-03-28/2024-04-02", "2024-03-28", "2024-04-02", "range", "March 28-April 2, 2024"),
    "days over New Year": (
        "1999-12-29/2000-01-04",
        "1999-12-29",
        "2000-01-04",
        "range",
        "December 29, 1999-January 4, 2000",
    ),
    "month": ("2024-02", "2024-02-01", "2024-02-29", "month", "February 2024"),
    "months": ("1952-06/1952-09", "1952-06-01", "1952-09-30", "range", "June-September 1952"),
    "year": ("1900", "1900-01-01", "1900-12-31", "year", "1900"),
    "years": ("1992/1993", "1992-01-01", "1993-12-31", "range", "1992-1993"),
    "early year": ("0064-07-18", "0064-07-18", "0064-07-18", "day", "July 18, AD 64"),
    "decade": ("199X", "1990-01-01", "1999-12-31", "decade", "1990s"),
    "century": ("17XX", "1700-01-01", "1799-12-31", "range", "18th century"),
    "spring": ("2001-21", "2001-03-01", "2001-05-31", "season", "Spring 2001"),
    "winter": ("1999-24", "1999-12-01", "2000-02-29", "season", "Winter 1999-00"),
    "circa": ("1905~", "1905-01-01", "1905-12-31", "approximate", "circa 1905"),
    "doubtful day": ("1971-06-12?", "1971-06-12", "1971-06-12", "approximate", "June 12, 1971?"),
    "early month": ("2003-03-01~/2003-03-10~", "2003-03-01", "2003-03-10", "approximate", "early March 2003"),
    "mid year": ("2005-05~/2005-08~", "2005-05-01", "2005-08-31", "approximate", "mid-2005"),
    "late decade": ("1987~/1989~", "1987-01-01", "1989-12-31", "approximate", "late 1980s"),
    "open": ("2000/..", "2000-01-01", None, "range", "2000 to present"),
    "month to day": ("1999-03/2000-04-05", "1999-03-01", "2000-04-05", "range", "March 1999 to April 5, 2000"),
}


@pytest.mark.parametrize(("edtf", "start", "end", "precision", "label"), EDTF.values(), ids=EDTF)
def test_edtf_gives_days_precision_and_label(
    edtf: str, start: str, end: str | None, precision: str, label: str
) -> None:
    span = DateSpan.from_edtf(edtf)
    assert (span.start.isoformat(), span.end and span.end.isoformat()) == (start, end)
    assert (span.precision, span.edtf, span.label()) == (precision, edtf, label)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-13",
        "2024-02-30",
        "2024-00",
        "2024-4-8",
        "2024-04-09/2024-04-08",
        "../1985",
        "0000",
        "199X-05",
        "20-04",
    ],
)
def test_edtf_that_is_none_or_runs_backwards_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        DateSpan.from_edtf(text)


def test_range_of_one_day_is_that_day() -> None:
    day = date(2024, 4, 8)
    assert DateSpan.range(day, day) == DateSpan.day(day)


def test_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        DateSpan.range(date(2024, 4, 9), date(2024, 4, 8))


@pytest.mark.parametrize(
    ("start", "end", "shared"),
    [
        (date(2024, 4, 9), date(2024, 4, 12), True),
        (date(2024, 4, 10), None, False),
        (None, date(2024, 4, 8), True),
        (None, date(2024, 4, 7), False),
        (None, None, True),
    ],
    ids=["last day", "day after", "first day", "day before", "open on both sides"],
)
def test_overlaps_counts_both_ends(start: date | None, end: date | None, shared: bool) -> None:
    assert DateSpan.from_edtf("2024-04-08/2024-04-09").overlaps(start, end) is shared


def test_open_span_overlaps_everything_after_its_start() -> None:
    span = DateSpan.from_edtf("2000/..")
    assert span.overlaps(date(2400, 1, 1), None)
    assert not span.overlaps(None, date(1999, 12, 31))


@given(SPANS)
@settings(max_examples=400)
def test_edtf_is_read_back_to_the_same_span(span: DateSpan) -> None:
    assert DateSpan.from_edtf(span.edtf) == span


@given(SPANS)
@settings(max_examples=400)
def test_label_is_read_back_to_the_same_span(span: DateSpan) -> None:
    assert parse_date(span.label()) == span
