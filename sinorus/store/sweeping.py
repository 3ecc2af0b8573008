"""Actors, roles and places that nothing refers to any more leave; what the codebook holds of offices stays."""

import sqlite3

_ORPHANS = (
    "DELETE FROM actors WHERE NOT EXISTS (SELECT 1 FROM event_actors WHERE actor_id = actors.id)",
    "DELETE FROM places WHERE NOT EXISTS (SELECT 1 FROM event_places WHERE place_id = places.id)",
    "DELETE FROM roles WHERE NOT EXISTS (SELECT 1 FROM event_actors WHERE role_id = roles.id)"
    " AND NOT EXISTS (SELECT 1 FROM tenures WHERE role_id = roles.id)",
)


def sweep(connection: sqlite3.Connection) -> int:
    """Delete what nothing refers to and return how many rows that were."""
    return sum(connection.execute(sql).rowcount for sql in _ORPHANS)
