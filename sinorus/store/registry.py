"""Actors, roles and places -> their row ids, a row being made for what has none yet; topics and activities -> theirs.

Topics, activities and countries are closed lists that the codebook fills: nothing is added to them here.

Ids are remembered in bounded memory, so that a million events can pass. What the codebook says of an actor or a place
is brought up to date when it is first met.
"""

import sqlite3
from collections.abc import Hashable
from dataclasses import replace
from typing import NamedTuple, TypeVar
from unicodedata import is_normalized, normalize

from sinorus.errors import SinorusError
from sinorus.model import Actor, Place, Role, Tenure
from sinorus.store.spellings import write_spellings, write_tenures

_REMEMBERED = 50_000
_LISTED = 1_000
Named = TypeVar("Named", Actor, Place)


class FirstSeen(NamedTuple):
    """An actor that the database did not know before, with the words that gave it away."""

    name: str
    kind: str
    country: str | None
    origin: str
    mention: str
    line: int


class _Known(NamedTuple):
    """The id of a row, and what was last said of it."""

    row_id: int
    said: object


def _composed(named: Named) -> Named:
    """Return an actor or a place with its name in composed letters, however the text that named it spells them."""
    if is_normalized("NFC", named.name):
        return named
    return replace(named, name=normalize("NFC", named.name))


def _unknown(thing: str, table: str, word: str) -> SinorusError:
    """Return the error for a word beyond a closed list, as when its row was deleted by hand."""
    hint = f"Add it to the table {table} of your codebook; nothing was stored."
    return SinorusError(f"There is no {thing} {word!r} in the database.", hint)


class Registry:
    """Row ids by what a row stands for; `first_seen` lists the first thousand new actors, `first_seen_count` all."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[Hashable, _Known] = {}
        self._countries: set[str] = set()
        self.first_seen: list[FirstSeen] = []
        self.first_seen_count = 0

    def actor(self, actor: Actor, tenures: tuple[Tenure, ...] = (), mention: str = "", line: int = 0) -> int:
        """Return the id of an actor; its mention and line are reported if it is new."""
        actor = _composed(actor)
        key = (actor.kind, actor.name, actor.country)
        known = self._known.get(key)
        if known is None or known.said != (actor, tenures):
            known = self._remember(key, self._find_actor(actor, tenures, mention, line), (actor, tenures))
        return known.row_id

    def role(self, role: Role) -> int:
        """Return the id of a role."""
        known = self._known.get(role) or self._remember(role, self._find_role(role))
        return known.row_id

    def place(self, place: Place) -> int:
        """Return the id of a place."""
        place = _composed(place)
        key = (place.name, place.country)
        known = self._known.get(key)
        if known is None or known.said != place:
            known = self._remember(key, self._find_place(place), place)
        return known.row_id

    def topic(self, slug: str) -> int:
        """Return the id of a topic.

        Raises: SinorusError when there is none.
        """
        return self._label("topics", "topic", slug)

    def activity(self, slug: str) -> int:
        """Return the id of an activity.

        Raises: SinorusError when there is none.
        """
        return self._label("activities", "activity", slug)

    def country(self, code: str | None) -> str | None:
        """Return the code of a country.

        Raises: SinorusError when there is no such country.
        """
        if code and code not in self._countries:
            if self._connection.execute("SELECT 1 FROM countries WHERE code = ?", (code,)).fetchone() is None:
                raise _unknown("country", "countries", code)
            self._countries.add(code)
        return code or None

    def _remember(self, key: Hashable, row_id: int, said: object = None) -> _Known:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        known = self._known[key] = _Known(row_id, said)
        return known

    def _find_actor(self, actor: Actor, tenures: tuple[Tenure, ...], mention: str, line: int) -> int:
        key = (actor.name, actor.kind, self.country(actor.country))
        select = "SELECT id, native_name, origin FROM actors WHERE name = ? AND kind = ? AND coalesce(country, '') = ?"
        row = self._connection.execute(select, (*key[:2], key[2] or "")).fetchone()
        said = (actor.native_name, actor.origin)
        if row is None:
            insert = "INSERT INTO actors (name, kind, country, native_name, origin) VALUES (?, ?, ?, ?, ?)"
            actor_id = self._insert(insert, (*key, *said))
            self._report(actor, mention, line)
        else:
            actor_id = row[0]
            if actor.origin == "codebook" and row[1:] != said:
                update = "UPDATE actors SET native_name = ?, origin = ? WHERE id = ?"
                self._connection.execute(update, (*said, actor_id))
        names = (actor.name, *actor.names, actor.native_name or "")
        write_spellings(self._connection, "actor", actor_id, names, exact=actor.origin == "codebook")
        if tenures:
            held = [(self.role(tenure.role), tenure.since, tenure.until) for tenure in tenures]
            write_tenures(self._connection, actor_id, held)
        return actor_id

    def _report(self, actor: Actor, mention: str, line: int) -> None:
        self.first_seen_count += 1
        if len(self.first_seen) < _LISTED:
            new = FirstSeen(actor.name, actor.kind, actor.country, actor.origin, mention, line)
            self.first_seen.append(new)

    def _find_role(self, role: Role) -> int:
        key = (role.title, self.country(role.country), role.organization or None)
        select = "SELECT id FROM roles WHERE title = ? AND coalesce(country, '') = ? AND coalesce(organization, '') = ?"
        row = self._connection.execute(select, tuple(value or "" for value in key)).fetchone()
        return row[0] if row else self._insert("INSERT INTO roles (title, country, organization) VALUES (?, ?, ?)", key)

    def _find_place(self, place: Place) -> int:
        key = (place.name, self.country(place.country))
        said = (place.kind, place.latitude, place.longitude)
        select = "SELECT id, kind, latitude, longitude FROM places WHERE name = ? AND coalesce(country, '') = ?"
        row = self._connection.execute(select, (key[0], key[1] or "")).fetchone()
        if row is None:
            insert = "INSERT INTO places (name, country, kind, latitude, longitude) VALUES (?, ?, ?, ?, ?)"
            place_id = self._insert(insert, (*key, *said))
        else:
            place_id = row[0]
            if said != row[1:] and said != (None, None, None):
                update = "UPDATE places SET kind = ?, latitude = ?, longitude = ? WHERE id = ?"
                self._connection.execute(update, (*said, place_id))
        write_spellings(self._connection, "place", place_id, (place.name, *place.names), exact=bool(place.names))
        return place_id

    def _label(self, table: str, thing: str, slug: str) -> int:
        known = self._known.get((table, slug))
        if known is None:
            row = self._connection.execute(f"SELECT id FROM {table} WHERE slug = ?", (slug,)).fetchone()
            if row is None:
                raise _unknown(thing, table, slug)
            known = self._remember((table, slug), row[0])
        return known.row_id

    def _insert(self, sql: str, values: tuple[object, ...]) -> int:
        row_id = self._connection.execute(sql, values).lastrowid
        if row_id is None:
            raise AssertionError(sql)
        return row_id
