"""A name that means nothing -> the names that come closest, and the error that tells them. Loaded for errors only.

Only what is near in letters is a suggestion (see `nearness`); a topic or an activity may also be told by a word of its
description, or by one that gave it to an event.
"""

import sqlite3
from difflib import get_close_matches

from sinorus.errors import UsageError
from sinorus.folding import fold
from sinorus.store.names import BY_WORDS, MATCHING, PLURALS, WHOLE, NameField
from sinorus.store.nearness import is_near

_COMPARED = 4_000
_CUES = 100_000
_LABELS: dict[NameField, str] = {"topic": "topics", "activity": "activities"}


def unknown_name(connection: sqlite3.Connection, field: NameField, text: str) -> UsageError:
    """Return the error for a name that means nothing."""
    listed = f"'sinorus {PLURALS.get(field, field + 's')}' lists those that there are."
    if not text.strip():
        return UsageError(f"The name of the {field} is empty.", listed)
    near = closest_names(connection, field, text)
    hint = f"Did you mean {' or '.join(near)}?" if near else listed
    if not near and (telling := _telling_of(connection, field, text)):
        hint = f"It is told under {' or '.join(telling)}; {listed}"
    return UsageError(f"No {field} is called {text.strip()!r}.", hint)


def closest_names(connection: sqlite3.Connection, field: NameField, text: str, count: int = 4) -> list[str]:
    """Return the names that come closest to one that means nothing, the closest first."""
    called: dict[str, dict[str, None]] = {}
    for name, form in _candidates(connection, field, fold(text)):
        folded = fold(form)
        for alias in (folded, *folded.split()):
            called.setdefault(alias, {})[name] = None
    close = get_close_matches(fold(text), called, n=4 * count, cutoff=0.6)
    near = [alias for alias in close if is_near(fold(text), alias)]
    return list(dict.fromkeys(name for alias in near for name in called[alias]))[:count]


def _telling_of(connection: sqlite3.Connection, field: NameField, text: str, count: int = 4) -> list[str]:
    """Return the slugs of the topics or activities with all the words typed, those told of most often first."""
    if field not in _LABELS:
        return []
    labels = _LABELS[field]
    cues = f"SELECT {field}_id AS id, cue FROM event_{labels} WHERE cue IS NOT NULL LIMIT {_CUES}"
    rows = connection.execute(
        f"SELECT slug, description, 1 FROM {labels} WHERE description IS NOT NULL"
        f" UNION ALL SELECT slug, cue, count(*) FROM ({cues}) JOIN {labels} USING (id) GROUP BY slug, cue"
    )
    times: dict[str, int] = {}
    for slug, told, number in rows:
        if all(any(word.startswith(typed) for word in fold(told).split()) for typed in fold(text).split()):
            times[slug] = times.get(slug, 0) + number
    return sorted(times, key=lambda slug: (-times[slug], slug))[:count]


def _candidates(connection: sqlite3.Connection, field: NameField, folded: str) -> list[tuple[str, str]]:
    """Return some thousand names that may be close: those with a word that begins like one that was typed, and more."""
    if field in WHOLE:
        rows = connection.execute(WHOLE[field]).fetchall()
        return [(str(name), str(form)) for _, name, alias in rows for form in (name, alias)]
    beginnings = " OR ".join(f'"{word[:1]}" *' for word in folded.split()) or '""'
    select = f"{BY_WORDS[field]} LIMIT {_COMPARED}"
    likely = connection.execute(select.format(MATCHING[field]), (beginnings,)).fetchall()
    others = connection.execute(select.format("1")).fetchall()
    return [(name, form) for _, name, form in (*likely, *others)]
