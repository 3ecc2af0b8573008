"""The right part of a title: "of State for East Asian Affairs", "to China", "of the Commission for Legal Affairs".

A complement goes on over words of the title tables, known bodies, states and places, and the small words between them.
Capitalised words behind it may be the rest of a body's name or already a person's: they are its loose end.
"""

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Match
from sinorus.codebook.records import Office, Organization
from sinorus.coding.english import DETERMINERS
from sinorus.coding.passage import Passage
from sinorus.coding.title_front import PRIVATE

_WITH_TARGET = frozenset({"diplomacy", "official", "government", "learning"})
# Who serves somebody else, to whom the words behind lead.
AIDES = frozenset("adviser advisor aide assistant counselor envoy deputy spokesman spokeswoman spokesperson".split())
_NOT_OWNED = frozenset(["affairs", "issues", "studies", "policy"])
_LONGEST_LOOSE = 5
_FARTHEST_BEARER = 6


class Complement:
    """What stands behind a head noun and belongs to its title.

    Shape: `last` and `loose` are token numbers, half-open; `pieces` the token spans that are spelled out.
    """

    def __init__(
        self, passage: Passage, book: Codebook, head: Match, office: Office, owned: bool, direct: bool = False
    ) -> None:
        """Read it; `direct` is for a verb that heads it without a preposition ("heads the Liaison Department")."""
        self._passage, self._book, self._head, self._office, self._owned = passage, book, head, office, owned
        self._owner_end = -1
        self._plural = head.sense("office") is None
        self.pieces: list[tuple[int, int]] = []
        self.countries: list[str] = []
        self.organization: Organization | None = None
        self.last = self.loose = head.last
        if direct:
            self._take(head.last)
        while self._extend():
            pass

    def _extend(self) -> bool:
        """Read one more complement; tell whether another may follow."""
        start = self._opening(self.loose)
        return start is not None and not self._names_bearer(start) and self._take(start)

    def _take(self, start: int) -> bool:
        end, far = self._read(start)
        if far == start:
            return False
        if end > start:
            self.last = end
        self.loose = max(far, self.last)
        return self.loose == self.last

    def _opening(self, i: int) -> int | None:
        """Return where a complement begins that hangs on the title by the preposition at `i`."""
        passage, word, kind = self._passage, self._passage.word(i), self._office.kind
        if not passage.same_sentence(i, self._head.first):
            return None
        if word == "of" or (word == "for" and self._begins(i + 1)):
            return i + 1
        aide = passage.word(self._head.last - 1) in AIDES
        if word == "to" and (kind == "diplomacy" or aide) and self._begins(i + 1):
            return i + 1
        return i + 1 if word in ("on", "at") and kind in _WITH_TARGET and self._begins(i + 1) else None

    def _names_bearer(self, i: int) -> bool:
        """Tell whether an office with its bearer's name stands here: "(adviser to) Russian President Putin"."""
        passage = self._passage
        for j in range(i, min(i + _FARTHEST_BEARER, passage.size)):
            match = passage.match_at(j)
            if match is not None and match.office() is not None:
                return passage.is_capital(match.last) and self._kind(match.last) is None
            if match is None and passage.cover[j] is None:
                if passage.word(j) not in DETERMINERS and self._kind(j) is None:
                    return False
            elif match is not None and not match.sense("adjective", "country", "government", "organization"):
                return False
        return False

    def _begins(self, i: int) -> bool:
        passage = self._passage
        while passage.word(i) in DETERMINERS:
            i += 1
        match = passage.match_at(i)
        if match is not None:
            return any(s.kind not in ("person", "short") for s in match.senses)
        return passage.is_capital(i) or self._kind(i) in ("institution", "portfolio")

    def _kind(self, i: int) -> str | None:
        word = self._passage.word(i)
        return self._book.title_words.get(self._book.spellings.get(word, word))

    def _read(self, start: int) -> tuple[int, int]:
        """Return the certain and the loose end of the complement that begins at `start`."""
        passage = self._passage
        i = end = start
        while i < passage.size and passage.same_sentence(i, start) and i - end <= _LONGEST_LOOSE:
            step, certain = self._step(i, start)
            if step == i:
                break
            i = step
            if certain:
                end = i
        if end > start:
            self._keep(start - 1, end)
        if i > end:
            self._keep(max(end, start - 1), i)
        return end, i

    def _step(self, i: int, start: int) -> tuple[int, bool]:
        """Return the next token of a complement, and whether it certainly belongs to it."""
        passage, word = self._passage, self._passage.word(i)
        match = passage.match_at(i)
        if match is not None and match.sense("country", "adjective", "place", "organization", "government", "demonym"):
            self.organization = self.organization or match.body()
            return match.last, True
        if match is not None and match.office() is not None:
            return self._over_office(match, i, start)
        if match is None and passage.cover[i] is not None:
            return i, False
        if self._kind(i) in ("portfolio", "institution"):
            return i + 1, True
        if word == "'s" or (word == "(" and passage.word(i + 2) == ")" and passage.words.surface[i + 1].isupper()):
            return i + (1 if word == "'s" else 3), True
        goes_on = (
            self._begins(i + 1) if word in DETERMINERS or word == "&"
            else i > start and (self._lists_states(i, start) or self._continues(i + 1, word))
            if word in ("of", "for", "on", "and")
            else self._lists_states(i, start) or self._is_listed(i) if word == ","
            else match is None and (passage.is_capital(i) or self._kind(i) == "modifier")
        )  # fmt: skip
        return (i + 1 if goes_on else i), False

    def _over_office(self, match: Match, i: int, start: int) -> tuple[int, bool]:
        """An office inside a complement belongs to it behind "of (the)": "the Office of the President"."""
        office = match.office()
        if self._kind(match.first) == "modifier" and self._kind(match.last) in ("portfolio", "institution"):
            return match.last, True  # "general" in "(chief of the) PLA General Staff"
        belongs = i == start or self._passage.word(i - 1) in ("of", "the", "to", "for")
        return (match.last, True) if belongs or (office is not None and office.kind in PRIVATE) else (i, False)

    def _continues(self, i: int, connective: str) -> bool:
        if connective != "and":
            return self._begins(i)
        return self._kind(i) in ("portfolio", "institution") and not self._leads_to_office(i)

    def _leads_to_office(self, i: int) -> bool:
        """Tell whether the words from here are the left part of a second title ("and Defense Minister")."""
        for j in range(i, min(i + 4, self._passage.size)):
            match = self._passage.match_at(j)
            if match is not None:
                return match.office() is not None
            if self._kind(j) is None:
                return False
        return False

    def _lists_states(self, i: int, start: int) -> bool:
        """Tell whether a comma or "and" stands inside "(ministers of) China, Russia, and Iran"."""
        passage, j = self._passage, i + 1
        before = passage.match_before(i - (passage.word(i - 1) == "," and passage.word(i) == "and"))
        if passage.word(i) in ("of", "for", "on") or before is None or before.state("country") is None:
            return False
        while passage.word(j) in ("and", "the"):
            j += 1
        match = passage.match_at(j)
        if i == start or match is None or match.state("country") is None or passage.word(match.last) == "'s":
            return False
        last = "and" in passage.folded[i:j]
        return match.office() is None if last else passage.word(match.last) in (",", "and")

    def _is_listed(self, i: int) -> bool:
        """Tell whether a comma stands inside "for Democracy, Human Rights and Labor"."""
        if self._kind(i - 1) != "portfolio" or self._kind(i + 1) != "portfolio" or self._leads_to_office(i + 1):
            return False
        return "and" in self._passage.folded[i + 2 : i + 5]

    # -- what is spelled out -------------------------------------------------------------------------------------

    def _keep(self, first: int, last: int) -> None:
        """Keep the pieces of a stretch, with the state that owns the office taken out."""
        passage, i = self._passage, first
        while i < last:
            match = passage.match_at(i)
            state = match.state("country", "adjective") if match is not None else None
            if passage.word(i) == "(":
                i += 3
            elif match is not None and state is not None and self._owns(match):
                i = self._take_owner(match, state.code, last)
            else:
                step = min(match.last if match is not None else i + 1, last)
                self.pieces.append((i, step))
                i = step

    def _owns(self, match: Match) -> bool:
        """Tell whether a state inside a complement is the one that the office belongs to."""
        passage, i = self._passage, match.first
        if self._office.kind == "learning" or passage.words.joined[i] or passage.word(match.last) in _NOT_OWNED:
            return False
        if (people := passage.match_at(match.last)) is not None and people.sense("demonym") is not None:
            return False
        if passage.is_joined(match.last):
            return False
        while passage.word(i - 1) in DETERMINERS or passage.word(i - 1) in ("and", "new"):
            i -= 1
        listed = i - (passage.word(i - 1) == ",") == self._owner_end and passage.word(match.first - 1) != "of"
        return listed or passage.word(i - 1) == "of"

    def _take_owner(self, match: Match, code: str, last: int) -> int:
        passage = self._passage
        if not self.countries or self._plural:
            self.countries.append(code)
        if match.sense("country") and not match.sense("adjective") and self._kind(match.last) is not None:
            self.pieces.append((match.first, match.last))  # "the China Institute": part of the body's name
            return match.last
        following = self._owner_end = match.last + (passage.word(match.last) == "'s")
        if following >= last:
            while self.pieces and passage.word(self.pieces[-1][0]) in DETERMINERS | {"of", "and", ","}:
                self.pieces.pop()
        return following
