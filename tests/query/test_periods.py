"""Every accepted form of a period, and what is said of the others."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinorus.errors import UsageError
from sinorus.query.periods import Period, parse_period, parse_since, parse_until
from sinorus.span import DateSpan
from tests.spans import SPANS

TODAY = date(2024, 5, 15)  # a Wednesday

FORMS = {
    "2024": ("2024-01-01", "2024-12-31"),
    "2020s": ("2020-01-01", "2029-12-31"),
    "2024-03": ("2024-03-01", "2024-03-31"),
    "2024-3": ("2024-03-01", "2024-03-31"),
    "2024-03-05": ("2024-03-05", "2024-03-05"),
    "2024/3/5": ("2024-03-05", "2024-03-05"),
    "20240305": ("2024-03-05", "2024-03-05"),
    "2024Q2": ("2024-04-01", "2024-06-30"),
    "2024-Q2": ("2024-04-01", "2024-06-30"),
    "q4 2024": ("2024-10-01", "2024-12-31"),
    "2024H2": ("2024-07-01", "2024-12-31"),
    "2024-W01": ("2024-01-01", "2024-01-07"),
    "2020W53": ("2020-12-28", "2021-01-03"),
    "summer 2019": ("2019-06-01", "2019-08-31"),
    "Winter of 2019": ("2019-12-01", "2020-02-29"),
    "2019 fall": ("2019-09-01", "2019-11-30"),
    "2019-22": ("2019-06-01", "2019-08-31"),
    "2019-22~": ("2019-06-01", "2019-08-31"),
    "199X": ("1990-01-01", "1999-12-31"),
    "1905~": ("1905-01-01", "1905-12-31"),
    "2003-03-01~/2003-03-10~": ("2003-03-01", "2003-03-10"),
    "2024-04-08/2024-04-09": ("2024-04-08", "2024-04-09"),
    "2024-04-08/09": ("2024-04-08", "2024-04-09"),
    "2024-02-28/03-02": ("2024-02-28", "2024-03-02"),
    "1992/1993": ("1992-01-01", "1993-12-31"),
    "2019-21/2019-23": ("2019-03-01", "2019-11-30"),
    "2024/03": ("2024-03-01", "2024-03-31"),
    "2023..summer 2024": ("2023-01-01", "2024-08-31"),
    "March 2024": ("2024-03-01", "2024-03-31"),
    "march 2024": ("2024-03-01", "2024-03-31"),
    "Mar. 2024": ("2024-03-01", "2024-03-31"),
    "Sept 2023": ("2023-09-01", "2023-09-30"),
    "2024 February": ("2024-02-01", "2024-02-29"),
    "March 5, 2024": ("2024-03-05", "2024-03-05"),
    "5th March 2024": ("2024-03-05", "2024-03-05"),
    "March": ("2024-03-01", "2024-03-31"),
    "May": ("2024-05-01", "2024-05-31"),
    "June": ("2023-06-01", "2023-06-30"),
    "May 15": ("2024-05-15", "2024-05-15"),
    "May 16": ("2023-05-16", "2023-05-16"),
    "today": ("2024-05-15", "2024-05-15"),
    "Yesterday": ("2024-05-14", "2024-05-14"),
    "tomorrow": ("2024-05-16", "2024-05-16"),
    "this week": ("2024-05-13", "2024-05-19"),
    "last week": ("2024-05-06", "2024-05-12"),
    "last month": ("2024-04-01", "2024-04-30"),
    "next month": ("2024-06-01", "2024-06-30"),
    "last quarter": ("2024-01-01", "2024-03-31"),
    "last year": ("2023-01-01", "2023-12-31"),
    "previous year": ("2023-01-01", "2023-12-31"),
    "last 3 months": ("2024-02-15", "2024-05-15"),
    "2 weeks ago": ("2024-05-01", "2024-05-01"),
    "-3m": ("2024-02-15", "2024-05-15"),
    "-2w": ("2024-05-01", "2024-05-15"),
    "−10d": ("2024-05-05", "2024-05-15"),
    "-1q": ("2024-02-15", "2024-05-15"),
    "+1y": ("2024-05-15", "2025-05-15"),
    "5.3.2024": ("2024-03-05", "2024-03-05"),
    "05. 03. 2024": ("2024-03-05", "2024-03-05"),
    "5.3.2024..7.3.2024": ("2024-03-05", "2024-03-07"),
    "2024-01..2024-03": ("2024-01-01", "2024-03-31"),
    "2024-01 .. 2024-03": ("2024-01-01", "2024-03-31"),
    "2024-01…2024-03": ("2024-01-01", "2024-03-31"),
    "2023 to 2024": ("2023-01-01", "2024-12-31"),
    "2023-11 - 2024-02": ("2023-11-01", "2024-02-29"),
    "January to March 2023": ("2023-01-01", "2023-03-31"),
    "November..February": ("2023-11-01", "2024-02-29"),
    "last month..today": ("2024-04-01", "2024-05-15"),
    "-3m..-1m": ("2024-02-15", "2024-04-15"),
    "2024-02..": ("2024-02-01", None),
    "2000/..": ("2000-01-01", None),
    "since 2023": ("2023-01-01", None),
    "-3m..": ("2024-02-15", None),
    "..2024-02": (None, "2024-02-29"),
    "until March 2024": (None, "2024-03-31"),
    "..-2w": (None, "2024-05-01"),
}
IMPOSSIBLE = {
    "30.2.2024": "February 2024 has 29 days",
    "2024-02-30": "February 2024 has 29 days",
    "February 30, 2023": "February 2023 has 28 days",
    "2024-13": "a year has 12 months",
    "2024Q5": "a year has 4 of them",
    "2024-W60": "week",
    "0000": "year 0",
    "-99999y": "out of range",
}
UNREADABLE = [
    "",
    " ",
    "..",
    "soon",
    "mayhem",
    "ma",
    "12",
    "x..2024",
    "2024..x",
    "03/05/2024",
    "2024-03-05T10:00",
    "٢٠٢٤",
]


@pytest.mark.parametrize(("text", "days"), FORMS.items(), ids=FORMS)
def test_parse_period_reads_every_accepted_form(text: str, days: tuple[str | None, str | None]) -> None:
    period = parse_period(text, TODAY)
    assert tuple(day and day.isoformat() for day in period) == days


@pytest.mark.parametrize(("text", "why"), IMPOSSIBLE.items(), ids=IMPOSSIBLE)
def test_parse_period_says_why_a_date_does_not_exist(text: str, why: str) -> None:
    with pytest.raises(UsageError, match="No such date") as caught:
        parse_period(text, TODAY)
    assert why in caught.value.message


@pytest.mark.parametrize("text", UNREADABLE)
def test_parse_period_shows_the_accepted_forms_for_anything_else(text: str) -> None:
    with pytest.raises(UsageError, match="not a period") as caught:
        parse_period(text, TODAY)
    assert caught.value.hint is not None
    assert "2024-01..2024-03" in caught.value.hint


def test_parse_period_refuses_a_period_that_runs_backwards() -> None:
    with pytest.raises(UsageError, match="runs backwards: it would begin on 2024-03-01 and end on 2024-01-31"):
        parse_period("2024-03..2024-01", TODAY)


def test_an_offset_as_a_bound_is_that_day() -> None:
    assert parse_since("-2w", TODAY) == parse_until("-2w", TODAY) == date(2024, 5, 1)


def test_a_coarse_bound_means_its_first_or_its_last_day() -> None:
    assert (parse_since("2024-02", TODAY), parse_until("2024-02", TODAY)) == (date(2024, 2, 1), date(2024, 2, 29))


def test_a_bound_is_no_range() -> None:
    with pytest.raises(UsageError):
        parse_since("2024-01..2024-03", TODAY)


days = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@given(st.tuples(st.none() | days, st.none() | days).filter(any))
def test_a_label_reads_back_as_the_same_period(ends: tuple[date | None, date | None]) -> None:
    since, until = ends
    period = Period(min(since, until), max(since, until)) if since and until else Period(since, until)
    assert parse_period(period.label(), TODAY) == period


@given(SPANS)
def test_every_date_is_read_as_it_is_printed(span: DateSpan) -> None:
    assert parse_period(span.edtf, TODAY) == Period(span.start, span.end)


@given(st.text() | st.text("0123456789-.qwmdy /MarchtoJune,"), days)
def test_no_text_crashes_the_parser(text: str, today: date) -> None:
    try:
        period = parse_period(text, today)
    except UsageError:
        return
    assert period.since is None or period.until is None or period.since <= period.until
