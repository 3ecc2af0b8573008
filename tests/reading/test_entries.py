"""What belongs to an entry, and what is the article's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.reads import read

LINES = """\
Spring in the capitals
The season was a busy one for both foreign ministries, and their spokesmen said so on every occasion that they found.
On March 3, the two ministers spoke by telephone, and on March 5, 2024, their deputies met to prepare the visit.
March: a visit and what came of it
March 3, 2024: The two foreign ministers speak by telephone about the coming visit.
March 5-6, 2024: Their deputies meet in Oslo.
March 9, 2024: The visit begins. It is the first in seven years.
What the visit will change is another matter, and one that the next issue of this journal will take up at some length.
"""


def test_article_and_chronology_are_told_apart_line_by_line() -> None:
    found = read(LINES)
    assert [entry.line for entry in found.entries] == [5, 6, 7]
    assert found.entries[2].text == "The visit begins. It is the first in seven years."
    assert [narrative.line for narrative in found.narrative] == [1, 2, 3, 4, 8]
    assert found.rejections == []


def test_text_is_kept_as_it_is_written() -> None:
    entry = read("  - **Jan. 5, 2024:** “Xi’an”  and  vis-à-vis — (庄子) 5% & more.").entries[0]
    assert (entry.date_text, entry.column) == ("Jan. 5, 2024", 7)
    assert entry.text == "“Xi’an”  and  vis-à-vis — (庄子) 5% & more."


WRAPPED = """\
Jan. 5, 2024: The two ministers meet in Oslo for talks on trade, and
sign a memorandum that had been in the making for years.
Jan. 9, 2024: He arrives in the capital for talks which last until
Jan. 12, 2024. Nobody speaks of them before the delegation has left
again.
"""


def test_wrapped_lines_are_one_entry_even_when_one_begins_with_a_date() -> None:
    assert read(WRAPPED).texts == [
        (
            "2024-01-05",
            "The two ministers meet in Oslo for talks on trade, and sign a memorandum that had been in the making for"
            " years.",
        ),
        (
            "2024-01-09",
            "He arrives in the capital for talks which last until Jan. 12, 2024. Nobody speaks of them before the"
            " delegation has left again.",
        ),
    ]


PARAGRAPHS = """\
Jan. 5, 2024: A first round.

Jan. 9, 2024: A second round.

    It lasts two days.
    Note: other accounts give Jan. 10,
    and another place.

The two also agree to meet again.

This part of the article tells how the talks were received.

Feb. 3, 2024: A third round.

Sources

The ministries' own pages.
"""


def test_indented_paragraphs_and_what_points_back_belong_to_the_entry() -> None:
    found = read(PARAGRAPHS)
    assert found.entries[1].text == "A second round.\n\nIt lasts two days.\n\nThe two also agree to meet again."
    assert found.entries[1].note == "other accounts give Jan. 10, and another place."
    assert found.entries[2].text == "A third round."
    assert [narrative.line for narrative in found.narrative] == [11, 15, 17]


def test_words_that_a_line_divides_are_whole_and_compounds_keep_their_hyphens() -> None:
    found = read(
        "Jan. 2, 2023: The minister meets Kishida Fu-\nmio to discuss the situa-\ntion, and Sino-\nRussian trade.\n"
        "Jan. 5, 2023: They hold working-\nlevel talks, on the high level of work and in a working group.\n"
        "Jan. 9, 2023: Talks are well-known, and well-\nknown are the reasons.\n"
    )
    assert [text for _, text in found.texts] == [
        "The minister meets Kishida Fumio to discuss the situation, and Sino-Russian trade.",
        "They hold working-level talks, on the high level of work and in a working group.",
        "Talks are well-known, and well-known are the reasons.",
    ]


def test_note_that_begins_on_the_next_line_has_no_blank_before_it() -> None:
    found = read("2017-08-09 – Talks open.\n    Note:\n    other accounts give Aug. 8\n")
    assert [entry.note for entry in found.entries] == ["other accounts give Aug. 8"]


def test_paragraphs_belong_to_entries_whose_author_writes_several_as_a_rule() -> None:
    text = "\n\n".join(
        f"Jan. {day}, 2024: Round {day}.\n\nObservers were few on that occasion." for day in (5, 9, 12, 15)
    )
    assert all(entry.text.endswith("\n\nObservers were few on that occasion.") for entry in read(text).entries)


def test_date_alone_heads_the_paragraphs_below_it() -> None:
    found = read(
        "March 5, 2023\n-------\nOne paragraph.\n\nAnother paragraph.\n\nMarch 9\n\nA third.\n\n## Later\n\nNo.\n"
    )
    assert found.texts == [("2023-03-05", "One paragraph.\n\nAnother paragraph."), ("2023-03-09", "A third.")]


def test_list_items_under_a_date_are_entries_of_their_own() -> None:
    found = read("March 5, 2023\n* Talks open.\n* A note is sent,\n  and answered.\nMarch 6\n* Talks close.\n")
    assert found.texts == [
        ("2023-03-05", "Talks open."),
        ("2023-03-05", "A note is sent, and answered."),
        ("2023-03-06", "Talks close."),
    ]
    assert [(entry.date_text, entry.line) for entry in found.entries[:2]] == [
        ("March 5, 2023", 2),
        ("March 5, 2023", 3),
    ]


WITHOUT_YEAR = {
    "part of a month": (["Mid-June 2024: One.", "Late June: Two.", "July 5, 2024: Three."], "2024-06-21~/2024-06-30~"),
    "month": (["June 2024: One.", "July: Two.", "August 2024: Three."], "2024-07"),
    "month of the day above": (["June 5, 2024: One.", "June: Two.", "July 9, 2024: Three."], "2024-06"),
    "month over New Year": (["Dec. 5, 2023: One.", "January: Two.", "Feb. 9, 2024: Three."], "2024-01"),
    "month in a document that runs backwards": (
        ["Sept. 9, 2024: One.", "August: Two.", "July 5, 2024: Three.", "June 2, 2024: Four."],
        "2024-08",
    ),
}


@pytest.mark.parametrize(("lines", "edtf"), WITHOUT_YEAR.values(), ids=WITHOUT_YEAR)
def test_month_without_a_year_has_that_of_the_entry_before(lines: list[str], edtf: str) -> None:
    found = read("\n".join(lines))
    assert found.texts[1] == (edtf, "Two.")
    assert len(found.texts) == len(lines)


LEFT_OPEN = {
    "preposition": ("Macron visits Oslo with", "Angela Merkel."),
    "of": ("Macron meets the Foreign Minister of", "Norway."),
    "comma": ("Macron meets the Foreign Minister,", "Anniken Huitfeldt, for talks."),
    "and": ("Foreign Minister Zarif and", "Catherine Ashton sign."),
}


@pytest.mark.parametrize(("first", "second"), LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_line_goes_on_with_what_no_sentence_ends_with(first: str, second: str) -> None:
    found = read(f"5 May 2020: {first}\n{second}\n6 May 2020: Macron visits Rome.\n")
    assert found.texts == [("2020-05-05", f"{first} {second}"), ("2020-05-06", "Macron visits Rome.")]


def test_list_without_full_stops_is_not_taken_for_wrapped_lines() -> None:
    lines = [
        "16.01.2023  Berlin, talks with the Foreign Minister",
        "19.–20.01.2023  Davos, meeting of the economic forum",
        "07/02/2023 Ankara, meeting with the minister",
        "23 Feb  Kyiv",
        "End of March: ministers of the alliance in Brussels",
        "early April – consultations in Tokyo on the islands",
        "1st half of May: visits to the south and to the east",
    ]
    found = read("Calendar of the visits 2023\n\n" + "\n".join(lines))
    assert [entry.line for entry in found.entries] == [3, 4, 5, 6, 7, 8, 9]
    assert found.texts[2] == ("2023-02-07", "Ankara, meeting with the minister")


PERIOD = """\
Relations of two states
1959 – 2016

1959
A new government
It is recognized at once.

October 1962
Thirteen days
A blockade is announced.

December 17, 2014
A thaw
Both presidents say that ties will be restored.
"""


def test_period_below_the_title_does_not_make_headings_of_years() -> None:
    found = read(PERIOD)
    assert [(entry.span.edtf, entry.line) for entry in found.entries] == [
        ("1959", 4),
        ("1962-10", 8),
        ("2014-12-17", 12),
    ]


def test_stars_of_a_wiki_tell_how_deep_an_item_is() -> None:
    found = read("* 5 March 2023 - Talks open.\n** A note is sent.\n* 6 March\n** Talks close.\n** All leave.\n")
    assert found.texts == [
        ("2023-03-05", "Talks open.\n\nA note is sent."),
        ("2023-03-06", "Talks close."),
        ("2023-03-06", "All leave."),
    ]


def test_hours_under_a_day_are_entries_of_that_day() -> None:
    found = read(
        "7 July 2005\n0715 BST: They leave.\n1945: They are back.\nMidnight: Lights out.\n8 July\n09:00 Office\n"
    )
    assert [edtf for edtf, _ in found.texts] == ["2005-07-07", "2005-07-07", "2005-07-07", "2005-07-08"]


def test_months_alone_head_entries_where_no_day_is_given() -> None:
    found = read("May 1990\n\nThe two sides exchange notes.\n\nJuly 1990\n\nA delegation visits.\n")
    assert found.texts == [("1990-05", "The two sides exchange notes."), ("1990-07", "A delegation visits.")]


def test_stamp_of_a_page_is_no_entry_among_dated_lines() -> None:
    text = "May 10, 2019\n" + "".join(f"Jan. {day}, 2024: Round {day}.\n" for day in range(1, 12)) + "May 10, 2024\n"
    assert len(read(text).entries) == 11


def test_rejection_says_where_and_why_and_takes_its_lines_along() -> None:
    found = read(
        "Feb. 28, 2023: Before.\n  Feb. 30, 2023: The envoy comes home with a paper\nand tea.\nMarch 2: After.\n"
    )
    assert found.texts == [("2023-02-28", "Before."), ("2023-03-02", "After.")]
    rejection = found.rejections[0]
    assert (rejection.line, rejection.column) == (2, 3)
    assert rejection.excerpt == "Feb. 30, 2023: The envoy comes home with a paper"
    assert (rejection.reason, rejection.remedy) == ("there is no February 30 2023", "Correct the day.")
    assert found.narrative == []


@pytest.mark.parametrize("date", ["May 13, 204", "13 May 204", "May 13, 2204"])
def test_year_that_is_a_slip_of_the_pen_is_refused(date: str) -> None:
    found = read(f"2024\n\nMay 9: Before.\n{date}: A slip.\n")
    assert found.texts == [("2024-05-09", "Before.")]
    assert [(rejection.line, rejection.remedy) for rejection in found.rejections] == [(4, "Correct the year.")]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param("Oslo, May 5, 2014: Talks open.", "Oslo: Talks open.", id="colon"),
        pytest.param("BERLIN, 5 May 2014 -- Talks open.", "BERLIN -- Talks open.", id="dash"),
        pytest.param("NEW YORK (May 5, 2014) - Talks open.", "NEW YORK - Talks open.", id="brackets"),
        pytest.param("MOSCOW May 5, 2014 – Talks open.", "MOSCOW – Talks open.", id="capitals"),
        pytest.param("* **Washington, D.C., May 5, 2014** – Talks.", "Washington, D.C. – Talks.", id="emphasis"),
        pytest.param("May 5, 2014, Oslo: Talks open.", "Oslo: Talks open.", id="behind the date"),
        pytest.param("Oslo Times, May 5, 2014: Talks open.", None, id="newspaper"),
        pytest.param("The two met in Oslo, May 5, 2014: it rained.", None, id="sentence"),
        pytest.param("Updated, May 5, 2014: the map", None, id="stamp"),
    ],
)
def test_dateline_begins_the_text(line: str, text: str | None) -> None:
    assert read(line).texts == ([] if text is None else [("2014-05-05", text)])


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        pytest.param("- On May 5, 2024, a visit.\n- On 6 May 2024, a note.\n", ["2024-05-05", "2024-05-06"], id="list"),
        pytest.param(
            "May 5, 2024: A visit.\nOn May 6, 2024, a note.\nOn May 7, talks.\n",
            ["2024-05-05", "2024-05-06", "2024-05-07"],
            id="below an entry",
        ),
        pytest.param("May 5, 2024: A visit.\n\nOn May 6, 2024, a note.\n", ["2024-05-05"], id="paragraph"),
        pytest.param("May 5, 2024: A visit.\n  On May 6, 2024, a note.\n", ["2024-05-05"], id="indented"),
        pytest.param("May 5, 2024: A visit,\nOn May 6, 2024, a note.\n", ["2024-05-05"], id="inside a sentence"),
        pytest.param("May 5, 2024: A visit.\nOn May 6, when it rained, a note.\n", ["2024-05-05"], id="clause"),
    ],
)
def test_sentence_that_begins_with_a_day_is_an_entry_among_entries(lines: str, days: list[str]) -> None:
    assert [edtf for edtf, _ in read(lines).texts] == days


@pytest.mark.parametrize("heading", ["Notes", "## References", "Bibliography:", "<h2>Works Cited</h2>", "5. Endnotes"])
def test_dates_of_references_are_no_entries(heading: str) -> None:
    above = "2024\n\nMay 5: Talks open.\nMay 9: Talks close.\n"
    below = "\n1. May 5, 1999, on talks.\nApril 2, 2003: The Oslo Times.\nMay 2004 | A map.\n"
    found = read(f"{above}\n{heading}\n{below}\n2025\n\nMay 6: A visit.\n")
    assert [edtf for edtf, _ in found.texts] == ["2024-05-05", "2024-05-09", "2025-05-06"]
    assert found.entries[1].text == "Talks close."


@pytest.mark.parametrize("notes", ["\nNotes\n\n1. A map of 2003.\n\n", "    Notes:\n    Other accounts differ.\n"])
def test_chronology_goes_on_below_notes(notes: str) -> None:
    found = read(f"May 5, 2024: Talks open.\n{notes}May 9: Talks close.\nAug. 30: A visit.\n")
    assert [edtf for edtf, _ in found.texts] == ["2024-05-05", "2024-05-09", "2024-08-30"]


def test_notes_above_the_first_entry_end_nothing() -> None:
    assert read("Notes\n\nDays are local.\n\nMay 5, 2024: Talks open.\n").texts == [("2024-05-05", "Talks open.")]


def test_unknown_year_asks_for_the_option_and_takes_it() -> None:
    text = "Dec. 30: One.\nJan. 2: Another.\n"
    assert {rejection.remedy.split(",")[0] for rejection in read(text).rejections} == {"Give it with --year"}
    assert [edtf for edtf, _ in read(text, year=2001).texts] == ["2001-12-30", "2002-01-02"]


def test_year_heading_outweighs_the_option() -> None:
    assert read("1998\nMay 5: Talks open.\n", year=2001).texts == [("1998-05-05", "Talks open.")]


def test_document_that_runs_backwards_rolls_backwards() -> None:
    found = read("Jan. 5, 2024: One.\nJan. 3: Two.\nJan. 1: Three.\nDec. 28: Four.\n")
    assert [edtf for edtf, _ in found.texts] == ["2024-01-05", "2024-01-03", "2024-01-01", "2023-12-28"]


def test_weekday_settles_the_year_that_is_carried_over() -> None:
    found = read("Dec. 5, 2013: One.\nMonday, Nov. 10: Another.\n")
    assert found.texts[1][0] == "2014-11-10"


@pytest.mark.parametrize("first", ["23/03/2003: First.", "Talks on both days.\n\n23/03/2003: First."])
def test_figures_are_read_in_the_order_that_the_rest_proves(first: str) -> None:
    assert read(f"05/06/2003: Ambiguous.\n{first}\n").texts[0][0] == "2003-06-05"


def test_figures_that_prove_both_orders_stay_ambiguous() -> None:
    found = read("05/06/2003: Ambiguous.\n23/03/2003: One.\n03/23/2003: Another.\n")
    assert [rejection.line for rejection in found.rejections] == [1]


def test_markup_is_no_part_of_the_text() -> None:
    found = read('* 12 March 1938 – [[Oslo|The city]] **hosts** [a round](https://example.org/a).<ref name="b" />\n')
    assert found.texts == [("1938-03-12", "The city hosts a round.")]


def test_record_with_labels_gives_its_text_without_them() -> None:
    found = read("events:\n- date: 2016-05-04\n  text: The envoy comes home.\n- date: 2016-05-05\n  text: He rests.\n")
    assert found.texts == [("2016-05-04", "The envoy comes home."), ("2016-05-05", "He rests.")]


_LINES = st.lists(
    st.sampled_from(
        [
            *(
                "Jan. 5, 2024: Talks.",
                "Feb. 3",
                "1998",
                "# 2001",
                "- 6: Noon",
                "  Note: so",
                "",
                "prose goes on",
                "2 January",
            ),
            *(
                "March 2001",
                "0715 BST: x",
                "3/4/05: x",
                "| a | b |",
                "A heading",
                "May 32, 2001: x",
                "* item",
                "1492: y",
            ),
            *(
                "64, July 18 A pact",
                "Dec. 30: z",
                "late 1990s",
                "Monday 5: x",
                "## 1973",
                "### October",
                "(AP, 1/5/01)",
            ),
        ]
    )
)
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t\x0b\x0c\r\x85\u2028"))


@given(st.one_of(_TEXT, _LINES.map("\n".join)))
def test_no_document_breaks_the_reader(text: str) -> None:
    found = read("A title\n" + text)
    assert all(entry.span.end is None or entry.span.start <= entry.span.end for entry in found.entries)
