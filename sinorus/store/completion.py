"""The beginning of a name -> the names that it may become, for a shell that completes an option's value."""

import sqlite3

from sinorus.folding import fold
from sinorus.store.names import NameField

_PREFIXED = {
    "actor": "SELECT DISTINCT actors.name, coalesce(actors.country, actors.kind) FROM actor_names_fts"
    " JOIN actor_names ON actor_names.id = actor_names_fts.rowid JOIN actors ON actors.id = actor_names.actor_id"
    " WHERE actor_names_fts MATCH ? LIMIT ?",
    "place": "SELECT DISTINCT places.name, coalesce(places.country, places.kind, '') FROM place_names_fts"
    " JOIN place_names ON place_names.id = place_names_fts.rowid JOIN places ON places.id = place_names.place_id"
    " WHERE place_names_fts MATCH ? LIMIT ?",
    "role": "SELECT DISTINCT roles.title, '' FROM roles_fts JOIN roles ON roles.id = roles_fts.rowid"
    " WHERE roles_fts MATCH ? LIMIT ?",
}
_ALL = {
    "actor": "SELECT name, coalesce(country, kind) FROM actors ORDER BY name LIMIT ?",
    "place": "SELECT name, coalesce(country, kind, '') FROM places ORDER BY name LIMIT ?",
    "role": "SELECT DISTINCT title, '' FROM roles ORDER BY title LIMIT ?",
    "topic": "SELECT slug, name FROM topics ORDER BY slug LIMIT ?",
    "activity": "SELECT slug, name FROM activities ORDER BY slug LIMIT ?",
    "country": "SELECT code, name FROM countries ORDER BY code LIMIT ?",
    "source": "SELECT title, file FROM sources ORDER BY title LIMIT ?",
}


def complete_names(
    connection: sqlite3.Connection, field: NameField, beginning: str, limit: int = 100
) -> list[tuple[str, str]]:
    """Return names one of whose words begins as the last word that was typed does, and that have the others whole.

    Shape: list of (name, remark), sorted by name.
    """
    words = fold(beginning).split()
    if beginning.strip() and not words:
        return []
    if field in _PREFIXED and words:
        match = " ".join(f'"{word}"' for word in words) + " *"
        return sorted(connection.execute(_PREFIXED[field], (match, limit)))
    rows = connection.execute(_ALL[field], (limit if not words else -1,)).fetchall()
    typed = " ".join(words)
    return [row for row in rows if any(_begins(fold(str(cell)), typed) for cell in row)][:limit]


def _begins(folded: str, typed: str) -> bool:
    return folded.startswith(typed) or f" {typed}" in folded
