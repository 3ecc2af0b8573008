"""A passage -> the spans that name persons: known names, and runs of capitals that grammar shows to be names.

A run of capitalised words is a name when a title stands before it or behind it ("Deputy FM Rudenko Andrey Yurevich",
"Chen Xu, director general of ..."), or when it is built like a personal name (its first word is a given name, or a
family name where that comes first, of somebody in the codebook) and stands where a person would.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Lexicon, Match
from sinorus.codebook.records import Person
from sinorus.coding.english import BECOMES, DETERMINERS, EVENT_NOUNS, FUNCTION_WORDS, MONTHS, NAME_PARTICLES
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.folding import fold_word

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_PATRONYMIC = re.compile(r"(?:[oe]vi[ct]h|[ey]vich|ovna|evna|ichna|i[lc]ich|lyich|[tkm]ich|ovych|ivna|ovi[cč]h)$")
_LONGEST_NAME = 6
_SHARE_AT_HOME = 0.75
# Surnames of a state that is no more are those of its heir.
HEIRS = {"SU": "RU"}
# Forms of verbs that are as often nouns: "Bush fires rage", "Rice stops".
_ALSO_NOUNS = frozenset({"fires", "talks", "issues", "stops", "ends"})
# "in Al Khor": an unknown name behind one of these is a place's.
_WHERE = frozenset({"in", "at", "near", "into"})
# "Wang Yu-chi": the second syllable of a given name, which no "-led" or "-backed" is.
_SYLLABLE = re.compile(r"[bcdfghjklmnpqrstwxyz]{0,3}[aeiouy]{1,3}(?:ng|[nkptmhlb])?")


@dataclass(slots=True)
class Name:
    """A span that names a person. Units: token numbers, half-open."""

    first: int
    last: int
    known: tuple[Person, ...]
    full: bool
    title: Title | None = None


class NameShapes:
    """What the codebook's persons show of names: which words begin one, and which surnames belong to one state."""

    def __init__(self, book: Codebook) -> None:
        self._first: set[str] = set()
        homes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for person in book.people.values():
            words = person.name.split()
            if len(words) < 2:
                continue
            country = book.countries.get(person.country or "")
            family_first = country is not None and country.name_order == "family"
            if len(words[0].rstrip(".")) > 1:
                self._first.add(fold_word(words[0]))
            if country is not None:
                homes[fold_word(words[0 if family_first else -1])][HEIRS.get(country.code, country.code)] += 1
        self._home = {surname: home for surname, counts in homes.items() if (home := _home(counts))}

    def begins_name(self, word: str) -> bool:
        """Tell whether a folded word can be the first of a full name."""
        return word in self._first

    def home(self, words: Sequence[str]) -> str | None:
        """Return the state to which the first, else the last word of a name belongs as a surname."""
        return self._home.get(words[0]) or self._home.get(words[-1])


def _home(counts: Counter[str]) -> str | None:
    code, count = counts.most_common(1)[0]
    return code if count >= _SHARE_AT_HOME * counts.total() else None


def is_patronymic(word: str) -> bool:
    """Tell whether a folded word is a Russian, Ukrainian or Belarusian patronymic."""
    return len(word) > 5 and _PATRONYMIC.search(word) is not None


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
            title = behind.get(i) or _title_before_comma(passage, i, behind)
            if self._names_thing(passage, i, title):
                i = _end_of_capitals(passage, i)
                continue
            name = self._name_at(passage, i, in_title, title, starts)
            if name is None:
                match = passage.match_at(i)
                i = match.last if match is not None else i + 1
                continue
            names.append(name)
            i = name.last
        return names

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
        elif not (passage.is_capital(i) or self._is_particle(passage, i, title) or _is_month_name(passage, i, title)):
            return None
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
        if last - first > 1 and _goes_on(passage, last):
            return Name(first, last + 1, (), True, title)
        return Name(first, self._suffix(passage, last), known, last - first > 1, title)

    def _suffix(self, passage: Passage, last: int) -> int:
        while passage.word(last) in _SUFFIXES or (passage.is_capital(last) and is_patronymic(passage.word(last))):
            last += 1
        if passage.word(last) in NAME_PARTICLES and self._joins(passage, last) and passage.match_at(last) is None:
            last = _end_of_capitals(passage, last)
        return last

    def _is_particle(self, passage: Passage, i: int, title: Title | None) -> bool:
        return title is not None and passage.word(i) in NAME_PARTICLES and passage.is_capital(i + 1)

    def _run(self, passage: Passage, first: int, in_title: dict[int, Title], title: Title | None) -> int:
        """Return the end of the run of words that could be one name from here."""
        i = first + _is_month_name(passage, first, title)
        while i < passage.size and i - first < _LONGEST_NAME and i not in in_title:
            match = passage.match_at(i)
            if match is not None:
                if not _fits(match, i == first, title):
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
        named = words[_is_month_name(passage, first, title) :]
        if any(w in self._book.title_words or w in MONTHS or w in EVENT_NOUNS for w in named):
            return None
        if any(w in self._never or any(c.isdigit() for c in w) for w in words):
            return None
        if title is not None and title.plural and title.last > title.head + 2:
            return None
        if title is not None or _is_followed_by_title(passage, last, starts) or _is_bracketed(passage, first, last):
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
        if match is None or match.first == first or match.last != last:
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


def _is_month_name(passage: Passage, i: int, title: Title | None) -> bool:
    """Tell whether a month behind a title is a first name: "Ambassador Jan Eliasson", "Senator June Hill"."""
    month = title is not None and passage.words.capital[i] and passage.word(i) in MONTHS
    return month and passage.is_capital(i + 1) and passage.same_sentence(i, i + 1)


def _goes_on(passage: Passage, i: int) -> bool:
    """Tell whether a name goes on with a syllable behind a hyphen."""
    joined = 0 < i < passage.size and passage.words.joined[i] and passage.words.surface[i - 1] != "."
    return joined and not passage.words.capital[i] and _SYLLABLE.fullmatch(passage.word(i)) is not None


def _end_of_capitals(passage: Passage, i: int) -> int:
    """Return where the capitalised words end that begin here, hyphens and particles among them."""
    first = i
    while i < passage.size and passage.same_sentence(first, i):
        particle = passage.word(i) in NAME_PARTICLES and passage.is_capital(i + 1)
        if not (passage.is_capital(i) or passage.words.joined[i] or particle):
            break
        i += 1
    return max(i, first + 1)


def _is_followed_by_title(passage: Passage, i: int, starts: set[int]) -> bool:
    """Tell whether a title in apposition stands behind: ", a comfort woman", ", who is vice chairwoman"."""
    i = after_gloss(passage, i)
    if passage.word(i) in BECOMES:
        return any(j in starts for j in (i + 1, i + 2, i + 3))
    if passage.word(i) != ",":
        return False
    i += 1
    if passage.word(i) == "who":
        return True
    while passage.word(i) in DETERMINERS:
        i += 1
    return any(j in starts and not any(passage.is_capital(k) for k in range(i, j)) for j in (i, i + 1, i + 2))


def after_gloss(passage: Passage, i: int) -> int:
    """Return the token behind a gloss in brackets, such as "(杨洁篪)", "(63)" or "(R-SC)", or `i` itself."""
    if passage.word(i) == "(":
        for j in range(i + 1, min(i + 8, passage.size)):
            if passage.word(j) == ")":
                return j + 1
    return i


def before_gloss(passage: Passage, i: int) -> int:
    """Return the token at which a gloss in brackets that ends here begins, or `i` itself."""
    if passage.word(i - 1) == ")":
        for j in range(i - 2, max(i - 10, -1), -1):
            if passage.word(j) == "(":
                return j
    return i


def _title_before_comma(passage: Passage, i: int, behind: dict[int, Title]) -> Title | None:
    """Return the title in "Russia’s foreign minister, Sergey Lavrov, says", where the name is the apposition."""
    title = behind.get(i - 1) if passage.word(i - 1) == "," else None
    if title is None or title.plural or title.loose > title.last:
        return None
    owned = is_introduced(passage, title)
    for j in range(i + 1, min(i + 5, passage.size)):
        if passage.word(j) in (",", "(", ".", ";"):
            return title if owned else None
        if not passage.is_capital(j) and passage.word(j) not in NAME_PARTICLES and not passage.words.joined[j]:
            return None
    return title if owned else None


def is_introduced(passage: Passage, title: Title) -> bool:
    """Tell whether a title has an owner or an article, so that a name in apposition may follow."""
    owner = title.countries or title.organization is not None
    return bool(owner) or passage.word(title.first - 1) in DETERMINERS | {"'s"}


def _is_bracketed(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a word stands in brackets behind a state, as in "the Foreign Ministers of Australia (Payne)"."""
    if passage.word(first - 1) != "(" or passage.word(last) != ")" or last - first > 3:
        return False
    match = passage.match_before(first - 1)
    return match is not None and match.state() is not None and not passage.words.surface[first].isupper()


def _fits(match: Match, leads: bool, title: Title | None) -> bool:
    """Tell whether a known form can be part of a name: a surname; or a place behind a title ("Senator Paris")."""
    if match.sense("person", "short") is None:
        only_place = match.sense("country", "adjective", "organization", "government", "office", "offices") is None
        return title is not None and only_place and match.last - match.first == 1
    return leads or (match.sense("person") is None and match.last - match.first == 1)
