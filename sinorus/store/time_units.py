"""Time units as events are counted by: every one from a first to a last, so that what is empty can be told as such.

    >>> units_between("quarter", "2023-Q4", "2024-Q2")
    ['2023-Q4', '2024-Q1', '2024-Q2']

Years are written 2024, quarters 2024-Q1, months 2024-03, weeks by their Monday. What is dated more coarsely than a unit
("2024" among months, "1990s") is none of them.
"""

import re
from datetime import date, timedelta

from sinorus.store.dimensions import Measure

_FORMS: dict[Measure, str] = {
    "year": r"\d{4}",
    "quarter": r"\d{4}-Q[1-4]",
    "month": r"\d{4}-\d\d",
    "week": r"\d{4}-\d\d-\d\d",
}
_MONTHS = 12
_QUARTERS = 4


def is_unit(measure: Measure, label: str) -> bool:
    """Tell whether a label is one of the measure's units."""
    return re.fullmatch(_FORMS[measure], label) is not None


def units_between(measure: Measure, first: str, last: str) -> list[str]:
    """Return all units from the first to the last, both included."""
    if measure == "year":
        return [f"{year:04d}" for year in range(int(first), int(last) + 1)]
    if measure == "week":
        monday, end = date.fromisoformat(first), date.fromisoformat(last)
        return [str(monday + timedelta(days=days)) for days in range(0, (end - monday).days + 1, 7)]
    joint, count = ("-Q", _QUARTERS) if measure == "quarter" else ("-", _MONTHS)
    since, until = (int(one[:4]) * count + int(one.split(joint)[1]) - 1 for one in (first, last))
    digits = 1 if measure == "quarter" else 2
    return [f"{n // count:04d}{joint}{n % count + 1:0{digits}d}" for n in range(since, until + 1)]


def empty_units(measure: Measure, labels: list[str]) -> list[str]:
    """Return the units between the first and the last of some labels that are not among them."""
    units = {label for label in labels if is_unit(measure, label)}
    if not units:
        return []
    return [unit for unit in units_between(measure, min(units), max(units)) if unit not in units]
