"""A heading or title that covers two years: the months below it tell which, or the author is told of it."""

import pytest

from tests.reading.reads import read

HEADINGS = ["1999/2000", "1999-2000", "1999–2000", "1999/00", "## 1999/2000"]
MONTHS = {
    "over New Year": (["Nov. 5", "Dec. 9", "Jan. 5"], ["1999-11-05", "1999-12-09", "2000-01-05"]),
    "from spring to spring": (["March 5", "Nov. 9", "Jan. 5"], ["1999-03-05", "1999-11-09", "2000-01-05"]),
    "a year of its own": (["May 5", "June 9, 1999"], ["1999-05-05", "1999-06-09"]),
    "weekday": (["Friday, May 5", "June 9"], ["2000-05-05", "2000-06-09"]),
}


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(("days", "edtf"), MONTHS.values(), ids=MONTHS)
def test_months_below_two_years_tell_the_year(heading: str, days: list[str], edtf: list[str]) -> None:
    found = read("\n".join([heading, "", *(f"{day}: Talks." for day in days)]))
    assert [entry.span.edtf for entry in found.entries] == edtf
    assert found.doubts == []


@pytest.mark.parametrize("heading", HEADINGS)
def test_two_years_that_nothing_tells_apart_are_told_of(heading: str) -> None:
    found = read(f"{heading}\n\nMay 5: One.\nJune 9: Two.\n\n2001\n\nMay 5: Three.\n")
    assert [entry.span.edtf for entry in found.entries] == ["1999-05-05", "1999-06-09", "2001-05-05"]
    assert [(doubt.line, doubt.excerpt) for doubt in found.doubts] == [(3, "May 5: One.")]


def test_period_that_leaves_one_year_for_a_month_is_no_guess() -> None:
    found = read("Timeline, November 1999-March 2000\n\nFeb. 5: Talks.\n")
    assert [entry.span.edtf for entry in found.entries] == ["2000-02-05"]
    assert found.doubts == []
