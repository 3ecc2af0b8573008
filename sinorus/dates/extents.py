"""A point that is complete -> the atoms from which and to which it runs; two atoms -> a span, if the days are there.

"Early March 2003" runs from the 1st to the 10th, the 1990s from 1990 to 1999. What no calendar has is refused here.
"""

from datetime import date

from sinorus.dates.expressions import Part, Point
from sinorus.edtf import SPRING, WINTER, Atom, days_in_month
from sinorus.labels import MONTHS, part_of_decade, part_of_month, part_of_year
from sinorus.span import DateSpan

_LAST_JULIAN_YEAR = 1923
_LAST_YEAR = 9990
# Days by which the Gregorian calendar is ahead of the Julian, by century.
_JULIAN_GAPS = {15: 10, 16: 10, 17: 11, 18: 12, 19: 13}


class UnreadableDateError(ValueError):
    """A date that cannot be: `reason` says why in a sentence, `remedy` what would help."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def atoms_of_point(point: Point) -> tuple[Atom, Atom]:
    """Return the first and last atom of a point that is complete."""
    if point.part is not None and not point.day:
        return _part_atoms(point, point.part)[0], _part_atoms(point, point.part_end or point.part)[1]
    atom = Atom(point.year, point.month, point.day, point.qualifier, point.unspecified)
    if point.until is None:
        return atom, atom
    return atom, Atom(point.until.year or point.year, point.until.month, point.until.day, point.qualifier)


def _part_atoms(point: Point, part: Part) -> tuple[Atom, Atom]:
    """Return what "early", "mid" or "late" in a decade, year, month or season is taken for."""
    if point.unspecified:
        return part_of_decade(point.year, part)
    if not point.month:
        return part_of_year(point.year, part)
    if point.month <= 12:
        return part_of_month(point.year, point.month, part)
    count = 3 * (point.month - 20) + {"early": 0, "mid": 1, "late": 2}[part]
    atom = Atom(point.year + (count > 12), (count - 1) % 12 + 1, 0, "~")
    return atom, atom


def is_other_calendar(first: Point, last: Point) -> bool:
    """Tell whether "12/24 March 1878" names one day in the Julian and the Gregorian calendar."""
    if not (first.day and last.day) or last.year > _LAST_JULIAN_YEAR:
        return False
    try:
        gap = (date(last.year, last.month, last.day) - date(first.year, first.month, first.day)).days
    except ValueError:
        return False
    return gap == _JULIAN_GAPS.get((last.year - 1 if last.month < 3 else last.year) // 100)


def span_between(first: Atom, last: Atom | None) -> DateSpan:
    if first != last:
        # An interval of EDTF level 1 has no open digits: "2000s to present" begins with 2000.
        first = first._replace(unspecified=0)
        last = last and last._replace(year=last.year + 10**last.unspecified - 1, unspecified=0)
    for atom in (first, last):
        if atom is not None:
            _refuse_impossible(atom)
    try:
        return DateSpan.between(first, last)
    except ValueError as error:
        raise UnreadableDateError(
            "the range runs backwards", "Swap its ends, or correct the one that is wrong."
        ) from error


def _refuse_impossible(atom: Atom) -> None:
    if not 1 <= atom.year <= _LAST_YEAR:
        raise UnreadableDateError(f"there is no year {atom.year}", "Correct the year.")
    if atom.month < 0 or 12 < atom.month < SPRING or atom.month > (12 if atom.day else WINTER):
        raise UnreadableDateError(f"there is no month {max(atom.month, 0)}", "Correct the month.")
    if atom.day and not atom.month:
        raise UnreadableDateError("there is a day but no month", "Write the month before the day.")
    if atom.day and not 1 <= atom.day <= days_in_month(atom.year, atom.month):
        year = f" {atom.year}" if atom.month == 2 else ""
        raise UnreadableDateError(f"there is no {MONTHS[atom.month - 1]} {max(atom.day, 0)}{year}", "Correct the day.")
