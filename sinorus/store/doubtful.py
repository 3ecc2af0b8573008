"""Persons that may be one and the same under two spellings, for the user to decide; nothing is merged here.

Two are doubtful when at least one is unknown to the codebook, a surname is the same or nearly so, the whole names are
much alike, and no two states speak against it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from difflib import SequenceMatcher

from sinorus.folding import fold

_ALIKE = 0.84
_LISTED = 200


def doubtful_pairs(connection: sqlite3.Connection, names: Collection[str]) -> list[tuple[str, str]]:
    """Return pairs of a name from `names` and another person's name that it resembles.

    Shape: (name of an unknown person, name of the other), at most two hundred.
    """
    rows = connection.execute("SELECT name, country, origin FROM actors WHERE kind = 'person'").fetchall()
    by_first_letters: defaultdict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for name, country, _ in rows:
        for word in fold(name).split():
            by_first_letters[word[:3]].append((name, country))
    states = {name: country for name, country, origin in rows if origin == "text" and name in names}
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for name, country in states.items():
        near = {other for word in fold(name).split() for other in by_first_letters[word[:3]]}
        for other, land in sorted(near, key=lambda one: one[0]):
            apart = country is not None and land is not None and country != land
            if other != name and not apart and _are_alike(name, other) and len(pairs) < _LISTED:
                pairs.setdefault(frozenset((name, other)), (name, other))
    return list(pairs.values())


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two names of as many words resemble each other word by word, in either order."""
    a, b = fold(one).split(), fold(other).split()
    if len(a) != len(b) or len(a) < 2:
        return False
    return any(_near(a, order) for order in (b, b[::-1]))


def _near(a: list[str], b: list[str]) -> bool:
    matcher = SequenceMatcher(None, " ".join(a), " ".join(b))
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
