"""A passage -> the spans that name persons: known names, and runs of capitals that grammar shows to be names.

A run of capitalised words is a name when a title stands before it or behind it ("Deputy FM Rudenko Andrey Yurevich",
"Chen Xu, director general of ..."), or when it is built like a personal name (its first word is a given name, or a
family name where that comes first, of somebody in the codebook) and stands where a person would.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Lexicon, Match
from sinorus.codebook.records import Person
from sinorus.coding.english import EVENT_NOUNS, FUNCTION_WORDS, MONTHS, NAME_PARTICLES
from sinorus.coding.name_context import (
    end_of_capitals,
    fits,
    goes_on,
    is_bracketed,
    is_followed_by_title,
    is_month_name,
    title_before_comma,
)
from sinorus.coding.name_shapes import NameShapes, is_patronymic
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.folding import fold_word

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_LONGEST_NAME = 6
_SHORTEST_LISTED, _LONGEST_LISTED = 2, 3
# Forms of verbs that are as often nouns: "Bush fires rage", "Rice stops".
_ALSO_NOUNS = frozenset({"fires", "talks", "issues", "stops", "ends"})
# "in Al Khor": an unknown name behind one of these is a place's.
_WHERE = frozenset({"in", "at", "near", "into"})


@dataclass(slots=True)
class Name:
    """A span that names a person. Units: token numbers, half-open."""

    first: int
    last: int
    known: tuple[Person, ...]
    full: bool
    title: Title | None = None
    is_listed: bool = False


class NameFinder:
    """Finds names by one codebook.

    `is_expected` tells who can be meant on an ISO day by a bare surname that is a common word as well; `strangers` are
    the full names, in folded words, of persons whom the codebook does not know but who were named before.
    """

    def __init__(
        self,
        book: Codebook,
        lexicon: Lexicon,
        is_expected: Callable[[Person, str], bool],
        strangers: Container[tuple[str, ...]],
    ) -> None:
        self._book, self._lexicon = book, lexicon
        self.shapes = NameShapes(book)
        self._common = frozenset(book.context_cues.get("common-word", ()))
        self._things = frozenset(book.context_cues.get("named-thing", ()))
        self._never = self._things.union(book.context_cues.get("no-name", ()), ("class",))
        self._no_names = self._never | EVENT_NOUNS | MONTHS | book.title_words.keys()
        self._verbs = frozenset(book.context_cues.get("action", ())) - _ALSO_NOUNS
        self._is_expected, self._strangers = is_expected, strangers

    def find(self, passage: Passage, titles: Sequence[Title]) -> list[Name]:
        """Find the names of a passage, in the order of the text, not overlapping."""
        in_title = {i: t for t in titles for i in range(t.first, t.last)}
        behind = {t.last: t for t in titles}
        starts = {t.first for t in titles}
        names: list[Name] = []
        i = 0
        while i < passage.size:
            if i in in_title:
                i = in_title[i].last
                continue
            if not passage.words.capital[i] and passage.cover[i] is None and i not in behind:
                i += 1
                continue
            title = behind.get(i) or title_before_comma(passage, i, behind)
            if self._names_thing(passage, i, title):
                i = end_of_capitals(passage, i)
                continue
            name = self._name_at(passage, i, in_title, title, starts)
            if name is None and names and self._goes_on(passage, names[-1], i):
                name = self._listed(passage, i, in_title)
            if name is None:
                match = passage.match_at(i)
                i = match.last if match is not None else i + 1
                continue
            names.append(name)
            i = name.last
        return names

    def _goes_on(self, passage: Passage, before: Name, i: int) -> bool:
        """Tell whether a list of persons goes on here that a title in the plural opened: "leaders A and B"."""
        opened = before.is_listed or (before.title is not None and before.title.plural)
        return opened and passage.folded[before.last : i] in ([","], ["and"], [",", "and"])

    def _listed(self, passage: Passage, first: int, in_title: dict[int, Title]) -> Name | None:
        last = self._run(passage, first, in_title, None)
        words = set(passage.folded[first:last])
        free = all(passage.cover[i] is None for i in range(first, last))
        if not (free and _SHORTEST_LISTED <= last - first <= _LONGEST_LISTED) or words & self._no_names:
            return None
        return Name(first, last, (), True, is_listed=True)

    def _names_thing(self, passage: Passage, i: int, title: Title | None) -> bool:
        """Tell whether a ship, a storm or the like is named here: "USS Cole", "the frigate Admiral Gorshkov"."""
        if title is not None and title.last == i and passage.words.capital[title.head]:
            i = title.first
        return self._is_thing(passage, i - 1) or passage.words.surface[i] in self._things

    def _is_thing(self, passage: Passage, i: int) -> bool:
        return 0 <= i < passage.size and (passage.words.surface[i] in self._things or passage.word(i) in self._things)

    def _name_at(
        self, passage: Passage, i: int, in_title: dict[int, Title], title: Title | None, starts: set[int]
    ) -> Name | None:
        match = passage.match_at(i)
        if match is not None:
            known = match.persons("person")
            if known and not (match.last - i == 1 and not title and self._is_common(passage, i)):
                return self._known(passage, i, match.last, known, title)
            if title is None and match.sense("place", "country", "organization", "adjective", "government"):
                return None
            if match.sense("country", "organization", "adjective", "government") and not match.sense("short"):
                return None
        elif not (passage.is_capital(i) or self._is_particle(passage, i, title) or is_month_name(passage, i, title)):
            return None
        if match is not None and self._is_pair(passage, i):
            return Name(i, i + 1, match.persons("short"), False, title)
        last = self._run(passage, i, in_title, title)
        if last == i:
            return None
        return self._judge(passage, i, last, title, starts)

    def _known(
        self, passage: Passage, first: int, last: int, known: tuple[Person, ...], title: Title | None
    ) -> Name | None:
        """Return a known name, unless the words go on to another's ("Wang Yu-chi") or to a thing's ("Nimitz-class")."""
        if passage.word(last) == "class" or (title is None and self._is_thing(passage, last)):
            return None
        if last - first > 1 and goes_on(passage, last):
            return Name(first, last + 1, (), True, title)
        return Name(first, self._suffix(passage, last), known, last - first > 1, title)

    def _suffix(self, passage: Passage, last: int) -> int:
        while passage.word(last) in _SUFFIXES or (passage.is_capital(last) and is_patronymic(passage.word(last))):
            last += 1
        if passage.word(last) in NAME_PARTICLES and self._joins(passage, last) and passage.match_at(last) is None:
            last = end_of_capitals(passage, last)
        return last

    def _is_particle(self, passage: Passage, i: int, title: Title | None) -> bool:
        return title is not None and passage.word(i) in NAME_PARTICLES and passage.is_capital(i + 1)

    def _run(self, passage: Passage, first: int, in_title: dict[int, Title], title: Title | None) -> int:
        """Return the end of the run of words that could be one name from here."""
        i = first + is_month_name(passage, first, title)
        while i < passage.size and i - first < _LONGEST_NAME and i not in in_title:
            match = passage.match_at(i)
            if match is not None:
                if not (fits(match, i == first, title) or self._is_surname(passage, first, match)):
                    break
                i = match.last
            elif passage.cover[i] is not None:
                break
            elif passage.is_capital(i) and passage.word(i) not in self._book.title_words:
                i += 1
            elif passage.is_capital(i) and (i > first or title is not None) and not passage.starts_sentence(i):
                break
            elif (passage.word(i) in NAME_PARTICLES and i > first and self._joins(passage, i)) or (
                passage.words.joined[i] and i > first
            ):
                i += 1
            else:
                break
            if i < passage.size and not passage.same_sentence(i, first):
                break
        return i

    def _is_surname(self, passage: Passage, first: int, match: Match) -> bool:
        """Tell whether what else is a town is a surname, since a given name stands before it: "Osman Kavala"."""
        begun, word = passage.cover[first], passage.word(first)
        if match.first != first + 1 or match.sense("place") is None or match.sense("country", "adjective") is not None:
            return False
        plain = begun is None or begun.sense("place", "country", "adjective", "government") is None
        given = plain and self.shapes.begins_name(word) and word not in self._common
        return given and passage.word(match.last) not in EVENT_NOUNS

    def _is_pair(self, passage: Passage, i: int) -> bool:
        """Tell whether the surnames of two who are in high office stand here: "the Trump-Kim summit"."""
        pair = [match for j in (i, i + 1) if (match := passage.match_at(j)) is not None and match.last == j + 1]
        return (
            len(pair) == 2
            and passage.is_joined(i + 1)
            and all(any(self._is_expected(p, passage.day) for p in match.persons("short")) for match in pair)
        )

    def _joins(self, passage: Passage, i: int) -> bool:
        following = passage.word(i + 1)
        return passage.is_capital(i + 1) or (following in NAME_PARTICLES and passage.is_capital(i + 2))

    def _judge(self, passage: Passage, first: int, last: int, title: Title | None, starts: set[int]) -> Name | None:
        """Decide whether a run of words is a name, and whose."""
        match = passage.match_at(first)
        if match is not None and match.last >= last:
            return self._short(passage, match, last, title)
        if known := self._other_order(passage, first, last):
            return Name(first, last, known, True, title)
        words = passage.folded[first:last]
        named = words[is_month_name(passage, first, title) :]
        if title is not None:  # "Vice FM Park Suk-hwan": a surname that is a common noun too
            named = [w for w in named if w not in EVENT_NOUNS or self.shapes.home((w,)) is None]
        if any(w in self._book.title_words or w in MONTHS or w in EVENT_NOUNS for w in named):
            return None
        if any(w in self._never or any(c.isdigit() for c in w) for w in words):
            return None
        if title is not None and title.plural and title.last > title.head + 2:
            return None
        if title is not None or is_followed_by_title(passage, last, starts) or is_bracketed(passage, first, last):
            return Name(first, last, (), last - first > 1, title)
        if passage.word(first - 1) in _WHERE or self._is_thing(passage, last):
            return None
        if bearers := self._bearers(passage, first, last):
            return self._with_first_name(passage, first, last, bearers)
        if last - first > 1 and not passage.starts_sentence(first) and self.shapes.begins_name(words[0]):
            return Name(first, last, (), True, title)
        if last - first > 1 and self.shapes.begins_name(words[0]) and passage.word(first) not in self._common:
            return Name(first, last, (), True, title)
        if last - first > 1 and (tuple(words) in self._strangers or (match is not None and match.sense("short"))):
            return Name(first, last, (), True, title)
        return None

    def _bearers(self, passage: Passage, first: int, last: int) -> tuple[Person, ...]:
        """Return the persons with the surname that ends a run of else unknown words, as in "Kashif Abdullah"."""
        match = passage.match_before(last)
        if match is None or match.first == first:
            return ()
        if passage.starts_sentence(first) and all(len(w) > 1 for w in passage.folded[first:last]):
            return ()  # "Meets Putin": the first word may be anything
        return match.persons("short")

    def _with_first_name(self, passage: Passage, first: int, last: int, bearers: tuple[Person, ...]) -> Name:
        """Tell a bearer of the surname from a namesake by the initial: "V. Putin" is one, "Kashif Abdullah" none."""
        initial = passage.word(first)[0]
        known = tuple(p for p in bearers if any(fold_word(w)[:1] == initial for w in p.name.split()))
        return Name(first, last, known, not known or len(known) == 1, None)

    def _short(self, passage: Passage, match: Match, last: int, title: Title | None) -> Name | None:
        known = match.persons("short") or match.persons("person")
        if not known:
            return Name(match.first, last, (), False, title) if title else None
        if title is None and self._is_common(passage, match.first):
            return None
        return Name(match.first, last, known, False, title)

    def _is_common(self, passage: Passage, i: int) -> bool:
        """Tell whether a surname is a common word first ("May", "Long"), so that it needs more evidence."""
        word = passage.word(i)
        if word in MONTHS:
            return passage.word(i - 1) in FUNCTION_WORDS or not self._acts(passage, i)
        if word in FUNCTION_WORDS or len(word) == 1:
            return True
        return word in self._common and passage.starts_sentence(i) and not self._acts(passage, i)

    def _acts(self, passage: Passage, i: int) -> bool:
        """Tell whether somebody expected acts here, alone or with another: "Ford visits", "Moon and Kim meet"."""
        match = passage.match_at(i)
        if match is None or not any(self._is_expected(p, passage.day) for p in match.persons("short")):
            return False
        other = passage.match_at(i + 2) if passage.word(i + 1) == "and" else None
        return passage.word(i + 1) in self._verbs or (other is not None and other.sense("person", "short") is not None)

    def _other_order(self, passage: Passage, first: int, last: int) -> tuple[Person, ...]:
        """Find the person whose name stands here in another order or with a patronymic."""
        words = [w for w in passage.folded[first:last] if not is_patronymic(w)]
        if not 2 <= len(words) <= 3:
            return ()
        for order in (words, words[::-1], [*words[1:], words[0]]):
            known = tuple(
                s.item
                for s in self._lexicon.senses(" ".join(order))
                if isinstance(s.item, Person) and s.kind == "person"
            )
            if known:
                return known
        return ()
