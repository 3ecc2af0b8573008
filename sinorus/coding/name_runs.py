"""How far the words go on that could be one name: capitals, particles, syllables behind a hyphen, known surnames."""

from collections.abc import Container

from sinorus.codebook.lexicon import Match
from sinorus.coding.english import EVENT_NOUNS, NAME_PARTICLES
from sinorus.coding.name_context import end_of_capitals, fits, is_month_name
from sinorus.coding.name_shapes import is_patronymic
from sinorus.coding.name_words import NameWords
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_LONGEST = 6


def may_begin(passage: Passage, i: int, title: Title | None) -> bool:
    """Tell whether a word that the codebook does not know can begin a name."""
    particle = title is not None and passage.word(i) in NAME_PARTICLES and passage.is_capital(i + 1)
    return passage.is_capital(i) or particle or is_month_name(passage, i, title)


def end_of_run(words: NameWords, passage: Passage, first: int, in_title: Container[int], title: Title | None) -> int:
    """Return the end of the run of words that could be one name from here."""
    i = first + is_month_name(passage, first, title)
    while i < passage.size and i - first < _LONGEST and i not in in_title:
        match = passage.match_at(i)
        if match is not None:
            if not (fits(match, i == first, title) or _is_surname(words, passage, first, match)):
                break
            i = match.last
        elif passage.cover[i] is not None:
            break
        elif passage.is_capital(i) and passage.word(i) not in words.of_titles:
            i += 1
        elif passage.is_capital(i) and (i > first or title is not None) and not passage.starts_sentence(i):
            break
        elif i > first and (_is_particle(passage, i) or passage.words.joined[i]):
            i += 1
        else:
            break
        if i < passage.size and not passage.same_sentence(i, first):
            break
    return i


def end_of_suffix(passage: Passage, last: int) -> int:
    """Return where a known name ends with its patronymic, "Jr." and the like, or what a particle leads to."""
    while passage.word(last) in _SUFFIXES or (passage.is_capital(last) and is_patronymic(passage.word(last))):
        last += 1
    if _is_particle(passage, last) and passage.match_at(last) is None:
        last = end_of_capitals(passage, last)
    return last


def _is_surname(words: NameWords, passage: Passage, first: int, match: Match) -> bool:
    """Tell whether what else is a town is a surname, since a given name stands before it: "Osman Kavala"."""
    begun, word = passage.cover[first], passage.word(first)
    if match.first != first + 1 or match.sense("place") is None or match.sense("country", "adjective") is not None:
        return False
    plain = begun is None or begun.sense("place", "country", "adjective", "government") is None
    given = plain and words.shapes.begins_name(word) and word not in words.common
    return given and passage.word(match.last) not in EVENT_NOUNS


def _is_particle(passage: Passage, i: int) -> bool:
    """Tell whether a particle ("de la", "bin") leads on to a capital."""
    following = passage.word(i + 1)
    leads = passage.is_capital(i + 1) or (following in NAME_PARTICLES and passage.is_capital(i + 2))
    return leads and passage.word(i) in NAME_PARTICLES
