"""Filters: values that say which events are meant, in SQL and in words.

A filter knows no connection and no clock: it holds ids that were looked up before, days, or terms. Two filters
with the same content are equal. `mentions` widens it: actors that are merely talked about, and dates that are told
inside the text, then count as well. No clause is ever NULL, so that `Not` is the exact rest.
"""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from sinorus.query.clauses import Clause, Value, marks


class Filter(Protocol):
    """What every filter can do."""

    @property
    def lead(self) -> str:
        """Return the word that joins the filter to a sentence; filters that share it are joined by "and"."""

    def wording(self) -> str:
        """Return what is asked for, without the lead."""

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on `events`."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """Events that a link table joins to one of some rows, found by their ids; `name` says which, for people."""

    ids: tuple[int, ...]
    name: str
    lead: ClassVar[str]
    table: ClassVar[str]
    column: ClassVar[str]

    def wording(self) -> str:
        """Return the name."""
        return self.name

    def clause(self, mentions: bool = False) -> Clause:  # noqa: ARG002
        """Return the condition on events."""
        return linked(self.table, among(self.column, self.ids))


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

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        return _taking_part(among(self.column, self.ids), mentions)


class RoleIs(ActorIs):
    """Events in which somebody takes part who holds one of these roles on that day."""

    __slots__ = ()
    column = "role_id"

    def wording(self) -> str:
        """Return the title with its article."""
        return f"{'an' if self.name[:1] in 'AEIOUaeiou' else 'a'} {self.name}"


@dataclass(frozen=True, slots=True)
class CountryIs:
    """Events in which an actor of one of these countries takes part, or the country itself."""

    codes: tuple[str, ...]
    name: str
    lead: ClassVar[str] = "with actors from"

    def wording(self) -> str:
        """Return the country's name."""
        return self.name

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        country = among("country", self.codes)
        actors = Clause(f"actor_id IN (SELECT id FROM actors WHERE {country.sql})", country.params)
        return _taking_part(actors, mentions)


@dataclass(frozen=True, slots=True)
class Not:
    """All events but those of another filter."""

    inner: Filter
    lead: ClassVar[str] = "not"

    def wording(self) -> str:
        """Return the other filter in words."""
        return sentence(self.inner)

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        inner = self.inner.clause(mentions)
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

    def clause(self, mentions: bool = False) -> Clause:
        """Return the condition on events."""
        parts = [inner.clause(mentions) for inner in self.filters] or [Clause(self.empty)]
        whole = Clause.joined(f" {self.joint.upper()} ", [Clause(f"({sql})", params) for sql, params in parts])
        return Clause(f"({whole.sql})", whole.params)


class AllOf(AnyOf):
    """Events of every one of several filters; of none, every event."""

    __slots__ = ()
    joint = "and"
    empty = "1"


def sentence(filter_: Filter) -> str:
    """Return a filter in words, lead and all."""
    return f"{filter_.lead} {filter_.wording()}".strip()


def among(column: str, values: tuple[Value, ...]) -> Clause:
    """Return the condition that a column has one of some values."""
    if len(values) == 1:
        return Clause(f"{column} = ?", values)
    return Clause(f"{column} IN ({marks(values)})", values)


def linked(table: str, condition: Clause) -> Clause:
    """Return the condition that an event has a row in a link table.

    A subquery and never a join: an event must not come twice because two of its rows match.
    """
    return Clause(f"events.id IN (SELECT event_id FROM {table} WHERE {condition.sql})", condition.params)


def _taking_part(actors: Clause, mentions: bool) -> Clause:
    part = "" if mentions else " AND part = 'participant'"
    return linked("event_actors", Clause(actors.sql + part, actors.params))
