"""What belongs to a page and not to its text interrupts no entry."""

import pytest

from sinorus.reading.furniture import is_page_mark
from tests.reading.reads import read

_ENTRY = "The envoys of both states meet on the matter of the river and the bridge that is to be built over it,"
BREAKS = {
    "page of pages": ["Page 2 of 3"],
    "page of pages and a volume": ["Page 2 of 3", "Korea Journal, Vol. 3, March 1, 2019"],
    "volume and page": ["© 2019 A Journal", "", "- 12 -"],
    "title and page": ["A Journal of Rivers | Page 12"],
    "page and title": ["Page 12   A Journal of Rivers"],
    "blank lines around": ["", "", "page 7", ""],
    "dash": ["– 7 –"],
    "bar": ["7 | Page"],
}


@pytest.mark.parametrize("lines", BREAKS.values(), ids=BREAKS)
@pytest.mark.parametrize("rest", ["Berlusconi.", "with him in the morning."])
def test_sentence_goes_on_over_the_end_of_a_page(lines: list[str], rest: str) -> None:
    found = read("\n".join(["May 5, 2024: Putin visits Rome and meets", *lines, rest, "May 9, 2024: Talks close."]))
    assert found.texts == [("2024-05-05", f"Putin visits Rome and meets {rest}"), ("2024-05-09", "Talks close.")]
    assert [(one.line, one.excerpt) for one in found.narrative] == [
        (number, " ".join(line.split())) for number, line in enumerate(lines, 2) if line
    ]


def _pages(*heads: list[str]) -> str:
    """Return a chronology with an entry of two lines on each day, broken in the middle of one after each ten."""
    lines: list[str] = []
    day = 0
    for head in [*heads, []]:
        for _ in range(6):
            day += 1
            lines += [f"May {day}, 2024: {_ENTRY[:60]}", *(head if _ == 5 else []), f"{_ENTRY[61:]} {day} times."]
    return "\n".join(lines)


RUNNING = {
    "number at the end": [["RIVERS | MAY 2024        143"], ["RIVERS | MAY 2024        144"]],
    "left and right pages": [
        ["RIVERS | MAY 2024        143"],
        ["144      A JOURNAL"],
        ["RIVERS | MAY 2024        145"],
        ["146      A JOURNAL"],
    ],
    "number alone": [["", "12", ""], ["", "13", ""]],
    "number and a line that stays": [["12", "A Journal of Rivers"], ["13", "A Journal of Rivers"]],
    "line that stays and a number": [["A Journal of Rivers", "", "12"], ["A Journal of Rivers", "", "13"]],
}


@pytest.mark.parametrize("heads", RUNNING.values(), ids=RUNNING)
def test_running_lines_are_known_by_their_coming_again(heads: list[list[str]]) -> None:
    whole, broken = read(_pages(*([] for _ in heads))), read(_pages(*heads))
    assert broken.texts == whole.texts
    assert [one.excerpt for one in broken.narrative] == [
        " ".join(line.split()) for head in heads for line in head if line
    ]


@pytest.mark.parametrize(
    "line",
    [
        "12",
        "1962",
        "-- 1995 --",
        "Round 12",
        "KOREA JOURNAL",
        "Talks close on page 12.",
        "12 of them leave",
        "May 12",
        "Vol. 3",
    ],
)
def test_line_that_comes_once_is_no_page_mark(line: str) -> None:
    assert not is_page_mark(line)


def test_days_alone_below_a_month_are_no_page_numbers() -> None:
    lines = [line for day in range(1, 9) for line in (str(day), *[f"Sentence {n} of that day." for n in range(12)])]
    found = read("\n".join(["MAY 2024", *lines]))
    assert [edtf for edtf, _ in found.texts] == [f"2024-05-0{day}" for day in range(1, 9)]


def test_page_that_begins_with_an_entry_begins_an_entry() -> None:
    found = read("May 5, 2024: Talks open\nPage 2\nMay 9, 2024: Talks close\nPage 3\nThe end of the matter\n")
    assert [text for _, text in found.texts] == ["Talks open", "Talks close The end of the matter"]


def test_paragraph_below_a_finished_sentence_stays_apart() -> None:
    above = "".join(f"May {day}, 2024: Round {day}.\n" for day in range(1, 5))
    found = read(f"{above}\nPage 2\n\nThe season was a busy one for all.\n")
    assert found.entries[-1].text == "Round 4."
    assert found.narrative[-1].excerpt == "The season was a busy one for all."
