"""Every year, quarter, month and week from a first to a last."""

import pytest

from sinorus.store.dimensions import Measure
from sinorus.store.time_units import empty_units, units_between


@pytest.mark.parametrize(
    ("measure", "first", "last", "units"),
    [
        pytest.param("year", "1998", "2001", ["1998", "1999", "2000", "2001"], id="years"),
        pytest.param("quarter", "2023-Q4", "2024-Q1", ["2023-Q4", "2024-Q1"], id="quarters"),
        pytest.param("month", "2023-11", "2024-01", ["2023-11", "2023-12", "2024-01"], id="months"),
        pytest.param("week", "2024-12-23", "2025-01-06", ["2024-12-23", "2024-12-30", "2025-01-06"], id="weeks"),
    ],
)
def test_units_run_over_the_year(measure: Measure, first: str, last: str, units: list[str]) -> None:
    assert units_between(measure, first, last) == units


def test_what_is_coarser_than_a_unit_is_none_of_them() -> None:
    assert empty_units("month", ["1990s", "2023", "2024-01", "2024-03", "2026"]) == ["2024-02"]
    assert empty_units("month", ["2023"]) == []
