"""Places that no preposition governs: the scene of a gathering, a site by itself, the town behind what is a heading.

"the Istanbul Summit"    "the Fukushima power plant"    "Fifth trilateral summit, Beijing."
"""

from sinorus.codebook.lexicon import Match
from sinorus.coding import geography
from sinorus.coding.english import FUNCTION_WORDS, PREPOSITIONS
from sinorus.coding.passage import Passage
from sinorus.coding.place_names import is_in_title, names_gathering
from sinorus.coding.surroundings import TOWNS, Surroundings, kind_of

_ATTRIBUTIVE_KINDS = frozenset("region site base venue island sea strait gulf ocean port zone".split())
_SINCE = frozenset({"after", "since", "following", "before", "until", "from"})
_WATERS = frozenset({"sea", "strait", "gulf", "ocean"})
# What ends the heading-like beginning of an item in a list.
_STOPS = frozenset({".", ":", ";", ""})


def territory(at: Surroundings, match: Match) -> str:
    """ "In Japanese waters", "into Polish airspace": the land of an adjective."""
    passage = at.passage
    if passage.word(match.last) not in geography.OF_LAND or at.zones.about[match.first]:
        return ""
    before = passage.word(at.governor(match) - 1)
    inside = before in geography.INSIDE or before == "into"
    return "territory" if inside and passage.word(match.last) != "capital" else ""


def as_gathering(at: Surroundings, match: Match, governor: int) -> str:
    """A city or a house that names a meeting is where it is held: "a Beijing meeting", "Istanbul Summit"."""
    kind = kind_of(match)
    if kind != "venue" and (kind not in TOWNS or at.passage.word(governor - 1) in _SINCE):
        return ""
    return "gathering" if not at.is_unreal(match) and names_gathering(at.passage, match.last) else ""


def apart(at: Surroundings, match: Match) -> str:
    """A town behind a comma, with nothing to follow, is where the meeting is that the words before it name."""
    passage, i = at.passage, match.first
    if kind_of(match) not in TOWNS | {"venue"} or passage.word(i - 1) != "," or at.is_unreal(match):
        return ""
    if not _is_last(passage, _behind_land(passage, match)) or _is_listed(passage, i - 2):
        return ""
    number, first = passage.words.sentence[i], i
    while first > 0 and passage.words.sentence[first - 1] == number:
        first -= 1
    heading = passage.folded[first : i - 1]
    if not heading or heading[0] in PREPOSITIONS or not at.zones.verbs.isdisjoint(range(first, i)):
        return ""
    return "apart" if not geography.EVENTS.isdisjoint(heading) else ""


def _is_last(passage: Passage, i: int) -> bool:
    """Tell whether what begins at a token is no further item: a stop, or a verb behind a comma (", finds that")."""
    return passage.word(i) in _STOPS or (
        passage.word(i) == "," and passage.word(i + 1) not in FUNCTION_WORDS and not passage.is_capital(i + 1)
    )


def _behind_land(passage: Passage, match: Match) -> int:
    """Return the token behind a town and the land that may follow it ("Sanya, China")."""
    land = passage.match_at(match.last + 1) if passage.word(match.last) == "," else None
    return land.last if land is not None and land.sense("country", "place") is not None else match.last


def _is_listed(passage: Passage, i: int) -> bool:
    """Tell whether another town ends at a token, so that the comma behind it separates the items of a list."""
    match = passage.match_before(i + 1)
    return match is not None and kind_of(match) in TOWNS and match.sense("person", "short") is None


def by_itself(at: Surroundings, match: Match, governor: int) -> str:
    """A site, a region or a sea that something specifies needs no preposition: "the Fukushima power plant"."""
    passage, place, i = at.passage, match.place(), match.first
    if (
        place is None
        or is_in_title(passage, match)
        or (place.kind == "region" and place.country is None)
        or at.is_unreal(match)
        or _is_recognized(passage, governor - 1)
    ):
        return ""
    following, capital = passage.word(match.last), passage.is_capital(match.last)
    plain = not capital and place.kind not in _WATERS  # "a Pacific power" is none that stands there
    if plain and following in geography.TYPES_OF | geography.PLANTS:
        return "itself"
    grounds = passage.folded[match.last : match.last + 2]
    if plain and following not in FUNCTION_WORDS and not geography.GROUNDS.isdisjoint(grounds):
        return "itself"
    part_of_name = capital or passage.folded[i - 1 : i] == ["of"] or passage.word(i - 1) == "("
    qualifies = following.isalpha() and following not in FUNCTION_WORDS and match.last not in at.zones.verbs
    return "itself" if place.kind in _ATTRIBUTIVE_KINDS and not part_of_name and not qualifies else ""


def _is_recognized(passage: Passage, i: int) -> bool:
    """Tell whether a verb, with more of its objects between, makes a name that of a state to be."""
    while passage.word(i) in ("and", ",") and (before := passage.match_before(i)) is not None:
        i = before.first - 1
    return passage.word(i).startswith("recogni")
