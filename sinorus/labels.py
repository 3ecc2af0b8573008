"""Atoms -> the words that a reader expects: "April 8-9, 2024", "June-September 1952", "early March 2003", "circa 1905".

Every label can be read back by the date grammar (`sinorus.dates.parse_date`) and gives the same atoms.
"""

from sinorus.edtf import SPRING, WINTER, Atom, days_in_month

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_PARTS = ("early", "mid", "late")


def label(first: Atom, last: Atom | None) -> str:
    """Return the label of an interval.

    >>> label(Atom(2024, 4, 8), Atom(2024, 4, 9)), label(Atom(1992, 24), Atom(1992, 24)), label(Atom(2000), None)
    ('April 8-9, 2024', 'Winter 1992-93', '2000 to present')
    """
    if last is None:
        return f"{_of_atom(first)} to present"
    if first == last:
        return _of_atom(first)
    return _of_part(first, last) or _of_days(first, last) or _of_months(first, last) or _of_any(first, last)


def part_of_month(year: int, month: int, part: str) -> tuple[Atom, Atom]:
    """Return the ten days or so that "early", "mid" or "late" in a month are taken for."""
    start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, days_in_month(year, month))}[part]
    return Atom(year, month, start, "~"), Atom(year, month, end, "~")


def part_of_year(year: int, part: str) -> tuple[Atom, Atom]:
    """Return the four months that "early", "mid" or "late" in a year are taken for."""
    start = {"early": 1, "mid": 5, "late": 9}[part]
    return Atom(year, start, 0, "~"), Atom(year, start + 3, 0, "~")


def part_of_decade(decade: int, part: str) -> tuple[Atom, Atom]:
    """Return the three or four years that "early", "mid" or "late" in a decade are taken for."""
    start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    return Atom(decade + start, 0, 0, "~"), Atom(decade + end, 0, 0, "~")


def _of_atom(atom: Atom) -> str:
    circa = "circa " if "~" in atom.qualifier or "%" in atom.qualifier else ""
    doubt = "?" if "?" in atom.qualifier or "%" in atom.qualifier else ""
    return circa + _plain(atom) + doubt


def _plain(atom: Atom) -> str:
    if atom.unspecified == 2:
        return f"{_ordinal(atom.year // 100 + 1)} century"
    year = _year(atom.year) + ("s" if atom.unspecified else "")
    if not atom.month:
        return year
    if atom.month == WINTER and _is_usual(atom.year):
        return f"Winter {year}-{(atom.year + 1) % 100:02d}"
    if atom.month >= SPRING:
        return f"{_SEASONS[atom.month - SPRING]} {year}"
    if not atom.day:
        return f"{MONTHS[atom.month - 1]} {year}"
    return f"{MONTHS[atom.month - 1]} {atom.day}, {year}"


def _ordinal(number: int) -> str:
    ending = "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _year(year: int) -> str:
    return str(year) if _is_usual(year) else f"AD {year}"


def _is_usual(year: int) -> bool:
    """Tell whether four digits by themselves are taken for a year."""
    return 1000 <= year < 2200


def _of_part(first: Atom, last: Atom) -> str | None:
    """Return "early March 2003" and its like when the interval is just what those words are taken for."""
    for part in _PARTS:
        joint = "-" if part == "mid" else " "
        if first.month in range(1, 13) and (first, last) == part_of_month(first.year, first.month, part):
            return f"{part}{joint}{_plain(Atom(first.year, first.month))}"
        if (first, last) == part_of_year(first.year, part):
            return f"{part}{joint}{_year(first.year)}"
        decade = first.year // 10 * 10
        if (first, last) == part_of_decade(decade, part):
            return f"{part}{joint}{_year(decade)}s"
    return None


def _of_days(first: Atom, last: Atom) -> str | None:
    if not (first.day and last.day) or first.qualifier or last.qualifier:
        return None
    if not (_is_usual(first.year) and _is_usual(last.year)):
        return None
    if first.year != last.year:
        return f"{_plain(first)}-{_plain(last)}"
    opening = f"{MONTHS[first.month - 1]} {first.day}"
    if first.month == last.month:
        return f"{opening}-{last.day}, {_year(last.year)}"
    return f"{opening}-{_plain(last)}"


def _of_months(first: Atom, last: Atom) -> str | None:
    """Return "June-September 1952" or "1992-1993"; nothing when the two ends are of different kinds."""
    if first.qualifier or last.qualifier or first.day or last.day or first.unspecified or last.unspecified:
        return None
    usual = _is_usual(first.year) and _is_usual(last.year)
    if not usual or bool(first.month) != bool(last.month) or max(first.month, last.month) > 12:
        return None
    if first.month and first.year == last.year:
        return f"{MONTHS[first.month - 1]}-{_plain(last)}"
    return f"{_plain(first)}-{_plain(last)}"


def _of_any(first: Atom, last: Atom) -> str:
    return f"{_of_atom(first)} to {_of_atom(last)}"
