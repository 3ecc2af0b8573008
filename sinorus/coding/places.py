"""A passage -> the places where something happens or that somebody travels to or from.

A geographic name is a place by the words that govern it: a preposition of place ("in Moscow"), a verb of visiting
("visits Russia"), a list that goes on from another place ("Poland, Ukraine and Germany"), or a noun that it specifies
("the Fukushima power plant"). A state or a capital that acts ("Beijing says"), is addressed ("a message to Moscow") or
is talked about ("the war in Syria") is none.
"""

from dataclasses import dataclass

from sinorus.codebook.lexicon import Match
from sinorus.codebook.records import Country, KnownPlace
from sinorus.coding.casting import place_of
from sinorus.coding.english import DETERMINERS, FUNCTION_WORDS
from sinorus.coding.marks import Marks, tokens
from sinorus.coding.passage import Passage
from sinorus.coding.unknown_places import find_unknown_places
from sinorus.coding.zones import Zones
from sinorus.model import Place

_INSIDE = frozenset(
    "in at near outside inside across through throughout via around off aboard over above beside behind below".split()
)
_TOWARDS = frozenset(["to", "from", "into", "towards", "toward", "for", "onto"])
_BESIDE_NAME = frozenset(
    (
        "downtown central northern southern eastern western northeastern northwestern southeastern southwestern "
        "nearby mainland neighboring neighbouring disputed occupied coastal capital port city town resort village "
        "island border region province state eastern-ukrainian restive the"
    ).split()
)
_TYPE_OF = frozenset(
    (
        "city town village port resort suburb suburbs island district province region state capital airport center "
        "centre outskirts streets grounds tarmac heart edge gates steps"
    ).split()
)
_OF_LAND = frozenset("territory soil airspace waters coast mainland border border-town capital".split())
_MISSIONS = frozenset(
    "embassy embassies consulate consulates mission ambassador envoy ambassadors envoys representative".split()
)
_CAPITAL_KINDS = frozenset({"city", "capital"})
_ATTRIBUTIVE_KINDS = frozenset("region site base venue island sea strait gulf ocean port zone".split())
# One stands on these, and in the rest.
_STOOD_ON = frozenset({"venue", "island", "mountain", "border", "river", "lake", "plateau", "peninsula"})
_LEAVING = frozenset({"leaves", "left", "leave", "departs", "departed", "heads", "headed", "bound", "off"})
# "Downtown Moscow" is a place whatever it does in the sentence.
_PARTS = frozenset("downtown central northern southern eastern western nearby neighboring".split())
_PLANTS = frozenset({"power", "reactor", "nuclear", "plant"})
_REACH = 7


@dataclass(frozen=True, slots=True)
class Located:
    """A place in a passage; `state` is its code when it is a state as a whole. Units: token numbers, half-open."""

    first: int
    last: int
    place: Place
    state: str | None
    reason: str


def find_places(passage: Passage, zones: Zones, marks: Marks, taken: set[int]) -> list[Located]:
    """Find the places of a passage; `taken` are the tokens that titles and names of persons cover."""
    kinds = {kind: tokens(marks, kind) for kind in ("motion", "visiting", "situation", "hosting")}
    found: list[Located] = []
    judge = _Judge(passage, zones, kinds, found)
    for match in passage.matches:
        if match.first in taken:
            continue
        if not match.sense("place", "country", "government", "adjective") or (
            match.sense("organization") and not match.sense("place", "country")
        ):
            continue
        reason = judge.reason(match)
        item = _item(passage, match, reason)
        if reason and item is not None:
            state = item.code if isinstance(item, Country) else None
            found.append(Located(match.first, match.last, place_of(item), state, reason))
    named = taken | {i for located in found for i in range(located.first, located.last)}
    for unknown in find_unknown_places(passage, named):
        if not zones.about[unknown.first] and not zones.prospect[unknown.first]:
            found.append(Located(*unknown, None, "grammar"))
    return sorted(found, key=lambda located: located.first)


def _item(passage: Passage, match: Match, reason: str) -> KnownPlace | Country | None:
    """Return what a name means here: a state rather than a place, of two places the one in the land that follows."""
    if reason == "territory":
        return match.state("adjective")
    if (state := match.state()) is not None:
        return state
    places = [s.item for s in match.senses if isinstance(s.item, KnownPlace)]
    land = passage.match_at(match.last + 1) if passage.word(match.last) == "," else None
    within = [p for p in places if land is not None and _contains(land, p.country)]
    return next(iter(within or places), None)


class _Judge:
    """Decides for one name after the other, since a list goes on from its first member."""

    def __init__(self, passage: Passage, zones: Zones, marks: dict[str, set[int]], found: list[Located]) -> None:
        self.passage, self.zones, self.marks, self.found = passage, zones, marks, found

    def reason(self, match: Match) -> str:
        """Return why a geographic name is a place, or nothing when it is none."""
        passage, i = self.passage, match.first
        if match.sense("adjective") and not match.sense("place", "country"):
            return self._territory(match)
        if (
            passage.words.joined[i]
            or self._is_compound(match)
            or not (passage.words.capital[i] or passage.words.capital[match.last - 1])
        ):
            return ""
        state = match.sense("country") is not None or match.sense("government") is not None
        if state and match.last in self.marks["situation"]:
            return ""  # "in the Ukraine crisis"
        governor = self._governor(match)
        if passage.word(match.last) == "'s" and not (
            governor and passage.word(governor - 1) == "in" and not match.sense("country")
        ):
            return ""
        place = match.place()
        cautious = place is not None and bool(place.caution)
        return self._by_governor(match, governor, state) or ("" if state or cautious else self._by_itself(match))

    def _is_compound(self, match: Match) -> bool:
        """Tell whether the name is half of "Russia-China" or "US-led"."""
        return match.last < self.passage.size and self.passage.words.joined[match.last]

    def _territory(self, match: Match) -> str:
        passage = self.passage
        if passage.word(match.last) not in _OF_LAND or self.zones.about[match.first]:
            return ""
        before = passage.word(self._governor(match) - 1)
        return "territory" if before in _INSIDE | {"into"} and passage.word(match.last) != "capital" else ""

    def _governor(self, match: Match) -> int:
        """Return the token behind the word that governs a name: "in (the) (eastern) X"."""
        passage, i = self.passage, match.first
        while i > 0:
            before = passage.word(i - 1)
            if before in DETERMINERS or before in _BESIDE_NAME:
                i -= 1
            elif passage.words.joined[i - 1] and i > 1 and not passage.words.capital[i - 1]:
                i -= 2  # "Pakistani-held Kashmir"
            elif before == "of" and passage.word(i - 2) in _TYPE_OF:
                i -= 2
            elif before == "'s" and passage.cover[i - 2] is not None:
                i = passage.cover[i - 2].first  # type: ignore[union-attr]
            elif (near := passage.cover[i - 1]) is not None and near.last == i and near.sense("adjective", "place"):
                i = near.first
            else:
                break
        return i

    def _by_governor(self, match: Match, governor: int, state: bool) -> str:
        word = self.passage.word(governor - 1)
        about, prospect = self.zones.about[match.first], self.zones.prospect[match.first]
        if (country := match.state()) is not None and country.region == "international":
            return ""
        place = match.place()
        kind = place.kind if place is not None else ""
        if word in _INSIDE or (word == "on" and (kind in _STOOD_ON or self.passage.word(match.last) in _STOOD_ON)):
            return self._inside(match, governor, about, prospect)
        if kind == "venue" and word in ("to", "from", "of") and not (about or prospect):
            return word
        if word == "for" and self.passage.word(governor - 2) not in _LEAVING:
            return ""
        if word in _TOWARDS and not about:
            return word if not prospect and self._moves(governor - 1, state) else ""
        if governor - 1 in self.marks["visiting"]:
            return "" if about or prospect else "visit"
        if word in (",", "and", "or") and not about:
            return self._goes_on(match, governor)
        if self._is_host(match):
            return "host"
        if not about and governor < match.first and self.passage.word(governor) in _PARTS:
            return "part"
        return ""

    def _inside(self, match: Match, governor: int, about: bool, prospect: bool) -> str:
        passage = self.passage
        if prospect or self._names_mission(governor - 2) or self._names_situation(governor - 1):
            return ""
        city = match.sense("country") is None
        if about and not (city and passage.word(governor - 1) in ("in", "at")):
            return ""
        return passage.word(governor - 1)

    def _names_mission(self, i: int) -> bool:
        return self.passage.word(i) in _MISSIONS

    def _names_situation(self, i: int) -> bool:
        """Tell whether "in X" hangs on "the war", "the situation", "interests": a subject, not a stage."""
        return i - 1 in self.marks["situation"]

    def _moves(self, i: int, state: bool) -> bool:
        """Tell whether somebody moves: a verb or noun of motion stands shortly before a preposition."""
        passage = self.passage
        if self.found and self.found[-1].last == i and self.found[-1].reason == "from":
            return True
        for j in range(i - 1, max(i - _REACH - (0 if state else 6), -1), -1):
            if not passage.same_sentence(i, j) or passage.word(j) == ";":
                return False
            if j in self.marks["motion"] or j in self.marks["visiting"]:
                return True
        return False

    def _goes_on(self, match: Match, governor: int) -> str:
        passage, i = self.passage, governor - 1
        while passage.word(i) in (",", "and", "or"):
            i -= 1
        last = self.found[-1] if self.found else None
        if last is None or last.last != i + 1:
            return ""
        if passage.word(governor - 1) == "," and _contains(match, last.place.country):
            return "within"
        return last.reason if last.reason not in ("host", "itself") else ""

    def _is_host(self, match: Match) -> bool:
        return match.last in self.marks["hosting"]

    def _by_itself(self, match: Match) -> str:
        """A site, a region or a sea that something specifies needs no preposition: "the Fukushima power plant"."""
        place, i = match.place(), match.first
        if (
            place is None
            or (place.kind == "region" and place.country is None)
            or self.zones.about[i]
            or self.zones.prospect[i]
        ):
            return ""
        following = self.passage.word(match.last)
        if following in _TYPE_OF | _PLANTS:
            return "itself"
        part_of_name = self.passage.is_capital(match.last) or self.passage.folded[i - 1 : i] == ["of"]
        part_of_name = part_of_name or self.passage.word(i - 1) == "("
        qualifies = following.isalpha() and following not in FUNCTION_WORDS and match.last not in self.zones.verbs
        return "itself" if place.kind in _ATTRIBUTIVE_KINDS and not part_of_name and not qualifies else ""


def _contains(match: Match, country: str | None) -> bool:
    """Tell whether a name behind a comma is the land of a place in that state ("Astana, Kazakhstan")."""
    state, place = match.state(), match.place()
    return country is not None and country in (state.code if state else None, place.country if place else None)
