"""An office with its state as a user types it -> the roles of that state: somebody's office, not just anybody's.

    Iranian Foreign Minister   Iran's FM   Foreign Minister of Iran   Foreign Minister (IR)

The state stands before the title or behind it, by name, adjective or code. Loaded for offices of several words only.
"""

import re
import sqlite3
from collections.abc import Iterator

from sinorus.query.filters import one_of
from sinorus.store.names import Match, SpellOut, find_names

_LONGEST_STATE = 5
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_JOINT = re.compile(r"\s+of(?:\s+the)?$", re.IGNORECASE)


def find_offices_of_state(connection: sqlite3.Connection, text: str, spell_out: SpellOut | None) -> list[Match]:
    """Return the roles that an office with its state means, named as "Foreign Minister (IR)"; none when it has none."""
    for state, title in _divided(text.split()):
        states = [str(match.key) for match in find_names(connection, "country", state)]
        if states and (found := _of_states(connection, _titled(connection, title, spell_out), tuple(states))):
            return found
    return []


def _divided(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (state, title) for every way to divide the words."""
    for count in range(1, min(len(words), _LONGEST_STATE + 1)):
        yield _POSSESSIVE.sub("", " ".join(words[:count])), " ".join(words[count:])
        yield " ".join(words[-count:]), _JOINT.sub("", " ".join(words[:-count]))


def _titled(connection: sqlite3.Connection, title: str, spell_out: SpellOut | None) -> list[Match]:
    found = find_names(connection, "role", title)
    if not found and spell_out and (spelled := spell_out(title)):
        return find_names(connection, "role", spelled)
    return found


def _of_states(connection: sqlite3.Connection, roles: list[Match], states: tuple[str, ...]) -> list[Match]:
    names = {role.key: role.name for role in roles}
    own = one_of("country", states)
    rows = connection.execute(f"SELECT id, country FROM roles WHERE {own.sql} ORDER BY title, id", own.params)
    return [Match(key, f"{names[key]} ({country})") for key, country in rows if key in names]
