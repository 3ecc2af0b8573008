"""A passage -> the titles in it: "China’s Vice Foreign Minister", "head of the CCP’s Liaison Department".

A title is a head noun of the offices table ("minister", "FM", "ambassador"), widened to the left over ranks, portfolios,
bodies and the owner's country, and to the right over its complement ("of State for East Asian Affairs", "to China").
The owner's country is taken out of the title and kept beside it; abbreviations are spelled out:

    Russian Ambassador to China  ->  "Ambassador to China", RU
    Vice FM                      ->  "Vice Foreign Minister"

Whether capitalised words behind a complement are still the title or already a name cannot be known here: `last` is the
end that is certain, `loose` the end if they are all title.
"""

from dataclasses import dataclass, field

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Match
from sinorus.codebook.records import Country, KnownPlace, Office, Organization
from sinorus.coding.english import DETERMINERS, PREPOSITIONS
from sinorus.coding.passage import Passage

_SMALL = frozenset("of the for and to on in at a an".split())
_OWNED_BY_OF = frozenset({"of"})
_TARGET_KINDS = frozenset({"diplomacy", "official", "government"})
_AIDES = frozenset("adviser advisor aide assistant counselor envoy deputy spokesman spokeswoman spokesperson".split())
_LONGEST_LOOSE = 5
_STAND_ALONE = frozenset({"state", "royal", "honorific", "rank"})
_STYLES = frozenset({"rank", "honorific", "royal"})
_LOCAL_KINDS = frozenset({"official", "religion"})


@dataclass(slots=True)
class Title:
    """A title found in a passage. Units: token numbers, half-open; countries are ISO 3166 alpha-2."""

    first: int
    last: int
    loose: int
    head: int
    office: Office
    plural: bool
    text: str
    loose_text: str
    countries: list[str] = field(default_factory=list)
    organization: Organization | None = None

    @property
    def is_office(self) -> bool:
        """Tell whether the title is an office rather than a rank, an honorific or a family tie."""
        return self.office.kind not in ("rank", "honorific", "person")


def find_titles(passage: Passage, book: Codebook) -> list[Title]:
    """Find the titles of a passage, in the order of the text, not overlapping."""
    titles: list[Title] = []
    end = 0
    for match in passage.matches:
        sense = match.sense("office", "offices")
        if sense is None or match.first < end or not isinstance(sense.item, Office):
            continue
        if _is_rank_of_next(passage, match, sense.item) or _is_part_of_name(passage, match, sense.item):
            continue
        title = _Builder(passage, book, match, sense.item, sense.kind == "offices", end).build()
        titles.append(title)
        end = title.last
    return titles


def _is_rank_of_next(passage: Passage, match: Match, office: Office) -> bool:
    """Tell whether this head only ranks the head right behind it ("Deputy" in "Deputy FM")."""
    following = passage.match_at(match.last)
    sense = following.sense("office", "offices") if following else None
    return sense is not None and office.kind not in _STAND_ALONE and sense.item.kind not in _STYLES  # type: ignore[union-attr]


def _is_part_of_name(passage: Passage, match: Match, office: Office) -> bool:
    """Tell whether a family tie or an occupation with a capital is a word in some body's name ("Women’s Federation")."""
    return office.kind == "person" and passage.is_capital(match.first) and not passage.starts_sentence(match.first)


class _Builder:
    """Widens one head noun into its title."""

    def __init__(
        self, passage: Passage, book: Codebook, head: Match, office: Office, plural: bool, floor: int
    ) -> None:
        self.passage, self.book, self.head, self.office, self.plural = passage, book, head, office, plural
        self.floor = floor
        self.countries: list[str] = []
        self.organization: Organization | None = None
        self.before: list[tuple[int, int]] = []
        self.after: list[tuple[int, int]] = []

    def build(self) -> Title:
        first = self._widen_left()
        last, loose = self._widen_right()
        sure = [piece for piece in self.after if piece[1] <= last]
        return Title(
            first, last, loose, self.head.first, self.office, self.plural,
            self._spell(sure), self._spell(self.after), self.countries, self.organization,
        )  # fmt: skip

    # -- to the left ---------------------------------------------------------------------------------------------

    def _widen_left(self) -> int:
        passage, i = self.passage, self.head.first
        while i > self.floor and passage.same_sentence(i - 1, self.head.first):
            match = passage.match_before(i)
            if match is not None and match.last == i:
                step = self._take_match_left(match, i)
            else:
                step = self._take_word_left(i)
            if step == i:
                break
            i = step
        return i

    def _take_match_left(self, match: Match, i: int) -> int:
        if match.sense("person") and not match.sense("adjective", "country"):
            return i
        if sense := match.sense("adjective", "country"):
            if self.countries and not self.plural:
                return i
            assert isinstance(sense.item, Country)
            self.countries.insert(0, sense.item.code)
            return self._more_countries(match.first)
        if sense := match.sense("organization"):
            assert isinstance(sense.item, Organization)
            self.organization = self.organization or sense.item
            self.before.insert(0, (match.first, i))
            return match.first
        if sense := match.sense("government", "place"):
            if sense.kind == "place" and not self._is_seat(match):
                return i
            owner = sense.item.code if isinstance(sense.item, Country) else getattr(sense.item, "country", None)
            if owner and not self.countries:
                self.countries.append(owner)
            self.before.insert(0, (match.first, i))
            return match.first
        if match.sense("office") and not self._is_other_person_title(match):
            self.before.insert(0, (match.first, i))
            return match.first
        return i

    def _is_seat(self, match: Match) -> bool:
        """Tell whether a place is where the office is held ("Moscow Mayor"), not where the event is ("In Hanoi FM Wong")."""
        return self.office.kind in _LOCAL_KINDS and self.passage.word(match.first - 1) not in PREPOSITIONS

    def _is_other_person_title(self, match: Match) -> bool:
        """Two heads side by side are one title only when the first is a rank of the second ("Deputy Director")."""
        sense = match.sense("office")
        return sense is not None and isinstance(sense.item, Office) and sense.item.kind in _STAND_ALONE

    def _more_countries(self, i: int) -> int:
        """Take "the Indian, Chinese and" before "Russian foreign ministers"."""
        passage, word = self.passage, self.passage.word
        while self.plural:
            j = i - 1
            if word(j) == "and":
                j -= 1
            if word(j) == ",":
                j -= 1
            match = passage.cover[j] if 0 <= j < i - 1 else None
            sense = match.sense("adjective") if match else None
            if match is None or sense is None:
                break
            assert isinstance(sense.item, Country)
            self.countries.insert(0, sense.item.code)
            i = match.first
        return i

    def _take_word_left(self, i: int) -> int:
        passage, word = self.passage, self.passage.word(i - 1)
        kind = self.book.title_words.get(self.book.spellings.get(word, word))
        if kind == "epithet":
            return i - 1
        if kind is not None or self._is_proper_word(i - 1):
            first = i - 1
            while passage.words.joined[first] and first > self.floor:
                first -= 1
            self.before.insert(0, (first, i))
            return first
        if word == "'s":
            return self._take_possessive(i)
        if i - 2 < self.floor:
            return i
        if word in ("and", "&") and self._is_portfolio(i) and self._is_portfolio(i - 2):
            self.before.insert(0, (i - 2, i))
            return i - 2
        if word == "," and self._is_portfolio(i) and self._is_portfolio(i - 2) and passage.word(i + 1) in (",", "and"):
            self.before.insert(0, (i - 2, i))
            return i - 2
        return i

    def _is_proper_word(self, i: int) -> bool:
        passage = self.passage
        return passage.is_capital(i) and not passage.starts_sentence(i) and passage.cover[i] is None

    def _is_portfolio(self, i: int) -> bool:
        return self.book.title_words.get(self.passage.word(i)) == "portfolio"

    def _take_possessive(self, i: int) -> int:
        match = self.passage.match_before(i - 1)
        if match is None or match.last != i - 1:
            return self._take_institution_possessive(i)
        if (sense := match.sense("country", "adjective")) and isinstance(sense.item, Country):
            if self.countries:
                return i
            self.countries.append(sense.item.code)
            return match.first
        if (sense := match.sense("organization")) and isinstance(sense.item, Organization):
            self.organization = self.organization or sense.item
            self.before.insert(0, (match.first, i))
            return match.first
        if (sense := match.sense("place")) and isinstance(sense.item, KnownPlace) and not self.countries:
            if sense.item.country:
                self.countries.append(sense.item.country)
            self.before.insert(0, (match.first, i))
            return match.first
        return i

    def _take_institution_possessive(self, i: int) -> int:
        """Take "the Defense Ministry’s" before "Foreign Affairs Office director"."""
        if self.book.title_words.get(self.passage.word(i - 2)) != "institution":
            return i
        self.before.insert(0, (i - 2, i))
        return i - 2

    # -- to the right --------------------------------------------------------------------------------------------

    def _widen_right(self) -> tuple[int, int]:
        last = loose = self.head.last
        while True:
            start = self._preposition(loose)
            if start is None:
                return last, loose
            end, far = self._complement(start, self.passage.word(start - 1) if start > loose else "of")
            if end == start and far == start:
                return last, loose
            if end > start:
                last = end
            loose = max(far, last)
            if loose > last:
                return last, loose

    def _preposition(self, i: int) -> int | None:
        """Return where a complement begins that hangs on the title by a preposition, if one does."""
        passage, word, head = self.passage, self.passage.word(i), self.passage.word(self.head.last - 1)
        if not passage.same_sentence(i, self.head.first):
            return None
        kind = self.office.kind
        if word == "of" or (word == "for" and self._begins_complement(i + 1)):
            return i + 1
        if word == "to" and (kind == "diplomacy" or head in _AIDES) and self._begins_complement(i + 1):
            return i + 1
        if word in ("on", "at") and kind in (*_TARGET_KINDS, "learning") and self._begins_complement(i + 1):
            return i + 1
        return None

    def _begins_complement(self, i: int) -> bool:
        passage = self.passage
        while passage.word(i) in DETERMINERS:
            i += 1
        match = passage.match_at(i)
        if match is not None:
            return any(s.kind not in ("person", "short") for s in match.senses)
        return passage.is_capital(i) or self.book.title_words.get(passage.word(i)) in ("institution", "portfolio")

    def _complement(self, start: int, preposition: str) -> tuple[int, int]:
        """Return the certain and the loose end of a complement that begins at `start`."""
        passage = self.passage
        i = end = start
        piece = start - 1
        while i < passage.size and passage.same_sentence(i, start):
            step, certain = self._complement_step(i, start, preposition)
            if step == i:
                break
            i = step
            if certain:
                end = i
            elif i - end > _LONGEST_LOOSE:
                break
        if end > start:
            self._add_after(piece, end, preposition)
        if i > end:
            self._add_after(max(end, piece), i, preposition)
        return end, max(i, end)

    def _complement_step(self, i: int, start: int, preposition: str) -> tuple[int, bool]:
        passage, word = self.passage, self.passage.word(i)
        match = passage.match_at(i)
        if match is not None and not (match.sense("person", "short") and not match.sense("country", "place", "organization")):
            if match.sense("office", "offices"):
                return self._office_inside(match, i, start)
            return self._matched_step(match, preposition)
        if match is not None:
            return i, False
        if self.book.title_words.get(self.book.spellings.get(word, word)) not in (None, "epithet", "modifier"):
            return i + 1, True
        if word in DETERMINERS or word == "&":
            return (i + 1, False) if self._begins_complement(i + 1) else (i, False)
        if word in ("of", "for", "on", "and"):
            return (i + 1, False) if i > start and self._continues(i + 1, word) else (i, False)
        if word == ",":
            return (i + 1, False) if self._is_listed(i) else (i, False)
        if word == "'s":
            return i + 1, True
        if word == "(" and passage.word(i + 2) == ")" and passage.words.surface[i + 1].isupper():
            return i + 3, True
        if passage.is_capital(i) or self.book.title_words.get(word) == "modifier":
            return i + 1, False
        return i, False

    def _office_inside(self, match: Match, i: int, start: int) -> tuple[int, bool]:
        """An office inside a complement belongs to it behind "of (the)": "the Office of the President"."""
        sense = match.sense("office", "offices")
        belongs = i == start or self.passage.word(i - 1) in ("of", "the", "to", "for")
        if belongs or (sense is not None and isinstance(sense.item, Office) and sense.item.kind == "person"):
            return match.last, True
        return i, False

    def _matched_step(self, match: Match, preposition: str) -> tuple[int, bool]:
        sense = match.sense("organization")
        if sense is not None and isinstance(sense.item, Organization) and self.organization is None:
            self.organization = sense.item
        return match.last, True

    def _continues(self, i: int, connective: str) -> bool:
        passage = self.passage
        if connective == "and":
            kind = self.book.title_words.get(passage.word(i))
            after = passage.match_at(i)
            if after is not None and after.sense("office", "offices", "person", "short") and kind is None:
                return False
            return kind in ("portfolio", "institution") and not self._leads_to_office(i)
        return self._begins_complement(i)

    def _leads_to_office(self, i: int) -> bool:
        """Tell whether the words from here are the left part of a second title ("and Defense Minister")."""
        passage = self.passage
        for j in range(i, min(i + 4, passage.size)):
            match = passage.match_at(j)
            if match is not None:
                return match.sense("office", "offices") is not None
            if passage.word(j) not in self.book.title_words:
                return False
        return False

    def _is_listed(self, i: int) -> bool:
        """Tell whether a comma stands inside "for Democracy, Human Rights and Labor"."""
        passage = self.passage
        if not self._is_portfolio(i - 1) or not self._is_portfolio(i + 1) or self._leads_to_office(i + 1):
            return False
        return any(passage.word(j) == "and" for j in range(i + 2, min(i + 5, passage.size)))

    def _add_after(self, first: int, last: int, preposition: str) -> None:
        """Keep a piece of the complement, its owner's country taken out."""
        passage = self.passage
        i = first
        while i < last:
            match = passage.match_at(i)
            sense = match.sense("country", "adjective") if match else None
            if match is not None and sense is not None and isinstance(sense.item, Country) and self._owns(match, last):
                if not self.countries:
                    self.countries.append(sense.item.code)
                if sense.kind == "country" and passage.word(match.last) in self.book.title_words:
                    self.after.append((i, match.last))  # "China Institute": the country is part of the body's name
                    i = match.last
                    continue
                i = match.last + (passage.word(match.last) == "'s")
                self._drop_dangling(i >= last)
                continue
            if passage.word(i) == "(":
                i += 3
                continue
            step = match.last if match is not None else i + 1
            self.after.append((i, min(step, last)))
            i = step

    def _owns(self, match: Match, last: int) -> bool:
        """Tell whether a country inside a complement is the state that the office belongs to."""
        passage, i = self.passage, match.first
        following = passage.word(match.last)
        if passage.words.joined[i] or (match.last < passage.size and passage.words.joined[match.last]):
            return False
        while passage.word(i - 1) in DETERMINERS or passage.word(i - 1) in ("and", "new"):
            i -= 1
        owner = passage.word(i - 1) == "of"
        return owner and following not in ("affairs", "issues", "studies", "policy") and self.office.kind != "learning"

    def _drop_dangling(self, at_end: bool) -> None:
        """Remove "of" and "of the" that lost their country."""
        if not at_end and self.after and self.passage.word(self.after[-1][0]) in DETERMINERS | {"of"}:
            return
        while self.after and self.passage.word(self.after[-1][0]) in DETERMINERS | {"of"}:
            self.after.pop()

    # -- spelled out ---------------------------------------------------------------------------------------------

    def _spell(self, after: list[tuple[int, int]]) -> str:
        parts = [self._spell_piece(first, last) for first, last in self.before]
        parts.append(" " + self.office.title)
        parts.extend(self._spell_piece(first, last) for first, last in after)
        return "".join(parts).strip(" ,")

    def _spell_piece(self, first: int, last: int) -> str:
        match = self.passage.match_at(first)
        if match is not None and match.last == last:
            sense = match.sense("office")
            known = sense is not None and isinstance(sense.item, Office)
            text = sense.item.title if known else self.passage.words.between(first, last)  # type: ignore[union-attr]
            return ("-" if self.passage.words.joined[first] else " ") + text
        return "".join(self._spell_word(i) for i in range(first, last))

    def _spell_word(self, i: int) -> str:
        words = self.passage.words
        word = self.book.spellings.get(self.passage.word(i), words.surface[i])
        if words.joined[i]:
            return "-" + word
        if word == "," or self.passage.word(i) == "'s":
            return word
        return " " + (word if word.casefold() in _SMALL else word[:1].upper() + word[1:])
