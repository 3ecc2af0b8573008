"""A request as typed -> a question with the names that the database has, and what to tell the user about it.

A name that means nothing is an error with the closest names; one that means several stands for all of them, and a
notice says so. A value with commas is taken whole when something is called so, else each part counts as "any of".

Periods and text searches are loaded when one is typed: most questions are about somebody, and start-up is most of
their time.
"""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, cast, get_args

from sinorus.errors import UsageError
from sinorus.query.clauses import Value
from sinorus.query.filters import (
    ActivityIs,
    ActorIs,
    AnyOf,
    CountryIs,
    Filter,
    Not,
    PlaceIs,
    RoleIs,
    SourceIs,
    TopicIs,
)
from sinorus.query.question import SORT_KEYS, Question, SortKey
from sinorus.query.request import FIELDS, Request, split_values
from sinorus.store.names import PLURALS, Match, NameField, SpellOut, find_names, look_up

_NAMED: dict[NameField, Callable[[tuple[Value, ...], str], Filter]] = {
    "actor": ActorIs,
    "country": CountryIs,
    "role": RoleIs,
    "place": PlaceIs,
    "topic": TopicIs,
    "activity": ActivityIs,
    "source": SourceIs,
}
_TOLD = 6


class Resolution(NamedTuple):
    """The question that a request means, and sentences for stderr about how it was taken."""

    question: Question
    notices: tuple[str, ...]


def resolve(
    connection: sqlite3.Connection, request: Request, today: date, spell_out: SpellOut | None = None
) -> Resolution:
    """Look up everything that a request names; `spell_out` knows the short forms of offices.

    Raises: UsageError for a name that nothing has, a period that makes no sense, or an unknown field or sort key.
    """
    resolver = _Resolver(connection, request, today, spell_out)
    filters = tuple(resolver.filters())
    question = Question(filters, request.mentions, resolver.sort(), request.reverse, request.limit)
    if request.limit is not None and request.limit < 0:
        raise UsageError(f"A limit of {request.limit} makes no sense.", "Write how many rows you want at most.")
    return Resolution(question, tuple(dict.fromkeys(resolver.notices)))


class _Resolver:
    """The looking up of one request."""

    def __init__(
        self, connection: sqlite3.Connection, request: Request, today: date, spell_out: SpellOut | None
    ) -> None:
        self._connection = connection
        self._request = request
        self._today = today
        self._spell_out = spell_out
        self.notices: list[str] = []

    def filters(self) -> list[Filter]:
        request = self._request
        found: list[Filter] = []
        for field in (*get_args(NameField), "text", "on"):
            found += [self._field(field, value) for value in getattr(request, field)]
        if request.since is not None or request.until is not None:
            found.append(self._between(request.since, request.until))
        return found + [self._without(pair) for pair in request.without]

    def sort(self) -> tuple[SortKey, ...]:
        keys = [key.strip() for value in self._request.sort for key in value.split(",") if key.strip()]
        for key in keys:
            if key not in SORT_KEYS:
                raise UsageError(f"Events cannot be sorted by {key!r}.", f"Sort by {', '.join(SORT_KEYS)}.")
        if "relevance" in keys and not self._request.text:
            raise UsageError("Only a text search can be sorted by relevance.", "Add --text with words to look for.")
        return cast(tuple[SortKey, ...], tuple(keys))

    def _field(self, field: str, value: str) -> Filter:
        if field == "text":
            from sinorus.query.text import parse_text  # noqa: PLC0415

            return _any(parse_text(value))
        if field == "on":
            from sinorus.query.dates import parse_on  # noqa: PLC0415

            return _any(parse_on(value, self._today, self._request.starts))
        return _any([self._named(cast(NameField, field), name) for name in self._values(cast(NameField, field), value)])

    def _values(self, field: NameField, value: str) -> list[str]:
        if "," not in value or find_names(self._connection, field, value):
            return [value]
        return split_values(value)

    def _named(self, field: NameField, name: str) -> Filter:
        matches = look_up(self._connection, field, name, self._spell_out)
        called = list(dict.fromkeys(match.name for match in matches))
        label = called[0] if len(called) == 1 else f"any “{name.strip()}”"
        if len(called) > 1 or (len(matches) > 1 and field in ("actor", "country", "source")):
            self.notices.append(_ambiguous(field, name, matches))
        if field == "actor" and len(matches) == 1:
            self.notices += _told_of_state(self._connection, matches[0])
        return _NAMED[field](tuple(match.key for match in matches), label)

    def _between(self, since: str | None, until: str | None) -> Filter:
        from sinorus.query.dates import parse_between  # noqa: PLC0415

        return parse_between(since, until, self._today, self._request.starts)

    def _without(self, pair: str) -> Filter:
        field, colon, value = pair.partition(":")
        name = FIELDS.get(field.strip().casefold())
        if not colon or name is None:
            raise UsageError(
                f"It is not clear what {pair!r} is to leave out.",
                f"Write FIELD:VALUE, for example topic:taiwan; the fields are {', '.join(FIELDS)}.",
            )
        if name in ("since", "until"):
            return Not(self._between(value if name == "since" else None, value if name == "until" else None))
        return Not(self._field(name, value))


def _any(filters: Sequence[Filter]) -> Filter:
    return filters[0] if len(filters) == 1 else AnyOf(tuple(filters))


def _told_of_state(connection: sqlite3.Connection, actor: Match) -> list[str]:
    """Return a notice that a state itself is not all those who act for it, if others do."""
    state = connection.execute("SELECT country FROM actors WHERE id = ? AND kind = 'country'", (actor.key,)).fetchone()
    acting = "SELECT 1 FROM actors WHERE country = ? AND kind <> 'country' LIMIT 1"
    if state is None or connection.execute(acting, state).fetchone() is None:
        return []
    return [f"{actor.name} is the state alone here; --country {state[0]} finds all who act for it."]


def _ambiguous(field: NameField, name: str, matches: list[Match]) -> str:
    called = [match.name for match in matches]
    rest = f" and {len(called) - _TOLD} more" if len(called) > _TOLD else ""
    plural = PLURALS.get(field, field + "s")
    return f"{name.strip()!r} means {len(called)} {plural}, and all of them count: {', '.join(called[:_TOLD])}{rest}."
