"""Citations without a heading end the entry above them, and are no entries."""

import pytest

from sinorus.reading.citations import is_citation
from tests.reading.reads import read

CITATIONS = [
    "1. May 5, 1999, p. 3.",
    "2. Foreign Affairs, May/June 2024: p. 17",
    "Foreign Affairs, May/June 2024: p. 17",
    "Retrieved on June 6, 2024.",
    "Accessed 6 June 2024",
    "[3] The Oslo Times, May 6, 2024.",
    "[4] “Talks Close,” The Oslo Times, May 7, 2024, https://example.org/a.",
    "5. Ibid., p. 12.",
    "^ “Talks open”. The Oslo Times. 5 May 2024. Retrieved 6 May 2024.",
    "6 Interview with the author, Oslo, May 2024.",
    "7 A. Author, “On Talks,” The Oslo Times, May 8, 2024.",
    "¹ The Oslo Times, 8 May 2024.",
    "8. The Oslo Times, May 8, 2024.",
    "https://example.org/talks, accessed in May 2024: https://example.org/b",
]
LAYOUTS = {
    "line by line": "2024\n\nMay 5: Talks open.\nMay 7: A note.\nMay 9: Talks close.\n{}\n",
    "directly below, in a spaced document": "2024\n\nMay 5: Talks open.\n\nMay 7: A note.\n\nMay 9: Talks close.\n{}\n",
    "spaced": "2024\n\nMay 5: Talks open.\n\nMay 7: A note.\n\nMay 9: Talks close.\n\n{}\n",
    "below dates alone": "2024\n\nMay 5\n\nTalks open.\n\nMay 7\n\nA note.\n\nMay 9\n\nTalks close.\n\n{}\n",
    "paragraphs": "May 5, 2024: A.\n\nIt ends.\n\nMay 7, 2024: A.\n\nIt ends.\n\nMay 9, 2024: Talks close.\n\n{}\n",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("citation", CITATIONS)
def test_citation_ends_the_entry_above_it(layout: str, citation: str) -> None:
    found = read(layout.format(citation))
    assert [entry.span.edtf for entry in found.entries] == ["2024-05-05", "2024-05-07", "2024-05-09"]
    assert found.entries[-1].text == "Talks close."
    assert [one.is_doubtful for one in found.narrative if one.excerpt == citation[:80]] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "3. Both sides agree to meet in May 2024.",
        "3. Both sides sign “a paper,” and leave.",
        "[3] Talks go on.",
        "They return to Oslo on May 8, 2024.",
        "12 inspectors leave on page 3 of the story.",
        "A treaty of 12 pages is signed in 2024.",
        "He says, “All is well,” and goes.",
    ],
)
def test_sentence_is_no_citation(text: str) -> None:
    assert not is_citation(text)


def test_numbered_items_under_a_date_stay_entries() -> None:
    found = read(
        "2024\n\nMay 5\n1. Talks open.\n2. Both sign “a paper,” and leave.\n[3] The Oslo Times, May 7, 2024.\n"
    )
    assert [text for _, text in found.texts] == ["Talks open.", "Both sign “a paper,” and leave."]


def test_chronology_goes_on_below_a_citation() -> None:
    found = read("May 5, 2024: Talks open.\n\n[1] The Oslo Times, May 6, 2024.\n\nDec. 9, 2024: Talks close.\n")
    assert [edtf for edtf, _ in found.texts] == ["2024-05-05", "2024-12-09"]
