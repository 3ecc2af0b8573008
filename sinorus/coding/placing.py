"""A geographic name in its passage -> why it is a place there, or nothing.

What counts is the word that governs the name: a preposition of place, a verb of visiting, motion before a "to" or
"from" (`whither`), a list that goes on from another place; a few names need none (`ungoverned`). The names of a passage
are judged in their order, since one may lean on the one before it ("from Moscow to Beijing", "Poland and France").
"""

from sinorus.codebook.lexicon import Match
from sinorus.coding import geography
from sinorus.coding.datelines import opens_as_dateline
from sinorus.coding.passage import Passage
from sinorus.coding.place_names import is_in_title, names_gathering, names_paper, names_something_else
from sinorus.coding.surroundings import SPOTS, TOWNS, Surroundings, kind_of
from sinorus.coding.ungoverned import apart, as_gathering, by_itself, territory
from sinorus.coding.whither import whither

_AREAS = frozenset("region sea strait gulf ocean".split())
_SUFFERS = frozenset({"is", "was", "are", "were", "being", "been"})


def reason_for(at: Surroundings, match: Match) -> str:
    """Return why a geographic name is a place, or nothing when it is none."""
    passage, i = at.passage, match.first
    if at.zones.undone[i]:
        return ""
    if i < 2 and opens_as_dateline(passage, match):
        return "dateline"
    if match.sense("adjective") and not match.sense("place", "country"):
        return territory(at, match)
    if names_something_else(at, match):
        return ""
    state = match.sense("country") is not None or match.sense("government") is not None
    situation = state and match.last in at.marks["situation"] and not names_gathering(passage, match.last)
    if situation or names_paper(passage, match):
        return ""  # "in the Ukraine crisis", "the Paris accord"
    governor = at.governor(match)
    if passage.word(match.last) == "'s" and not _owns_venue(at, match, governor):
        return ""
    place = match.place()
    cautious = place is not None and bool(place.caution)
    return (
        _by_governor(at, match, governor, state)
        or as_gathering(at, match, governor)
        or apart(at, match)
        or ("" if state or cautious else by_itself(at, match, governor))
    )


def _owns_venue(at: Surroundings, match: Match, governor: int) -> bool:
    """Tell whether a city is where what it owns is: "in Moscow's suburbs", "at Pyongyang's Sunan Airport"."""
    before = at.passage.word(governor - 1)
    if match.sense("country") or before not in ("in", "at", "near", "outside", "on"):
        return False
    return before == "in" or at.passage.is_capital(match.last + 1)


def _by_governor(at: Surroundings, match: Match, governor: int, state: bool) -> str:
    if (country := match.state()) is not None and country.is_above_states:
        return ""
    if reason := _where(at, match, governor) or whither(at, match, governor, state):
        return reason
    if match.last in at.marks["hosting"]:
        return "host"
    parts = governor < match.first and at.passage.word(governor) in geography.PARTS
    return "part" if parts and not at.zones.about[match.first] else ""


def _where(at: Surroundings, match: Match, governor: int) -> str:
    passage, kind = at.passage, kind_of(match)
    word = passage.word(governor - 1)
    stands_on = word == "on" and (kind in geography.STOOD_ON or passage.word(match.last) in geography.STOOD_ON)
    if (word in geography.INSIDE or stands_on) and not _is_room(passage, match):
        return _inside(at, match, governor)
    if at.is_unreal(match):
        return ""
    if word == "of" and passage.word(governor - 2) in geography.BEARINGS:
        return "of"
    if kind == "venue" and _is_room(passage, match):
        return ""
    if kind == "venue" and word in ("to", "from", "of"):
        return word
    if word == "between" or (word == "and" and _closes_pair(at, governor)):
        return "between" if _is_end(passage, match, governor) else ""
    return ""


def _is_room(passage: Passage, match: Match) -> bool:
    """Tell whether a venue is but a part of the one that is named behind it: "the East Room of the White House"."""
    i = match.last + 1 + (passage.word(match.last + 1) == "the")
    whole = passage.match_at(i) if passage.word(match.last) == "of" else None
    return whole is not None and kind_of(match) == kind_of(whole) == "venue"


def _closes_pair(at: Surroundings, governor: int) -> bool:
    last = at.before(governor - 1)
    return last is not None and last.reason == "between"


def _is_end(passage: Passage, match: Match, governor: int) -> bool:
    """Tell whether "between X and Y" tells of the spots X and Y, and not of governments that bear their names."""
    if match.sense("country", "government") is None:
        return True
    return not geography.WAYS.isdisjoint(passage.folded[max(governor - 8, 0) : governor - 1])


def _inside(at: Surroundings, match: Match, governor: int) -> str:
    passage = at.passage
    about, prospect = at.zones.about[match.first], at.zones.prospect[match.first]
    at_spot = passage.word(governor - 1) == "at" and kind_of(match) in SPOTS
    mission = _is_where_mission_speaks(passage, governor - 2, match.last)
    if prospect or mission or (governor - 2 in at.marks["situation"] and not at_spot):
        # "In X" may hang on "the war", "the situation", "interests": a subject, not a stage; but "the Treaty of
        # Friendly Cooperation in Moscow" was signed there.
        named = governor > 1 and passage.words.capital[governor - 2] and kind_of(match) in TOWNS
        if prospect or mission or not named:
            return ""
    city = match.sense("country") is None
    over = passage.word(governor - 1) == "over" and not city
    if over and geography.FLYING.isdisjoint(passage.folded[max(governor - 12, 0) : governor - 1]):
        return ""
    stands_at = passage.word(governor - 1) in ("in", "at") or kind_of(match) == "venue"
    if about and not (city and stands_at):
        return ""
    if (not city or kind_of(match) in _AREAS) and is_in_title(passage, match):
        return ""
    return passage.word(governor - 1)


def _is_where_mission_speaks(passage: Passage, i: int, behind: int) -> bool:
    """Tell whether "in X" only says which ambassador or embassy: one that speaks, not one that is entered or bombed."""
    i -= passage.word(i) == "general"  # "consul general", "Consulate General"
    if passage.word(i) in geography.ENVOYS:
        return True
    suffers = passage.word(behind) in _SUFFERS and passage.word(behind + 1).endswith(("ed", "hit", "struck", "shut"))
    if passage.word(i) not in geography.EMBASSIES or suffers:
        return False
    while i > 0 and (passage.words.capital[i - 1] or passage.word(i - 1) in geography.BEFORE_NAMES):
        if passage.starts_sentence(i):
            break
        i -= 1
    return passage.starts_sentence(i) or passage.word(i - 1) in geography.VOICES
