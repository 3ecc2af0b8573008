"""Where a geographic name stands: the passage around it, the places found before it, and the word that governs it."""

from dataclasses import dataclass

from sinorus.codebook.lexicon import Match
from sinorus.coding import geography
from sinorus.coding.name_words import NameWords
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones
from sinorus.model import Place

TOWNS = frozenset({"city", "capital"})
# Kinds whose names stand for nothing but the spot.
SPOTS = frozenset("city site base venue airport port island zone mountain".split())


@dataclass(frozen=True, slots=True)
class Located:
    """A place in a passage; `state` is its code when it is a state as a whole. Units: token numbers, half-open."""

    first: int
    last: int
    place: Place
    state: str | None
    reason: str


@dataclass(slots=True)
class Surroundings:
    """What the names of a passage are judged by.

    Shape: `marks` are the tokens of each kind of cue, `found` the places so far, `taken` those of titles and names;
    `words` say what stands before the names of things.
    """

    passage: Passage
    zones: Zones
    marks: dict[str, set[int]]
    found: list[Located]
    taken: set[int]
    words: NameWords

    def before(self, i: int) -> Located | None:
        """Return the place found last if it ends at a token."""
        return self.found[-1] if self.found and self.found[-1].last == i else None

    def is_unreal(self, match: Match) -> bool:
        """Tell whether a name is only talked about or belongs to what is still to come."""
        return self.zones.about[match.first] or self.zones.prospect[match.first]

    def governor(self, match: Match) -> int:
        """Return the token behind the word that governs a name: "in (the) (eastern) X"."""
        passage, i = self.passage, match.first
        while i > 0:
            before = passage.word(i - 1)
            if before in geography.BEFORE_NAMES:
                i -= 1
            elif passage.words.joined[i - 1] and i > 1 and not passage.words.capital[i - 1]:
                i -= 2  # "Pakistani-held Kashmir"
            elif before == "of" and passage.word(i - 2) in geography.TYPES_OF:
                i -= 2
            elif before == "'s" and (owner := passage.match_before(i - 1)) is not None:
                i = owner.first
            elif (near := passage.match_before(i)) is not None and near.sense("adjective", "place"):
                i = near.first
            else:
                break
        return i


def kind_of(match: Match) -> str:
    """Return what kind of place a name stands for; nothing for a state."""
    place = match.place()
    return place.kind if place is not None else ""


def contains(match: Match, country: str | None) -> bool:
    """Tell whether a name behind a comma is the land of a place in that state ("Astana, Kazakhstan")."""
    state, place = match.state(), match.place()
    return country is not None and country in (state.code if state else None, place.country if place else None)
