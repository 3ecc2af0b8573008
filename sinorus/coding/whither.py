"""Where somebody or something goes to or comes from: "flies to", "from Delhi to Lahore", "leaves Odesa for Lebanon"."""

from sinorus.codebook.lexicon import Match
from sinorus.coding import geography
from sinorus.coding.english import FUTURE
from sinorus.coding.surroundings import SPOTS, TOWNS, Surroundings, contains, kind_of

_SETTLEMENTS = frozenset("town village hamlet settlement port island city".split())
_REACH = 10
_FAR = 13  # the same for a capital
_FARTHEST = 30  # and for a place that stands for no government
_TAKES = frozenset({"take", "takes", "took", "taking", "hold", "holds", "held", "holding"})
_CLAUSE_ENDS = frozenset([".", ",", ";", ":", "", "and", "after", "from", "without", "as"])
_NOT_BEFORE_LISTS = frozenset(["host", "itself", "gathering", "part", "apart"])
# "..., and on to Beijing", "then to Kyiv": a journey goes on.
_ONWARD = frozenset({"on", "then", "onward", "onwards", "thence"})
_NEAR = 3
# "Switches recognition from Taiwan to China": nobody moves.
_CHANGES_SIDES = frozenset("recognition allegiance ties relations support loyalty control power sovereignty".split())


def whither(at: Surroundings, match: Match, governor: int, state: bool) -> str:
    """Return why a name is the end or the beginning of a way, or nothing; `state` is for states and capitals."""
    about, prospect = at.zones.about[match.first], at.zones.prospect[match.first]
    word = at.passage.word(governor - 1)
    if word == "for" and not _is_left(at, governor - 1):
        return ""
    if word in geography.TOWARDS and not about:
        certain = not state and (word == "into" or (word == "from" and kind_of(match) in SPOTS))
        return word if not prospect and (certain or _moves(at, governor - 1, match)) else ""
    if governor - 1 in at.marks["visiting"]:
        return "" if about or prospect else "plan" if _is_planned(at, governor - 1) else "visit"
    if word in _TAKES and governor == match.first and not (about or prospect) and _is_taken(at, match, state):
        return "visit"
    if word == "of" and not about and (reason := _of_what(at, match, governor)):
        return reason
    if word == "with" and (last := at.before(governor - 1)) is not None:
        return last.reason if last.reason == "visit" else ""
    return _goes_on(at, match, governor) if word in (",", "and", "or") and not about else ""


def _is_planned(at: Surroundings, verb: int) -> bool:
    """Tell whether "will" and the like stand shortly before a verb: somebody is bound for the place."""
    return not FUTURE.isdisjoint(at.passage.folded[max(verb - 2, 0) : verb])


def _is_taken(at: Surroundings, match: Match, state: bool) -> bool:
    """Tell whether a spot is held or falls; a capital may as well be its government, unless the clause ends there."""
    ends = at.passage.word(match.last) in _CLAUSE_ENDS
    return kind_of(match) in SPOTS if not state else kind_of(match) in TOWNS and ends


def _of_what(at: Surroundings, match: Match, governor: int) -> str:
    """A town that is called one, or the land of what stands before it: "the Kursk region of Russia"."""
    if at.passage.word(governor - 2) in _SETTLEMENTS and kind_of(match) in SPOTS and match.first == governor:
        return "of"
    last = at.before(governor - 1) or at.before(governor - 2)
    return "within" if last is not None and contains(match, last.place.country) else ""


def _is_left(at: Surroundings, i: int) -> bool:
    """Tell whether the "for" at a token follows on a departure: "leaves (Odesa) for Lebanon"."""
    last = at.before(i)
    if last is None and (farther := at.before(i - 1)) is not None and farther.reason == "visit":
        last = farther  # "leaves Lima early for Washington"
    return at.passage.word((last.first if last is not None else i) - 1) in geography.LEAVING


def _moves(at: Surroundings, i: int, match: Match) -> bool:
    """Tell whether somebody moves: a verb or noun of motion stands shortly before a preposition."""
    passage, reach = at.passage, _REACH if match.sense("country") else _FAR
    reach = _FARTHEST if match.sense("country", "government") is None else reach
    word, before = passage.word(i), passage.word(i - 1)
    if (last := at.before(i)) is not None and last.reason == "from":
        return True
    if word == "to" and passage.is_capital(i - 1) and passage.word(i - 2) == "from":
        return passage.word(i - 3) not in _CHANGES_SIDES  # "from Munsan to Kaesong", whether Munsan is known or not
    if word == "to" and before in _ONWARD:
        return True
    town = match.sense("country") is None
    if town and word == "from" and passage.word(match.last) == "to" and passage.is_capital(match.last + 1):
        return True
    if town and not geography.VEHICLES.isdisjoint(passage.folded[max(i - _NEAR, 0) : i]):
        return True
    if word == "to" and not town and before in geography.FLOWS:
        return False  # "cuts deliveries to Ukraine" takes nobody there
    for j in range(i - 1, max(i - reach, -1), -1):
        if not passage.same_sentence(i, j) or passage.word(j) == ";":
            return False
        if j in at.marks["motion"] or j in at.marks["visiting"]:
            return True
    return False


def _goes_on(at: Surroundings, match: Match, governor: int) -> str:
    """A name that goes on from the place before it: one more of a list, or the land in which it lies."""
    passage, i = at.passage, governor - 1
    while passage.word(i) in (",", "and", "or"):
        i -= 1
    last = at.before(i + 1)
    if last is None:
        return ""
    comma = passage.word(governor - 1) == ","
    if comma and contains(match, last.place.country):
        return "within" if not _begins_clause(at, match) else ""
    if comma and last.state is None and match.sense("country") and last.reason == "in":
        return ""  # "After talks in Geneva, Iran and France agree"
    return last.reason if last.reason not in _NOT_BEFORE_LISTS else ""


def _begins_clause(at: Surroundings, match: Match) -> bool:
    """Tell whether a name is the subject of what follows: "in a note to the embassy in Tashkent, Uzbekistan gives"."""
    return match.last in at.zones.verbs and at.passage.word(match.first - 1) == ","
