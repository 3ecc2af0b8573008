"""Actors, roles and places that nothing refers to any more leave; what the codebook holds of offices stays."""

import sqlite3

# A table -> the condition under which nothing refers to one of its rows. `checking` looks for such actors and places;
# an office that nobody holds any more, after a change of the codebook, does no harm and waits for the next sweep.
ORPHANS = {
    "actors": "NOT EXISTS (SELECT 1 FROM event_actors WHERE actor_id = actors.id)",
    "places": "NOT EXISTS (SELECT 1 FROM event_places WHERE place_id = places.id)",
    # Last, since an actor takes its tenures along.
    "roles": "NOT EXISTS (SELECT 1 FROM event_actors WHERE role_id = roles.id)"
    " AND NOT EXISTS (SELECT 1 FROM tenures WHERE role_id = roles.id)",
}


def sweep(connection: sqlite3.Connection) -> int:
    """Delete what nothing refers to and return how many rows that were."""
    return sum(connection.execute(f"DELETE FROM {table} WHERE {alone}").rowcount for table, alone in ORPHANS.items())
