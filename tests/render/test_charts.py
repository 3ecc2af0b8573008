"""Bars, sparklines, lanes and short dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinorus.render.charts import Stay, axis, bar, lane, matrix, sparkline
from sinorus.render.short_dates import short_date
from sinorus.render.widths import clipped, padded, width
from sinorus.span import DateSpan


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(1, 80))
def test_bar_is_never_longer_than_its_room_and_never_empty_for_something(
    value: int, largest: int, columns: int
) -> None:
    drawn = bar(min(value, largest), largest, columns)
    assert len(drawn) <= columns
    assert bool(drawn) == bool(value)


@given(st.lists(st.integers(0, 99)))
def test_sparkline_has_a_mark_a_value(values: list[int]) -> None:
    assert len(sparkline(values)) == len(values)


@pytest.mark.parametrize(
    ("stays", "drawn"),
    [
        pytest.param([(1, 1)], "•         ", id="a day"),
        pytest.param([(10, 10)], "         •", id="the last day"),
        pytest.param([(3, 6)], "  ━━━━    ", id="several days"),
        pytest.param([(3, 3), (3, 3)], "  2       ", id="two at once"),
        pytest.param([(3, 3)] * 12, "  +       ", id="many at once"),
    ],
)
def test_lane(stays: list[tuple[int, int]], drawn: str) -> None:
    first, last = date(2024, 1, 1), date(2024, 1, 10)
    assert lane([Stay(date(2024, 1, a), date(2024, 1, b)) for a, b in stays], first, last, 10) == drawn


@given(st.dates(date(1, 1, 1), date(9998, 1, 1)), st.integers(0, 400_000), st.integers(20, 200))
def test_axis_fits_for_any_time(first: date, days: int, columns: int) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    ticks, labels = axis(first, last, columns)
    assert len(ticks) == columns
    assert len(labels) <= columns


def test_matrix_is_symmetric() -> None:
    assert matrix({("a", "b"): 2}, ["a", "b", "c"]) == [["·", "2", ""], ["2", "·", ""], ["", "", "·"]]


@pytest.mark.parametrize(
    ("edtf", "short"),
    [
        ("2024-04-08", "2024-04-08"),
        ("2024-04-08/2024-04-09", "2024-04-08/09"),
        ("2024-02-28/2024-03-02", "2024-02-28/03-02"),
        ("2023-12-30/2024-01-02", "2023-12-30/2024-01-02"),
        ("2024-03", "2024-03"),
        ("2024-03/2024-05", "2024-03/05"),
        ("2024", "2024"),
        ("1992/1993", "1992/1993"),
        ("199X", "1990s"),
        ("2001-21", "Spring 2001"),
        ("1905~", "circa 1905"),
        ("2000/..", "2000 to present"),
    ],
)
def test_short_date(edtf: str, short: str) -> None:
    assert short_date(edtf) == short


@given(st.dates(date(1000, 1, 1), date(9999, 12, 1)), st.integers(0, 30))
def test_short_range_begins_with_its_first_day(first: date, days: int) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    assert short_date(DateSpan.range(first, last).edtf).startswith(first.isoformat())


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",))), st.integers(1, 40))
def test_clipped_text_fits(text: str, to: int) -> None:
    assert width(clipped(text, to)) <= to
    assert width(padded(clipped(text, to), to)) == to
