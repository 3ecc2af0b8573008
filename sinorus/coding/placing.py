"""A geographic name in its passage -> why it is a place there, or nothing.

What counts is the word that governs the name: a preposition of place, a verb of visiting, motion before a "to" or
"from", a list that goes on from another place. The names of a passage are judged in their order, since one may lean
on the one before it ("from Moscow to Beijing", "Poland, Germany and France").
"""

from dataclasses import dataclass

from sinorus.codebook.lexicon import Match
from sinorus.coding import geography
from sinorus.coding.datelines import opens_as_dateline
from sinorus.coding.english import FUNCTION_WORDS, FUTURE
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones
from sinorus.model import Place

_ATTRIBUTIVE_KINDS = frozenset("region site base venue island sea strait gulf ocean port zone".split())
_TOWNS = frozenset({"city", "capital"})
# Kinds whose names stand for nothing but the spot.
_SPOTS = frozenset("city site base venue airport port island zone mountain".split())
_SETTLEMENTS = frozenset("town village hamlet settlement port island city".split())
_AREAS = frozenset("region sea strait gulf ocean".split())
_REACH = 10
_FAR = 13  # the same for a capital
_FARTHEST = 30  # and for a place that stands for no government
_LONGEST_TITLE = 20  # words of a paper's name
_TAKES = frozenset({"take", "takes", "took", "taking", "hold", "holds", "held", "holding"})
_SINCE = frozenset({"after", "since", "following", "before", "until", "from"})
_NOT_BEFORE_LISTS = frozenset(["host", "itself", "gathering", "part"])


@dataclass(frozen=True, slots=True)
class Located:
    """A place in a passage; `state` is its code when it is a state as a whole. Units: token numbers, half-open."""

    first: int
    last: int
    place: Place
    state: str | None
    reason: str


class Judge:
    """Decides for one name after the other; `found` are the places so far, `marks` the tokens of each kind of cue."""

    def __init__(
        self, passage: Passage, zones: Zones, marks: dict[str, set[int]], found: list[Located], taken: set[int]
    ) -> None:
        self.passage, self.zones, self.marks, self.found, self.taken = passage, zones, marks, found, taken

    def reason(self, match: Match) -> str:
        """Return why a geographic name is a place, or nothing when it is none."""
        passage, i = self.passage, match.first
        if self.zones.undone[i]:
            return ""
        if i < 2 and opens_as_dateline(passage, match):
            return "dateline"
        if match.sense("adjective") and not match.sense("place", "country"):
            return self._territory(match)
        if (
            passage.words.joined[i]
            or self._is_compound(match)
            or self._is_longer(match)
            or not (passage.words.capital[i] or passage.words.capital[match.last - 1])
        ):
            return ""
        state = match.sense("country") is not None or match.sense("government") is not None
        if (state and match.last in self.marks["situation"]) or self._names_paper(match):
            return ""  # "in the Ukraine crisis", "the Paris accord"
        governor = self._governor(match)
        if passage.word(match.last) == "'s" and not self._owns_venue(match, governor):
            return ""
        place = match.place()
        cautious = place is not None and bool(place.caution)
        return (
            self._by_governor(match, governor, state)
            or self._as_gathering(match)
            or ("" if state or cautious else self._by_itself(match))
        )

    def _is_compound(self, match: Match) -> bool:
        """Tell whether the name is half of "Russia-China" or "US-led"."""
        return match.last < self.passage.size and self.passage.words.joined[match.last]

    def _is_longer(self, match: Match) -> bool:
        """Tell whether the name only begins a longer one: "Cairo University", the ship "Ehime Maru"."""
        passage, i = self.passage, match.last
        if not passage.is_capital(i) or passage.cover[i] is not None or i in self.taken:
            return False
        types = geography.LANDFORMS | geography.TYPES_OF | geography.GATHERINGS
        return passage.word(i) not in types or passage.is_capital(i + 1)

    def _names_paper(self, match: Match) -> bool:
        """Tell whether a paper bears the name: "the Paris accord", "the Warsaw Treaty"."""
        ahead = self.passage.folded[match.last : match.last + 2]
        if ahead and ahead[0] in geography.PAPERS:
            return True
        plain = bool(ahead) and ahead[0].isalpha() and ahead[0] not in FUNCTION_WORDS
        return plain and ahead[-1] in geography.PAPERS and self.passage.cover[match.last] is None

    def _in_title(self, match: Match) -> bool:
        """Tell whether the name is in that of a paper: "the Declaration on Conduct in the South China Sea"."""
        passage, i = self.passage, match.first - 1
        while i >= max(match.first - _LONGEST_TITLE, 0) and passage.same_sentence(i, match.first):
            capital = passage.words.capital[i] and passage.word(i).isalpha()
            if capital and passage.word(i) in geography.PAPERS:
                return True
            if not capital and passage.word(i) not in ("of", "on", "in", "the", "and", "for", "to"):
                return False
            i -= 1
        return False

    def _territory(self, match: Match) -> str:
        passage = self.passage
        if passage.word(match.last) not in geography.OF_LAND or self.zones.about[match.first]:
            return ""
        before = passage.word(self._governor(match) - 1)
        inside = before in geography.INSIDE or before == "into"
        return "territory" if inside and passage.word(match.last) != "capital" else ""

    def _owns_venue(self, match: Match, governor: int) -> bool:
        """Tell whether a city is where what it owns is: "in Moscow's suburbs", "at Pyongyang's Sunan Airport"."""
        before = self.passage.word(governor - 1)
        if match.sense("country") or before not in ("in", "at", "near", "outside", "on"):
            return False
        return before == "in" or self.passage.is_capital(match.last + 1)

    def _governor(self, match: Match) -> int:
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
            elif before == "'s" and passage.cover[i - 2] is not None:
                i = passage.cover[i - 2].first  # type: ignore[union-attr]
            elif (near := passage.cover[i - 1]) is not None and near.last == i and near.sense("adjective", "place"):
                i = near.first
            else:
                break
        return i

    def _by_governor(self, match: Match, governor: int, state: bool) -> str:
        word = self.passage.word(governor - 1)
        if (country := match.state()) is not None and country.region == "international":
            return ""
        if reason := self._where(match, governor, word) or self._whither(match, governor, word, state):
            return reason
        about = self.zones.about[match.first]
        if match.last in self.marks["hosting"]:
            return "host"
        if not about and governor < match.first and self.passage.word(governor) in geography.PARTS:
            return "part"
        return ""

    def _where(self, match: Match, governor: int, word: str) -> str:
        about, prospect = self.zones.about[match.first], self.zones.prospect[match.first]
        kind = self._kind(match)
        stands_on = kind in geography.STOOD_ON or self.passage.word(match.last) in geography.STOOD_ON
        if (word in geography.INSIDE or (word == "on" and stands_on)) and not self._is_room(match):
            return self._inside(match, governor, about, prospect)
        if about or prospect:
            return ""
        if word == "of" and self.passage.word(governor - 2) in geography.BEARINGS:
            return "of"
        if kind == "venue" and self._is_room(match):
            return ""
        if kind == "venue" and word in ("to", "from", "of"):
            return word
        if word == "between" or (word == "and" and self._closes_pair(governor)):
            return "between" if self._is_end(match, governor) else ""
        return ""

    def _is_room(self, match: Match) -> bool:
        """Tell whether a venue is but a part of the one that is named behind it: "the East Room of the White House"."""
        i = match.last + 1 + (self.passage.word(match.last + 1) == "the")
        whole = self.passage.match_at(i) if self.passage.word(match.last) == "of" else None
        return whole is not None and self._kind(match) == self._kind(whole) == "venue"

    def _whither(self, match: Match, governor: int, word: str, state: bool) -> str:
        about, prospect = self.zones.about[match.first], self.zones.prospect[match.first]
        if word == "for" and not self._is_left(governor - 1):
            return ""
        if word in geography.TOWARDS and not about:
            certain = not state and (word == "into" or (word == "from" and self._kind(match) in _SPOTS))
            return word if not prospect and (certain or self._moves(governor - 1, match)) else ""
        if governor - 1 in self.marks["visiting"]:
            return "" if about or prospect else "plan" if self._is_planned(governor - 1) else "visit"
        if (
            word in _TAKES
            and governor == match.first
            and self._kind(match) in _SPOTS
            and not (state or about or prospect)
        ):
            return "visit"
        if word == "of" and not about and (reason := self._of_what(match, governor)):
            return reason
        if word == "with" and self.found and self.found[-1].last == governor - 1:
            return self.found[-1].reason if self.found[-1].reason == "visit" else ""
        return self._goes_on(match, governor) if word in (",", "and", "or") and not about else ""

    def _is_planned(self, verb: int) -> bool:
        """Tell whether "will" and the like stand shortly before a verb: somebody is bound for the place."""
        return not FUTURE.isdisjoint(self.passage.folded[max(verb - 2, 0) : verb])

    def _of_what(self, match: Match, governor: int) -> str:
        """A town that is called one, or the land of what stands before it: "the Kursk region of Russia"."""
        before = governor - 2
        if self.passage.word(before) in _SETTLEMENTS and self._kind(match) in _SPOTS and match.first == governor:
            return "of"
        last = self.found[-1] if self.found else None
        if last is None or last.last not in (governor - 1, governor - 2):
            return ""
        return "within" if contains(match, last.place.country) else ""

    def _kind(self, match: Match) -> str:
        place = match.place()
        return place.kind if place is not None else ""

    def _is_left(self, i: int) -> bool:
        """Tell whether the "for" at a token follows on a departure: "leaves (Odesa) for Lebanon"."""
        if self.found and self.found[-1].last == i:
            i = self.found[-1].first
        elif self.found and self.found[-1].last == i - 1 and self.found[-1].reason == "visit":
            i = self.found[-1].first  # "leaves Lima early for Washington"
        return self.passage.word(i - 1) in geography.LEAVING

    def _closes_pair(self, governor: int) -> bool:
        last = self.found[-1] if self.found else None
        return last is not None and last.reason == "between" and last.last == governor - 1

    def _is_end(self, match: Match, governor: int) -> bool:
        """Tell whether "between X and Y" tells of the spots X and Y, and not of governments that bear their names."""
        if match.sense("country", "government") is None:
            return True
        return not geography.WAYS.isdisjoint(self.passage.folded[max(governor - 8, 0) : governor - 1])

    def _inside(self, match: Match, governor: int, about: bool, prospect: bool) -> str:
        passage = self.passage
        at_spot = passage.word(governor - 1) == "at" and self._kind(match) in _SPOTS
        if prospect or self._names_mission(governor - 2) or (governor - 2 in self.marks["situation"] and not at_spot):
            # "In X" may hang on "the war", "the situation", "interests": a subject, not a stage; but "the Treaty of
            # Friendly Cooperation in Moscow" was signed there.
            named = passage.words.capital[governor - 2] and self._kind(match) in _TOWNS
            if prospect or not named or self._names_mission(governor - 2):
                return ""
        city = match.sense("country") is None
        over = passage.word(governor - 1) == "over" and not city
        if over and geography.FLYING.isdisjoint(passage.folded[max(governor - 12, 0) : governor - 1]):
            return ""
        stands_at = passage.word(governor - 1) in ("in", "at") or self._kind(match) == "venue"
        if about and not (city and stands_at):
            return ""
        if (not city or self._kind(match) in _AREAS) and self._in_title(match):
            return ""
        return passage.word(governor - 1)

    def _names_mission(self, i: int) -> bool:
        passage = self.passage
        i -= passage.word(i) == "general"  # "consul general", "Consulate General"
        if passage.word(i) in geography.ENVOYS:
            return True
        if passage.word(i) not in geography.EMBASSIES:
            return False
        while i > 0 and (passage.words.capital[i - 1] or passage.word(i - 1) in geography.BEFORE_NAMES):
            if passage.starts_sentence(i):
                break
            i -= 1
        return passage.starts_sentence(i) or passage.word(i - 1) in geography.VOICES

    def _moves(self, i: int, match: Match) -> bool:
        """Tell whether somebody moves: a verb or noun of motion stands shortly before a preposition."""
        passage, reach = self.passage, _REACH if match.sense("country") else _FAR
        reach = _FARTHEST if match.sense("country", "government") is None else reach
        if self.found and self.found[-1].last == i and self.found[-1].reason == "from":
            return True
        if passage.word(i) == "to" and passage.is_capital(i - 1) and passage.word(i - 2) == "from":
            return True  # "from Munsan to Kaesong", whether Munsan is known or not
        for j in range(i - 1, max(i - reach, -1), -1):
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
        if passage.word(governor - 1) == "," and contains(match, last.place.country):
            return "within"
        if passage.word(governor - 1) == "," and last.state is None and match.sense("country") and last.reason == "in":
            return ""  # "After talks in Geneva, Iran and France agree"
        return last.reason if last.reason not in _NOT_BEFORE_LISTS else ""

    def _as_gathering(self, match: Match) -> str:
        """A city or a house that names a meeting is where it is held: "a Beijing meeting", "Istanbul Summit"."""
        kind, i = self._kind(match), match.first
        unsaid = self.zones.about[i] or self.zones.prospect[i]
        before = self.passage.word(self._governor(match) - 1)
        if kind != "venue" and (kind not in _TOWNS or before in _SINCE):
            return ""
        return "gathering" if not unsaid and self.passage.word(match.last) in geography.GATHERINGS else ""

    def _by_itself(self, match: Match) -> str:
        """A site, a region or a sea that something specifies needs no preposition: "the Fukushima power plant"."""
        place, i = match.place(), match.first
        if (
            place is None
            or self._in_title(match)
            or (place.kind == "region" and place.country is None)
            or self.zones.about[i]
            or self.zones.prospect[i]
        ):
            return ""
        following = self.passage.word(match.last)
        capital = self.passage.is_capital(match.last)
        if following in geography.TYPES_OF | geography.PLANTS and not capital:
            return "itself"
        grounds = self.passage.folded[match.last : match.last + 2]
        if not capital and following not in FUNCTION_WORDS and not geography.GROUNDS.isdisjoint(grounds):
            return "itself"
        part_of_name = capital or self.passage.folded[i - 1 : i] == ["of"] or self.passage.word(i - 1) == "("
        qualifies = following.isalpha() and following not in FUNCTION_WORDS and match.last not in self.zones.verbs
        return "itself" if place.kind in _ATTRIBUTIVE_KINDS and not part_of_name and not qualifies else ""


def contains(match: Match, country: str | None) -> bool:
    """Tell whether a name behind a comma is the land of a place in that state ("Astana, Kazakhstan")."""
    state, place = match.state(), match.place()
    return country is not None and country in (state.code if state else None, place.country if place else None)
