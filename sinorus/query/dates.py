"""DateWithin: the filter by time.

An event matches when its interval shares a day with the period: `start <= until AND end >= since`. Enumerated just
so, half of all events would have to be read, because neither bound limits the other. But nearly every event is short,
so one that reaches into the period begins soon before it; the few long ones stand in a partial index of their own
(`events_long` in 0001_tables.sql) and are looked up there.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sinorus.query.clauses import Clause
from sinorus.query.filters import link_test
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

    def ids(self, mentions: bool = False) -> Clause:
        """Return a SELECT of the ids of the events."""
        tables = [("id", "events"), ("event_id", "event_dates")] if mentions else [("id", "events")]
        return Clause.joined(
            " UNION ALL ",
            [
                Clause(f"SELECT {column} FROM {table} WHERE {condition.sql}", condition.params)
                for column, table in tables
                for condition in self._look_ups()
            ],
        )

    def test(self, mentions: bool = False) -> Clause:
        """Return the condition on one event."""
        condition = Clause.joined(" AND ", [*self._bounds(), *self._ends()] or [Clause("1")])
        if not mentions:
            return condition
        told = link_test("event_dates", condition)
        return Clause(f"({condition.sql} OR {told.sql})", condition.params + told.params)

    def _look_ups(self) -> list[Clause]:
        """Return conditions that together give the same events as the test, each over a short range of an index."""
        since = self.period.since
        if since is None or self.starts:
            return [Clause.joined(" AND ", self._bounds() or [Clause("1")])]
        early = max(since, date.min + _SHORT) - _SHORT
        short = [_day("start >= ?", early), *self._bounds(), _day('"end" >= ?', since)]
        return [Clause.joined(" AND ", short), Clause.joined(" AND ", [_LONG, *self._bounds(), *self._ends()])]

    def _bounds(self) -> list[Clause]:
        since, until = self.period
        bounds = [_day("start >= ?", since)] if since and self.starts else []
        return bounds + ([_day("start <= ?", until)] if until else [])

    def _ends(self) -> list[Clause]:
        since = self.period.since
        return [_day('("end" IS NULL OR "end" >= ?)', since)] if since and not self.starts else []


def _day(condition: str, day: date) -> Clause:
    return Clause(condition, (day.isoformat(),))
