"""Question: filters, order and limit as one value -> one SELECT, and one sentence.

question.select()     SELECT events.id FROM events WHERE ... ORDER BY ... LIMIT ?, with its parameters
question.sentence()   "events with Sergey Lavrov and Wang Yi about Ukraine war, January to March 2024"
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from sinorus.query.clauses import Clause
from sinorus.query.filters import ActorIs, AllOf, AnyOf, Filter, clause

if TYPE_CHECKING:
    from sinorus.query.text import TextMatches

SortKey = Literal["date", "actor", "place", "source", "relevance", "id"]
SORT_KEYS: tuple[SortKey, ...] = ("date", "actor", "place", "source", "relevance", "id")
_DATE = ("events.start", 'events."end"', "events.id")
_FIRST_ACTOR = (
    "(SELECT actors.name FROM event_actors JOIN actors ON actors.id = event_actors.actor_id"
    " WHERE event_actors.event_id = events.id AND event_actors.part = 'participant'"
    " ORDER BY event_actors.id LIMIT 1)"
)
_FIRST_PLACE = (
    "(SELECT places.name FROM event_places JOIN places ON places.id = event_places.place_id"
    " WHERE event_places.event_id = events.id ORDER BY event_places.id LIMIT 1)"
)
_ORDERS: dict[SortKey, tuple[str, ...]] = {
    "date": _DATE,
    "actor": (_FIRST_ACTOR,),
    "place": (_FIRST_PLACE,),
    "source": ("(SELECT sources.title FROM sources WHERE sources.id = events.source_id)", "events.line"),
    "id": ("events.id",),
}
# The order in which a sentence tells its parts; what has no word of its own comes last, after a comma.
_LEADS = ("of the kind", "with", "with actors from", "in", "about", "containing", "told by", "not", "beginning", "")


@dataclass(frozen=True, slots=True)
class Question:
    """Which events are wanted, in which order, and how many of them.

    All filters must hold. `mentions` counts actors that are merely talked about and dates told inside the text.
    """

    filters: tuple[Filter, ...] = ()
    mentions: bool = False
    sort: tuple[SortKey, ...] = ("date",)
    reverse: bool = False
    limit: int | None = None

    def condition(self, listed: tuple[Filter, ...] | None = None) -> Clause:
        """Return the condition on events that all filters make.

        The events of the `listed` filters are enumerated, and those in all their lists tested by the other filters;
        without any listed, every event is tested. The answer is the same, only the way is not. None lists each
        filter's events where there is an index to them.
        """
        if listed is None:
            clauses = [clause(filter_, self.mentions) for filter_ in self.filters]
        else:
            tested = [filter_.test(self.mentions) for filter_ in self.filters if filter_ not in listed]
            clauses = [*([self._in_all(listed)] if listed else []), *tested]
        return Clause.joined(" AND ", clauses or [Clause("1")])

    def select(
        self, columns: str = "events.id", table: str = "events", listed: tuple[Filter, ...] | None = None
    ) -> Clause:
        """Return the SELECT that answers the question; `table` is `events` or the view `event_list`."""
        source = table if table == "events" else f"{table} AS events"
        joins = Clause.joined("", self._joins())
        where, params = self.condition(listed)
        limit = Clause("") if self.limit is None else Clause(" LIMIT ?", (self.limit,))
        order = self._order(by_index=listed == () or not self.filters)
        sql = f"SELECT {columns} FROM {source}{joins.sql} WHERE {where} ORDER BY {order}{limit.sql}"
        return Clause(sql, joins.params + params + limit.params)

    @property
    def by_date(self) -> bool:
        """Tell whether the order is the one that events have in their index."""
        return self.sort in ((), ("date",))

    def sentence(self) -> str:
        """Return the question in words."""
        groups = [(lead, list(parts)) for lead, parts in groupby(sorted(self.filters, key=_place), key=_lead)]
        told = [f"{lead} {_and(parts)}" for lead, parts in groups if lead]
        plain = [_and(parts) for lead, parts in groups if not lead]
        mentions = ["mentions included"] if self.mentions else []
        return ", ".join([" ".join(["events", *told]), *plain, *mentions])

    def title(self) -> str:
        """Return the question as a heading; one that asks for everything needs none."""
        sentence = self.sentence()
        return sentence[:1].upper() + sentence[1:] if self.filters else ""

    def asked_actors(self) -> tuple[int, ...]:
        """Return the ids of the actors that must take part, or one of whom must."""
        asked = [one for filter_ in self.filters for one in _alternatives(filter_)]
        return tuple(dict.fromkeys(int(key) for one in asked if isinstance(one, ActorIs) for key in one.keys))

    def searches(self) -> "list[TextMatches]":
        """Return the text searches that it asks for, to show where their words are."""
        return [text for filter_ in self.filters for text in _texts(filter_)]

    def _in_all(self, listed: tuple[Filter, ...]) -> Clause:
        if len(listed) == 1:
            return clause(listed[0], self.mentions)
        lists = [ids for filter_ in listed if (ids := filter_.ids(self.mentions))]
        every = Clause.joined(" INTERSECT ", [Clause(f"SELECT * FROM ({sql})", params) for sql, params in lists])
        # In order, the lists are merged as they come from their indexes; else each would be put into a tree first.
        return Clause(f"events.id IN ({every.sql} ORDER BY 1)", every.params)

    def _order(self, by_index: bool) -> str:
        """Return the columns to sort by; a plus keeps SQLite from walking all events in order to avoid a sort."""
        columns = [column for key in self.sort for column in self._columns(key)]
        plus = "" if by_index else "+"
        direction = " DESC" if self.reverse else ""
        ends = dict.fromkeys((_FIRST_ACTOR, _FIRST_PLACE), f"{direction} NULLS LAST")  # blanks tell nothing
        return ", ".join(f"{plus}{column}{ends.get(column, direction)}" for column in dict.fromkeys([*columns, *_DATE]))

    def _columns(self, key: SortKey) -> tuple[str, ...]:
        if key != "relevance":
            return _ORDERS[key]
        scores = [f"coalesce(hit{number}.score, 0)" for number, _ in enumerate(self._matches())]
        return (" + ".join(scores),) if scores else ()

    def _joins(self) -> Iterator[Clause]:
        if "relevance" in self.sort:
            for number, (table, match) in enumerate(self._matches()):
                hits = f"SELECT rowid AS id, rank AS score FROM {table} WHERE {table} MATCH ?"
                yield Clause(f" LEFT JOIN ({hits}) AS hit{number} ON hit{number}.id = events.id", (match,))

    def _matches(self) -> list[tuple[str, str]]:
        return [look_up for text in self.searches() for look_up in text.matches()]


def _alternatives(filter_: Filter) -> tuple[Filter, ...]:
    return filter_.filters if type(filter_) is AnyOf else (filter_,)


def _texts(filter_: Filter) -> "Iterator[TextMatches]":
    """Yield the text searches that a filter asks for, not those that it excludes."""
    from sinorus.query.text import TextMatches  # noqa: PLC0415 - only a search loads what searching takes

    if isinstance(filter_, TextMatches):
        yield filter_
    elif isinstance(filter_, AnyOf):
        for inner in filter_.filters:
            yield from _texts(inner)


def _lead(filter_: Filter) -> str:
    return filter_.lead


def _place(filter_: Filter) -> int:
    return _LEADS.index(filter_.lead)


def _and(parts: list[Filter]) -> str:
    return AllOf(tuple(parts)).wording()
