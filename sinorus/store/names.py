"""A name as a user types it -> the rows that it means; or, when it means none, an error with those that come closest.

An actor is meant by whole words of any of its names, in any order, without regard to case and accents. Places and
roles likewise, but one that is called exactly so is meant alone: "Moscow" is not "Moscow Region", "President" is not
"Vice President". So is a state or a body that is called exactly so, and a person by several words: "United States" is
not "United Mexican States"; but "Kennedy" is every Kennedy. A country as a place is all that lies in it. Topics and
activities go by slug or name, countries by code, name or adjective, sources by number, by whole words of the title, or
by the file's name.
"""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from sinorus.folding import fold

# A short form of an office, as chronologies write it -> its title, if it is one.
SpellOut = Callable[[str], str | None]
NameField = Literal["actor", "country", "role", "place", "topic", "activity", "source"]
PLURALS = {"activity": "activities", "country": "countries"}
BY_WORDS = {
    "actor": "SELECT actors.id, actors.name, actor_names.folded FROM actor_names_fts AS index_of"
    " JOIN actor_names ON actor_names.id = index_of.rowid JOIN actors ON actors.id = actor_names.actor_id"
    " WHERE {} ORDER BY actors.name, actors.id",
    "place": "SELECT places.id, places.name, place_names.folded FROM place_names_fts AS index_of"
    " JOIN place_names ON place_names.id = index_of.rowid JOIN places ON places.id = place_names.place_id"
    " WHERE {} ORDER BY places.name, places.id",
    "role": "SELECT roles.id, roles.title, roles.title FROM roles_fts AS index_of"
    " JOIN roles ON roles.id = index_of.rowid WHERE {} ORDER BY roles.title, roles.id",
}
MATCHING = {"actor": "actor_names_fts MATCH ?", "place": "place_names_fts MATCH ?", "role": "roles_fts MATCH ?"}
WHOLE = {
    "topic": "SELECT id, name, slug FROM topics ORDER BY slug",
    "activity": "SELECT id, name, slug FROM activities ORDER BY slug",
    "country": "SELECT code, name, coalesce(adjective, '') FROM countries ORDER BY name",
    "source": "SELECT id, title, file FROM sources ORDER BY title",
}


class Match(NamedTuple):
    """A row that a name means."""

    key: int | str
    name: str


def look_up(
    connection: sqlite3.Connection, field: NameField, text: str, spell_out: SpellOut | None = None
) -> list[Match]:
    """Return the rows that a name means, one at least; a short form of an office stands for its title.

    An office may be typed with its state, "Iranian Foreign Minister": then only that state's is meant.

    Raises: UsageError when it means nothing.
    """
    matches = find_names(connection, field, text)
    if field == "role" and " " in text.strip() and not any(fold(match.name) == fold(text) for match in matches):
        from sinorus.store.offices import find_offices_of_state  # noqa: PLC0415 - for few questions only

        matches = find_offices_of_state(connection, text, spell_out) or matches
    if not matches and field == "role" and spell_out and (title := spell_out(text)):
        matches = find_names(connection, field, title)
    if not matches:
        from sinorus.store.closest import unknown_name  # noqa: PLC0415 - for errors only

        raise unknown_name(connection, field, text)
    return matches


def find_names(connection: sqlite3.Connection, field: NameField, text: str) -> list[Match]:
    """Return the rows that a name means, by name; none when nothing is called so."""
    words = fold(text).split()
    if not words:
        return []
    if field in WHOLE:
        return _find_whole(connection, field, text.strip(), " ".join(words))
    wanted = " AND ".join(f'"{word}"' for word in words)
    rows = connection.execute(BY_WORDS[field].format(MATCHING[field]), (wanted,)).fetchall()
    exact = [row for row in rows if fold(row[2]) == " ".join(words)]
    if field == "actor" and len(words) == 1 and not _has_state_or_body(connection, [row[0] for row in exact]):
        exact = []
    states = _find_whole(connection, "country", text.strip(), " ".join(words)) if field == "place" else []
    called = exact if exact or states else rows
    matches = list(dict.fromkeys(Match(key, name) for key, name, _ in called))
    return _with_what_lies_in(connection, matches, states) if field == "place" else matches


def _has_state_or_body(connection: sqlite3.Connection, actors: list[int]) -> bool:
    kinds = f"SELECT 1 FROM actors WHERE id IN ({', '.join('?' * len(actors))}) AND kind <> 'person'"
    return connection.execute(kinds, actors).fetchone() is not None


def _with_what_lies_in(connection: sqlite3.Connection, places: list[Match], states: list[Match]) -> list[Match]:
    """Return places with all places of the states among them; what lies in a state goes by the state's name."""
    found = {place.key: place for place in places}
    of_state = "SELECT country FROM places WHERE id = ? AND kind = 'country' AND country IS NOT NULL"
    for place in places:
        states = [*states, *(Match(code, place.name) for (code,) in connection.execute(of_state, (place.key,)))]
    for code, name in states:
        for (inside,) in connection.execute("SELECT id FROM places WHERE country = ? ORDER BY id", (code,)):
            found.setdefault(inside, Match(inside, name))
    return list(found.values())


def _find_whole(connection: sqlite3.Connection, field: NameField, text: str, folded: str) -> list[Match]:
    rows = connection.execute(WHOLE[field]).fetchall()
    if field == "source":
        numbered = [row for row in rows if str(row[0]) == text]
        called = [row for row in rows if set(folded.split()) <= set(fold(row[1]).split()) or row[2] == text]
        exact = [row for row in called if fold(row[1]) == folded]
        return [Match(key, name) for key, name, _ in numbered or exact or called]
    exact = [row for row in rows if folded in (fold(str(row[0])), fold(row[1]), *_alternatives(row[2]))]
    by_code = [row for row in exact if fold(str(row[0])) == folded]
    found = [Match(key, name) for key, name, _ in by_code or exact]
    if field != "country" or found:
        return found
    select = "SELECT DISTINCT country, actors.name FROM actor_names JOIN actors ON actors.id = actor_id"
    other_names = " WHERE kind = 'country' AND country IS NOT NULL AND actor_names.id IN (SELECT rowid FROM"
    sql = f"{select}{other_names} actor_names_fts WHERE actor_names_fts MATCH ?) AND folded = ?"
    return [Match(*row) for row in connection.execute(sql, (f'"{folded}"', folded))]


def _alternatives(cell: str) -> Iterable[str]:
    return map(fold, cell.split(";"))
