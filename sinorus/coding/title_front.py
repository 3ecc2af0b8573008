"""The left part of a title: from its head noun back over ranks, portfolios, bodies, and the state of the office."""

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Match
from sinorus.codebook.records import Office, Organization
from sinorus.coding.english import PREPOSITIONS
from sinorus.coding.passage import Passage
from sinorus.words import key

# Heads that stay titles of their own in front of another ("President", "Sheikh", "Gen.").
STAND_ALONE = frozenset({"state", "royal", "honorific", "rank"})
# What somebody does for a living, or is to others: no office of a state.
PRIVATE = frozenset({"person", "plain"})
_MISSIONS = frozenset({"embassy", "consulate", "mission"})
_LOCAL_KINDS = frozenset({"official", "religion"})


class Front:
    """What stands before a head noun and belongs to its title.

    Shape: `first` is the first token; `pieces` are the token spans that are spelled out; `countries` the owners.
    """

    def __init__(self, passage: Passage, book: Codebook, head: Match, office: Office, plural: bool, floor: int) -> None:
        self._passage, self._book, self._office, self._plural, self._floor = passage, book, office, plural, floor
        self.pieces: list[tuple[int, int]] = []
        self.countries: list[str] = []
        self.organization: Organization | None = None
        self.first = self._widen(head.first)

    def _widen(self, head: int) -> int:
        i = head
        while i > self._floor and self._passage.same_sentence(i - 1, head):
            match = self._passage.match_before(i)
            step = self._over_match(match, i) if match is not None else self._over_word(i)
            if step == i:
                break
            i = step
        return i

    def _keep(self, first: int, last: int) -> int:
        self.pieces.insert(0, (first, last))
        return first

    # -- words that the codebook knows ---------------------------------------------------------------------------

    def _over_match(self, match: Match, i: int) -> int:
        state = match.state("adjective", "country")
        if state is not None:
            if self.countries and not self._plural:
                return i
            self.countries.insert(0, state.code)
            return self._more_states(match.first)
        if match.sense("person"):
            return i
        if (body := match.body()) is not None:
            self.organization = self.organization or body
            return self._over_body(match, body)
        if match.sense("government", "place"):
            return self._over_seat(match, i)
        inner = match.office()
        if inner is not None and match.sense("office") and inner.kind not in STAND_ALONE:
            return self._keep(match.first, i)
        return i

    def _over_body(self, match: Match, body: Organization) -> int:
        """Take a body, and the adjective of its state out of its name: "U.S. Treasury" before "Secretary"."""
        country = self._book.countries.get(body.country or "")
        adjectives = {key(form) for form in country.adjectives} if country is not None else set()
        starts = range(match.last - 1, match.first, -1)
        first = next((i for i in starts if " ".join(self._passage.folded[match.first : i]) in adjectives), match.first)
        if first > match.first and country is not None and not self.countries:
            self.countries.append(country.code)
        self._keep(first, match.last)
        return match.first

    def _over_seat(self, match: Match, i: int) -> int:
        """Take "White House" before "adviser", "Moscow" before "Mayor"; but not the scene in "In Hanoi FM Wong"."""
        government, place = match.state("government"), match.place()
        if government is None or (place is not None and self._office.kind in _LOCAL_KINDS):
            if self._office.kind not in _LOCAL_KINDS or self._passage.word(match.first - 1) in PREPOSITIONS:
                return i
        elif place is not None and place.kind in ("city", "capital"):
            return i
        owner = government.code if government is not None else place.country if place is not None else None
        if owner and not self.countries:
            self.countries.append(owner)
        return self._keep(match.first, i)

    def _more_states(self, i: int) -> int:
        """Take "the Indian, Chinese and" before "Russian foreign ministers"."""
        passage, word = self._passage, self._passage.word
        while self._plural:
            j = i - 1
            if word(j) == "and":
                j -= 1
            if word(j) == ",":
                j -= 1
            match = passage.cover[j] if 0 <= j < i - 1 else None
            state = match.state("adjective") if match is not None else None
            if match is None or state is None:
                break
            self.countries.insert(0, state.code)
            i = match.first
        return i

    # -- other words ---------------------------------------------------------------------------------------------

    def _over_word(self, i: int) -> int:
        passage, word = self._passage, self._passage.word(i - 1)
        kind = self._book.title_words.get(self._book.spellings.get(word, word))
        if kind == "epithet":
            return i - 1
        if kind is not None or self._is_proper(i - 1):
            first = i - 1
            while passage.words.joined[first] and first > self._floor:
                first -= 1
            return self._keep(first, i)
        if word == "'s":
            return self._over_possessive(i)
        if i - 2 < self._floor or not (self._is_portfolio(i) and self._is_portfolio(i - 2)):
            return i
        listed = word == "," and passage.word(i + 1) in (",", "and")
        return self._keep(i - 2, i) if listed or word in ("and", "&") else i

    def _is_proper(self, i: int) -> bool:
        passage = self._passage
        return passage.is_capital(i) and not passage.starts_sentence(i) and passage.cover[i] is None

    def _is_portfolio(self, i: int) -> bool:
        return self._book.title_words.get(self._passage.word(i)) == "portfolio"

    def _over_possessive(self, i: int) -> int:
        match = self._passage.match_before(i - 1)
        if match is None:
            return self._over_institution(i)
        if self._passage.word(match.first - 1) in PREPOSITIONS:
            return self._over_mission(match, i)
        state, body, place = match.state("country", "adjective"), match.body(), match.place()
        if state is not None and not self.countries:
            self.countries.append(state.code)
            return match.first
        if state is None and body is not None:
            self.organization = self.organization or body
            return self._keep(match.first, i)
        if state is None and place is not None and not self.countries:
            if place.country:
                self.countries.append(place.country)
            return self._keep(match.first, i)
        return i

    def _over_mission(self, match: Match, i: int) -> int:
        """Take "the Russian Embassy in Beijing’s" before "first secretary": the embassy's state, not its seat."""
        before = self._passage.cover[match.first - 3] if match.first >= 3 else None
        state = before.state("adjective", "country") if before is not None else None
        if before is None or state is None or self._passage.word(match.first - 2) not in _MISSIONS:
            return i
        self.countries.append(state.code)
        return before.first

    def _over_institution(self, i: int) -> int:
        """Take "the Defense Ministry’s" before "Foreign Affairs Office director"."""
        if self._book.title_words.get(self._passage.word(i - 2)) != "institution":
            return i
        return self._keep(i - 2, i)
