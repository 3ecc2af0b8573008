"""A passage -> the spans that name persons: known names, and runs of capitals that grammar shows to be names.

A run of capitalised words is a name when a title stands before it or behind it ("Deputy FM Rudenko Andrey Yurevich",
"Chen Xu, director general of ..."), when it goes on with a list that a title opened, or when it is built like a
personal name and stands where a person would (`naming`).
"""

from collections.abc import Callable, Container, Sequence

from sinorus.codebook.lexicon import Lexicon
from sinorus.codebook.records import Person
from sinorus.coding.figures import Name
from sinorus.coding.name_context import end_of_capitals, title_before_comma
from sinorus.coding.name_runs import end_of_run, may_begin
from sinorus.coding.name_words import NameWords
from sinorus.coding.naming import Naming
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.surnames import Surnames

_JOINTS = ([","], ["and"], [",", "and"])


class NameFinder:
    """Finds names by one codebook's words.

    `is_expected` tells who can be meant on an ISO day by a bare surname that is a common word as well; `strangers` are
    the full names, in folded words, of persons whom the codebook does not know but who were named before.
    """

    def __init__(
        self,
        words: NameWords,
        lexicon: Lexicon,
        is_expected: Callable[[Person, str], bool],
        strangers: Container[tuple[str, ...]],
    ) -> None:
        self._words = words
        self._surnames = Surnames(self._words, is_expected)
        self._naming = Naming(self._words, self._surnames, lexicon, strangers)

    def find(self, passage: Passage, titles: Sequence[Title]) -> list[Name]:
        """Find the names of a passage, in the order of the text, not overlapping."""
        in_title = {i: t for t in titles for i in range(t.first, t.last)}
        behind = {t.last: t for t in titles}
        starts = {t.first for t in titles}
        names: list[Name] = []
        opened = False  # whether the last name is of a list that a title in the plural opened: "leaders A and B"
        i = 0
        while i < passage.size:
            if i in in_title:
                i = in_title[i].last
                continue
            if not passage.words.capital[i] and passage.cover[i] is None and i not in behind:
                i += 1
                continue
            title = behind.get(i) or title_before_comma(passage, i, behind)
            if self._words.names_thing(passage, i, title):
                i = end_of_capitals(passage, i)
                continue
            listed = opened and passage.folded[names[-1].last : i] in _JOINTS
            name = self._name_at(passage, i, in_title, title, starts, listed)
            if name is None:
                match = passage.match_at(i)
                i = match.last if match is not None else i + 1
                continue
            names.append(name)
            opened = listed or (title is not None and title.plural)
            i = name.last
        return names

    def _name_at(
        self,
        passage: Passage,
        i: int,
        in_title: Container[int],
        title: Title | None,
        starts: Container[int],
        listed: bool,
    ) -> Name | None:
        match = passage.match_at(i)
        if match is not None:
            known = match.persons("person")
            if known and not (match.last - i == 1 and not title and self._surnames.is_common(passage, i)):
                return self._naming.of_known(passage, i, match.last, known, title)
            if title is None and match.sense("place", "country", "organization", "adjective", "government"):
                return None
            if match.sense("country", "organization", "adjective", "government") and not match.sense("short"):
                return None
            if self._surnames.is_pair(passage, i):
                return Name(i, i + 1, match.persons("short"), False, title)
        elif not may_begin(passage, i, title):
            return None
        last = end_of_run(self._words, passage, i, in_title, title)
        return self._naming.of_run(passage, i, last, title, starts, listed) if last > i else None
