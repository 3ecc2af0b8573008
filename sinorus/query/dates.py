"""DateWithin: the filter by time.

An event matches when its interval shares a day with the period: `start <= until AND end >= since`. Enumerated just
so, half of all events would have to be read, because neither bound limits the other. But nearly every event is short,
so one that reaches into the period begins soon before it; the few long ones stand in a partial index of their own
(`events_long` in 0001_tables.sql) and are looked up there.

A date told inside a text ("on Jan. 15", "in 2023") counts likewise when it is no longer than a month. A longer one only
counts when it lies wholly in the period: "in 2023" tells nothing of a certain day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sinorus.errors import UsageError
from sinorus.query.clauses import Clause
from sinorus.query.filters import link_test
from sinorus.query.periods import Period, between, parse_period, parse_since, parse_until
from sinorus.query.request import split_values

_SHORT = timedelta(days=31)
# As the partial indexes write it, or SQLite would not use them.
_LONG = Clause("""("end" IS NULL OR "end" > date(start, '+31 days'))""")
_NOT_LONG = Clause("""("end" <= date(start, '+31 days'))""")


@dataclass(frozen=True, slots=True)
class DateWithin:
    """Events whose interval shares a day with the period; with `starts`, those that begin in it."""

    period: Period
    starts: bool = False

    @property
    def lead(self) -> str:
        """Return how the period joins a sentence: by a comma, without a word of its own."""
        return "beginning" if self.starts else ""

    def wording(self) -> str:
        """Return the period as a person writes it."""
        closed = self.period.since and self.period.until
        return f"{'in ' if self.starts and closed else ''}{self.period.label()}"

    def ids(self, mentions: bool = False) -> Clause:
        """Return a SELECT of the ids of the events."""
        selects = [_select("id", "events", condition) for condition in self._look_ups()]
        if mentions:
            told = (self._told_shortly(), self._told_within())
            selects += [_select("event_id", "event_dates", condition) for condition in told]
        return Clause.joined(" UNION ALL ", selects)

    def test(self, mentions: bool = False) -> Clause:
        """Return the condition on one event."""
        condition = Clause.joined(" AND ", [*self._bounds(), *self._ends()] or [Clause("1")])
        if not mentions:
            return condition
        told = [link_test("event_dates", told) for told in (self._told_shortly(), self._told_within())]
        any_of = Clause.joined(" OR ", [condition, *told])
        return Clause(f"({any_of.sql})", any_of.params)

    def _look_ups(self) -> list[Clause]:
        """Return conditions that together give the same events as the test, each over a short range of an index."""
        since = self.period.since
        if since is None or self.starts:
            return [Clause.joined(" AND ", self._bounds() or [Clause("1")])]
        early = max(since, date.min + _SHORT) - _SHORT
        short = [_day("start >= ?", early), *self._bounds(), _day('"end" >= ?', since)]
        return [Clause.joined(" AND ", short), Clause.joined(" AND ", [_LONG, *self._bounds(), *self._ends()])]

    def _told_shortly(self) -> Clause:
        """Return the condition on a told date of a month at most that shares a day with the period."""
        return Clause.joined(" AND ", [self._look_ups()[0], _NOT_LONG])

    def _told_within(self) -> Clause:
        """Return the condition on a told date that lies wholly in the period."""
        since, until = self.period
        bounds = [_day("start >= ?", since)] if since else []
        bounds += [_day("start <= ?", until), _day('"end" <= ?', until)] if until else []
        return Clause.joined(" AND ", bounds or [Clause("1")])

    def _bounds(self) -> list[Clause]:
        since, until = self.period
        bounds = [_day("start >= ?", since)] if since and self.starts else []
        return bounds + ([_day("start <= ?", until)] if until else [])

    def _ends(self) -> list[Clause]:
        since = self.period.since
        return [_day('("end" IS NULL OR "end" >= ?)', since)] if since and not self.starts else []


def parse_on(value: str, today: date, starts: bool = False) -> list[DateWithin]:
    """Read a period, whose own form may have a comma, or several with commas between them.

    Raises: UsageError for what is no period.
    """
    try:
        periods = [parse_period(value, today)]
    except UsageError:
        if "," not in value:
            raise
        periods = [parse_period(part, today) for part in _parts(value, today)]
    return [DateWithin(period, starts) for period in periods]


def parse_between(since: str | None, until: str | None, today: date, starts: bool = False) -> DateWithin:
    """Read the period from the first day of one to the last day of another; a missing one leaves its side open.

    Raises: UsageError for what is no period, or runs backwards.
    """
    first = None if since is None else parse_since(since, today)
    last = None if until is None else parse_until(until, today)
    return DateWithin(between(first, last, f"{since or ''}..{until or ''}"), starts)


def _parts(value: str, today: date) -> list[str]:
    """Split a value at its commas, but not where the comma is a period's own: "March 5, 2024, March 9, 2024"."""
    parts: list[str] = []
    for piece in split_values(value):
        if parts and _is_period(together := f"{parts[-1]}, {piece}", today):
            parts[-1] = together
        else:
            parts.append(piece)
    return parts


def _is_period(text: str, today: date) -> bool:
    try:
        parse_period(text, today)
    except UsageError:
        return False
    return True


def _day(condition: str, day: date) -> Clause:
    return Clause(condition, (day.isoformat(),))


def _select(column: str, table: str, condition: Clause) -> Clause:
    # The plus keeps SQLite from walking a whole table by its numbers, where somebody wants the ids in order.
    return Clause(f"SELECT +{column} FROM {table} WHERE {condition.sql}", condition.params)
