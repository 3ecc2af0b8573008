"""Places that the codebook does not know, shown by grammar: "in Jupiter, Florida", "at the Hotel Bristol".

Capitalised words behind a preposition of place are one when the land that they lie in follows behind a comma, when
"town of", "village of" and the like stand before them, or when they name a building or a ground ("Hotel", "Stadium").
"""

from collections.abc import Iterator
from typing import NamedTuple

from sinorus.coding.english import WORKS
from sinorus.coding.passage import Passage
from sinorus.model import Place

_INSIDE = frozenset({"in", "at", "near", "outside", "from", "to", "beside", "inside"})
_AROUND = _INSIDE - {"from", "to"}
_TYPES = frozenset({"town", "village", "city", "resort", "settlement", "hamlet", "suburb", "district"})
_LONGEST = 5
_LONGEST_TOWN = 3
# A university is a place when something happens at it; as a body it signs and says.
_VENUES = frozenset(
    (
        "hotel stadium hall palace auditorium club square park airport base mosque church cathedral cemetery museum "
        "theater theatre house castle villa arena monastery temple shrine barracks university center centre ranch"
    ).split()
)


class Unknown(NamedTuple):
    """An unknown place. Units: token numbers, half-open."""

    first: int
    last: int
    place: Place


def find_unknown_places(passage: Passage, taken: set[int]) -> Iterator[Unknown]:
    """Yield the places that grammar alone shows; `taken` are the tokens that are something else."""
    for i in range(1, passage.size):
        if not passage.words.capital[i] or not _is_free(passage, i, taken) or passage.words.capital[i - 1]:
            continue
        before = passage.word(i - 1 - (passage.word(i - 1) == "the"))
        typed = before == "of" and passage.word(i - 2) in _TYPES
        if not typed and before not in _INSIDE:
            continue
        last = _end(passage, i, taken)
        venue = (
            before in _AROUND
            and last - i > 1
            and WORKS.isdisjoint(passage.folded[max(i - 6, 0) : i])
            and not _VENUES.isdisjoint((passage.word(i), passage.word(last - 1)))
        )
        land = _land_behind(passage, last) if last - i <= _LONGEST_TOWN else None
        if typed or venue or land is not None:
            kind = "venue" if venue else passage.word(i - 2) if typed else None
            yield Unknown(i, last, Place(passage.words.between(i, last), kind, land))


def _end(passage: Passage, first: int, taken: set[int]) -> int:
    i = first
    while passage.is_capital(i) and _is_free(passage, i, taken) and i - first < _LONGEST:
        i += 1
    return i


def _is_free(passage: Passage, i: int, taken: set[int]) -> bool:
    """Tell whether a word can be part of an unknown name: it is in nothing else, or in a university's name."""
    if i in taken:
        return False
    match = passage.cover[i]
    body = match.body() if match is not None else None
    return match is None or (body is not None and body.kind == "university" and match.place() is None)


def _land_behind(passage: Passage, i: int) -> str | None:
    """Return the state of the land that follows behind a comma or "in"."""
    match = passage.match_at(i + 1) if passage.word(i) in (",", "in") else None
    if match is None:
        return None
    state, place = match.state(), match.place()
    if state is not None:
        return state.code
    return place.country if place is not None and place.kind == "region" else None
