"""Bare surnames: what tells "May meets Hollande" from "in May", and two leaders from one name with a hyphen."""

from collections.abc import Callable

from sinorus.codebook.lexicon import Match
from sinorus.codebook.records import Person
from sinorus.coding.english import FUNCTION_WORDS, MONTHS
from sinorus.coding.name_words import NameWords
from sinorus.coding.passage import Passage


class Surnames:
    """Judges bare surnames; `is_expected` tells who can be meant by one on an ISO day though it says little."""

    def __init__(self, words: NameWords, is_expected: Callable[[Person, str], bool]) -> None:
        self._words, self._is_expected = words, is_expected

    def is_common(self, passage: Passage, i: int) -> bool:
        """Tell whether a surname is a common word first ("May", "Long"), so that it needs more evidence."""
        word = passage.word(i)
        if word in MONTHS:
            return passage.word(i - 1) in FUNCTION_WORDS or not self._acts(passage, i)
        if word in FUNCTION_WORDS or len(word) == 1:
            return True
        return word in self._words.common and passage.starts_sentence(i) and not self._acts(passage, i)

    def is_pair(self, passage: Passage, i: int) -> bool:
        """Tell whether the surnames of two who are expected stand here: "the Trump-Kim summit"."""
        if not passage.is_joined(i + 1):
            return False
        pair = (passage.match_at(i), passage.match_at(i + 1))
        return all(match is not None and self._means_expected(passage, match) for match in pair)

    def _acts(self, passage: Passage, i: int) -> bool:
        """Tell whether somebody expected acts here, alone or with another: "Ford visits", "Moon and Kim meet"."""
        match = passage.match_at(i)
        if match is None or not self._means_expected(passage, match):
            return False
        other = passage.match_at(i + 2) if passage.word(i + 1) == "and" else None
        together = other is not None and other.sense("person", "short") is not None
        return together or passage.word(i + 1) in self._words.verbs

    def _means_expected(self, passage: Passage, match: Match) -> bool:
        return any(self._is_expected(person, passage.day) for person in match.persons("short"))
