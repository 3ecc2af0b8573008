"""What topics and activities may look at besides the words: who takes part for which state, and where."""

from dataclasses import dataclass

from sinorus.coding.zones import Zones


@dataclass(frozen=True, slots=True)
class Scene:
    """The stage of an entry.

    Shape: `sides` are the states that act or are acted for, `named` those that are named besides, `discussed` those of
    them that are talked about; `lands` those in which, as a whole, something happens. `rank` is the best protocol rank
    of those who take part. `titled` are the tokens of titles and of persons' names, `venues` those of places, `voices`
    the tokens behind a state or a body, where its verb stands. Units: ISO 3166 alpha-2; token numbers.
    """

    sides: frozenset[str]
    named: frozenset[str]
    discussed: frozenset[str]
    rank: int
    lands: frozenset[str]
    people: int
    titled: frozenset[int]
    venues: frozenset[int]
    voices: frozenset[int]
    zones: Zones
