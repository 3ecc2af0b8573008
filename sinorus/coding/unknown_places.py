"""Places that the codebook does not know, shown by grammar: "in Jupiter, Florida", "at the Hotel Bristol".

A capitalised name behind a word of place is one when the land or the city that it lies in follows ("in Rimbo, Sweden",
"at Graceland in Memphis"), when a noun tells its type ("town of Sudzha", "Ha Tinh province"), when its last word does
("Kaigara Island", "Cairo University"), or when nothing but a spot can stand there ("near Pryshyb", "flies to Arusha").
"""

from collections.abc import Iterator
from typing import NamedTuple

from sinorus.coding.english import WORKS
from sinorus.coding.geography import BEARINGS, BEFORE_NAMES, LANDFORMS, LANDS, LEAVING
from sinorus.coding.passage import Passage
from sinorus.model import Place

_AT = frozenset({"in", "at", "near", "outside", "beside", "inside"})
_INSIDE = _AT | {"from", "to"}
# Landforms stand behind these as well.
_ALONG = _INSIDE | frozenset("off on around over through across into toward towards along onto".split())
_TYPES = frozenset({"town", "village", "city", "resort", "settlement", "hamlet", "suburb", "district", "port"})
_LONGEST = 5
_LONGEST_TOWN = 3
# A university is a place when something happens at it; as a body it signs and says.
_VENUES = frozenset(
    (
        "hotel stadium hall palace auditorium club square park airport base mosque church cathedral cemetery museum "
        "theater theatre house castle villa arena monastery temple shrine barracks university center centre ranch "
        "teatro gallery library school college garden gardens factory hospital shipyard plaza tower pavilion opera "
        "academy fort fortress lodge estate manor ballroom embankment bridge mausoleum basilica abbey prison compound "
        "campus kremlin guesthouse residence institute memorial pagoda synagogue station terminal cosmodrome"
    ).split()
)
_FRONTS = frozenset(
    (
        "hotel estadio teatro palacio palazzo palais chateau schloss villa stade plaza casa camp fort mount lake cape "
        "port joint masjid wat opera hotel-casino parque piazza place cathedral"
    ).split()
)
_STUDIES = frozenset({"university", "college", "school", "academy", "institute"})
_ARRIVES = frozenset(
    (
        "flies flew fly travels traveled travelled travel arrives arrived arrive lands landed sails sailed trip "
        "travelling traveling flying arriving arrival sailing"
    ).split()
)


class Unknown(NamedTuple):
    """An unknown place. Units: token numbers, half-open."""

    first: int
    last: int
    place: Place


def find_unknown_places(passage: Passage, taken: set[int], places: set[int], visited: set[int]) -> Iterator[Unknown]:
    """Yield the places that grammar alone shows.

    `taken` are the tokens that are something else, `places` those of them that are places, `visited` those of verbs.
    """
    end, places = 0, set(places)
    for i in range(1, passage.size):
        if i < end or not passage.words.capital[i] or not _may_begin(passage, i, taken):
            continue
        found = _at(passage, i, taken, places, visited)
        if found is not None:
            end = found.last
            places.update(range(i, end))
            yield found


def _at(passage: Passage, i: int, taken: set[int], places: set[int], visited: set[int]) -> Unknown | None:
    """Read the name that begins at a token, if it is that of a place."""
    front = i - 1 - (passage.word(i - 1) in ("the", "former"))
    front -= passage.word(front) == "the"
    before = passage.word(front)
    last = _end(passage, i, taken)
    if last == i:
        return None  # a month
    place = Place(passage.words.between(i, last), None, None)
    head, noun = passage.word(last - 1), passage.word(last)
    if before == "of" and passage.word(front - 1) in _TYPES and _is_unknown(passage, i, last):
        return Unknown(i, last, Place(place.name, passage.word(front - 1), _land_behind(passage, last)))
    visits = front in visited
    joins = before in ("and", ",") and (front - 1 in places or (passage.word(front - 1) == "," and front - 2 in places))
    if before in _AT or visits or joins:
        works = not WORKS.isdisjoint(passage.folded[max(i - 6, 0) : i])
        if not works and last - i > 1 and (head in _VENUES or passage.word(i) in _FRONTS):
            return Unknown(i, last, Place(place.name, "venue", None))
        if noun in _VENUES and not passage.words.capital[last] and _is_unknown(passage, i, last):
            return Unknown(i, last + 1, Place(passage.words.between(i, last + 1), "venue", None))
    if before == "from" and last - i > 1 and head in _VENUES - _STUDIES:
        return Unknown(i, last, Place(place.name, "venue", None))
    if not _is_unknown(passage, i, last):
        return None
    along = before in _ALONG or visits or (before == "of" and passage.word(front - 1) in BEARINGS)
    if along and last - i > 1 and head in LANDFORMS:
        return Unknown(i, last, Place(place.name, head, None))
    follows = before in ("and", ",") and _is_place(passage, front - 1)
    if (along or follows or joins) and noun in LANDS and not passage.words.capital[last]:
        return Unknown(i, last, Place(place.name, noun.removesuffix("s"), None))
    if last - i > _LONGEST_TOWN:
        return None
    if before in _INSIDE and (land := _land_behind(passage, last)) is not None:
        return Unknown(i, last, Place(place.name, None, land))
    runs = (before == "from" and passage.word(last) == "to" and _is_place(passage, last + 1)) or (
        before == "to" and front - 1 in places and "from" in passage.folded[max(front - _LONGEST, 0) : front]
    )
    near = (
        runs
        or before in ("near", "outside")
        or (before == "at" and front == i - 1 and _is_spot(passage, i, last))
        or (before == "in" and front - 1 in places)
        or (before in _INSIDE and passage.word(front - 1) in _ARRIVES)
    )
    left = before == "for" and not LEAVING.isdisjoint(passage.folded[max(front - 2, 0) : front])
    within = (visits or left or before in ("at", "outside")) and _lies_in(passage, last)
    return Unknown(i, last, place) if near or within else None


def _is_spot(passage: Passage, i: int, last: int) -> bool:
    """Tell whether one plain name stands behind "at", where somebody does something rather than works."""
    plain = last == i + 1 and passage.words.surface[i][1:].islower() and passage.word(last) != "'s"
    return plain and WORKS.isdisjoint(passage.folded[max(i - 6, 0) : i])


def _lies_in(passage: Passage, i: int) -> bool:
    """Tell whether a land follows in so many words: "Saman-Depe, in eastern Turkmenistan"."""
    i += passage.word(i) == ","
    if passage.word(i) != "in":
        return False
    return _is_place(passage, i + 1 + (passage.word(i + 1) in BEFORE_NAMES))


def _may_begin(passage: Passage, i: int, taken: set[int]) -> bool:
    """Tell whether a name can begin at a token: not inside a longer one."""
    match = passage.match_at(i)
    if i in taken or not (_is_free(passage, i, taken) or match is not None):
        return False
    before = i - 1
    return not passage.is_capital(before) and not passage.words.joined[i]


def _end(passage: Passage, first: int, taken: set[int]) -> int:
    """Return where the capitalised words end; a known name may begin a longer one ("Cairo University")."""
    i = first
    match = passage.match_at(first)
    if match is not None and not _is_free(passage, first, taken):
        i = match.last
    while passage.is_capital(i) and i - first < _LONGEST:
        if not _is_free(passage, i, taken) and not (i > first and _is_namesake(passage, i, taken)):
            break
        i += 1
    return i


def _is_namesake(passage: Passage, i: int, taken: set[int]) -> bool:
    """Tell whether a known surname or place only stands inside a longer name: "St. George Hotel"."""
    match = passage.match_at(i)
    if i in taken or match is None or match.last > i + 1 or not passage.is_capital(i + 1):
        return False
    return match.sense("country", "government", "organization", "office", "adjective") is None


def _is_unknown(passage: Passage, first: int, last: int) -> bool:
    return all(passage.cover[i] is None for i in range(first, last))


def _is_free(passage: Passage, i: int, taken: set[int]) -> bool:
    """Tell whether a word can be part of an unknown name: it is in nothing else, or in a university's name."""
    if i in taken:
        return False
    match = passage.cover[i]
    body = match.body() if match is not None else None
    return match is None or (body is not None and body.kind == "university" and match.place() is None)


def _is_place(passage: Passage, i: int) -> bool:
    match = passage.match_over(i)
    return match is not None and match.sense("place", "country") is not None


def _land_behind(passage: Passage, i: int) -> str | None:
    """Return the state of the land that follows behind a comma or "in"."""
    match = passage.match_at(i + 1) if passage.word(i) in (",", "in") else None
    if match is None:
        return None
    state, place = match.state(), match.place()
    if state is not None:
        return state.code
    return place.country if place is not None and place.kind == "region" else None
