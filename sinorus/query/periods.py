"""A period as users type it -> its first and last day, both inclusive.

    2024   2020s   2024-03   2024-03-05   2024Q2   2024H1   2024-W05
    summer 2024   2024-22   199X   1905~               seasons, and dates as they are printed, in EDTF
    March   March 2024   March 5, 2024   5 March 2024   5.3.2024
    today   yesterday   last week   this month   next year   last 3 months   2 weeks ago
    -3m   +2w                                          an offset from today, in d, w, m, q, y
    A..B   A..   ..B   A to B   since A   until B      from the first day of A to the last day of B
    2024-04-08/2024-04-09   2024-04-08/09   2000/..    the same, as ranges are printed

A month or a day without its year is the latest one that has begun. An offset that stands alone is the time from then
until today; as one end of a range it is that day. Nothing here reads the clock: `today` is a parameter.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from sinorus.edtf import AUTUMN, SPRING, SUMMER, WINTER, Atom, days_in_month, parse_edtf
from sinorus.errors import UsageError
from sinorus.labels import MONTHS
from sinorus.query.period_labels import label

FORMS = (
    "Write 2024, 2024-03, 2024-03-05, 2024Q2, 2024H1, summer 2024, March 2024, 1990s, today, last month, -3m, "
    "or a range: 2024-01..2024-03, 2024-02.., ..2024-02, -3m.."
)
_RANGE = re.compile(r"\s*(?:\.\.+|…|\s(?:to|through|-|–|—)\s)\s*", re.IGNORECASE)
# A range as it is printed; of its end, what it shares with the beginning may be missing.
_PRINTED = re.compile(r"(\d{2}[\dX]{2}[-\d]*[~?%]?)/((?:\d\d-)?\d\d|\d{2}[\dX]{2}[-\d]*[~?%]?|\.\.|)", re.IGNORECASE)
_DAY_LENGTH = len("2024-04-08")
_SEASONS = {"spring": SPRING, "summer": SUMMER, "autumn": AUTUMN, "fall": AUTUMN, "winter": WINTER}
_SINCE_UNTIL = re.compile(r"(?:(since)|until)\s+(\S.*)", re.IGNORECASE)


class Period(NamedTuple):
    """Days from `since` to `until`, both inclusive; None leaves that side open."""

    since: date | None
    until: date | None

    def label(self) -> str:
        """Return the period as a person writes it; reading it gives the period again."""
        return label(self.since, self.until)


class _Part(NamedTuple):
    """One end of a range: its days, and whether it is a mere offset from today."""

    since: date
    until: date
    offset: bool = False


def parse_period(text: str, today: date) -> Period:
    """Read a period.

    Raises: UsageError when it has no accepted form, names a day that does not exist, or runs backwards.
    """
    sides = _sides(text)
    if len(sides) == 1:
        part = _parse_part(sides[0], today, text)
        if not part.offset:
            return Period(part.since, part.until)
        return Period(min(part.since, today), max(part.since, today))
    first, last = sides
    if not first and not last:
        raise _unreadable(text)
    until = _parse_part(last, today, text) if last else None
    since = _parse_part(first, until.until if until and not until.offset else today, text, today) if first else None
    return between(since and since.since, until and until.until, text)


def parse_since(text: str, today: date) -> date:
    """Return the first day of a period without a range; of an offset, that day.

    Raises: UsageError as `parse_period` does.
    """
    return _parse_part(text, today, text).since


def parse_until(text: str, today: date) -> date:
    """Return the last day of a period without a range; of an offset, that day.

    Raises: UsageError as `parse_period` does.
    """
    return _parse_part(text, today, text).until


def between(since: date | None, until: date | None, text: str) -> Period:
    """Return the period from one day to another; `text` is what the user typed.

    Raises: UsageError when it runs backwards.
    """
    if since and until and until < since:
        raise UsageError(
            f"The period {text!r} runs backwards: it would begin on {since} and end on {until}.",
            "Write the earlier end first.",
        )
    return Period(since, until)


def _sides(text: str) -> list[str]:
    if match := _SINCE_UNTIL.fullmatch(text.strip()):
        return [match[2], ""] if match[1] else ["", match[2]]
    if (match := _PRINTED.fullmatch(text.strip())) and (sides := _printed_sides(match)):
        return sides
    return [side.strip() for side in _RANGE.split(text, maxsplit=1)]


def _printed_sides(match: re.Match[str]) -> list[str]:
    """Return both ends of a range as printed; nothing for a month or a day that is merely written with strokes."""
    first, last = match[1], match[2].replace("..", "")
    if 0 < len(last) < len("2024") or re.fullmatch(r"\d\d-\d\d", last):
        return [first, first[: -len(last)] + last] if len(first) == _DAY_LENGTH else []
    return [first, last]


def _parse_part(text: str, latest: date, whole: str, today: date | None = None) -> _Part:
    """Read one end; `latest` is the day before which a month without a year is meant."""
    words = " ".join(text.replace("−", "-").split()).casefold()
    for pattern, read in _patterns():
        if match := pattern.fullmatch(words):
            try:
                part = read(match, today or latest) if read in _RELATIVE else read(match, latest)
            except (ValueError, OverflowError) as error:
                raise UsageError(f"No such date: {text.strip()!r} ({error}).", FORMS) from None
            if part:
                return part
    raise _unreadable(whole)


def _unreadable(text: str) -> UsageError:
    return UsageError(f"This is not a period: {text!r}.", FORMS)


def _decade(match: re.Match[str], _: date) -> _Part:
    first = int(match[1])
    return _Part(date(first, 1, 1), date(first + 9, 12, 31))


def _year(match: re.Match[str], _: date) -> _Part:
    return _months(int(match[1]), 1, 12)


def _part_of_year(match: re.Match[str], _: date) -> _Part:
    number, length = int(match["n"]), {"q": 3, "h": 6}[match["part"]]
    if not 1 <= number <= 12 // length:
        raise ValueError(f"a year has {12 // length} of them")
    return _months(int(match["year"]), (number - 1) * length + 1, length)


def _week(match: re.Match[str], _: date) -> _Part:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return _Part(monday, monday + timedelta(days=6))


def _iso_month(match: re.Match[str], _: date) -> _Part:
    return _months(int(match[1]), int(match[2]), 1)


def _iso_day(match: re.Match[str], _: date) -> _Part:
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def _season(match: re.Match[str], _: date) -> _Part:
    number = _SEASONS[match["name"]] if match["name"] else int(match["number"])
    return _atom(Atom(int(match["year"]), number))


def _printed(match: re.Match[str], _: date) -> _Part:
    return _atom(parse_edtf(match[0].upper())[0])


def _atom(atom: Atom) -> _Part:
    return _Part(atom.first_day(), atom.last_day())


def _named(match: re.Match[str], latest: date) -> _Part | None:
    month = _month_number(match["month"])
    if month is None:
        return None
    day = int(match["day"]) if match["day"] else None
    year = int(match["year"]) if match["year"] else _latest_year(month, day or 1, latest)
    return _day(year, month, day) if day else _months(year, month, 1)


def _month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name or for a beginning of it that no other month has."""
    return next((i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(word)), None)


def _latest_year(month: int, day: int, latest: date) -> int:
    return latest.year - ((month, day) > (latest.month, latest.day))


def _near_day(match: re.Match[str], today: date) -> _Part:
    day = today + timedelta(days=("yesterday", "today", "tomorrow").index(match[1]) - 1)
    return _Part(day, day)


def _near_unit(match: re.Match[str], today: date) -> _Part:
    steps = {"last": -1, "previous": -1, "this": 0, "next": 1}[match[1]]
    unit = match[2]
    if unit == "week":
        monday = today + timedelta(days=7 * steps - today.weekday())
        return _Part(monday, monday + timedelta(days=6))
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    index = (today.year * 12 + today.month - 1) // length + steps
    year, month = divmod(index * length, 12)
    return _months(year, month + 1, length)


def _last_few(match: re.Match[str], today: date) -> _Part:
    return _Part(_shifted(today, -int(match[1]), match[2][0]), today)


def _ago(match: re.Match[str], today: date) -> _Part:
    day = _shifted(today, -int(match[1]), match[2][0])
    return _Part(day, day)


def _offset(match: re.Match[str], today: date) -> _Part:
    day = _shifted(today, int(match[1]), match[2])
    return _Part(day, day, offset=True)


def _shifted(today: date, number: int, unit: str) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - read only when such a period is typed

    months = {"m": 1, "q": 3, "y": 12}.get(unit)
    if months:
        return today + relativedelta(months=number * months)
    return today + timedelta(days=number * (7 if unit == "w" else 1))


def _months(year: int, month: int, count: int) -> _Part:
    if not 1 <= month <= 12:
        raise ValueError("a year has 12 months")
    last = month + count - 1
    return _Part(date(year, month, 1), date(year, last, days_in_month(year, last)))


def _day(year: int, month: int, day: int) -> _Part:
    if 1 <= month <= 12 and not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"{MONTHS[month - 1]} {year} has {days_in_month(year, month)} days")
    exact = date(year, month, day)
    return _Part(exact, exact)


_Reader = Callable[[re.Match[str], date], _Part | None]
_RELATIVE: tuple[_Reader, ...] = (_near_day, _near_unit, _last_few, _ago, _offset)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_FORMS: tuple[tuple[str, _Reader], ...] = (
    (r"(\d{3}0)s", _decade),
    (r"(\d{4})", _year),
    (r"(?P<year>\d{4})[- ]?(?P<part>[qh])(?P<n>\d)", _part_of_year),
    (r"(?P<part>[qh])(?P<n>\d),?[- ]?(?P<year>\d{4})", _part_of_year),
    (r"(\d{4})-?w(\d{1,2})", _week),
    (rf"{_YEAR}-(?P<number>2[1-4])(?P<name>)[~?%]?", _season),
    (rf"(?P<name>{'|'.join(_SEASONS)})(?P<number>)(?: of)?,? {_YEAR}", _season),
    (rf"{_YEAR},? (?P<name>{'|'.join(_SEASONS)})(?P<number>)", _season),
    (r"(\d{4})[-/](\d{1,2})", _iso_month),
    (r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})", _iso_day),
    (r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})", _iso_day),
    (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", _iso_day),
    (r"(yesterday|today|tomorrow)", _near_day),
    (r"(last|previous|this|next) (week|month|quarter|year)", _near_unit),
    (r"(?:last|past) (\d{1,6}) (days?|weeks?|months?|quarters?|years?)", _last_few),
    (r"(\d{1,6}) (days?|weeks?|months?|quarters?|years?) ago", _ago),
    (r"([-+]\d{1,6}) ?([dwmqy])", _offset),
    (rf"{_MONTH}(?P<day>)(?:,? {_YEAR})?", _named),
    (rf"{_YEAR} {_MONTH}(?P<day>)", _named),
    (rf"{_MONTH} {_DAY}(?:,? {_YEAR})?", _named),
    (rf"{_DAY} {_MONTH}(?:,? {_YEAR})?", _named),
    (r"\d{2}[\dx]{2}(?:-[\dx]{2}){0,2}[~?%]?", _printed),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """Compile the forms when the first period is read; most questions have none."""
    return tuple((re.compile(pattern, re.ASCII), read) for pattern, read in _FORMS)
