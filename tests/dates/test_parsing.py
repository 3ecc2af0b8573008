"""A text that is a date and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinorus.dates import Known, UnreadableDateError, find_expressions, parse_date

DATES = {
    "month first": ("Oct. 8, 2001", "2001-10-08"),
    "day first": ("8 October 2001", "2001-10-08"),
    "range in a month": ("Oct. 8-10, 2001", "2001-10-08/2001-10-10"),
    "range before the month": ("8–10 October 2001", "2001-10-08/2001-10-10"),
    "range over New Year": ("Dec. 29-Jan. 4, 2000", "1999-12-29/2000-01-04"),
    "list": ("Jan. 5, 9 and 12, 2000", "2000-01-05/2000-01-12"),
    "list of ranges": ("8–10 and 12 April 1999", "1999-04-08/1999-04-12"),
    "month": ("May of 1991", "1991-05"),
    "figures for a month": ("05/1991", "1991-05"),
    "quarter": ("Q3 1993", "1993-07/1993-09"),
    "half": ("first half of 1993", "1993-01/1993-06"),
    "half of a month": ("second half of February 1992", "1992-02-16/1992-02-29"),
    "winter": ("Winter 1992-93", "1992-24"),
    "late summer": ("late summer 1993", "1993-08~"),
    "late winter": ("late winter 1993", "1994-02~"),
    "mid to late": ("mid-to-late March 2003", "2003-03-11~/2003-03-31~"),
    "circa": ("c. April 1949", "1949-04~"),
    "circa years": ("circa 1905-10", "1905~/1910~"),
    "doubt": ("1905 (?)", "1905?"),
    "circa and doubt": ("circa 1905?", "1905%"),
    "decade": ("the '90s", "199X"),
    "decades": ("1980s-1990s", "1980/1999"),
    "open": ("2000s–Present", "2000/.."),
    "since": ("since May 2014", "2014-05/.."),
    "ISO": ("2014-03-23", "2014-03-23"),
    "ISO without dashes": ("20140323", "2014-03-23"),
    "ISO with a time": ("2014-03-23T10:00:00Z", "2014-03-23"),
    "ISO week": ("2012-W04", "2012-01-23/2012-01-29"),
    "EDTF season": ("2001-21", "2001-21"),
    "years in short": ("2022-23", "2022/2023"),
    "EDTF interval": ("2004-06/2006-08", "2004-06/2006-08"),
    "Roman month": ("23.III.2014", "2014-03-23"),
    "Chinese": ("2014年3月23日", "2014-03-23"),
    "Julian and Gregorian": ("25 October (7 November) 1917", "1917-11-07"),
    "Julian, named": ("7 November [O.S. 25 October] 1917", "1917-11-07"),
    "two years of two calendars": ("Feb. 11, 1731/32", "1732-02-11"),
    "slip of the pen": ("Septemeber 8, 1998", "1998-09-08"),
    "scanner's slip": ("October l, 196O", "1960-10-01"),
    "scanner's slip before a full stop": ("0ct. 5, 1962", "1962-10-05"),
    "another before a full stop": ("N0v. 3, 1962", "1962-11-03"),
    "two digits": ("3/23/94", "1994-03-23"),
    "early century": ("18th century", "17XX"),
    "antiquity": ("AD 64, July 18", "0064-07-18"),
}


@pytest.mark.parametrize(("text", "edtf"), DATES.values(), ids=DATES)
def test_date_is_parsed_to_its_edtf(text: str, edtf: str) -> None:
    assert parse_date(text).edtf == edtf


PROBLEMS = {
    "impossible day": ("June 31, 1945", "there is no June 31"),
    "leap day": ("Feb. 29, 1900", "there is no February 29 1900"),
    "day zero": ("May 0, 1990", "there is no May 0"),
    "impossible month": ("2019-13-01", "there is no month 13"),
    "backward days": ("April 9-8, 2024", "the range runs backwards"),
    "backward over half a year": ("12 June-3 May 2001", "the range runs backwards"),
    "backward years": ("1993-1990", "the range runs backwards"),
    "ambiguous figures": ("05/06/2003", "the order of day and month is ambiguous"),
    "no year": ("April 8", "the year is not known"),
    "before our era": ("c. 3100 B.C.", "the date lies before the year 1"),
    "no date": ("Lavrov", "this is no date"),
    "date and more": ("April 8, 2024 in Beijing", "this is no date"),
    "bare number": ("12", "the month is not known"),
    "nothing": ("", "this is no date"),
}


@pytest.mark.parametrize(("text", "reason"), PROBLEMS.values(), ids=PROBLEMS)
def test_date_that_cannot_be_has_a_reason_and_a_remedy(text: str, reason: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        parse_date(text)
    assert caught.value.reason.startswith(reason)
    assert caught.value.remedy.endswith(".")


def test_surroundings_settle_year_month_and_order() -> None:
    assert parse_date("5 and 9", Known(year=2000, month=1)).edtf == "2000-01-05/2000-01-09"
    assert parse_date("05/06/2003", Known(order="day first")).edtf == "2003-06-05"
    assert parse_date("05/06/2003", Known(order="month first")).edtf == "2003-05-06"
    assert parse_date("3/23/94", Known(near=1893)).edtf == "1894-03-23"
    assert parse_date("64, July 18", Known(literal_years=True)).edtf == "0064-07-18"


def test_one_end_of_a_range_of_figures_settles_the_other() -> None:
    assert parse_date("30/8/2017-2/9/2017").edtf == "2017-08-30/2017-09-02"


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("They met on Feb. 9-18 and in May.", ["Feb. 9-18", "May"]),
        ("It may march on from 2014 to 2019.", ["from 2014 to 2019"]),
        ("Since the 2003 attack on Jan. 1 and 14—may be.", ["2003", "Jan. 1 and 14"]),
        ("Some 12-point plan of 2,000 words.", []),
    ],
)
def test_dates_are_found_in_a_sentence(sentence: str, dates: list[str]) -> None:
    assert [sentence[found.start : found.end] for found in find_expressions(sentence)] == dates


_BITS = (
    "Jan. March may 5 31 1999 '99 2nd - – / , ( ) [ to and circa early 1990s Q1 half of the ? ~ B.C. AD O.S. 2004-06"
    " 05/06/03 : . present week XX l Monday century first 20240230 年 on since between 0 00"
).split()
_PIECES = st.lists(st.sampled_from([*_BITS, " ", "\u00a0"]), max_size=20)


@given(st.one_of(st.text(max_size=60), _PIECES.map("".join), _PIECES.map(" ".join)))
def test_no_text_breaks_the_grammar(text: str) -> None:
    try:
        span = parse_date(text, Known(year=2000, month=5))
    except UnreadableDateError:
        return
    assert span.end is None or span.start <= span.end
