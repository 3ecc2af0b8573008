"""One matched token of figures -> its kind and value: "2014-03-23" an ISO date, "12/6/03" three numbers in open order.

Letters that a scanner put for digits are read as digits where a year, a month or a day must be ("1Q62" is 1962,
"0ct" October).
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from sinorus.labels import MONTHS

Reading = tuple[str, Any]
_BLURRED = str.maketrans("01|", "oll")
_SCANNED = str.maketrans("OoQqIlSBZ", "009911582")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DIGITS = re.compile(r"\d+")


class Numeric(NamedTuple):
    """A date of three numbers whose first two may be day and month or month and day; the year is -1 when left out."""

    one: int
    two: int
    year: int
    short: bool
    mark: str


def read_figures(group: str, text: str) -> Reading:
    """Return the kind and value of a token that one of the token patterns matched."""
    return _READERS[group](text)


def _read_number(text: str) -> Reading:
    if text.isdigit():
        digits, ordinal = text, False
    else:
        digits, ordinal = _DIGITS.findall(text)[0], True
    number = int(digits)
    if len(digits) <= 2:
        return ("j" if ordinal else "n"), number
    if ordinal or len(digits) == 3:
        return "3", number
    return ("y" if 1000 <= number < 2200 else "4"), number


def _read_iso(text: str) -> Reading:
    year, month, day = _DIGITS.findall(text)[:3]
    return "i", (int(year), int(month) or -1, int(day) or -1)


def _read_compact(text: str) -> Reading:
    return "i", (int(text[:4]), int(text[4:6]) or -1, int(text[6:]) or -1)


def _read_numeric(text: str) -> Reading:
    one, two, year = _DIGITS.findall(text)
    return "N", Numeric(int(one), int(two), int(year), len(year) == 2, text[len(one)])


def _read_roman(text: str) -> Reading:
    day, month, year = re.split(r"[./ -]", text)
    return "i", (int(year), _ROMAN.index(month) + 1, int(day))


def _read_week(text: str) -> Reading:
    year, week, *day = _DIGITS.findall(text)
    return "W", (int(year), int(week), int(day[0]) if day else 0)


def _read_year_and_number(text: str) -> Reading:
    return "I", (int(text[:4]), int(text[5:]), text[4])


def _read_decade(text: str) -> Reading:
    digits = _DIGITS.findall(text)[0]
    return "D", (int(digits), len(digits) == 2)


def _read_scanned(text: str) -> Reading:
    number = int(text.translate(_SCANNED))
    return ("y" if number >= 1000 else "n"), number


def _read_blurred(text: str) -> Reading:
    month = text.rstrip(".").translate(_BLURRED).lower()
    return "m", next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(month))


def _read_era(text: str) -> Reading:
    return ("B" if text[0] == "B" else "A"), text


_READERS: dict[str, Callable[[str], Reading]] = {
    "number": _read_number,
    "iso": _read_iso,
    "chinese": _read_iso,
    "compact": _read_compact,
    "numeric": _read_numeric,
    "roman": _read_roman,
    "week": _read_week,
    "yearmonth": _read_year_and_number,
    "decade": _read_decade,
    "nineties": _read_decade,
    "open": lambda text: ("X", text),
    "quarter": lambda text: ("Q", int(_DIGITS.findall(text)[0])),
    "fourth": lambda text: ("Q", int(_DIGITS.findall(text)[0])),
    "half": lambda text: ("H", int(_DIGITS.findall(text)[0])),
    "second": lambda text: ("H", int(_DIGITS.findall(text)[0])),
    "short": lambda text: ("Y", int(text[1:])),
    "scanned": _read_scanned,
    "misread": _read_scanned,
    "blurred": _read_blurred,
    "zeroed": _read_blurred,
    "era": _read_era,
    "style": lambda text: ("O", text[0].lower()),
    "dash": lambda text: ("-", text),
    "tilde": lambda text: ("~", text),
}
