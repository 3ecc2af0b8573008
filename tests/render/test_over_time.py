"""The line of small bars in a profile: from the first event to the last, whatever the room."""

import pytest

from sinorus.render.over_time import counts_over_time
from sinorus.store.listing import Listing


def line(*rows: tuple[str, int], columns: int = 72) -> str:
    """Return the line as text."""
    drawn = counts_over_time(Listing(("month", "events"), list(rows)), columns)
    return "".join(text for text, _ in drawn[0]) if drawn else ""


DRAWN = {
    "months": ([("2024-01", 1), ("2024-03", 2)], "2024-01 ▄ █ 2024-03"),
    "quarters": ([("2013-08", 1), ("2013-09", 1), ("2019-08", 2)], f"2013-Q3 █{' ' * 23}█ 2019-Q3, by quarter"),
    "years, with what is dated to one": (
        [("1990s", 9), ("2000", 1), ("2001-05", 1), ("2023-01", 2)],
        f"2000 ▄▄{' ' * 21}█ 2023, by year",
    ),
    "decades": ([("1801-01", 1), ("1990s", 1), ("2011-12", 2)], f"1800 ▄{' ' * 18}▄ █ 2010, by 10 years"),
    "all years that there are": ([("0001-01", 1), ("9998-12", 1)], f"0000 █{' ' * 18}█ 9500, by 500 years"),
}


@pytest.mark.parametrize(("rows", "drawn"), DRAWN.values(), ids=DRAWN)
def test_profile_draws_from_the_first_event_to_the_last(rows: list[tuple[str, int]], drawn: str) -> None:
    assert line(*rows) == drawn


@pytest.mark.parametrize("columns", [50, 70, 110])
def test_the_line_fits_its_width(columns: int) -> None:
    assert 0 < len(line(("1962-10", 1), ("1999", 1), ("2024-05", 3), columns=columns)) <= columns


def test_a_single_month_is_not_drawn() -> None:
    assert line(("2024-01", 4), ("2024", 1)) == ""
