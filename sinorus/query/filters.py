"""Filters: values that say which events are meant, in SQL and in words.

A filter knows no connection and no clock: it holds ids that were looked up before, days, or terms. Two filters with the
same content are equal. `mentions` widens it: actors that are merely talked about, and dates that are told inside the
text, then count as well. No clause is ever NULL, so that `Not` is the exact rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Protocol

from sinorus.query.clauses import Clause, Value, marks
from sinorus.query.periods import Period


class Filter(Protocol):
    """What every filter can do."""

    @property
    def lead(self) -> str:
        """Return the word that joins the filter to a sentence; filters with the same one are joined by "and"."""

    def wording(self) -> str:
        """Return what is asked for, without the lead."""

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on `events`."""


@dataclass(frozen=True, slots=True)
class ActorIs:
    """Events in which one of these actors takes part."""

    ids: tuple[int, ...]
    name: str
    lead: ClassVar[str] = "with"

    def wording(self) -> str:
        """Return the actor's name."""
        return self.name

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        return _with_actors(_among("actor_id", self.ids), mentions)


@dataclass(frozen=True, slots=True)
class CountryIs:
    """Events in which an actor of this country takes part, or the country itself."""

    codes: tuple[str, ...]
    name: str
    lead: ClassVar[str] = "with actors from"

    def wording(self) -> str:
        """Return the country's name."""
        return self.name

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        country = _among("country", self.codes)
        return _with_actors(Clause(f"actor_id IN (SELECT id FROM actors WHERE {country.sql})", country.params), mentions)


@dataclass(frozen=True, slots=True)
class RoleIs:
    """Events in which somebody takes part who holds one of these roles on that day."""

    ids: tuple[int, ...]
    title: str
    lead: ClassVar[str] = "with"

    def wording(self) -> str:
        """Return the title with its article."""
        return f"{'an' if self.title[:1] in 'AEIOUaeiou' else 'a'} {self.title}"

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        return _with_actors(_among("role_id", self.ids), mentions)


@dataclass(frozen=True, slots=True)
class PlaceIs:
    """Events in one of these places."""

    ids: tuple[int, ...]
    name: str
    lead: ClassVar[str] = "in"

    def wording(self) -> str:
        """Return the place's name."""
        return self.name

    def clause(self, mentions: bool = False) -> Clause:  # noqa: ARG002
        """Return the condition on events."""
        return _linked("event_places", _among("place_id", self.ids))


@dataclass(frozen=True, slots=True)
class TopicIs:
    """Events about one of these topics."""

    ids: tuple[int, ...]
    name: str
    lead: ClassVar[str] = "about"

    def wording(self) -> str:
        """Return the topic's name."""
        return self.name

    def clause(self, mentions: bool = False) -> Clause:  # noqa: ARG002
        """Return the condition on events."""
        return _linked("event_topics", _among("topic_id", self.ids))


@dataclass(frozen=True, slots=True)
class ActivityIs:
    """Events of one of these kinds."""

    ids: tuple[int, ...]
    name: str
    lead: ClassVar[str] = "of the kind"

    def wording(self) -> str:
        """Return the activity's name."""
        return self.name

    def clause(self, mentions: bool = False) -> Clause:  # noqa: ARG002
        """Return the condition on events."""
        return _linked("event_activities", _among("activity_id", self.ids))


@dataclass(frozen=True, slots=True)
class SourceIs:
    """Events that one of these sources tells, alone or beside others."""

    ids: tuple[int, ...]
    title: str
    lead: ClassVar[str] = "told by"

    def wording(self) -> str:
        """Return the source's title."""
        return self.title

    def clause(self, mentions: bool = False) -> Clause:  # noqa: ARG002
        """Return the condition on events."""
        return _linked("event_sources", _among("source_id", self.ids))


@dataclass(frozen=True, slots=True)
class DateWithin:
    """Events whose interval shares a day with the period, or with `starts` those that begin in it."""

    period: Period
    starts: bool = False

    # Events longer than this stand in an index of their own; see 0001_tables.sql.
    _LONG: ClassVar[timedelta] = timedelta(days=31)
    _IS_LONG: ClassVar[str] = """({0}"end" IS NULL OR {0}"end" > date({0}start, '+31 days'))"""

    @property
    def lead(self) -> str:
        """Return how the period joins a sentence: by a comma, without a word of its own."""
        return "beginning in" if self.starts else ""

    def wording(self) -> str:
        """Return the period as a person writes it."""
        return self.period.label()

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        own = self._interval("events.")
        if not mentions:
            return own
        told = self._interval("")
        return Clause(
            f"({own.sql} OR events.id IN (SELECT event_id FROM event_dates WHERE {told.sql}))", own.params + told.params
        )

    def _interval(self, table: str) -> Clause:
        """Return `start <= until AND end >= since`, with both ends of the look-up bounded.

        Nearly every event is short, so one that reaches into the period starts soon before it; the long ones are
        looked up apart. Without that, half of all events would have to be read.
        """
        since, until = self.period
        if since is None or self.starts:
            bounds = [(">=", since)] if self.starts and since else []
            bounds += [("<=", until)] if until else []
            parts = [Clause(f"{table}start {sign} ?", (day.isoformat(),)) for sign, day in bounds]
            return Clause.joined(" AND ", parts or [Clause("1")])
        early = max(since, date.min + self._LONG) - self._LONG
        short = [Clause(f"{table}start >= ?", (early.isoformat(),)), Clause(f'{table}"end" >= ?', (since.isoformat(),))]
        long = [
            Clause(self._IS_LONG.format(table)),
            Clause(f'({table}"end" IS NULL OR {table}"end" >= ?)', (since.isoformat(),)),
        ]
        if until:
            end = Clause(f"{table}start <= ?", (until.isoformat(),))
            short.append(end)
            long.append(end)
        either = Clause.joined(" OR ", [Clause.joined(" AND ", short), Clause.joined(" AND ", long)])
        return Clause(f"({either.sql})", either.params)


@dataclass(frozen=True, slots=True)
class Not:
    """All events but those of another filter."""

    filter: Filter
    lead: ClassVar[str] = "not"

    def wording(self) -> str:
        """Return the other filter's sentence."""
        return sentence(self.filter)

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        inner = self.filter.clause(mentions)
        return Clause(f"NOT ({inner.sql})", inner.params)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Events of at least one of several filters; of none, no event."""

    filters: tuple[Filter, ...]

    @property
    def lead(self) -> str:
        """Return the lead that all of them share, if they do."""
        return _shared_lead(self.filters)

    def wording(self) -> str:
        """Return the alternatives, joined by "or"."""
        return _listed(self.filters, "or", self.lead)

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        return _combined(" OR ", "0", self.filters, mentions)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Events of every one of several filters; of none, every event."""

    filters: tuple[Filter, ...]

    @property
    def lead(self) -> str:
        """Return the lead that all of them share, if they do."""
        return _shared_lead(self.filters)

    def wording(self) -> str:
        """Return the conditions, joined by "and"."""
        return _listed(self.filters, "and", self.lead)

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        return _combined(" AND ", "1", self.filters, mentions)


def sentence(filter: Filter) -> str:
    """Return a filter in words, lead and all."""
    return f"{filter.lead} {filter.wording()}".strip()


def _among(column: str, values: tuple[Value, ...]) -> Clause:
    if len(values) == 1:
        return Clause(f"{column} = ?", values)
    return Clause(f"{column} IN ({marks(values)})", values)


def _linked(table: str, condition: Clause) -> Clause:
    return Clause(f"events.id IN (SELECT event_id FROM {table} WHERE {condition.sql})", condition.params)


def _with_actors(condition: Clause, mentions: bool) -> Clause:
    part = "" if mentions else " AND part = 'participant'"
    return _linked("event_actors", Clause(condition.sql + part, condition.params))


def _combined(word: str, none: str, filters: Iterable[Filter], mentions: bool) -> Clause:
    clauses = [filter.clause(mentions) for filter in filters]
    whole = Clause.joined(word, [Clause(f"({sql})", params) for sql, params in clauses] or [Clause(none)])
    return Clause(f"({whole.sql})", whole.params)


def _shared_lead(filters: tuple[Filter, ...]) -> str:
    leads = {filter.lead for filter in filters}
    return leads.pop() if len(leads) == 1 else ""


def _listed(filters: tuple[Filter, ...], word: str, lead: str) -> str:
    return f" {word} ".join(filter.wording() if lead else sentence(filter) for filter in filters)
