"""Further dates told inside an entry, with the words that tell them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinorus.coding.dates_told import find_dates
from sinorus.span import DateSpan
from tests.spans import SPANS

ENTRY = DateSpan.from_edtf("2024-03-28")

TOLD = {
    "day": ("He replies on March 30.", [("on March 30", "2024-03-30")]),
    "day without preposition": ("He is to be sworn in May 7.", [("May 7", "2024-05-07")]),
    "range": ("They tour the ports on March 15-18.", [("on March 15-18", "2024-03-15/2024-03-18")]),
    "list": ("They meet on 5 and 6 April.", [("on 5 and 6 April", "2024-04-05/2024-04-06")]),
    "month and year": ("A plan of November 2022.", [("November 2022", "2022-11")]),
    "month with preposition": ("A visit in November 2022.", [("in November 2022", "2022-11")]),
    "year": ("Trade in 2023 grew.", [("in 2023", "2023")]),
    "years in short": ("The Years of Culture (2024-25).", [("2024-25", "2024/2025")]),
    "consecutive years, not a month": ("In 2011-12 it fell.", [("In 2011-12", "2011/2012")]),
    "part of a month": ("A round in late February.", [("in late February", "2024-02-21~/2024-02-29~")]),
    "decade": ("As in the 1990s.", [("1990s", "199X")]),
    "quarter": ("Growth in the first quarter of 2024.", [("first quarter of 2024", "2024-01/2024-03")]),
    "since": ("Closed since 1979.", [("since 1979", "1979")]),
    "ISO": ("Signed 2024-04-02.", [("2024-04-02", "2024-04-02")]),
    "evening": ("Talks on the evening of March 29.", [("on the evening of March 29", "2024-03-29")]),
    "year before": ("He left on Dec. 28.", [("on Dec. 28", "2023-12-28")]),
    "year ahead": ("The vote is scheduled for Nov. 5.", [("Nov. 5", "2024-11-05")]),
    "year behind": ("They voted on Nov. 5.", [("on Nov. 5", "2023-11-05")]),
    "next day": ("He leaves the next day.", [("the next day", "2024-03-29")]),
    "following a named day": (
        "Talks on March 2, and a visit the following day.",
        [("on March 2", "2024-03-02"), ("the following day", "2024-03-03")],
    ),
    "days later": ("Two days later he resigns.", [("Two days later", "2024-03-30")]),
    "day earlier": ("He came a day earlier.", [("a day earlier", "2024-03-27")]),
    "day before": ("The day before, he spoke.", [("The day before", "2024-03-27")]),
    "weeks ago": ("Begun three weeks ago.", [("three weeks ago", "2024-03-07~")]),
    "months later": ("Signed two months later.", [("two months later", "2024-05~")]),
    "last year": ("As signed last year.", [("last year", "2023")]),
    "next month": ("A visit next month.", [("next month", "2024-04")]),
    "last week": ("Talks last week.", [("last week", "2024-03-18/2024-03-24")]),
    "last month by name": ("A visit last May.", [("last May", "2023-05")]),
    "next weekday": ("Talks next Monday.", [("next Monday", "2024-04-01")]),
    "yesterday": ("He said so yesterday.", [("yesterday", "2024-03-27")]),
    "duration": ("The city opens a 10-day festival.", [("10-day", "2024-03-28/2024-04-06")]),
    "duration without a beginning": ("He praises the 10-day festival.", []),
    "own date": ("On March 28, he spoke.", []),
    "day before something": ("He left two days before the summit.", []),
    "count": ("A blast kills 2014 people and 2,000 cattle.", []),
    "resolution": ("UNSCR 1929 (2010) is recalled.", [("2010", "2010")]),
    "plan": ("A 12-point plan of the 20th congress.", []),
    "verbs": ("Theresa May says they may march on.", []),
    "impossible": ("He is said to come on June 31.", []),
    "ambiguous": ("The note of 05/06/2003 is read.", []),
    "nothing": ("The ministers meet for talks on trade.", []),
}


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD)
def test_dates_told_are_found_with_their_words(text: str, told: list[tuple[str, str]]) -> None:
    assert [(mention.mention, mention.span.edtf) for mention in find_dates(text, ENTRY)] == told


def test_same_day_is_the_day_last_named() -> None:
    mentions = find_dates("Talks on March 2. He meets the press on the same day.", ENTRY)
    assert [mention.span.edtf for mention in mentions] == ["2024-03-02", "2024-03-02"]


def test_days_count_from_the_ends_of_a_range() -> None:
    visit = DateSpan.from_edtf("2024-03-02/2024-03-08")
    assert find_dates("He leaves the next day.", visit)[0].span.edtf == "2024-03-09"
    assert find_dates("He arrives a day earlier.", visit)[0].span.edtf == "2024-03-01"


def test_open_entry_has_no_distance_to_count_from() -> None:
    assert find_dates("He leaves the next day.", DateSpan.from_edtf("2000/..")) == []


_PIECES = st.sampled_from(
    [
        *("the next day", "on March 2", ", ", ". ", "in 2023", " and ", "last ", "year", "two days later", "10-day"),
        *("late ", "opens a ", "May", "2024-25", "\n", "5 ", "the same day", "ago"),
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join), st.lists(_PIECES).map(" ".join)), SPANS)
def test_mentions_are_sorted_apart_and_verbatim(text: str, reference: DateSpan) -> None:
    mentions = find_dates(text, reference)
    assert all(text[mention.start : mention.end] == mention.mention for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
