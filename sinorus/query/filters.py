"""Filters: values that say which events are meant, in SQL and in words.

A filter knows no connection and no clock: it holds ids that were looked up before, days, or terms. Two filters
with the same content are equal. `mentions` widens it: actors that are merely talked about, and dates that are told
inside the text, then count as well.

A filter says the same thing twice: `ids` enumerates its events from an index, which is right for the filter that
leaves the fewest of them; `test` looks at one event at a time, which is right for the others. `clause` is the
condition by itself. No test is ever NULL, so that `Not` is the exact rest.
"""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from sinorus.query.clauses import Clause, Value, marks

_OF_OFFICE = "(SELECT country FROM roles WHERE id = +{})"


def country_shown(role_id: str, actor_id: str) -> str:
    """Return, in SQL, the country that an actor acts for in an event: that of its office, else its own."""
    return f"coalesce({_OF_OFFICE.format(role_id)}, (SELECT country FROM actors WHERE id = {actor_id}))"


class Filter(Protocol):
    """What every filter can do."""

    @property
    def lead(self) -> str:
        """Return the word that joins the filter to a sentence; filters that share it are joined by "and"."""

    def wording(self) -> str:
        """Return what is asked for, without the lead."""

    def ids(self, mentions: bool = False) -> Clause | None:
        """Return a SELECT of the ids of the events, with repetitions maybe; None when no index leads to them."""

    def test(self, mentions: bool = False) -> Clause:
        """Return the condition on one row of `events`."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """Events that a link table joins to one of some rows, given by their keys; `name` says which, for people."""

    keys: tuple[Value, ...]
    name: str
    lead: ClassVar[str]
    table: ClassVar[str]
    column: ClassVar[str]

    def wording(self) -> str:
        """Return the name."""
        return self.name

    def ids(self, mentions: bool = False) -> Clause | None:
        """Return a SELECT of the ids of the events."""
        return link_ids(self.table, self._condition(self.column, mentions))

    def test(self, mentions: bool = False) -> Clause:
        """Return the condition on one event."""
        # The plus keeps SQLite at the few rows of the event, instead of all rows of the key.
        return link_test(self.table, self._condition(f"+{self.column}", mentions))

    def _condition(self, column: str, mentions: bool) -> Clause:
        part = "" if mentions or self.table != "event_actors" else " AND part = 'participant'"
        among = one_of(column, self.keys)
        return Clause(among.sql + part, among.params)


class PlaceIs(_Linked):
    """Events in one of these places."""

    __slots__ = ()
    lead, table, column = "in", "event_places", "place_id"


class TopicIs(_Linked):
    """Events about one of these topics."""

    __slots__ = ()
    lead, table, column = "about", "event_topics", "topic_id"


class ActivityIs(_Linked):
    """Events of one of these kinds."""

    __slots__ = ()
    lead, table, column = "of the kind", "event_activities", "activity_id"


class SourceIs(_Linked):
    """Events that one of these sources tells, alone or beside others."""

    __slots__ = ()
    lead, table, column = "told by", "event_sources", "source_id"


class ActorIs(_Linked):
    """Events in which one of these actors takes part."""

    __slots__ = ()
    lead, table, column = "with", "event_actors", "actor_id"


class RoleIs(_Linked):
    """Events in which somebody takes part who holds one of these roles on that day."""

    __slots__ = ()
    lead, table, column = "with", "event_actors", "role_id"

    def wording(self) -> str:
        """Return the title with its article; "any of several" has none."""
        if self.name.startswith("any "):
            return self.name
        return f"{'an' if self.name[:1] in 'AEIOUaeiou' else 'a'} {self.name}"


class CountryIs(_Linked):
    """Events in which somebody acts for one of these countries, or the country itself; keys are codes.

    That is the country of the office held there, and only without one the actor's own, as it is shown: a Finn who is
    the UN's envoy acts for the UN.
    """

    __slots__ = ()
    lead, table, column = "with actors from", "event_actors", country_shown("role_id", "actor_id")

    def ids(self, mentions: bool = False) -> Clause | None:
        """Return a SELECT of the ids of the events, by way of the country's offices, and of its actors without one."""
        own = one_of("country", self.keys)
        part = "" if mentions else " AND part = 'participant'"
        ways = (
            f"role_id IN (SELECT id FROM roles WHERE {own.sql}){part}",
            f"actor_id IN (SELECT id FROM actors WHERE {own.sql}){part} AND {_OF_OFFICE.format('role_id')} IS NULL",
        )
        return Clause.joined(" UNION ALL ", [link_ids(self.table, Clause(way, own.params)) for way in ways])


@dataclass(frozen=True, slots=True)
class Not:
    """All events but those of another filter."""

    inner: Filter
    lead: ClassVar[str] = "not"

    def wording(self) -> str:
        """Return the other filter in words."""
        return sentence(self.inner)

    def ids(self, mentions: bool = False) -> None:
        """Return None: no index leads to what is left."""

    def test(self, mentions: bool = False) -> Clause:
        """Return the condition on one event."""
        inner = self.inner.test(mentions)
        return Clause(f"NOT ({inner.sql})", inner.params)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Events of at least one of several filters; of none, no event."""

    filters: tuple[Filter, ...]
    joint: ClassVar[str] = "or"
    empty: ClassVar[str] = "0"

    @property
    def lead(self) -> str:
        """Return the lead that all of them share, if they do."""
        leads = {inner.lead for inner in self.filters}
        return leads.pop() if len(leads) == 1 else ""

    def wording(self) -> str:
        """Return the parts with the joint between them."""
        parts = (inner.wording() if self.lead else sentence(inner) for inner in self.filters)
        return f" {self.joint} ".join(parts)

    def ids(self, mentions: bool = False) -> Clause | None:
        """Return a SELECT of the ids of the events, if there is one for every part."""
        parts = [inner.ids(mentions) for inner in self.filters]
        found = [part for part in parts if part is not None]
        return Clause.joined(" UNION ALL ", found) if found and len(found) == len(parts) else None

    def test(self, mentions: bool = False) -> Clause:
        """Return the condition on one event."""
        parts = [inner.test(mentions) for inner in self.filters] or [Clause(self.empty)]
        whole = Clause.joined(f" {self.joint.upper()} ", [Clause(f"({sql})", params) for sql, params in parts])
        return Clause(f"({whole.sql})", whole.params)


class AllOf(AnyOf):
    """Events of every one of several filters; of none, every event."""

    __slots__ = ()
    joint = "and"
    empty = "1"

    def ids(self, mentions: bool = False) -> None:
        """Return None: which part leaves the fewest is not known here."""


def clause(filter_: Filter, mentions: bool = False) -> Clause:
    """Return the condition on events that a filter makes by itself."""
    ids = filter_.ids(mentions)
    return filter_.test(mentions) if ids is None else Clause(f"events.id IN ({ids.sql})", ids.params)


def sentence(filter_: Filter) -> str:
    """Return a filter in words, lead and all."""
    return f"{filter_.lead} {filter_.wording()}".strip()


def one_of(column: str, values: tuple[Value, ...]) -> Clause:
    """Return the condition that a column has one of some values."""
    if len(values) == 1:
        return Clause(f"{column} = ?", values)
    return Clause(f"{column} IN ({marks(values)})", values)


def link_ids(table: str, condition: Clause) -> Clause:
    """Return a SELECT of the events that have a row in a link table.

    Many-to-many is a subquery and never a join: an event must not come twice because two of its rows match.
    """
    return Clause(f"SELECT event_id FROM {table} WHERE {condition.sql}", condition.params)


def link_test(table: str, condition: Clause) -> Clause:
    """Return the condition that an event has a row in a link table."""
    sql = f"EXISTS (SELECT 1 FROM {table} WHERE event_id = events.id AND {condition.sql})"
    return Clause(sql, condition.params)
