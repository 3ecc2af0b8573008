"""What docs/input.md says of slips is what an import does with them."""

import re
from pathlib import Path

import pytest

from sinorus.reading.records import field_of
from tests.reading.reads import read

PAGE = (Path(__file__).parent.parent / "docs" / "input.md").read_text(encoding="utf-8")
SLIPS = re.findall(r"^\| (`.+?) \| (read|refused|told|taken)\b", PAGE.split("## Slips")[1], re.MULTILINE)
CASES = [(form, outcome) for forms, outcome in SLIPS for form in re.findall(r"`([^`]+)`", forms)]


def test_page_tells_of_slips() -> None:
    assert {outcome for _, outcome in CASES} == {"read", "refused", "told", "taken"}


@pytest.mark.parametrize(("form", "outcome"), CASES)
def test_slip_has_the_outcome_that_the_page_tells(form: str, outcome: str) -> None:
    found = read(
        f"2024\n\nJan. 1, 2024: Before.\n\n{form.rstrip(':')}: Talks.\n\nDec. 30, 2024: After.\n\nDec. 31: End.\n"
    )
    line = [entry.line for entry in found.entries if entry.line == 5]
    told = bool(found.doubts) or any(narrative.is_doubtful for narrative in found.narrative)
    refused = [rejection.line for rejection in found.rejections]
    assert (bool(line), bool(refused)) == (outcome in {"read", "taken"}, outcome == "refused")
    assert told == (outcome in {"told", "taken"} or form.endswith("-:"))


NAMES = re.findall(
    r"`([a-z_]+)`", "".join(re.findall(r"^\|(.*?\|.*?)\|", PAGE.split("## Columns and keys")[1], re.MULTILINE))
)


def test_page_lists_the_columns() -> None:
    assert {"id", "date", "actors", "topics", "source", "description"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_listed_column_is_read(name: str) -> None:
    assert field_of(name) is not None
