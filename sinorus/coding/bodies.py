"""A passage -> the names of bodies in it: those of the codebook, and those that grammar shows.

Grammar shows a capitalised run that ends in "Ministry", "Commission", "Airlines" and the like, with the state before it
and what it is for behind it: "the Chinese Ministry of Public Security".
"""

from dataclasses import dataclass

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Match
from sinorus.codebook.records import Organization
from sinorus.coding.passage import Passage

HEADS = frozenset(
    (
        "ministry department commission committee subcommittee council agency bureau bank institute association "
        "federation foundation corporation company corp inc university academy court tribunal parliament chamber "
        "authority union society league alliance organization organisation administration subcommission"
    ).split()
)
# These end a name only with a capital: companies, parties, forces.
NAMED_HEADS = frozenset(
    (
        "ltd limited plc group airlines airways motors food foods pharmaceuticals holdings industries electric telecom "
        "petroleum shipping orchestra philharmonic party front brigade battalion fleet congress assembly senate "
        "service guard office tobacco steel conglomerate consortium directorate secretariat police confederation"
    ).split()
)
_EMBASSIES = frozenset(["embassy", "consulate"])


@dataclass(frozen=True, slots=True)
class Body:
    """A body in a passage. Units: token numbers, half-open."""

    first: int
    last: int
    name: str
    country: str | None
    item: Organization | None
    reason: str


class BodyReader:
    """Reads the name of a body at a token, by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._book = book

    def at(self, passage: Passage, i: int, taken: set[int], headed: bool) -> Body | None:
        """Read the body that begins at a token; `headed` tells whether the passage has a word that ends such names."""
        return self._known(passage, i, taken) or (self._by_grammar(passage, i, taken) if headed else None)

    def _known(self, passage: Passage, i: int, taken: set[int]) -> Body | None:
        match = passage.match_at(i)
        state = match.state() if match is not None else None
        if match is None or match.sense("person") or (state is not None and not state.is_above_states):
            return None
        item = match.body()
        if item is None or self._is_half(passage, match, taken):
            return None
        before = passage.match_before(i)
        owner = before.state("adjective") if before is not None else None
        if before is not None and owner is not None and item.country not in (owner.code, None):
            return Body(i, match.last, passage.words.between(before.first, match.last), owner.code, None, "grammar")
        return Body(i, match.last, item.name, item.country, item, "codebook")

    def _is_half(self, passage: Passage, match: Match, taken: set[int]) -> bool:
        """Tell whether the name is but a part of a longer one: "Turkic World Vision", "Congress of World Religions"."""
        i, single = match.first - 1, match.last - match.first == 1
        if passage.is_capital(i) and passage.cover[i] is None and i not in taken and not passage.starts_sentence(i):
            return passage.words.surface[match.first].istitle()
        goes_on = passage.word(match.last) in ("of", "for") and passage.is_capital(match.last + 1)
        return single and goes_on and passage.words.surface[match.first].istitle()

    def _by_grammar(self, passage: Passage, i: int, taken: set[int]) -> Body | None:
        """Read a capitalised run that ends in "Ministry", "Commission" and the like, with its state before it."""
        if passage.word(i - 1) == "and" and i - 2 in taken:
            return None  # the end of "Director of the Asian and Oceanian Affairs Bureau"
        end = i
        country: str | None = None
        while end < passage.size and end not in taken and passage.same_sentence(i, end):
            match = passage.match_at(end)
            state = match.state("adjective", "country") if match is not None else None
            if match is not None and state is not None:
                country = country or state.code
                end = match.last + (passage.word(match.last) == "'s" and end == i)
                continue
            if passage.word(end) in HEADS and end > i:
                return self._with_complement(passage, i, end + 1, country)
            if passage.word(end) in NAMED_HEADS and end > i and not passage.is_capital(end + 1):
                two = any(passage.words.joined[j] and passage.cover[j] is not None for j in range(i, end))
                return (
                    None if two or not passage.is_capital(end) else self._with_complement(passage, i, end + 1, country)
                )
            if passage.is_joined(end + 1) and passage.word(end + 1) in HEADS and end > i:
                end += 1
                continue
            if passage.word(end) == "and" and self._joins_halves(passage, i, end, taken):
                end += 1
                continue
            if not (
                passage.is_capital(end) or passage.words.joined[end] or passage.word(end) in self._book.title_words
            ):
                return None
            named = passage.is_capital(end + 1) and passage.word(end + 1) in NAMED_HEADS  # "Torvald Airlines buys"
            unsure = passage.starts_sentence(end) and match is None and not named
            if unsure and passage.word(end) not in self._book.title_words:
                return None
            end += 1
            if end - i > 8:
                return None
        return None

    def _joins_halves(self, passage: Passage, first: int, i: int, taken: set[int]) -> bool:
        """Tell whether an "and" stands inside a name ("Ports and Maritime Organization") and not between two names."""
        if i == first or not passage.is_capital(i - 1) or not passage.is_capital(i + 1) or i + 1 in taken:
            return False
        sides = [m for j in (i - 1, i + 1) if (m := passage.cover[j]) is not None]
        return all(m.sense("country", "organization", "person", "government", "place", "office") is None for m in sides)

    def _with_complement(self, passage: Passage, first: int, last: int, country: str | None) -> Body | None:
        if passage.is_capital(last):
            return None
        capital = any(passage.words.capital[j] for j in range(first, last))
        mission = passage.word(last - 1) in _EMBASSIES or passage.folded[last - 2 : last] == ["high", "commission"]
        if not capital or mission:
            return None
        if country is None and not passage.is_capital(last - 1):
            return None
        while country is None and not passage.words.capital[first]:
            first += 1  # "the bilateral Cyber Working Group"
        end = last
        if passage.word(last) in ("of", "for", "on"):
            j = last + 1
            while (
                passage.is_capital(j)
                or passage.word(j) in self._book.title_words
                or (
                    passage.word(j) in (",", "and")
                    and passage.is_capital(j + 1)
                    and j > last + 1
                    and passage.match_at(j + 1) is None
                )
            ):
                j += 1
                end = j
        name = passage.words.between(first, end).replace("’s ", " ").replace("'s ", " ")
        whole = self._book.organizations.get(f"UN {name}") if country is None else None  # "the Security Council"
        if whole is not None:
            return Body(first, end, whole.name, whole.country, whole, "codebook")
        return Body(first, end, name, country, None, "grammar")
