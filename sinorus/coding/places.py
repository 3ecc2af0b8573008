"""A passage -> the places where something happens or that somebody travels to or from.

A geographic name is a place by the words that govern it: a preposition of place ("in Moscow"), a verb of visiting
("visits Russia"), a list that goes on from another place ("Poland, Ukraine and Germany"), or a noun that it specifies
("the Fukushima power plant"). A state or a capital that acts ("Beijing says"), is addressed ("a message to Moscow") or
is talked about ("the war in Syria") is none.
"""

from collections.abc import Iterator

from sinorus.codebook.lexicon import Match
from sinorus.codebook.records import Country, KnownPlace
from sinorus.coding.casting import place_of
from sinorus.coding.marks import Marks, tokens
from sinorus.coding.name_words import NameWords
from sinorus.coding.passage import Passage
from sinorus.coding.placing import reason_for
from sinorus.coding.surroundings import Located, Surroundings, contains
from sinorus.coding.unknown_places import find_unknown_places
from sinorus.coding.zones import Zones


def find_places(passage: Passage, zones: Zones, marks: Marks, taken: set[int], words: NameWords) -> list[Located]:
    """Find the places of a passage; `taken` are the tokens that titles and names of persons cover."""
    kinds = {kind: tokens(marks, kind) for kind in ("motion", "visiting", "situation", "hosting")}
    found: list[Located] = []
    at = Surroundings(passage, zones, kinds, found, taken, words)
    for match in passage.matches:
        if match.first in taken:
            continue
        if not match.sense("place", "country", "government", "adjective") or (
            match.sense("organization") and not match.sense("place", "country")
        ):
            continue
        reason = reason_for(at, match)
        item = _item(passage, match, reason)
        if reason and item is not None:
            state = item.code if isinstance(item, Country) else None
            found.append(Located(match.first, match.last, place_of(item), state, reason))
    named = {i for located in found for i in range(located.first, located.last)}
    found.extend(_unknown(passage, zones, taken, named, kinds["visiting"]))
    return sorted(found, key=lambda located: located.first)


def _unknown(passage: Passage, zones: Zones, taken: set[int], named: set[int], visited: set[int]) -> Iterator[Located]:
    """Yield the places that the codebook does not know, each with the land that is named behind it."""
    for unknown in find_unknown_places(passage, taken | named, named, visited):
        if zones.about[unknown.first] or zones.prospect[unknown.first]:
            continue
        yield Located(*unknown, None, "grammar")
        land = passage.match_at(unknown.last + 1) if passage.word(unknown.last) == "," else None
        if land is not None and land.first not in named and contains(land, unknown.place.country):
            item = land.state() or land.place()
            state = item.code if isinstance(item, Country) else None
            if item is not None:
                yield Located(land.first, land.last, place_of(item), state, "within")


def _item(passage: Passage, match: Match, reason: str) -> KnownPlace | Country | None:
    """Return what a name means here: a state rather than a place, of two places the one in the land that follows."""
    if reason == "territory":
        return match.state("adjective")
    if (state := match.state()) is not None:
        return state
    places = [s.item for s in match.senses if isinstance(s.item, KnownPlace)]
    land = passage.match_at(match.last + 1) if passage.word(match.last) == "," else None
    within = [p for p in places if land is not None and contains(land, p.country)]
    return next(iter(within or places), None)
