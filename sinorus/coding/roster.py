"""Roster: the persons found so far in one passage, looked up by who they are and by the words of their names.

However many persons a passage names, finding whether the next is one of them takes no longer. An unknown person is the
same as another when the words of one name are among the words of the other ("Rudenko" and "Andrey Rudenko").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sinorus.codebook.records import Person
from sinorus.coding.figures import Figure

_MOST_WORDS = 6


class Roster:
    """The figures of a passage, in the order in which they were worked out."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.people: dict[Person, Figure] = {}
        self.offices: dict[frozenset[str], None] = {}
        self._order: dict[Figure, int] = {}
        self._bearing: defaultdict[str, list[Figure]] = defaultdict(list)
        self._unknown_containing: dict[frozenset[str], Figure] = {}
        self._unknown: dict[frozenset[str], Figure] = {}

    def add(self, figure: Figure, words: Sequence[str]) -> None:
        """Add a person under the folded words of the name."""
        self._order[figure] = len(self.figures)
        self.figures.append(figure)
        for word in dict.fromkeys(words):
            self._bearing[word].append(figure)
        if figure.person is not None:
            self.people.setdefault(figure.person, figure)
            return
        self._unknown.setdefault(frozenset(words), figure)
        for part in _parts(words):
            self._unknown_containing.setdefault(part, figure)

    def same(self, figure: Figure, words: Sequence[str]) -> Figure | None:
        """Return the person of the roster that a figure is, or None when it is somebody new."""
        if figure.person is not None:
            return self.people.get(figure.person)
        mine = frozenset(words)
        found = [self._unknown_containing.get(mine), *(self._unknown.get(part) for part in _parts(words))]
        if not figure.name.full:
            alike = (f for f in self._bearing.get(words[0], ()) if figure.country in (None, f.country))
            found.append(next(alike, None))
        return min(filter(None, found), key=self._order.__getitem__, default=None)

    def bearer(self, surname: str, before: int) -> Figure | None:
        """Return the person with a surname who was worked out last, of those that are named before a token."""
        return next((f for f in reversed(self._bearing.get(surname, ())) if f.first < before), None)


def _parts(words: Iterable[str]) -> Iterator[frozenset[str]]:
    """Yield every choice of words of a name."""
    distinct = list(dict.fromkeys(words))[:_MOST_WORDS]
    for size in range(1, len(distinct) + 1):
        yield from map(frozenset, combinations(distinct, size))
