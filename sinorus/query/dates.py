"""DateWithin: the filter by time.

An event matches when its interval shares a day with the period: `start <= until AND end >= since`. Asked just so, half
of all events would have to be read, because neither bound limits the other. But nearly every event is short, so one
that reaches into the period begins soon before it; the few long ones stand in a partial index of their own
(`events_long` in 0001_tables.sql) and are looked up there.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sinorus.query.clauses import Clause
from sinorus.query.filters import linked
from sinorus.query.periods import Period

_SHORT = timedelta(days=31)
# As the partial indexes write it, or SQLite would not use them.
_LONG = Clause("""("end" IS NULL OR "end" > date(start, '+31 days'))""")


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

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        since, until = self.period
        interval = _beginning(since, until) if self.starts else _overlapping(since, until)
        if not mentions:
            return interval
        told = linked("event_dates", interval)
        return Clause(f"({interval.sql} OR {told.sql})", interval.params + told.params)


def _beginning(since: date | None, until: date | None) -> Clause:
    bounds = [_day("start >= ?", since)] if since else []
    bounds += [_day("start <= ?", until)] if until else []
    return Clause.joined(" AND ", bounds or [Clause("1")])


def _overlapping(since: date | None, until: date | None) -> Clause:
    if since is None:
        return _beginning(None, until)
    early = max(since, date.min + _SHORT) - _SHORT
    short = [_day("start >= ?", early), _day('"end" >= ?', since)]
    long = [_LONG, _day('("end" IS NULL OR "end" >= ?)', since)]
    if until:
        short.append(_day("start <= ?", until))
        long.append(_day("start <= ?", until))
    reach, last = Clause.joined(" AND ", short), Clause.joined(" AND ", long)
    return Clause(f"(({reach.sql}) OR ({last.sql}))", reach.params + last.params)


def _day(condition: str, day: date) -> Clause:
    return Clause(condition, (day.isoformat(),))
