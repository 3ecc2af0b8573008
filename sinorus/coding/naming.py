"""A run of words -> the name that it is, with the persons who bear it, or nothing when it is none.

Without a title a run of unknown words is a name when it is built like one: its first word is a given name, or a family
name where that comes first, of somebody in the codebook.
"""

from collections.abc import Container

from sinorus.codebook.lexicon import Lexicon, Match
from sinorus.codebook.records import Person
from sinorus.coding.figures import Name
from sinorus.coding.name_context import goes_on, is_bracketed, is_followed_by_title, is_month_name
from sinorus.coding.name_runs import end_of_suffix
from sinorus.coding.name_shapes import is_patronymic
from sinorus.coding.name_words import NameWords
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.surnames import Surnames
from sinorus.folding import fold_word

# "in Al Khor": an unknown name behind one of these is a place's.
_WHERE = frozenset({"in", "at", "near", "into"})


class Naming:
    """Judges runs of words; `strangers` are the full names, in folded words, of unknown persons named before."""

    def __init__(
        self, words: NameWords, surnames: Surnames, lexicon: Lexicon, strangers: Container[tuple[str, ...]]
    ) -> None:
        self._words, self._surnames, self._lexicon, self._strangers = words, surnames, lexicon, strangers

    def of_known(
        self, passage: Passage, first: int, last: int, known: tuple[Person, ...], title: Title | None
    ) -> Name | None:
        """Return a known name, unless the words go on to another's ("Wang Yu-lan") or to a thing's ("Nimitz-class")."""
        if passage.word(last) == "class" or (title is None and self._words.is_thing(passage, last)):
            return None
        if last - first > 1 and goes_on(passage, last):
            return Name(first, last + 1, (), True, title)
        return Name(first, end_of_suffix(passage, last), known, last - first > 1, title)

    def of_run(
        self, passage: Passage, first: int, last: int, title: Title | None, starts: Container[int], listed: bool
    ) -> Name | None:
        """Decide whether a run of words is a name, and whose; `listed` when it goes on from names that have a title.

        `starts` are the tokens at which titles begin.
        """
        match = passage.match_at(first)
        if match is not None and match.last >= last:
            return self._of_surname(passage, match, last, title)
        if known := self._other_order(passage, first, last):
            return Name(first, last, known, True, title)
        words, full = passage.folded[first:last], last - first > 1
        named = words[is_month_name(passage, first, title) :]
        if any(self._words.is_of_something_else(w, title is not None) for w in named):
            return None
        if any(w in self._words.never or any(c.isdigit() for c in w) for w in words):
            return None
        if title is not None and title.plural and title.last > title.head + 2:
            return None
        if title is not None or is_followed_by_title(passage, last, starts) or is_bracketed(passage, first, last):
            return Name(first, last, (), full, title)
        if passage.word(first - 1) in _WHERE or self._words.is_thing(passage, last):
            return None
        if bearers := self._bearers(passage, first, last):
            return self._with_first_name(passage, first, last, bearers)
        return Name(first, last, (), True) if full and (listed or self._is_built_so(passage, first, words)) else None

    def _is_built_so(self, passage: Passage, first: int, words: list[str]) -> bool:
        """Tell whether words are built like a personal name, or were one before."""
        match, begins = passage.match_at(first), self._words.shapes.begins_name(words[0])
        if begins and (words[0] not in self._words.common or not passage.starts_sentence(first)):
            return True
        return tuple(words) in self._strangers or (match is not None and match.sense("short") is not None)

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
        return Name(first, last, known, not known or len(known) == 1)

    def _of_surname(self, passage: Passage, match: Match, last: int, title: Title | None) -> Name | None:
        known = match.persons("short") or match.persons("person")
        if not known:
            return Name(match.first, last, (), False, title) if title else None
        if title is None and self._surnames.is_common(passage, match.first):
            return None
        return Name(match.first, last, known, False, title)

    def _other_order(self, passage: Passage, first: int, last: int) -> tuple[Person, ...]:
        """Find the person whose name stands here in another order or with a patronymic."""
        words = [w for w in passage.folded[first:last] if not is_patronymic(w)]
        if not 2 <= len(words) <= 3:
            return ()
        for order in (words, words[::-1], [*words[1:], words[0]]):
            senses = self._lexicon.senses(" ".join(order))
            if known := tuple(s.item for s in senses if isinstance(s.item, Person) and s.kind == "person"):
                return known
        return ()
