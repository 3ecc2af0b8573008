"""An actor -> what its events tell of it: offices over time, counterparts, places, topics, months, last events."""

import sqlite3
from dataclasses import replace
from typing import NamedTuple

from sinorus.errors import SinorusError
from sinorus.query.filters import ActorIs
from sinorus.query.question import Question
from sinorus.store.listing import Listing
from sinorus.store.lists import read_list
from sinorus.store.reader import count_events, read_events
from sinorus.store.rows import EventRow
from sinorus.store.statistics import count_by

_TOP = 10


class Office(NamedTuple):
    """An office of an actor: from the codebook with its time, or as its events state it (`since` to `until`)."""

    title: str
    country: str | None
    organization: str | None
    since: str | None
    until: str | None
    origin: str
    events: int


class Profile(NamedTuple):
    """What is known of an actor under the filters of a question."""

    id: int
    name: str
    kind: str
    country: str | None
    native_name: str | None
    origin: str
    names: tuple[str, ...]
    offices: tuple[Office, ...]
    events: int
    mentions: int
    months: Listing
    counterparts: Listing
    places: Listing
    topics: Listing
    activities: Listing
    last_events: tuple[EventRow, ...]


def read_profile(connection: sqlite3.Connection, actor_id: int, question: Question | None = None) -> Profile:
    """Return the profile of an actor, from those of its events that answer a question.

    Raises: SinorusError when there is no actor with that id.
    """
    question = question or Question()
    row = connection.execute(
        "SELECT name, kind, country, native_name, origin FROM actors WHERE id = ?", (actor_id,)
    ).fetchone()
    if row is None:
        raise SinorusError(f"There is no actor number {actor_id}.", "'sinorus actors' lists those that there are.")
    name, kind, country, native_name, origin = row
    names = connection.execute("SELECT name FROM actor_names WHERE actor_id = ? ORDER BY id", (actor_id,))
    own = ActorIs((actor_id,), name)
    everything = replace(question, filters=(*question.filters, own), limit=None, reverse=False)
    top = replace(everything, limit=_TOP)
    taken_part = count_events(connection, everything)
    with_mentions = count_events(connection, replace(everything, mentions=True))
    latest = replace(everything, sort=("date",), reverse=True, limit=_TOP)
    return Profile(
        id=actor_id,
        name=name,
        kind=kind,
        country=country,
        native_name=native_name,
        origin=origin,
        names=tuple(spelling for (spelling,) in names),
        offices=_offices(connection, actor_id),
        events=taken_part,
        mentions=with_mentions - taken_part,
        months=count_by(connection, everything, "month"),
        counterparts=_counterparts(connection, top, (name, kind, country)),
        places=read_list(connection, "places", top),
        topics=read_list(connection, "topics", top),
        activities=read_list(connection, "activities", top),
        last_events=tuple(read_events(connection, latest)),
    )


def _counterparts(connection: sqlite3.Connection, question: Question, own: tuple[str, str, str | None]) -> Listing:
    """Return the other actors of the actor's events."""
    others = read_list(connection, "actors", replace(question, limit=_TOP + 1))
    return Listing(others.columns, [row for row in others.rows if row[:3] != own][:_TOP])


def _offices(connection: sqlite3.Connection, actor_id: int) -> tuple[Office, ...]:
    """Return the offices in time order; those that only the events know stand with their first and last day there."""
    rows = connection.execute(
        "SELECT title, roles.country, organization, since, until, 'codebook',"
        " (SELECT count(DISTINCT event_id) FROM event_actors WHERE actor_id = ?1 AND role_id = roles.id)"
        " FROM tenures JOIN roles ON roles.id = tenures.role_id WHERE tenures.actor_id = ?1"
        " UNION ALL "
        'SELECT title, roles.country, organization, min(events.start), max(coalesce(events."end", events.start)),'
        " 'text', count(DISTINCT event_id) FROM event_actors JOIN roles ON roles.id = role_id"
        " JOIN events ON events.id = event_id WHERE actor_id = ?1"
        " AND NOT EXISTS (SELECT 1 FROM tenures WHERE tenures.actor_id = ?1 AND tenures.role_id = roles.id)"
        " GROUP BY roles.id ORDER BY 4, 5",
        (actor_id,),
    )
    return tuple(Office(*row) for row in rows)
