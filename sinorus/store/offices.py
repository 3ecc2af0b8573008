"""An office with its state or body as a user types it -> the roles there: somebody's office, not just anybody's.

    Iranian Foreign Minister   Iran's FM   Foreign Minister of Iran   Foreign Minister (IR)
    President of the European Council

The state stands before the title or behind it, by name, adjective or code, a body by its name. Loaded for offices of
several words only.
"""

import re
import sqlite3
from collections.abc import Iterator

from sinorus.folding import fold
from sinorus.store.names import Match, SpellOut, find_names

_LONGEST_STATE = 5
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_JOINT = re.compile(r"\s+of(?:\s+the)?$", re.IGNORECASE)


def find_offices_of_state(connection: sqlite3.Connection, text: str, spell_out: SpellOut | None) -> list[Match]:
    """Return the roles that an office with its state means, named as "Foreign Minister (IR)"; none when it has none."""
    for whose, title in _divided(text.split()):
        states = {str(match.key) for match in find_names(connection, "country", whose)}
        roles = _titled(connection, title, spell_out)
        if roles and (found := _of_state_or_body(connection, roles, states, whose)):
            return found
    return []


def _divided(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (state or body, title) for every way to divide the words."""
    for count in range(1, min(len(words), _LONGEST_STATE + 1)):
        yield _POSSESSIVE.sub("", " ".join(words[:count])), " ".join(words[count:])
        yield " ".join(words[-count:]), _JOINT.sub("", " ".join(words[:-count]))


def _titled(connection: sqlite3.Connection, title: str, spell_out: SpellOut | None) -> list[Match]:
    found = find_names(connection, "role", title)
    if not found and spell_out and (spelled := spell_out(title)):
        return find_names(connection, "role", spelled)
    return found


def _of_state_or_body(connection: sqlite3.Connection, roles: list[Match], states: set[str], body: str) -> list[Match]:
    found: list[Match] = []
    for key, title in roles:
        row = connection.execute("SELECT country, organization FROM roles WHERE id = ?", (key,)).fetchone()
        country, organization = row
        if organization and fold(organization) == fold(body):
            found.append(Match(key, f"{title} ({organization})"))
        elif country in states:
            found.append(Match(key, f"{title} ({country})"))
    return found
