"""Places that the codebook does not know, shown by grammar: "in Jupiter, Florida", "in the village of Novosyolovka".

A capitalised word behind a preposition of place is one when the land that it lies in follows behind a comma; or when
"town of", "village of" and the like stand before it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sinorus.coding.passage import Passage
from sinorus.model import Place

_INSIDE = frozenset({"in", "at", "near", "outside", "from", "to"})
_TYPES = frozenset({"town", "village", "city", "resort", "settlement", "hamlet", "suburb", "district"})
_LONGEST = 3


class Unknown(NamedTuple):
    """An unknown place. Units: token numbers, half-open."""

    first: int
    last: int
    place: Place


def find_unknown_places(passage: Passage, taken: set[int]) -> Iterator[Unknown]:
    """Yield the places that grammar alone shows; `taken` are the tokens that are something else."""
    for i in range(1, passage.size):
        if not passage.words.capital[i] or passage.cover[i] is not None or i in taken:
            continue
        before = passage.word(i - 1)
        typed = before == "of" and passage.word(i - 2) in _TYPES
        if not typed and before not in _INSIDE:
            continue
        last = _end(passage, i, taken)
        land = _land_behind(passage, last)
        if typed or land is not None:
            name = passage.words.between(i, last)
            yield Unknown(i, last, Place(name, passage.word(i - 2) if typed else None, land))


def _end(passage: Passage, first: int, taken: set[int]) -> int:
    i = first
    while passage.is_capital(i) and passage.cover[i] is None and i not in taken and i - first < _LONGEST:
        i += 1
    return i


def _land_behind(passage: Passage, i: int) -> str | None:
    """Return the state of the land that follows behind a comma."""
    match = passage.match_at(i + 1) if passage.word(i) == "," else None
    if match is None:
        return None
    state, place = match.state(), match.place()
    if state is not None:
        return state.code
    return place.country if place is not None and place.kind == "region" else None
